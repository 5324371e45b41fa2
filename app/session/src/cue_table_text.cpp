// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/session/checks.h>
#include <subs/session/cue_table_model.h>
#include <subs/session/time_text.h>

#include "shown_text.h"

#include <QtCore/QLocale>

#include <algorithm>

namespace subs::session {
namespace {

constexpr int kNoSeverity = -1;
// Beyond it nobody reads a number: the column stays narrow.
constexpr double kMostSpeed = 999.95;
const QString kAboveMostSpeed = QStringLiteral(">999");

/// The column that shows findings of `rule` on `side`, besides the state column.
int columnOf(std::string_view rule, Side side) {
    if (rule == "reading-speed") return side == Side::First ? FirstSpeedColumn : SecondSpeedColumn;
    if (rule == "duration-short" || rule == "duration-long") return DurationColumn;
    if (rule == "gap" || rule == "overlap") return OutColumn;
    return side == Side::First ? FirstTextColumn : SecondTextColumn;
}

QString languageName(const QString& language) {
    return QLocale::languageToString(QLocale(language).language());
}

QVariant alignmentOf(int column) {
    const bool isText = column == FirstTextColumn || column == SecondTextColumn;
    return QVariant::fromValue(
        Qt::Alignment(Qt::AlignVCenter | (isText ? Qt::AlignLeft : Qt::AlignRight)));
}

/// Calls `use(side, finding)` for each finding that the cell of `index` shows.
template <class F>
void forFindings(const QModelIndex& index, const CueRow& row, const Checks& checks, F use) {
    for (const Side side : kBothSides) {
        const auto id = row.cues.of(side);
        if (!id) continue;
        for (const Finding& finding : checks.findings(side, *id))
            if (index.column() == StateColumn || index.column() == columnOf(finding.rule, side))
                use(side, finding);
    }
}

}  // namespace

QVariant CueTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return display(index);
        case Qt::ToolTipRole:
            return toolTip(index);
        case Qt::AccessibleTextRole:
            return accessibleText(index);
        case Qt::TextAlignmentRole:
            return alignmentOf(index.column());
        case FindingSeverityRole:
            return severityAt(index);
        case FindingTextRole:
            return findingText(index);
        case LineCountRole:
            return lineCountAt(index);
        default:
            return sideData(index, role);
    }
}

/// What only cells of a track's text and speed have.
QVariant CueTableModel::sideData(const QModelIndex& index, int role) const {
    const bool isSide = isSideColumn(index.column());
    const Side side = sideOf(index.column());
    const CueRow& row = this->row(index.row());
    switch (role) {
        case SpeedShareRole:
            return isSide ? speedShare(index.row(), side) : -1.0;
        case LanguageRole:
            return isSide ? QVariant(workspace_.language(side)) : QVariant();
        case ContinuationRole:
            return isSide && row.continues(side);
        case MissingRole:
            return isSide && !row.linked.of(side);
        default:
            return {};
    }
}

QVariant CueTableModel::display(const QModelIndex& index) const {
    const Side side = sideOf(index.column());
    switch (index.column()) {
        case NumberColumn:
            return numbers_[static_cast<std::size_t>(index.row())];
        case InColumn:
        case OutColumn:
        case DurationColumn:
            return timeText(index);
        case FirstTextColumn:
        case SecondTextColumn: {
            const Cue* cue = cueAt(index.row(), side);
            return cue != nullptr ? shown(cue->text.plain) : QString();
        }
        case FirstSpeedColumn:
        case SecondSpeedColumn:
            return speedText(index.row(), side);
        default:
            return {};
    }
}

QString CueTableModel::timeText(const QModelIndex& index) const {
    const Cue* cue = timedCue(index.row());
    if (cue == nullptr) return {};
    const auto& timeline = workspace_.timeline();
    const FrameTimeline* frames = timeline ? &*timeline : nullptr;
    if (index.column() == InColumn) return edgeText(cue->start, Edge::Start, frames);
    if (!cue->end) return {};
    if (index.column() == OutColumn) return edgeText(*cue->end, Edge::End, frames);
    return durationText(cue->duration());
}

CountUnit CueTableModel::speedUnit(Side side) const {
    if (const Profile* profile = checks_.profile(side)) return profile->speedUnit;
    return workspace_.language(side) == QLatin1String("km") ? CountUnit::Clusters
                                                            : CountUnit::Graphemes;
}

std::optional<double> CueTableModel::speedOf(int row, Side side) const {
    const Cue* cue = cueAt(row, side);
    if (cue == nullptr || cue->duration() <= Time()) return std::nullopt;
    return static_cast<double>(counted(cue->text.plain, speedUnit(side))) /
           cue->duration().seconds();
}

