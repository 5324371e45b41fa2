// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include "format/sheet/layout.h"
#include "format/xlsx/archive.h"
#include "format/xlsx/cell_value.h"
#include "format/xlsx/number_format.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace subs::xlsx {

/// So many bytes of XML of one part are read: a sheet with all its 1,048,576 rows full of dialogue
/// has less.
inline constexpr std::uint64_t kMostXml = std::uint64_t{1} << 30U;
/// So much text of one sheet, and of the strings that sheets share, is held in memory.
inline constexpr std::size_t kMostText = std::size_t{128} * 1024 * 1024;
/// The rows of a sheet (Excel's limits).
inline constexpr std::uint32_t kMostRows = 1'048'576;
/// Columns behind these are kept in the workbook and not read.
inline constexpr std::size_t kMostColumns = 1024;

/// The part that lists the sheets.
inline constexpr const char* kWorkbookPart = "xl/workbook.xml";

struct Sheet {
    std::string name;
    std::string part;  ///< "xl/worksheets/sheet1.xml"
};

/// How cells show numbers, by their styles.
class CellFormats {
public:
    CellFormats() = default;
    CellFormats(CellFormats&&) = default;
    CellFormats& operator=(CellFormats&&) = default;
    CellFormats(const CellFormats&) = delete;
    CellFormats& operator=(const CellFormats&) = delete;
    ~CellFormats() = default;

    /// That of the cells with style number `style`; "General" where there is none.
    const NumberFormat& of(std::size_t style) const;
    /// True where some cell may show a number otherwise than it is.
    bool areSpecial() const;

    void define(unsigned id, std::string_view code);
    /// Gives the next style the format `id`.
    void addStyle(unsigned id);

private:
    std::map<unsigned, NumberFormat> known_;
    std::vector<const NumberFormat*> styles_;  ///< The nodes of a map stay where they are.
};

/// What the sheets of a workbook share.
struct Workbook {
    std::vector<Sheet> sheets;         ///< That are shown, then those that are hidden.
    std::vector<std::string> strings;  ///< By their number.
    CellFormats formats;
    DateBase dateBase = DateBase::Of1900;
};

/// All sheets, as in a `Workbook`. Errors: those of `Archive`, "xlsx.no-sheet".
Result<std::vector<Sheet>> sheetsIn(const Archive& archive);

/// The part with the strings that sheets share; empty where there is none.
std::string sharedStringsPartIn(const Archive& archive);

/// Errors: those of `sheetsIn`.
Result<Workbook> workbookIn(const Archive& archive);

/// The same without the strings.
Result<Workbook> formatsIn(const Archive& archive);

/// A cell that says what no program could find: an error ("#REF!", 18.18.11), or the number of a
/// shared string that is not there, which is read as an empty text.
struct FlawedCell {
    CellPlace place;
    std::string value;
    bool isError = false;
};

struct SheetText {
    std::string text;
    std::vector<FlawedCell> flawed;  ///< The first thousand.
};

/// The cells of a sheet as text: a line for each row up to the last, with tabs between cells, its
/// number in the first cell, and nothing at all for a row that the sheet does not have. Cells are
/// quoted as in sheet/cells.h, line ends inside of them are marks (sheet/cell_marks.h).
/// Numbers are as in `meantText`, in the columns of texts as in `shownNumber`. Errors: those of
/// `Archive`, "xlsx.too-large".
Result<SheetText> textOf(const Archive& archive,
                         const Workbook& workbook,
                         const Sheet& sheet,
                         const sheet::Dialect& dialect);

}  // namespace subs::xlsx
