// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/session/checks.h>
#include <subs/session/cue_table_model.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace subs::session {
namespace {

constexpr int kNoRow = -1;
constexpr std::size_t kPiece = 2000;  // Rows that come at once.

std::optional<CueId> at(const std::vector<CueId>& ids, std::size_t place) {
    if (place < ids.size()) return ids[place];
    return std::nullopt;
}

std::optional<CueId> lastUpTo(const std::vector<CueId>& ids, std::size_t place) {
    if (ids.empty()) return std::nullopt;
    return ids[std::min(place, ids.size() - 1)];
}

}  // namespace

std::vector<CueRow> rowsOf(std::span<const Link> links) {
    std::vector<CueRow> rows;
    rows.reserve(links.size());
    for (const Link& link : links) {
        const std::size_t count = std::max(link.first.size(), link.second.size());
        for (std::size_t i = 0; i < count; ++i)
            rows.push_back({{at(link.first, i), at(link.second, i)},
                            {lastUpTo(link.first, i), lastUpTo(link.second, i)}});
    }
    return rows;
}

CueTableModel::CueTableModel(Workspace& workspace, Checks& checks, QObject* parent)
    : QAbstractTableModel(parent), workspace_(workspace), checks_(checks) {
    connect(&workspace, &Workspace::trackReplaced, this, &CueTableModel::reset);
    connect(&workspace, &Workspace::edited, this, &CueTableModel::onEdited);
    connect(&workspace, &Workspace::timelineChanged, this, [this] {
        touchAll({Qt::DisplayRole, Qt::AccessibleTextRole});
    });
    connect(&checks, &Checks::findingsChanged, this, &CueTableModel::onFindings);
    connect(&checks, &Checks::allFindingsChanged, this, [this] {
        touchAll({Qt::DisplayRole,
                  Qt::ToolTipRole,
                  Qt::AccessibleTextRole,
                  FindingSeverityRole,
                  FindingTextRole,
                  SpeedShareRole});
    });
    filling_.setInterval(0);
    connect(&filling_, &QTimer::timeout, this, [this] { fill(kPiece); });
    linksVersion_ = 0;
    reset();
}

int CueTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_);
}

int CueTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : CueColumnCount;
}

Qt::ItemFlags CueTableModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == FirstTextColumn || index.column() == SecondTextColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool CueTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)) return false;
    return setText(index.row(), sideOf(index.column()), value.toString()).has_value();
}

Result<void> CueTableModel::setText(int row, Side side, const QString& plain) {
    const CuePair& linked = this->row(row).linked;
    if (const auto id = linked.of(side)) return workspace_.setText(side, *id, plain);
    if (plain.isEmpty()) return {};
    const auto added =
        workspace_.addPartner(side, linked.of(otherThan(side)).value_or(CueId{}), plain);
    if (!added) return tl::unexpected(added.error());
    return {};
}

const CueRow& CueTableModel::row(int row) const {
    return rows_.at(static_cast<std::size_t>(row));
}

int CueTableModel::rowOf(Side side, CueId id) const {
    const auto& rows = rowOfCue_[placeOf(side)];
    if (id.value >= rows.size()) return kNoRow;
    return rows[id.value] < rowCount() ? rows[id.value] : kNoRow;
}

int CueTableModel::rowAt(Time time) const {
    if (shown_ == 0) return kNoRow;
    int from = 0;
    int to = rowCount();
    while (from < to) {
        const int middle = from + (to - from) / 2;
        startOf(middle) <= time ? from = middle + 1 : to = middle;
    }
    return std::max(0, from - 1);
}

Time CueTableModel::startOf(int row) const {
    const Cue* cue = timedCue(row);
    return cue != nullptr ? cue->start : Time();
}

const Cue* CueTableModel::cueAt(int row, Side side) const {
    const auto id = this->row(row).cues.of(side);
    return id ? workspace_.cue(side, *id) : nullptr;
}

/// The cue whose times the row shows.
const Cue* CueTableModel::timedCue(int row) const {
    const Cue* first = cueAt(row, Side::First);
    return first != nullptr ? first : cueAt(row, Side::Second);
}

bool CueTableModel::isSideColumn(int column) {
    return column >= FirstTextColumn && column <= SecondSpeedColumn;
}

Side CueTableModel::sideOf(int column) {
    return column <= FirstSpeedColumn ? Side::First : Side::Second;
}

/// A new track: once, where both are replaced together.
void CueTableModel::reset() {
    if (linksVersion_ == workspace_.linksVersion()) return;
    beginResetModel();
    linksVersion_ = workspace_.linksVersion();
    rows_ = rowsOf(workspace_.links());
    shown_ = std::min(rows_.size(), kPiece);
    for (auto& rows : rowOfCue_)
        rows.clear();
    indexRows(0, rows_.size());
    numberRows();
    range_.reset();
    endResetModel();
    isFilling() ? filling_.start() : filling_.stop();
}

void CueTableModel::fill(std::size_t rows) {
    if (!isFilling()) return filling_.stop();
    const std::size_t to = shown_ + std::min(rows, rows_.size() - shown_);
    beginInsertRows({}, static_cast<int>(shown_), static_cast<int>(to) - 1);
    shown_ = to;
    endInsertRows();
    if (isFilling()) return;
    filling_.stop();
    emit filled();
}

