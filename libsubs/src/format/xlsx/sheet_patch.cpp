// SPDX-License-Identifier: MIT
#include "format/xlsx/sheet_patch.h"

#include "format/byte_range.h"
#include "format/sheet/cell_marks.h"
#include "format/sheet/cells.h"
#include "format/xlsx/cell_value.h"
#include "format/xlsx/workbook.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace subs::xlsx {
namespace {

/// A tag of the part, which is known to be well-formed.
struct Tag {
    ByteRange at;
    std::string_view name;  ///< Without its prefix.
    bool isEnd = false;
    bool isEmpty = false;
};

/// Where the thing ends that begins with the "<" at `at`.
std::size_t markupEnd(std::string_view xml, std::size_t at) {
    const auto behind = [&](std::string_view sign) {
        const std::size_t found = xml.find(sign, at);
        return found == xml.npos ? xml.size() : found + sign.size();
    };
    const std::string_view rest = xml.substr(at);
    if (rest.starts_with("<!--")) return behind("-->");
    if (rest.starts_with("<![CDATA[")) return behind("]]>");
    if (rest.starts_with("<?")) return behind("?>");
    char quote = '\0';
    for (; at < xml.size(); ++at) {
        if (quote != '\0')
            quote = xml[at] == quote ? '\0' : quote;
        else if (xml[at] == '"' || xml[at] == '\'')
            quote = xml[at];
        else if (xml[at] == '>')
            return at + 1;
    }
    return xml.size();
}

/// The next tag from `at` on, which moves behind it.
std::optional<Tag> nextTag(std::string_view xml, std::size_t& at) {
    for (std::size_t begin = xml.find('<', at); begin != xml.npos; begin = xml.find('<', at)) {
        at = markupEnd(xml, begin);
        Tag tag{{begin, at}, {}};
        const char sign = begin + 1 < xml.size() ? xml[begin + 1] : '!';
        if (sign == '!' || sign == '?') continue;
        tag.isEnd = sign == '/';
        tag.isEmpty = at >= 2 && xml[at - 2] == '/';
        const std::size_t first = begin + (tag.isEnd ? 2 : 1);
        const std::size_t last = std::min(xml.find_first_of(" \t\r\n/>", first), xml.size());
        tag.name = xml.substr(first, last - first);
        tag.name = tag.name.substr(tag.name.find(':') + 1);
        return tag;
    }
    return std::nullopt;
}

/// The value of the attribute `name` of a tag, where it stands.
std::optional<ByteRange> attributeIn(std::string_view xml, const Tag& tag, std::string_view name) {
    const std::string_view text = tag.at.of(xml);
    for (std::size_t at = text.find('='); at != text.npos; at = text.find('=', at + 1)) {
        const std::size_t open = text.find_first_of("\"'", at);
        if (open == text.npos) return std::nullopt;
        const std::size_t close = text.find(text[open], open + 1);
        if (close == text.npos) return std::nullopt;
        const std::size_t nameEnd = text.find_last_not_of(" \t\r\n", at - 1) + 1;
        const std::size_t nameBegin = text.find_last_of(" \t\r\n", nameEnd - 1) + 1;
        if (text.substr(nameBegin, nameEnd - nameBegin) == name)
            return ByteRange{open + 1, close}.shifted(tag.at.begin);
        at = close;
    }
    return std::nullopt;
}

struct XmlCell {
    ByteRange at;
    std::size_t column = 0;
    std::optional<ByteRange> reference;  ///< The value of its attribute `r`.
    std::string_view style;              ///< That of `s`, or empty.
};

struct XmlRow {
    ByteRange at;
    Tag tag;
    std::optional<ByteRange> number;  ///< The value of its attribute `r`.
    std::vector<XmlCell> cells;
};

/// The rows of a sheet by their numbers, and the stretch that they take.
struct XmlRows {
    ByteRange data;  ///< From behind `<sheetData>` up to its end tag; or the empty tag.
    bool isEmptyTag = false;
    std::string prefix;  ///< "x:", or empty.
    std::map<std::uint32_t, XmlRow> rows;
};

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
    void take(const Tag& tag) {
        if (tag.name == "row" && !tag.isEnd) beginRow(tag);
        if (tag.name == "row" && (tag.isEnd || tag.isEmpty)) endRow(tag.at.end);
        if (tag.name == "c" && !tag.isEnd) beginCell(tag);
        if (tag.name == "c" && (tag.isEnd || tag.isEmpty) && !row_.cells.empty())
            row_.cells.back().at.end = tag.at.end;
    }

