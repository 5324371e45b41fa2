// SPDX-License-Identifier: MIT
#include "format/sheet/cell_marks.h"
#include "format/sheet/cells.h"
#include "format/xlsx/cell_value.h"
#include "format/xlsx/workbook.h"
#include "format/xlsx/xml_part.h"

#include <charconv>
#include <utility>

namespace subs::xlsx {
namespace {

constexpr std::string_view kLineEndMark("\v", 1);

/// Makes lines of the rows of a sheet.
class SheetLines final : public XmlHandler {
public:
    explicit SheetLines(const Workbook& workbook) : workbook_(workbook) {}

    void begin(std::string_view name, const Attributes& attributes) override {
        if (name == "row") beginRow(attributes);
        if (name == "c" && isInRow_) beginCell(attributes);
        if (name == "v") part_ = Part::Value;
        if (name == "t" && isInRow_ && phonetic_ == 0) part_ = Part::Inline;
        if (name == "rPh") ++phonetic_;
    }

    void end(std::string_view name) override {
        if (name == "row") endRow();
        if (name == "c" && isInRow_) endCell();
        if (name == "v" || name == "t") part_ = Part::None;
        if (name == "rPh") --phonetic_;
    }

    void text(std::string_view letters) override {
        if (part_ == Part::Value) value_ += letters;
        if (part_ == Part::Inline) inline_ += letters;
    }

    bool wantsMore() const override { return !isTooLarge(); }
    bool isTooLarge() const {
        return isTooLarge_ || lines_.size() + rowSize_ + value_.size() + inline_.size() > kMostText;
    }
    std::string take() { return std::move(lines_); }

private:
    enum class Part { None, Value, Inline };

    /// Rows without a number follow the one before them; none goes back.
    void beginRow(const Attributes& attributes) {
        std::uint32_t number = rows_ + 1;
        if (const std::string_view asked = valueOf(attributes, "r"); !asked.empty())
            std::from_chars(asked.data(), asked.data() + asked.size(), number);
        isInRow_ = number > rows_ && number <= kMostRows;
        isTooLarge_ = isTooLarge_ || number > kMostRows;
        if (!isInRow_) return;
        lines_.append(number - rows_ - 1, '\n');
        rows_ = number;
        cells_.clear();
        rowSize_ = 0;
        column_ = 0;
    }

    void endRow() {
        if (!std::exchange(isInRow_, false)) return;
        lines_ += std::to_string(rows_);
        for (const std::string& cell : cells_) {
            lines_ += '\t';
            sheet::appendCell(lines_, cell, '\t', kLineEndMark);
        }
        lines_ += '\n';
        rowSize_ = 0;
    }

    void beginCell(const Attributes& attributes) {
        value_.clear();
        inline_.clear();
        type_ = valueOf(attributes, "t");
        style_ = 0;
        const std::string_view style = valueOf(attributes, "s");
        std::from_chars(style.data(), style.data() + style.size(), style_);
        if (const auto place = placeIn(valueOf(attributes, "r"))) column_ = place->column;
    }

    void endCell() {
        const std::size_t column = column_++;
        if (column >= kMostColumns) return;
        std::string shown = sheet::withMarks(shownText());
        if (shown.empty()) return;
        rowSize_ += shown.size() + 1;
        if (cells_.size() <= column) cells_.resize(column + 1);
        cells_[column] = std::move(shown);
    }

    std::string shownText() const {
        if (type_ == "s") {
            std::size_t index = workbook_.strings.size();
            std::from_chars(value_.data(), value_.data() + value_.size(), index);
            return index < workbook_.strings.size() ? workbook_.strings[index] : std::string();
        }
        if (type_ == "inlineStr") return withoutEscapes(inline_);
        if (type_ == "str") return withoutEscapes(value_);
        if (type_ == "b") return value_ == "1" ? "TRUE" : "FALSE";
        if (!type_.empty() && type_ != "n") return value_;
        const bool isTime = style_ < workbook_.isTime.size() && workbook_.isTime[style_];
        const auto clock = isTime ? clockOfDays(value_) : std::nullopt;
        return clock ? *clock : numberText(value_);
    }

    const Workbook& workbook_;
    std::string lines_;
    std::uint32_t rows_ = 0;  ///< So far.
    bool isInRow_ = false;
    bool isTooLarge_ = false;
    std::vector<std::string> cells_;  ///< Of the row.
    std::size_t rowSize_ = 0;
    std::size_t column_ = 0;
    std::string type_;
    std::size_t style_ = 0;
    std::string value_;
    std::string inline_;
    Part part_ = Part::None;
    int phonetic_ = 0;
};

}  // namespace

Result<std::string> textOf(const Archive& archive, const Workbook& workbook, const Sheet& sheet) {
    SheetLines lines(workbook);
    if (const auto read = readPart(archive, sheet.part, kMostXml, lines); !read)
        return tl::unexpected(read.error());
    if (lines.isTooLarge())
        return failure("xlsx.too-large",
                       "the sheet has more rows or text than a table of subtitles (1,048,576 rows, "
                       "128 MiB); not read");
    return lines.take();
}

}  // namespace subs::xlsx
