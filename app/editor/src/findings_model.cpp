// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/cue_editor.h>
#include <subs/editor/finding_text.h>
#include <subs/editor/findings_model.h>
#include <subs/editor/icons.h>
#include <subs/session/checks.h>
#include <subs/session/cue_table_model.h>
#include <subs/session/workspace.h>

#include <algorithm>
#include <chrono>

namespace subs::editor {

using namespace session;

namespace {

constexpr std::chrono::milliseconds kSoon{120};

}  // namespace

FindingsModel::FindingsModel(const Session& session, QObject* parent)
    : QAbstractListModel(parent), session_(session) {
    soon_.setSingleShot(true);
    soon_.setInterval(kSoon);
    connect(&soon_, &QTimer::timeout, this, &FindingsModel::rebuild);
    const auto later = [this] {
        if (!soon_.isActive()) soon_.start();
    };
    connect(&session_.checks, &Checks::findingsChanged, this, later);
    connect(&session_.checks, &Checks::allFindingsChanged, this, later);
    connect(&session_.checks, &Checks::finished, this, &FindingsModel::rebuild);
    connect(&session_.cues, &QAbstractItemModel::rowsInserted, this, later);
    connect(&session_.cues, &QAbstractItemModel::rowsRemoved, this, later);
    connect(&session_.cues, &QAbstractItemModel::modelReset, this, later);
    connect(&session_.cues, &CueTableModel::filled, this, &FindingsModel::rebuild);
    rebuild();
}

void FindingsModel::rebuild() {
    soon_.stop();
    std::vector<Entry> made = collected();
    // While a person types the same findings mostly stay, and only say something else.
    if (made == entries_) {
        if (!made.empty()) emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    entries_ = std::move(made);
    endResetModel();
}

std::vector<FindingsModel::Entry> FindingsModel::collected() const {
    std::vector<Entry> entries;
    for (const Side side : kBothSides) {
        for (const auto& [id, findings] : session_.checks.findings(side)) {
            const int row = session_.cues.rowOf(side, CueId{id});
            if (row < 0) continue;
            for (std::size_t place = 0; place < findings.size(); ++place)
                entries.push_back({row, side, CueId{id}, place});
        }
    }
    std::ranges::sort(entries);
    return entries;
}

// Null where the checks know better by now and the rows are to be made anew.
const Finding* FindingsModel::findingOf(const Entry& entry) const {
    const std::vector<Finding>& findings = session_.checks.findings(entry.side, entry.cue);
    return entry.place < findings.size() ? &findings[entry.place] : nullptr;
}

int FindingsModel::count(Severity severity) const {
    return static_cast<int>(std::ranges::count_if(entries_, [&](const Entry& entry) {
        const Finding* finding = findingOf(entry);
        return finding && finding->severity == severity;
    }));
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

// As the command line counts: a row of the table may hold two cues of one track, or none of it.
int FindingsModel::numberOf(const Entry& entry) const {
    const auto place = session_.workspace.indexOf(entry.side, entry.cue);
    return place ? static_cast<int>(*place) + 1 : 0;
}

QString FindingsModel::inOf(const Entry& entry) const {
    return session_.cues.index(entry.row, InColumn).data().toString();
}

QString FindingsModel::spoken(const Entry& entry, const Finding& finding) const {
    return tr("Cue %1 at %2, %3, %4: %5, %6, limit %7. %8")
        .arg(numberOf(entry))
        .arg(inOf(entry),
             languageName(session_.workspace.language(entry.side)),
             severityName(static_cast<int>(finding.severity)),
             ruleName(finding.rule),
             measuredText(finding),
             limitText(finding),
             QString::fromStdString(finding.message));
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Entry& entry = entries_[static_cast<std::size_t>(index.row())];
    if (role == RowRole) return entry.row;
    if (role == NumberRole) return numberOf(entry);
    if (role == LanguageRole) return session_.workspace.language(entry.side);
    if (role == TimeRole) return inOf(entry);
    const Finding* finding = findingOf(entry);
    if (!finding) return {};
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return QString::fromStdString(finding->message);
        case Qt::AccessibleTextRole:
            return spoken(entry, *finding);
        case SeverityRole:
            return static_cast<int>(finding->severity);
        case RuleRole:
            return ruleName(finding->rule);
        case PlaceRole: {
            const Cue* cue = session_.workspace.cue(entry.side, entry.cue);
            return cue ? placeText(*finding, *cue) : QString();
        }
        case MeasuredRole:
            return measuredText(*finding);
        case LimitRole:
            return limitText(*finding);
        default:
            return {};
    }
}

int FindingsModel::firstOf(int cueRow) const {
    const auto at = std::ranges::lower_bound(entries_, cueRow, {}, &Entry::row);
    return at == entries_.end() ? -1 : static_cast<int>(at - entries_.begin());
}

int FindingsModel::cueRowAfter(int cueRow, int direction) const {
    if (entries_.empty()) return -1;
    if (direction > 0) {
        const auto next = std::ranges::upper_bound(entries_, cueRow, {}, &Entry::row);
        return next == entries_.end() ? entries_.front().row : next->row;
    }
    const auto here = std::ranges::lower_bound(entries_, cueRow, {}, &Entry::row);
    return here == entries_.begin() ? entries_.back().row : std::prev(here)->row;
}

}  // namespace subs::editor
