// SPDX-License-Identifier: MIT
#include "format/sheet/cell_marks.h"
#include "format/sheet/cells.h"
#include "format/xlsx/cell_handler.h"
#include "format/xlsx/workbook.h"
#include "format/xlsx/xml_part.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <utility>

namespace subs::xlsx {
namespace {

constexpr std::string_view kLineEndMark("\v", 1);

/// The first cell of a line is the number of its row.
constexpr std::size_t kBefore = 1;

/// Makes lines of the rows of a sheet.
class SheetLines final : public CellHandler {
public:
    SheetLines(const Workbook& workbook, const std::vector<std::size_t>& shown)
        : workbook_(workbook), shown_(shown) {}

    bool wantsMore() const override { return !isTooLarge(); }
    bool isTooLarge() const { return isBeyond() || lines_.size() + rowSize_ + held() > kMostText; }
    /// The columns with numbers that are shown otherwise than they are.
    std::vector<std::size_t> special() const {
        std::vector<std::size_t> columns;
        for (std::size_t i = 0; i < isSpecial_.size(); ++i)
            if (isSpecial_[i]) columns.push_back(i);
        return columns;
    }
    SheetText take() { return {std::move(lines_), std::move(flawed_)}; }

private:
    void beginRow(std::uint32_t number) override {
        lines_.append(number - rows_ - 1, '\n');
        rows_ = number;
        cells_.clear();
        rowSize_ = 0;
    }

    void endRow() override {
        lines_ += std::to_string(rows_);
        for (const std::string& cell : cells_) {
            lines_ += '\t';
            sheet::appendCell(lines_, cell, '\t', kLineEndMark);
        }
        lines_ += '\n';
        rowSize_ = 0;
    }

    void take(const SheetCell& cell) override {
        const std::size_t column = cell.place.column;
        if (column >= kMostColumns) return;
        std::string said = sheet::withMarks(saidIn(cell));
        if (said.empty()) return;
        rowSize_ += said.size() + 1;
        if (cells_.size() <= column) cells_.resize(column + 1);
        cells_[column] = std::move(said);
    }

    std::string saidIn(const SheetCell& cell) {
        if (cell.type == "s") {
            const std::string& value = cell.value;
            std::size_t index = workbook_.strings.size();
            std::from_chars(value.data(), value.data() + value.size(), index);
            if (index < workbook_.strings.size()) return workbook_.strings[index];
            noteFlawed({cell.place, value});
            return {};
        }
        if (cell.type == "e") noteFlawed({cell.place, cell.value, true});
        if (cell.type == "inlineStr") return withoutEscapes(cell.text);
        if (cell.type == "str") return withoutEscapes(cell.value);
        if (cell.type == "b") return cell.value == "1" ? "TRUE" : "FALSE";
        return cell.isNumber() ? numberIn(cell) : cell.value;
    }

    /// So many are told apart: an archive may hold millions of them in few bytes.
    void noteFlawed(FlawedCell cell) {
        constexpr std::size_t kMost = 1000;
        if (!cell.value.empty() && flawed_.size() < kMost) flawed_.push_back(std::move(cell));
    }

    std::string numberIn(const SheetCell& cell) {
        const NumberFormat& format = workbook_.formats.of(cell.style);
        const std::size_t column = cell.place.column + kBefore;
        if (format.isSpecial()) {
            if (isSpecial_.size() <= column) isSpecial_.resize(column + 1);
            isSpecial_[column] = true;
        }
        const DateBase base = workbook_.dateBase;
        if (std::ranges::binary_search(shown_, column))
            return shownNumber(format, cell.value, base).text;
        return meantText(format, cell.value, base);
    }

    const Workbook& workbook_;
    const std::vector<std::size_t>& shown_;
    std::string lines_;
    std::uint32_t rows_ = 0;          ///< So far.
    std::vector<std::string> cells_;  ///< Of the row.
    std::size_t rowSize_ = 0;
    std::vector<bool> isSpecial_;  ///< By column.
    std::vector<FlawedCell> flawed_;
};

struct Lines {
    SheetText text;
    std::vector<std::size_t> special;  ///< Columns, in their order.
};

Result<Lines> linesOf(const Archive& archive,
                      const Workbook& workbook,
                      const Sheet& sheet,
                      const std::vector<std::size_t>& shown) {
    SheetLines lines(workbook, shown);
    if (const auto read = readPart(archive, sheet.part, kMostXml, lines); !read)
        return tl::unexpected(read.error());
    if (lines.isTooLarge())
        return failure("xlsx.too-large",
                       "the sheet has more rows or text than a table of subtitles (1,048,576 rows, "
                       "128 MiB); not read");
    std::vector<std::size_t> special = lines.special();
    return Lines{lines.take(), std::move(special)};
}

}  // namespace

Result<SheetText> textOf(const Archive& archive,
                         const Workbook& workbook,
                         const Sheet& sheet,
                         const sheet::Dialect& dialect) {
    auto meant = linesOf(archive, workbook, sheet, {});
    if (!meant) return tl::unexpected(meant.error());
    const auto layout =
        meant->special.empty() ? std::nullopt : sheet::layoutOf(meant->text.text, dialect);
    std::vector<std::size_t> texts;
    if (layout)
        std::ranges::set_intersection(
            meant->special, layout->columns.texts(), std::back_inserter(texts));
    if (texts.empty()) return std::move(meant->text);
    // A text is what is shown; all else is what it means, to the millisecond.
    auto shown = linesOf(archive, workbook, sheet, texts);
    if (!shown) return tl::unexpected(shown.error());
    const auto again = sheet::layoutOf(shown->text.text, dialect);
    const bool isSame = again && again->columns.all() == layout->columns.all();
    return std::move(isSame ? shown->text : meant->text);
}

}  // namespace subs::xlsx
