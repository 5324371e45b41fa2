// SPDX-License-Identifier: MIT
#include "format/xlsx/sheet_rows.h"

#include "format/xlsx/cell_value.h"

#include <charconv>
#include <utility>

namespace subs::xlsx {
namespace {

std::uint32_t numberIn(std::string_view text, std::uint32_t otherwise) {
    std::uint32_t number = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// Finds the rows of a part.
class RowFinder {
public:
    explicit RowFinder(std::string_view xml) : xml_(xml) {}

    std::optional<XmlRows> find() {
        while (auto tag = nextTag(xml_, at_)) {
            if (tag->name != "sheetData") {
                if (inData_) take(*tag);
                continue;
            }
            if (tag->isEnd) {
                result_.data.end = tag->at.begin;
                if (!isInOrder_) return std::nullopt;
                return std::move(result_);
            }
            const std::string_view text = tag->at.of(xml_);
            result_.prefix = text.substr(1, text.find("sheetData") - 1);
            if (tag->isEmpty) {
                result_.data = tag->at;
                result_.isEmptyTag = true;
                return std::move(result_);
            }
            result_.data.begin = tag->at.end;
            inData_ = true;
        }
        return std::nullopt;
    }

private:
    void take(const XmlTag& tag) {
        if (tag.name == "row" && !tag.isEnd) beginRow(tag);
        if (tag.name == "row" && (tag.isEnd || tag.isEmpty)) endRow(tag.at.end);
        if (tag.name == "c" && !tag.isEnd) beginCell(tag);
        if (tag.name == "c" && (tag.isEnd || tag.isEmpty) && !row_.cells.empty())
            row_.cells.back().at.end = tag.at.end;
        if (tag.name == "f" && !row_.cells.empty()) takeFormula(tag);
    }

    void takeFormula(const XmlTag& tag) {
        std::optional<ByteRange>& formula = row_.cells.back().formula;
        if (!tag.isEnd)
            formula = tag.at;
        else if (formula)
            formula->end = tag.at.end;
    }

    void beginRow(const XmlTag& tag) {
        row_ = {tag.at, tag, attributeIn(xml_, tag, "r"), {}};
        column_ = 0;
    }

    void endRow(std::size_t end) {
        row_.at.end = end;
        const std::uint32_t number =
            row_.number ? numberIn(row_.number->of(xml_), last_ + 1) : last_ + 1;
        isInOrder_ = isInOrder_ && number > last_;
        last_ = number;
        result_.rows.emplace(number, std::move(row_));
        row_ = {};
    }

    void beginCell(const XmlTag& tag) {
        XmlCell cell{tag.at, column_, attributeIn(xml_, tag, "r"), {}, {}};
        const auto place = cell.reference ? placeIn(cell.reference->of(xml_)) : std::nullopt;
        if (place) cell.column = place->column;
        if (const auto style = attributeIn(xml_, tag, "s")) cell.style = style->of(xml_);
        column_ = cell.column + 1;
        row_.cells.push_back(cell);
    }

    std::string_view xml_;
    std::size_t at_ = 0;
    bool inData_ = false;
    XmlRows result_;
    XmlRow row_;
    std::uint32_t last_ = 0;
    bool isInOrder_ = true;
    std::size_t column_ = 0;
};

}  // namespace

std::optional<XmlRows> rowsIn(std::string_view xml) {
    return RowFinder(xml).find();
}

}  // namespace subs::xlsx
