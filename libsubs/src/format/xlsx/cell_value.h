// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What is in cells of a workbook (ECMA-376-1, 18.3.1.4 and 18.18.11).
namespace subs::xlsx {

/// "C12": the column from 0 and the row from 1. Nothing where `reference` is none.
struct CellPlace {
    std::size_t column = 0;
    std::uint32_t row = 0;
};
std::optional<CellPlace> placeIn(std::string_view reference);

/// "C" of column 2.
std::string columnName(std::size_t column);

/// A number as a spreadsheet shows it: "12.5" of "12.500000000000002".
std::string numberText(std::string_view value);

/// A time of day or a length, in days, as a clock to the millisecond: "00:00:01.500". Nothing where
/// `value` is no number, or a date.
std::optional<std::string> clockOfDays(std::string_view value);

/// True of a number format of dates or times: "hh:mm:ss.000", "[h]:mm", and not "0.00 \"hours\"".
bool isTimeFormat(std::string_view code);
/// The same of a built-in format (18.8.30).
bool isBuiltInTimeFormat(unsigned id);

/// `text` with "_x000D_" and the like as the characters that they stand for (22.9.2.19).
std::string withoutEscapes(std::string_view text);
/// The way back: with escapes for what is no character of XML, and for what would be read as one.
/// Bytes that are no UTF-8 are U+FFFD.
std::string withEscapes(std::string_view text);
/// The same as XML, with references for `&`, `<` and `>`.
void appendXmlText(std::string& out, std::string_view text);

}  // namespace subs::xlsx
