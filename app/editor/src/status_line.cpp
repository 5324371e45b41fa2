// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/cue_editor.h>
#include <subs/editor/elided_label.h>
#include <subs/editor/file_flow.h>
#include <subs/editor/findings_panel.h>
#include <subs/editor/fonts.h>
#include <subs/editor/picture_panel.h>
#include <subs/editor/plurals.h>
#include <subs/editor/saved_state.h>
#include <subs/editor/status_line.h>
#include <subs/editor/work_area.h>
#include <subs/session/cue_table_model.h>

#include <QtCore/QLocale>
#include <QtWidgets/QStatusBar>

namespace subs::editor {

using namespace session;

namespace {

constexpr int kHeight = 24;
constexpr int kLeastFilm = 28;

QString counted(int number) {
    return QLocale(QLocale::English).toString(number);
}

ElidedLabel* makeStatus() {
    auto* label = new ElidedLabel(interfaceFont(TextSize::Secondary), "secondary");
    label->setContentsMargins(8, 0, 8, 0);
    return label;
}

}  // namespace

StatusLine::StatusLine(const Session& session,
                       WorkArea& area,
                       const FileFlow& files,
                       QStatusBar& bar)
    : QObject(&bar),
      session_(session),
      area_(area),
      files_(files),
      edits_(new SavedState(session.workspace, this)),
      saved_(makeStatus()),
      place_(makeStatus()),
      finding_(makeStatus()),
      film_(makeStatus()),
      rules_(makeStatus()) {
    bar.setSizeGripEnabled(false);
    bar.setAccessibleName(tr("Status"));
    bar.setMinimumHeight(scaled(kHeight));
    for (ElidedLabel* label : {saved_, place_, finding_, film_}) {
        label->setProperty("divided", label != saved_);
        bar.addWidget(label);
    }
    bar.addPermanentWidget(rules_);
    // The short ones stay whole, and most films' names.
    film_->setLeastLetters(kLeastFilm);
    for (ElidedLabel* label : {saved_, place_})
        label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(&files, &FileFlow::saved, this, [this](Side side) {
        edits_->noteSaved(side, QTime::currentTime());
        refresh();
    });
    connect(&files, &FileFlow::readingChanged, this, &StatusLine::refresh);
    connect(&session.workspace, &Workspace::stateChanged, this, &StatusLine::refresh);
    connect(&area.picture(), &PicturePanel::stateTextChanged, this, &StatusLine::refresh);
}

void StatusLine::refresh() {
    const bool isOpen = !session_.workspace.isEmpty();
    for (ElidedLabel* label : {finding_, film_, rules_})
        label->setVisible(isOpen);
    saved_->setFullText(savedText());
    place_->setFullText(placeText());
    finding_->setFullText(findingText());
    film_->setFullText(area_.picture().stateText());
    rules_->setFullText(area_.findings().rulesText());
}

QString StatusLine::savedText() const {
    if (!files_.reading().isEmpty()) return tr("Reading");
    return session_.workspace.isEmpty() ? tr("Nothing is open") : edits_->text();
}

QString StatusLine::placeText() const {
    if (session_.workspace.isEmpty()) return tr("Drop a film or a subtitle file anywhere");
    const int row = area_.editor().row();
    if (row < 0) return tr("No cue");
    return tr("Cue %1 of %2").arg(counted(row + 1), counted(session_.cues.rowCount()));
}

QString StatusLine::findingText() const {
    const int row = area_.editor().row();
    if (row < 0) return tr("No findings");
    const QStringList findings = session_.cues.index(row, StateColumn)
                                     .data(FindingTextRole)
                                     .toString()
                                     .split(u'\n', Qt::SkipEmptyParts);
    if (findings.isEmpty()) return tr("No findings in this cue");
    if (findings.size() == 1) return findings.front();
    return tr("%n finding(s) in this cue, first: %1", nullptr, pluralNumber(findings.size()))
        .arg(findings.front());
}

}  // namespace subs::editor
