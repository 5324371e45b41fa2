// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/findings_model.h>
#include <subs/editor/panel.h>

class QListView;
class QStackedWidget;

namespace subs::editor {

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

private:
    void takeFindings();

    Session session_;
    FindingsModel* model_;
    QListView* list_;
    QWidget* none_;
    QLabel* noneText_;
    QStackedWidget* pages_;
    int cueRow_ = -1;
};

}  // namespace subs::editor
