// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/cue_editor.h>
#include <subs/editor/plurals.h>
#include <subs/session/checks.h>
#include <subs/session/cue_table_model.h>
#include <subs/session/workspace.h>

#include <QtCore/QEvent>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>

#include <algorithm>
#include <chrono>

namespace subs::editor {

using namespace session;

namespace {

constexpr std::chrono::milliseconds kPause{
    1500};  // After it the next letters are an undo step of their own.

int columnOf(Side side, CueColumn first, CueColumn second) {
    return side == Side::First ? first : second;
}

int speedColumn(Side side) {
    return columnOf(side, FirstSpeedColumn, SecondSpeedColumn);
}

}  // namespace

QString languageName(const QString& tag) {
    const QLocale::Language language = QLocale(tag).language();
    return tag.isEmpty() || language == QLocale::C ? tag : QLocale::languageToString(language);
}

CueEditor::CueEditor(const Session& session, QWidget* parent)
    : Panel(tr("Cue"), parent), session_(session), editors_{new TrackEditor, new TrackEditor} {
    auto* boxes = new QWidget;
    auto* row = new QHBoxLayout(boxes);
    row->setContentsMargins(8, 8, 8, 6);
    row->setSpacing(16);
    for (const Side side : kBothSides) {
        row->addWidget(editors_[placeOf(side)], 1);
        connect(&box(side), &CueEdit::textEdited, this, [this, side](const QString& text) {
            takeText(side, text);
        });
        connect(&box(side), &CueEdit::editRefused, this, [this, side] {
            emit refused(tr("%1 is read-only: save a copy to edit it")
                             .arg(QFileInfo(session_.workspace.path(side)).fileName()));
        });
        box(side).installEventFilter(this);
        box(side).setMinimumHeight(96);
    }
    addToBody(boxes, 1);
    pause_.setSingleShot(true);
    pause_.setInterval(kPause);
    connect(&pause_, &QTimer::timeout, &session_.workspace, &Workspace::endTyping);
    showRow(-1);
}

CueEdit& CueEditor::box(Side side) {
    return editor(side).box();
}

bool CueEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn)
        activeSide_ = watched == &box(Side::First) ? Side::First : Side::Second;
    return Panel::eventFilter(watched, event);
}

void CueEditor::showRow(int row) {
    if (row != row_) session_.workspace.endTyping();
    row_ = row;
    refresh();
}

void CueEditor::refresh() {
    if (row_ >= session_.cues.rowCount()) row_ = -1;
    showHead();
    const bool isLocked = std::ranges::any_of(
        kBothSides, [&](Side side) { return session_.workspace.isReadOnly(side); });
    setLock(isLocked ? Lock::On : Lock::Off);
    for (const Side side : kBothSides)
        showSide(side);
}

void CueEditor::startWriting() {
    CueEdit& edit = box(activeSide_);
    edit.setFocus();
    edit.moveCursor(QTextCursor::End);
}

std::optional<CueId> CueEditor::cueOf(Side side) const {
    if (row_ < 0) return std::nullopt;
    return session_.cues.row(row_).linked.of(side);
}

void CueEditor::showHead() {
    if (row_ < 0) {
        setTitle(tr("Cue"));
        setDetail(tr("none is selected"));
        return;
    }
    const auto shown = [&](int column) {
        return session_.cues.index(row_, column).data().toString();
    };
    setTitle(tr("Cue %1").arg(row_ + 1));
    setDetail(tr("%1 → %2   %3 s").arg(shown(InColumn), shown(OutColumn), shown(DurationColumn)));
}

void CueEditor::showSide(Side side) {
    const QString tag = session_.workspace.language(side);
    const QString role = side == Side::First ? tr("source") : tr("target");
    const Lock lock = session_.workspace.isReadOnly(side) ? Lock::On : Lock::Off;
    editor(side).setLanguage(
        tag, languageName(tag), lock == Lock::On ? tr("%1 · locked").arg(role) : role);
    editor(side).setLock(lock);
    const std::optional<CueId> id = cueOf(side);
    const Cue* cue = id ? session_.workspace.cue(side, *id) : nullptr;
    box(side).setLineLimit(limitOf(side, cue));
    if (row_ < 0) box(side).setReadOnly(true);
    box(side).setPlaceholderText(row_ < 0 || cue ? QString() : tr("not translated"));
    box(side).showText(cue ? QString::fromStdString(cue->text.plain) : QString());
    editor(side).setSpeed(speedOf(side));
    editor(side).setVerdict(verdictOf(side));
}

LineLimit CueEditor::limitOf(Side side, const Cue* cue) const {
    const std::string tag = session_.workspace.language(side).toStdString();
    const Profile* profile = session_.checks.profile(side);
    if (!profile) return {tag == "km" ? CountUnit::Clusters : CountUnit::Graphemes, {}, {}, {}};
    if (profile->lineCountUse == LineCountUse::Always || !profile->maxLineWidthEm)
        return {profile->lineUnit, profile->maxLineCount, {}, {}};
    const Style* style = cue ? styleOf(session_.workspace.document(side), *cue) : nullptr;
    return {profile->lineUnit,
            {},
            profile->maxLineWidthEm,
            style ? style->fontName : defaultStyleFor(tag).fontName};
}

// The row in which this side's cue begins: where the model has its speed.
int CueEditor::rowOfText(Side side) const {
    const std::optional<CueId> id = cueOf(side);
    return id ? session_.cues.rowOf(side, *id) : -1;
}

SpeedReading CueEditor::speedOf(Side side) const {
    const int row = rowOfText(side);
    if (row < 0) return {};
    const QModelIndex index = session_.cues.index(row, speedColumn(side));
    const Profile* profile = session_.checks.profile(side);
    SpeedReading speed;
    speed.number = index.data().toString();
    speed.share = index.data(SpeedShareRole).toDouble();
    speed.unit = speedUnitName(profile ? profile->speedUnit
                                       : editors_[placeOf(side)]->box().ruler().limit().unit);
    if (profile) speed.limit = profile->maxSpeed;
    return speed;
}

QString CueEditor::measureOf(Side side, const Cue& cue) const {
    const CountUnit unit = editors_[placeOf(side)]->box().ruler().limit().unit;
    const int units = pluralNumber(static_cast<std::int64_t>(counted(cue.text.plain, unit)));
    const int lines =
        pluralNumber(std::max<std::int64_t>(1, static_cast<std::int64_t>(lineCount(cue.text))));
    return tr("%1: %2 %3, %4")
        .arg(languageName(session_.workspace.language(side)))
        .arg(units)
        .arg(unitName(unit, units), tr("%n line(s)", nullptr, lines));
}

Verdict CueEditor::verdictOf(Side side) const {
    const std::optional<CueId> id = cueOf(side);
    const Cue* cue = id ? session_.workspace.cue(side, *id) : nullptr;
    if (!cue) return {};
    Verdict verdict{-1, measureOf(side, *cue)};
    QStringList messages;
    for (const Finding& finding : session_.checks.findings(side, *id)) {
        verdict.severity = std::max(verdict.severity, static_cast<int>(finding.severity));
        messages << QString::fromStdString(finding.message);
    }
    if (!messages.isEmpty()) verdict.text = messages.join(u'\n');
    return verdict;
}

void CueEditor::takeText(Side side, const QString& text) {
    if (row_ < 0) return;
    pause_.start();
    const Result<void> done = session_.cues.setText(row_, side, text);
    if (!done) emit refused(QString::fromStdString(done.error().message));
}

}  // namespace subs::editor
