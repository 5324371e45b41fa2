// SPDX-License-Identifier: MIT
#include "format/xlsx/formula_changes.h"

#include "format/sheet/cell_marks.h"
#include "format/sheet/cells.h"
#include "format/xlsx/formula_reads.h"
#include "format/xlsx/stale_formulas.h"
#include "format/xlsx/workbook.h"
#include "format/xlsx/xml_stream.h"
#include "format/xlsx/xml_tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace subs::xlsx {
namespace {

std::string nameOf(const CellPlace& place) {
    return columnName(place.column) + std::to_string(place.row);
}

CellBlock blockIn(std::string_view reference, const CellPlace& otherwise) {
    const std::size_t colon = reference.find(':');
    const auto first = placeIn(reference.substr(0, colon));
    if (!first) return {otherwise, otherwise};
    const auto last = colon == reference.npos ? std::nullopt : placeIn(reference.substr(colon + 1));
    return {*first, last.value_or(*first)};
}

/// The text of an element.
class ElementText final : public XmlHandler {
public:
    void begin(std::string_view, const Attributes&) override {}
    void text(std::string_view letters) override { all += letters; }

    std::string all;
};

/// A row that an edit leaves.
struct KeptRow {
    std::uint32_t number = 0;  ///< Its new one.
    RowValues values;
};

/// Goes over the formulas of a sheet in their order.
class FormulaJudge {
public:
    FormulaJudge(std::string_view xml,
                 const XmlRows& rows,
                 const std::map<std::uint32_t, RowValues>& before,
                 std::string_view after)
        : xml_(xml), rows_(rows) {
        std::uint32_t number = 0;
        for (sheet::RowReader lines(after, '\t'); lines.next();) {
            ++number;
            RowLine line = lineOf(lines);
            noteChanges(number, rowBefore(before, number), line.values);
            if (before.contains(line.number))
                kept_.emplace(line.number, KeptRow{number, std::move(line.values)});
        }
        for (auto row = before.upper_bound(number); row != before.end(); ++row)
            noteChanges(row->first, row->second, {});
        for (const auto& [row, values] : before)
            takeEdits(row, values);
    }

    FormulaChanges judged() {
        for (const auto& [number, row] : rows_.rows)
            for (const XmlCell& cell : row.cells)
                if (cell.formula) judge({cell.column, number}, *cell.formula);
        for (const std::size_t i : staleIn(staying_, reads_, std::move(changed_)))
            changes_.stale.push_back(std::move(told_[i]));
        return std::move(changes_);
    }

private:
    /// A formula that others share.
    struct Master {
        CellPlace place;
        bool isGone = false;
        std::optional<std::size_t> reads;  ///< The place of what it reads in `reads_`.
    };

    static const RowValues& rowBefore(const std::map<std::uint32_t, RowValues>& before,
                                      std::uint32_t number) {
        static const RowValues kNone;
        const auto row = before.find(number);
        return row == before.end() ? kNone : row->second;
    }

    /// Of the row that is number `row` after the edit, and of that which was it before.
    void noteChanges(std::uint32_t row, const RowValues& was, const RowValues& is) {
        const std::size_t count = std::min(std::max(was.size(), is.size()), kMostColumns);
        for (std::size_t i = 0; i < count; ++i)
            if (valueAt(was, i) != valueAt(is, i)) changed_.add({i, row});
    }

    /// Called for rows in their order.
    void takeEdits(std::uint32_t row, const RowValues& values) {
        const auto kept = kept_.find(row);
        if (kept == kept_.end()) {
            goneRows_.push_back(row);
            return;
        }
        const RowValues& now = kept->second.values;
        const std::size_t count = std::min(std::max(values.size(), now.size()), kMostColumns);
        for (std::size_t i = 0; i < count; ++i)
            if (valueAt(values, i) != valueAt(now, i)) edited_[i].push_back(row);
    }

    /// True where a cell of `block` is edited or goes with its row.
    bool isTouched(const CellBlock& block) const {
        const auto hasOneOf = [&](const std::vector<std::uint32_t>& rows) {
            const auto row = std::ranges::lower_bound(rows, block.first.row);
            return row != rows.end() && *row <= block.last.row;
        };
        if (hasOneOf(goneRows_)) return true;
        auto column = edited_.lower_bound(block.first.column);
        for (; column != edited_.end() && column->first <= block.last.column; ++column)
            if (hasOneOf(column->second)) return true;
        return false;
    }

