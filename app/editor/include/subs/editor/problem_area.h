// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

#include <cstdint>
#include <functional>
#include <vector>

class QVBoxLayout;

namespace subs::editor {

enum class ProblemKind : std::uint8_t { Remark, Problem, Failure };

/// What a person can do about a problem.
struct ProblemAction {
    QString text;
    std::function<void()> run;
};

/// What happened, where, what to do.
struct Problem {
    QString id;  ///< A later problem of the same id takes this one's place.
    ProblemKind kind = ProblemKind::Problem;
    QString text;
    std::vector<ProblemAction> actions;
};

/// A message as a sentence of its own: a capital in front, a full stop behind.
QString asSentence(const QString& message);

/// Strips on top of the document instead of boxes that stand in the way: they stay until they are
/// dealt with or closed.
class ProblemArea : public QWidget {
    Q_OBJECT

public:
    explicit ProblemArea(QWidget* parent = nullptr);

    void show(const Problem& problem);
    /// Takes away the problem of this id, if it is there.
    void clear(const QString& id);
    /// The texts that are shown, from the top.
    QStringList texts() const;

private:
    QWidget* find(const QString& id) const;
    void addButtons(QWidget* strip, const Problem& problem);

    QVBoxLayout* layout_;
};

}  // namespace subs::editor
