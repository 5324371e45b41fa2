// SPDX-License-Identifier: MIT
#include "format/xlsx/sheet_patch.h"

#include "format/sheet/cell_marks.h"
#include "format/sheet/cells.h"
#include "format/xlsx/cell_value.h"
#include "format/xlsx/formula_changes.h"
#include "format/xlsx/row_line.h"
#include "format/xlsx/sheet_rows.h"
#include "format/xlsx/workbook.h"
#include "format/xlsx/xml_tags.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace subs::xlsx {
namespace {

/// Writes the rows of a sheet.
class SheetWriter {
public:
    /// All are borrowed.
    SheetWriter(std::string_view xml,
                const XmlRows& rows,
                const std::map<std::uint32_t, RowValues>& before,
                const std::set<std::size_t>& stripped)
        : xml_(xml), rows_(rows), before_(before), stripped_(stripped) {}

    std::string written(std::string_view after) {
        std::string out(xml_.substr(0, rows_.data.begin));
        if (rows_.isEmptyTag) out += open("sheetData") + ">";
        std::size_t done = rows_.data.begin;
        std::uint32_t number = 0;
        for (sheet::RowReader lines(after, '\t'); lines.next();) {
            ++number;
            const RowLine line = lineOf(lines);
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
                   const RowLine& line,
                   std::uint32_t number) {
        if (row.at.begin >= done && isNext(row, done))
            out.append(xml_.substr(done, row.at.begin - done));
        done = row.at.end;
        rememberStyles(row);
        const RowValues& old = before_.at(line.number);
        // A row without a number is behind the one before it.
        const bool isBehind = row.number || number == std::exchange(last_, number) + 1;
        last_ = number;
        const bool isSame = old == line.values && !hasStripped(row);
        if (number == line.number && isBehind && isSame) {
            out.append(row.at.of(xml_));
            return;
        }
        appendEdited(out, row, old, line.values, number);
    }

    bool isStripped(const XmlCell& cell) const {
        return cell.formula && stripped_.contains(cell.formula->begin);
    }

    bool hasStripped(const XmlRow& row) const {
        return std::ranges::any_of(row.cells,
                                   [this](const XmlCell& cell) { return isStripped(cell); });
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
                      const RowValues& old,
                      const RowValues& values,
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
        const XmlTag& tag = row.tag;
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
        std::size_t done = cell.at.begin;
        if (cell.reference) {
            out.append(xml_.substr(done, cell.reference->begin - done));
            out += columnName(cell.column) + std::to_string(number);
            done = cell.reference->end;
        }
        if (isStripped(cell)) {
            out.append(xml_.substr(done, cell.formula->begin - done));
            done = cell.formula->end;
        }
        out.append(xml_.substr(done, cell.at.end - done));
    }

    void appendNewRow(std::string& out, const RowValues& values, std::uint32_t number) {
        last_ = number;
        out += open("row") + " r=\"" + std::to_string(number) + "\">";
        appendNewCells(out, 0, values.size(), values, number);
        out += "</" + rows_.prefix + "row>";
    }

    /// Cells that the row has not, of the columns [begin, end).
    void appendNewCells(std::string& out,
                        std::size_t begin,
                        std::size_t end,
                        const RowValues& values,
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
    const std::map<std::uint32_t, RowValues>& before_;
    const std::set<std::size_t>& stripped_;           ///< Where formulas begin that go.
    std::uint32_t last_ = 0;                          ///< The row that was written last.
    std::map<std::size_t, std::string_view> styles_;  ///< Of the cells above, by column.
};

}  // namespace

Result<PatchedSheet> patchedSheet(std::string_view xml,
                                  std::string_view before,
                                  std::string_view after) {
    const auto rows = isOtherEncoding(xml) ? std::nullopt : rowsIn(xml);
    if (!rows)
        return failure("xlsx.damaged",
                       "the rows of the sheet are out of order or in an old encoding and cannot be "
                       "edited in place; convert it into a new file");
    const auto values = valuesByRow(before);
    FormulaChanges formulas = formulaChanges(xml, *rows, values, after);
    std::string written = SheetWriter(xml, *rows, values, formulas.stripped).written(after);
    return PatchedSheet{std::move(written),
                        std::move(formulas.gone),
                        std::move(formulas.stale),
                        formulas.areElsewhere};
}

}  // namespace subs::xlsx
