// SPDX-License-Identifier: MIT
#include "format/xlsx/cell_handler.h"

#include "format/xlsx/workbook.h"

#include <charconv>
#include <utility>

namespace subs::xlsx {

void CellHandler::begin(std::string_view name, const Attributes& attributes) {
    if (name == "row") openRow(attributes);
    if (name == "c" && isInRow_) openCell(attributes);
    if (name == "f") cell_.isFormula = true;
    if (name == "v") part_ = Part::Value;
    if (name == "t" && isInRow_ && phonetic_ == 0) part_ = Part::Inline;
    if (name == "rPh") ++phonetic_;
}

void CellHandler::end(std::string_view name) {
    if (name == "row" && std::exchange(isInRow_, false)) endRow();
    if (name == "c" && isInRow_) {
        take(cell_);
        ++column_;
    }
    if (name == "v" || name == "t") part_ = Part::None;
    if (name == "rPh") --phonetic_;
}

void CellHandler::text(std::string_view letters) {
    if (part_ == Part::Value) cell_.value += letters;
    if (part_ == Part::Inline) cell_.text += letters;
}

void CellHandler::openRow(const Attributes& attributes) {
    std::uint32_t number = rows_ + 1;
    if (const std::string_view asked = valueOf(attributes, "r"); !asked.empty())
        std::from_chars(asked.data(), asked.data() + asked.size(), number);
    isInRow_ = number > rows_ && number <= kMostRows;
    isBeyond_ = isBeyond_ || number > kMostRows;
    if (!isInRow_) return;
    rows_ = number;
    column_ = 0;
    beginRow(number);
}

void CellHandler::openCell(const Attributes& attributes) {
    cell_.value.clear();
    cell_.text.clear();
    cell_.isFormula = false;
    cell_.type = valueOf(attributes, "t");
    cell_.style = 0;
    const std::string_view style = valueOf(attributes, "s");
    std::from_chars(style.data(), style.data() + style.size(), cell_.style);
    if (const auto place = placeIn(valueOf(attributes, "r"))) column_ = place->column;
    cell_.place = {column_, rows_};
}

}  // namespace subs::xlsx