    void beginRow(const Tag& tag) {
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

    void beginCell(const Tag& tag) {
        XmlCell cell{tag.at, column_, attributeIn(xml_, tag, "r"), {}};
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

/// True of a part that says it is in another encoding than UTF-8, which what is new is in.
bool isOtherEncoding(std::string_view xml) {
    const std::string_view declaration = xml.substr(0, xml.find("?>"));
    const std::size_t at = declaration.find("encoding=");
    if (!declaration.starts_with("<?xml") || at == declaration.npos) return false;
    const std::string_view name = declaration.substr(at + std::string_view("encoding=").size() + 1);
    return !name.starts_with("UTF-8") && !name.starts_with("utf-8");
}

using Values = std::vector<std::string>;

/// A line of the text of a sheet.
struct Line {
    std::uint32_t number = 0;  ///< Of its row as it was; 0 for a new one.
    Values values;             ///< From its first cell on.
    bool isBlank = true;
};

Line lineOf(const sheet::RowReader& row) {
    Line line;
    line.number = numberIn(row.value(0), 0);
    for (std::size_t i = 1; i < row.cells().size(); ++i) {
        line.values.push_back(row.value(i));
        line.isBlank = line.isBlank && line.values.back().empty();
    }
    return line;
}

std::string_view valueAt(const Values& values, std::size_t column) {
    return column < values.size() ? std::string_view(values[column]) : std::string_view();
}

/// Writes the rows of a sheet.
class SheetWriter {
public:
    SheetWriter(std::string_view xml, const XmlRows& rows, std::string_view before)
        : xml_(xml), rows_(rows) {
        for (sheet::RowReader lines(before, '\t'); lines.next();) {
            Line line = lineOf(lines);
            if (line.number > 0) before_.emplace(line.number, std::move(line.values));
        }
    }

    std::string written(std::string_view after) {
        std::string out(xml_.substr(0, rows_.data.begin));
        if (rows_.isEmptyTag) out += open("sheetData") + ">";
        std::size_t done = rows_.data.begin;
        std::uint32_t number = 0;
        for (sheet::RowReader lines(after, '\t'); lines.next();) {
            ++number;
            const Line line = lineOf(lines);
            const auto row = rows_.rows.find(line.number);
            if (row != rows_.rows.end() && before_.contains(line.number))
                appendRow(out, done, row->second, line, number);
            else if (!line.isBlank)
                appendNewRow(out, line.values, number);
        }
        if (rows_.isEmptyTag) return out + "</" + rows_.prefix + "sheetData>" + rest();
        const std::size_t tail = rows_.rows.empty() ? rows_.data.begin : lastEnd();
        return out.append(xml_.substr(tail));
    }

private:
    std::string open(std::string_view name) const { return '<' + rows_.prefix + std::string(name); }
    std::string rest() const { return std::string(xml_.substr(rows_.data.end)); }
    std::size_t lastEnd() const { return rows_.rows.rbegin()->second.at.end; }

    /// What stands between rows goes with the row behind it.
    void appendRow(std::string& out,
                   std::size_t& done,
                   const XmlRow& row,
                   const Line& line,
                   std::uint32_t number) {
        if (row.at.begin >= done && isNext(row, done))
            out.append(xml_.substr(done, row.at.begin - done));
        done = row.at.end;
        rememberStyles(row);
        const Values& old = before_.at(line.number);
        // A row without a number is behind the one before it.
        const bool isBehind = row.number || number == std::exchange(last_, number) + 1;
        last_ = number;
        if (number == line.number && isBehind && old == line.values) {
            out.append(row.at.of(xml_));
            return;
        }
        appendEdited(out, row, old, line.values, number);
    }

    /// True where nothing but blanks lies between.
    bool isNext(const XmlRow& row, std::size_t done) const {
        return xml_.substr(done, row.at.begin - done).find_first_not_of(" \t\r\n") ==
               std::string_view::npos;
    }

    void rememberStyles(const XmlRow& row) {
        for (const XmlCell& cell : row.cells)
            if (cell.column < kMostColumns) styles_[cell.column] = cell.style;
    }

    void appendEdited(std::string& out,
                      const XmlRow& row,
                      const Values& old,
                      const Values& values,
                      std::uint32_t number) {
        appendRowTag(out, row, number);
        std::size_t column = 0;
        for (const XmlCell& cell : row.cells) {
            appendNewCells(out, column, cell.column, values, number);
            column = std::max(column, cell.column + 1);
            const bool isSame = cell.column >= kMostColumns ||
                                valueAt(old, cell.column) == valueAt(values, cell.column);
            if (isSame)
                appendMoved(out, cell, number);
            else
                appendCell(out, cell.column, cell.style, valueAt(values, cell.column), number);
        }
        appendNewCells(out, column, values.size(), values, number);
        const Tag& tag = row.tag;
        out += tag.isEmpty ? "</" + rows_.prefix + "row>" : std::string(endTag(row));
    }

    std::string_view endTag(const XmlRow& row) const {
        const std::size_t begin = xml_.rfind("</", row.at.end - 1);
        return xml_.substr(begin, row.at.end - begin);
    }

    void appendRowTag(std::string& out, const XmlRow& row, std::uint32_t number) const {
        std::string tag(row.tag.at.of(xml_));
        if (row.number)
            tag.replace(row.number->begin - row.tag.at.begin,
                        row.number->end - row.number->begin,
                        std::to_string(number));
        else
            tag.insert(rows_.prefix.size() + std::string_view("<row").size(),
                       " r=\"" + std::to_string(number) + '"');
        if (row.tag.isEmpty) tag.erase(tag.size() - 2, 1);
        out += tag;
    }

    void appendMoved(std::string& out, const XmlCell& cell, std::uint32_t number) const {
        if (!cell.reference) {
            out.append(cell.at.of(xml_));
            return;
        }
        out.append(xml_.substr(cell.at.begin, cell.reference->begin - cell.at.begin));
        out += columnName(cell.column) + std::to_string(number);
        out.append(xml_.substr(cell.reference->end, cell.at.end - cell.reference->end));
    }

    void appendNewRow(std::string& out, const Values& values, std::uint32_t number) {
        last_ = number;
        out += open("row") + " r=\"" + std::to_string(number) + "\">";
        appendNewCells(out, 0, values.size(), values, number);
        out += "</" + rows_.prefix + "row>";
    }

    /// Cells that the row has not, of the columns [begin, end).
    void appendNewCells(std::string& out,
                        std::size_t begin,
                        std::size_t end,
                        const Values& values,
                        std::uint32_t number) const {
        for (std::size_t i = begin; i < std::min(end, values.size()); ++i) {
            if (values[i].empty()) continue;
            const auto style = styles_.find(i);
            appendCell(out,
                       i,
                       style == styles_.end() ? std::string_view() : style->second,
                       values[i],
                       number);
        }
    }

    void appendCell(std::string& out,
                    std::size_t column,
                    std::string_view style,
                    std::string_view value,
                    std::uint32_t number) const {
        out += open("c") + " r=\"" + columnName(column) + std::to_string(number) + '"';
        if (!style.empty()) out.append(" s=\"").append(style).append("\"");
        if (value.empty()) {
            out += "/>";
            return;
        }
        const std::string shown = sheet::withoutMarks(value);
        out += " t=\"inlineStr\">" + open("is") + '>' + open("t") + " xml:space=\"preserve\">";
        appendXmlText(out, shown);
        for (const std::string_view name : {"t", "is", "c"})
            out.append("</").append(rows_.prefix).append(name).append(">");
    }

    std::string_view xml_;
    const XmlRows& rows_;
    std::map<std::uint32_t, Values> before_;
    std::uint32_t last_ = 0;                          ///< The row that was written last.
    std::map<std::size_t, std::string_view> styles_;  ///< Of the cells above, by column.
};

}  // namespace

Result<std::string> patchedSheet(std::string_view xml,
                                 std::string_view before,
                                 std::string_view after) {
    const auto rows = isOtherEncoding(xml) ? std::nullopt : RowFinder(xml).find();
    if (!rows)
        return failure("xlsx.damaged",
                       "the rows of the sheet are out of order or in an old encoding and cannot be "
                       "edited in place; convert it into a new file");
    return SheetWriter(xml, *rows, before).written(after);
}

}  // namespace subs::xlsx