QString CueTableModel::speedText(int row, Side side) const {
    const auto speed = speedOf(row, side);
    if (!speed) return {};
    return *speed < kMostSpeed ? QString::number(*speed, 'f', 1) : kAboveMostSpeed;
}

double CueTableModel::speedShare(int row, Side side) const {
    const auto speed = speedOf(row, side);
    const Profile* profile = checks_.profile(side);
    if (!speed || profile == nullptr || !profile->maxSpeed || *profile->maxSpeed <= 0) return -1.0;
    return *speed / *profile->maxSpeed;
}

int CueTableModel::lineCountAt(const QModelIndex& index) const {
    if (index.column() != FirstTextColumn && index.column() != SecondTextColumn) return 1;
    const Cue* cue = cueAt(index.row(), sideOf(index.column()));
    return cue != nullptr ? std::max(1, static_cast<int>(lineCount(cue->text))) : 1;
}

int CueTableModel::severityAt(const QModelIndex& index) const {
    int worst = kNoSeverity;
    forFindings(index, row(index.row()), checks_, [&](Side, const Finding& finding) {
        worst = std::max(worst, static_cast<int>(finding.severity));
    });
    return worst;
}

QString CueTableModel::findingText(const QModelIndex& index) const {
    QStringList lines;
    forFindings(index, row(index.row()), checks_, [&](Side side, const Finding& finding) {
        lines.append(QStringLiteral("%1: %2").arg(languageName(workspace_.language(side)),
                                                  QString::fromStdString(finding.message)));
    });
    return lines.join(QLatin1Char('\n'));
}

QString CueTableModel::toolTip(const QModelIndex& index) const {
    QStringList parts;
    if (index.column() == FirstTextColumn || index.column() == SecondTextColumn)
        parts.append(display(index).toString());
    parts.append(findingText(index));
    parts.removeAll(QString());
    return parts.join(QLatin1Char('\n'));
}

QString CueTableModel::accessibleText(const QModelIndex& index) const {
    const Side side = sideOf(index.column());
    const QString findings = findingText(index);
    if (index.column() == StateColumn) return findings.isEmpty() ? tr("no findings") : findings;
    QString text = display(index).toString();
    if (isSideColumn(index.column())) {
        if (!row(index.row()).linked.of(side)) text = tr("not translated");
        if (row(index.row()).continues(side)) text = tr("continues from the row above");
    }
    return findings.isEmpty() ? text : QStringLiteral("%1, %2").arg(text, findings);
}

void CueTableModel::TimeRange::add(const Cue& cue) {
    const Time end = cue.end.value_or(cue.start);
    first = std::min({first, cue.start, end});
    last = std::max({last, cue.start, end});
    longest = std::max(longest, cue.duration());
}

const CueTableModel::TimeRange& CueTableModel::timeRange() const {
    if (range_) return *range_;
    range_.emplace();
    for (const Side side : kBothSides)
        for (const Cue& cue : workspace_.document(side).cues)
            range_->add(cue);
    return *range_;
}

QString CueTableModel::widestText(int column) const {
    const auto& timeline = workspace_.timeline();
    const FrameTimeline* frames = timeline ? &*timeline : nullptr;
    switch (column) {
        case NumberColumn:
            return QString::number(rows_.size());
        case InColumn:
        case OutColumn: {
            const QString first = edgeText(timeRange().first, Edge::Start, frames);
            const QString last = edgeText(timeRange().last, Edge::End, frames);
            return first.size() > last.size() ? first : last;
        }
        case DurationColumn:
            return durationText(timeRange().longest);
        default:
            return {};
    }
}

QString CueTableModel::header(int column) const {
    switch (column) {
        case NumberColumn:
            return tr("#");
        case InColumn:
            return tr("In");
        case OutColumn:
            return tr("Out");
        case DurationColumn:
            return tr("Dur");
        case FirstTextColumn:
            return tr("%1 · source").arg(languageName(workspace_.language(Side::First)));
        case SecondTextColumn:
            return tr("%1 · target").arg(languageName(workspace_.language(Side::Second)));
        case FirstSpeedColumn:
        case SecondSpeedColumn:
            return speedUnit(sideOf(column)) == CountUnit::Clusters ? tr("cl/s") : tr("ch/s");
        default:
            return {};
    }
}

QVariant CueTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= CueColumnCount) return {};
    if (role == Qt::DisplayRole) return header(section);
    if (role == Qt::TextAlignmentRole) return alignmentOf(section);
    if (role == Qt::AccessibleTextRole && section == StateColumn) return tr("Findings");
    if (role == WidestTextRole) return widestText(section);
    if (role == LanguageRole && isSideColumn(section)) return workspace_.language(sideOf(section));
    return {};
}

}  // namespace subs::session