void CueTableModel::indexRows(std::size_t from, std::size_t to) {
    for (const Side side : kBothSides) {
        auto& rows = rowOfCue_[placeOf(side)];
        rows.resize(std::max(rows.size(), std::size_t{workspace_.document(side).lastId} + 1),
                    kNoRow);
        for (std::size_t i = from; i < to; ++i)
            if (const auto id = rows_[i].cues.of(side)) rows[id->value] = static_cast<int>(i);
    }
}

void CueTableModel::forgetRows(std::size_t from, std::size_t to) {
    for (const Side side : kBothSides)
        for (std::size_t i = from; i < to; ++i)
            if (const auto id = rows_[i].cues.of(side))
                rowOfCue_[placeOf(side)][id->value] = kNoRow;
}

void CueTableModel::numberRows() {
    numbers_.resize(rows_.size());
    std::iota(numbers_.begin(), numbers_.end(), 1);
}

void CueTableModel::onEdited(Side side, const Change& change) {
    for (const CueChange& step : change.steps)
        if (step.after && range_) range_->add(*step.after);
    if (linksVersion_ != workspace_.linksVersion()) {
        fill(rows_.size());
        followLinks();
        linksVersion_ = workspace_.linksVersion();
    }
    for (const CueChange& step : change.steps)
        if (step.after) touchRow(rowOf(side, step.after->id));
}

/// The first or the last of the rows that a link takes.
std::size_t CueTableModel::rowOfLink(const Link& link, Edge edge) const {
    int first = static_cast<int>(rows_.size());
    int last = 0;
    for (const Side side : kBothSides)
        for (const CueId id : side == Side::First ? link.first : link.second) {
            const int row = rowOfCue_[placeOf(side)][id.value];
            first = std::min(first, row);
            last = std::max(last, row);
        }
    return static_cast<std::size_t>(edge == Edge::Start ? first : last);
}

/// Goes over to the links as they are now; where that is known only to those that are other ones.
void CueTableModel::followLinks() {
    const std::span<const Link> links(workspace_.links());
    const auto change = workspace_.linkChange();
    if (!change || workspace_.linksVersion() != linksVersion_ + 1)
        return replaceRows(0, rows_.size(), rowsOf(links));
    const std::size_t after = change->from + change->is;
    const std::size_t from =
        change->from == 0 ? 0 : rowOfLink(links[change->from - 1], Edge::End) + 1;
    const std::size_t to =
        after == links.size() ? rows_.size() : rowOfLink(links[after], Edge::Start);
    replaceRows(from, to, rowsOf(links.subspan(change->from, change->is)));
}

void CueTableModel::onFindings(Side side, const std::vector<CueId>& cues) {
    for (const CueId id : cues)
        touchRow(rowOf(side, id));
}

/// Puts `rows` in the place of those from `first` to `last`; what is the same at the beginning and
/// at the end of them stays.
void CueTableModel::replaceRows(std::size_t first, std::size_t last, std::vector<CueRow> rows) {
    const auto at = [this](std::size_t place) {
        return rows_.begin() + static_cast<std::ptrdiff_t>(place);
    };
    const auto [oldFrom, newFrom] = std::mismatch(at(first), at(last), rows.begin(), rows.end());
    const auto oldEnd = std::mismatch(std::make_reverse_iterator(at(last)),
                                      std::make_reverse_iterator(oldFrom),
                                      rows.rbegin(),
                                      std::make_reverse_iterator(newFrom));
    const auto from = static_cast<std::size_t>(oldFrom - rows_.begin());
    const auto to = static_cast<std::size_t>(oldEnd.first.base() - rows_.begin());
    swapRows(from, to, {newFrom, oldEnd.second.base()});
}

void CueTableModel::swapRows(std::size_t from, std::size_t to, std::vector<CueRow> rows) {
    const std::size_t was = to - from;
    const std::size_t is = rows.size();
    if (was == 0 && is == 0) return;
    const auto kept = static_cast<int>(std::min(was, is));
    const auto first = static_cast<int>(from);
    if (is < was) beginRemoveRows({}, first + kept, static_cast<int>(to) - 1);
    if (is > was) beginInsertRows({}, first + kept, static_cast<int>(from + is) - 1);
    forgetRows(from, to);
    const auto place = rows_.begin() + static_cast<std::ptrdiff_t>(from);
    rows_.insert(
        rows_.erase(place, place + static_cast<std::ptrdiff_t>(was)), rows.begin(), rows.end());
    shown_ = rows_.size();
    indexRows(from, was == is ? from + is : rows_.size());
    // The rows after it get their new numbers once they are where they belong.
    const auto number = numbers_.begin() + first + kept;
    if (is < was) numbers_.erase(number, number + static_cast<std::ptrdiff_t>(was - is));
    if (is > was) numbers_.insert(number, is - was, 0);
    if (is < was) endRemoveRows();
    if (is > was) endInsertRows();
    if (kept > 0) emit dataChanged(index(first, 0), index(first + kept - 1, CueColumnCount - 1));
    if (was == is) return;
    numberRows();
    if (first < rowCount())
        emit dataChanged(index(first, NumberColumn), index(rowCount() - 1, NumberColumn));
}

void CueTableModel::touchRow(int row) {
    if (row != kNoRow) emit dataChanged(index(row, 0), index(row, CueColumnCount - 1));
}

void CueTableModel::touchAll(const QList<int>& roles) {
    if (shown_ > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, CueColumnCount - 1), roles);
}

}  // namespace subs::session
