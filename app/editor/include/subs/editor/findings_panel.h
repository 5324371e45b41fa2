// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/findings_model.h>
#include <subs/editor/panel.h>

class QListView;
class QStackedWidget;

namespace subs::editor {

class FindingDelegate;

/// What the checks found, cue by cue; choosing one goes to its cue.
class FindingsPanel : public Panel {
    Q_OBJECT

public:
    explicit FindingsPanel(const Session& session, QWidget* parent = nullptr);

    const FindingsModel& findings() const { return *model_; }
    /// The titles of the profiles that the tracks are checked against, for a person.
    QString rulesText() const;
    /// What takes the focus.
    QWidget& list() const;
    /// Marks the findings of this row of the cue table and brings them into sight.
    void showRow(int cueRow);

signals:
    void chosen(int cueRow);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildList();
    void buildNone();
    int widest(FindingsModel::Role role) const;
    void placeColumns();
    void takeFindings();
    QString countText() const;

    Session session_;
    FindingsModel* model_;
    QListView* list_;
    FindingDelegate* delegate_;
    QWidget* header_ = nullptr;
    IconLabel* tick_ = nullptr;
    QWidget* none_;
    QLabel* noneText_;
    QStackedWidget* pages_;
};

}  // namespace subs::editor