    void judge(const CellPlace& place, const ByteRange& formula) {
        const auto kept = kept_.find(place.row);
        const bool isEdited = isTouched({place, place});
        const auto gone = goneAt(place, formula, isEdited);
        const bool isInPlace = kept != kept_.end() && kept->second.number == place.row;
        changes_.areElsewhere = changes_.areElsewhere || gone || !isInPlace;
        if (!gone && kept != kept_.end()) stay(place, formula, kept->second);
        if (!gone || kept == kept_.end()) return;
        if (!isEdited) changes_.stripped.insert(formula.begin);
        const std::string_view value = valueAt(kept->second.values, place.column);
        changes_.gone.push_back({place, *gone, sheet::withoutMarks(value)});
    }

    /// Remembers a formula that does not go, with what it reads.
    void stay(const CellPlace& place, const ByteRange& formula, const KeptRow& row) {
        const std::string text = textOf(formula);
        const std::string_view number = attributeOf(formula, "si");
        const auto master = number.empty() ? masters_.end() : masters_.find(number);
        const bool isOther = master != masters_.end() && text.empty() && master->second.reads;
        if (!isOther) {
            reads_.push_back(text.empty() ? FormulaReads::unknown() : FormulaReads(text));
            if (master != masters_.end()) master->second.reads = reads_.size() - 1;
        }
        StayingFormula stays{
            {place.column, row.number}, reads_.size() - 1, {}, row.number != place.row};
        std::string shown = '=' + text;
        if (isOther) {
            const CellPlace& from = master->second.place;
            stays.reads = *master->second.reads;
            stays.offset = {
                static_cast<std::int64_t>(place.column) - static_cast<std::int64_t>(from.column),
                static_cast<std::int64_t>(place.row) - static_cast<std::int64_t>(from.row)};
            shown = "that of " + nameOf(from);
        }
        staying_.push_back(stays);
        told_.push_back(
            {place, std::move(shown), sheet::withoutMarks(valueAt(row.values, place.column))});
    }

    /// What the formula of a cell says, where it goes.
    std::optional<std::string> goneAt(const CellPlace& place,
                                      const ByteRange& formula,
                                      bool isEdited) {
        const std::string_view reference = attributeOf(formula, "ref");
        const bool isShared = attributeOf(formula, "t") == "shared";
        const std::string_view number = isShared ? attributeOf(formula, "si") : std::string_view();
        if (isShared && !reference.empty()) masters_[number] = {place, isEdited, {}};
        if (isShared && reference.empty())
            if (const auto master = masters_.find(number); master != masters_.end()) {
                if (!isEdited && !master->second.isGone) return std::nullopt;
                return "that of " + nameOf(master->second.place);
            }
        const bool isOfSeveral = !isShared && !reference.empty();
        if (!isEdited && !(isOfSeveral && isTouched(blockIn(reference, place))))
            return std::nullopt;
        const bool namesOthers = isOfSeveral && reference != nameOf(place);
        return '=' + textOf(formula) + (namesOthers ? fmt::format(" of {}", reference) : "");
    }

    std::string_view attributeOf(const ByteRange& formula, std::string_view name) const {
        std::size_t at = formula.begin;
        const auto tag = nextTag(xml_, at);
        const auto value = attributeIn(xml_, *tag, name);
        return value ? value->of(xml_) : std::string_view();
    }

    std::string textOf(const ByteRange& formula) const {
        ElementText element;
        XmlStream stream(element);
        stream.feed(formula.of(xml_));
        (void)stream.finish();
        return std::move(element.all);
    }

    std::string_view xml_;
    const XmlRows& rows_;
    std::map<std::uint32_t, KeptRow> kept_;  ///< By the numbers that they had.
    /// Rows by the columns in which they are edited, ascending.
    std::map<std::size_t, std::vector<std::uint32_t>> edited_;
    std::vector<std::uint32_t> goneRows_;         ///< Ascending.
    std::map<std::string_view, Master> masters_;  ///< By their number, the last of each.
    ChangedCells changed_;
    std::vector<StayingFormula> staying_;
    std::vector<StaleFormula> told_;  ///< Of `staying_`.
    std::vector<FormulaReads> reads_;
    FormulaChanges changes_;
};

}  // namespace

FormulaChanges formulaChanges(std::string_view xml,
                              const XmlRows& rows,
                              const std::map<std::uint32_t, RowValues>& before,
                              std::string_view after) {
    const bool hasFormulas = std::ranges::any_of(rows.rows, [](const auto& row) {
        return std::ranges::any_of(row.second.cells,
                                   [](const XmlCell& cell) { return cell.formula.has_value(); });
    });
    if (!hasFormulas) return {};
    return FormulaJudge(xml, rows, before, after).judged();
}

}  // namespace subs::xlsx
