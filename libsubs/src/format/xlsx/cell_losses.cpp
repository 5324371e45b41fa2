// SPDX-License-Identifier: MIT
#include "format/xlsx/cell_losses.h"

#include <subs/format/features.h>

#include "format/file_remarks.h"
#include "format/sheet/cells.h"
#include "format/xlsx/cell_handler.h"
#include "format/xlsx/cue_rows.h"
#include "format/xlsx/part_search.h"
#include "format/xlsx/xml_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace subs::xlsx {
namespace {

constexpr std::string_view kNoResult = "xlsx.no-result";
constexpr std::string_view kUnsure = "xlsx.unsure-value";

/// A cell that something is to be said of.
struct OddCell {
    CellPlace place;
    bool lacksResult = false;
    std::string before;  ///< Of one that may be shown otherwise: the number, and its format.
    std::string after;   ///< What was read.
};

/// Those of the columns of a table, as its text counts them.
class OddCells final : public CellHandler {
public:
    OddCells(const Workbook& workbook, const sheet::Layout& layout, std::size_t before)
        : workbook_(workbook), layout_(layout), before_(before) {}

    /// A row has a few of them at most.
    bool wantsMore() const override { return all.size() < kMostRows; }

    std::vector<OddCell> all;

private:
    void take(const SheetCell& cell) override {
        const std::size_t column = cell.place.column + before_;
        if (column >= layout_.columns.size()) return;
        const sheet::Role role = layout_.columns.all()[column].role;
        if (role == sheet::Role::Unknown) return;
        if (cell.lacksResult()) all.push_back({cell.place, true, {}, {}});
        if (role == sheet::Role::Text && cell.isNumber()) takeNumber(cell);
    }

    void takeNumber(const SheetCell& cell) {
        const NumberFormat& format = workbook_.formats.of(cell.style);
        ShownNumber shown = shownNumber(format, cell.value, workbook_.dateBase);
        if (shown.isSure) return;
        const std::string form =
            format.code.starts_with("[$-F800]")
                ? "as the computer shows dates"
                : fmt::format("in the format \"{}\"", shownBeginning(format.code));
        all.push_back({cell.place,
                       false,
                       fmt::format("{} {}", numberText(cell.value), form),
                       std::move(shown.text)});
    }

    const Workbook& workbook_;
    const sheet::Layout& layout_;
    std::size_t before_;
};

std::vector<OddCell> oddCellsIn(const Archive& archive,
                                const Sheet& sheet,
                                const sheet::Layout& layout,
                                const sheet::Dialect& dialect) {
    const auto workbook = formatsIn(archive);
    const bool mayHave =
        workbook && (workbook->formats.areSpecial() || mentions(archive, sheet.part, {"<f", ":f"}));
    if (!mayHave) return {};
    OddCells cells(*workbook, layout, dialect.cuesFrom());
    // The file was read: what is damaged was told then.
    (void)readPart(archive, sheet.part, kMostXml, cells);
    return std::move(cells.all);
}

/// The row with the names of the columns; 0 where there is none.
std::uint32_t rowOfNames(std::string_view text, const sheet::Layout& layout) {
    sheet::RowReader names(text, layout.separator, layout.namesAt);
    std::uint32_t row = 0;
    if (!layout.isNamed || !names.next()) return row;
    const std::string number = names.value(0);
    std::from_chars(number.data(), number.data() + number.size(), row);
    return row;
}

void tell(const OddCell& cell, CueId cue, FileRemarks& remarks, LossReport& losses) {
    const std::string place = columnName(cell.place.column) + std::to_string(cell.place.row);
    if (cell.lacksResult) {
        losses.add(feature::kUnread,
                   LossSeverity::Dropped,
                   cue,
                   place + ": a formula whose result is not in the file",
                   {});
        losses.items.back().remedy =
            "open the workbook in a spreadsheet, save it there and convert it again";
        remarks.addHabit(Severity::Warning,
                         cell.place.row,
                         0,
                         kNoResult,
                         "the result of a formula is not in the file; a spreadsheet that opens the "
                         "workbook and saves it puts it there",
                         place);
        return;
    }
    losses.add(
        feature::kText, LossSeverity::Approximated, cue, place + ": " + cell.before, cell.after);
    remarks.addHabit(Severity::Warning,
                     cell.place.row,
                     0,
                     kUnsure,
                     "a text is a date or a number that a spreadsheet shows as its computer has it",
                     fmt::format("{}, {}, read as \"{}\"", place, cell.before, cell.after));
}

}  // namespace

void tellCells(const Archive& archive,
               const Sheet& sheet,
               const sheet::Dialect& dialect,
               Parsed& parsed) {
    const std::string_view text = parsed.document.origin->text;
    const auto layout = sheet::layoutOf(text, dialect);
    if (!layout) return;
    const std::vector<OddCell> cells = oddCellsIn(archive, sheet, *layout, dialect);
    if (cells.empty()) return;
    const std::uint32_t names = rowOfNames(text, *layout);
    const auto cues = cuesByRow(parsed.document);
    FileRemarks remarks;
    LossReport results;
    LossReport texts;
    for (const OddCell& cell : cells) {
        const auto cue = cues.find(cell.place.row);
        if (cell.place.row <= names || (cue == cues.end() && !cell.lacksResult)) continue;
        tell(cell,
             cue == cues.end() ? CueId() : cue->second->id,
             remarks,
             cell.lacksResult ? results : texts);
    }
    for (LossReport* losses : {&results, &texts})
        std::ranges::move(losses->items, std::back_inserter(parsed.unread.items));
    std::ranges::move(remarks.take(), std::back_inserter(parsed.diagnostics));
}

}  // namespace subs::xlsx
