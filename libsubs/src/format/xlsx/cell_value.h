// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What is in cells of a workbook (ECMA-376-1, 18.3.1.4 and 18.18.11).
namespace subs::xlsx {

/// A sheet has no more (ECMA-376-1, 18.3.1.13).
inline constexpr std::size_t kSheetColumns = 16384;

/// "C12": the column from 0 and the row from 1. Nothing where `reference` is none.
struct CellPlace {
    std::size_t column = 0;
    std::uint32_t row = 0;
};
std::optional<CellPlace> placeIn(std::string_view reference);

/// "C" of column 2.
std::string columnName(std::size_t column);

/// `text` with "_x000D_" and the like as the characters that they stand for (22.9.2.19).
std::string withoutEscapes(std::string_view text);
/// The way back: with escapes for what is no character of XML, and for what would be read as one.
/// Bytes that are no UTF-8 are U+FFFD.
std::string withEscapes(std::string_view text);
/// The same as XML, with references for `&`, `<` and `>`.
void appendXmlText(std::string& out, std::string_view text);

}  // namespace subs::xlsx
