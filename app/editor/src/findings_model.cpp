// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/cue_editor.h>
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
    rebuild();
}

void FindingsModel::rebuild() {
    soon_.stop();
    beginResetModel();
    entries_.clear();
    for (int row = 0; row < session_.cues.rowCount(); ++row)
        for (const Side side : kBothSides)
            collect(row, side);
    endResetModel();
}

void FindingsModel::collect(int row, Side side) {
    const std::optional<CueId> id = session_.cues.row(row).cues.of(side);
    if (!id) return;
    for (const Finding& finding : session_.checks.findings(side, *id))
        entries_.push_back({row,
                            side,
                            static_cast<int>(finding.severity),
                            QString::fromStdString(finding.message)});
}

int FindingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Entry& entry = entries_[static_cast<std::size_t>(index.row())];
    const QString tag = session_.workspace.language(entry.side);
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return entry.message;
        case Qt::AccessibleTextRole:
            return tr("Cue %1, %2, %3: %4")
                .arg(entry.row + 1)
                .arg(languageName(tag), severityName(entry.severity), entry.message);
        case RowRole:
            return entry.row;
        case SeverityRole:
            return entry.severity;
        case LanguageRole:
            return tag;
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
