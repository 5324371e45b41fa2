// SPDX-License-Identifier: MIT
#include "format/stl/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace subs::stl {
namespace {

constexpr int kColumns = 3;

/// The rows that a text stands in.
struct Rows {
    int first = 1;
    int last = 1;
};

Rows rowsOf(const BlockHead& head, const FieldText& text) {
    const int first = head.row + text.firstRow;
    return {first, first + text.rows - 1 + (text.isDoubleHeight ? 1 : 0)};
}

int bandOf(Alignment alignment) {
    return (static_cast<int>(alignment) - 1) / kColumns;
}

bool isInPlace(Rows at, int band, int rows) {
    if (band == 2) return at.first <= 1;
    if (band == 0) return at.last >= rows - 1;
    const int twiceMiddle = at.first + at.last;
    return twiceMiddle >= rows - 1 && twiceMiddle <= rows + 1;
}

/// True of a text as far from the left as from the right, give or take two columns.
bool isCentred(const FieldText& text, int columns) {
    constexpr int kSlack = 2;
    const int left = text.firstColumn - 1;
    const int right = columns - text.lastColumn;
    return text.lastColumn == 0 || std::abs(left - right) <= 2 * kSlack;
}

}  // namespace

std::optional<Alignment> alignmentOf(const BlockHead& head, const FieldText& text, int rows) {
    const auto [first, last] = rowsOf(head, text);
    const bool isTop = first * 3 <= rows && last * 2 <= rows;
    const bool isMiddle = !isTop && last * 3 <= rows * 2;
    const int column = head.justification == 1 ? 0 : head.justification == 3 ? 2 : 1;
    const int band = isTop ? 2 : isMiddle ? 1 : 0;
    const auto alignment = static_cast<Alignment>(band * kColumns + column + 1);
    if (alignment == Alignment::BottomCentre) return std::nullopt;
    return alignment;
}

std::optional<LostPlace> lostPlaceOf(const BlockHead& head, const FieldText& text, const Gsi& gsi) {
    const Rows at = rowsOf(head, text);
    const Alignment written = alignmentOf(head, text, gsi.rows).value_or(Alignment::BottomCentre);
    const bool areColumnsLost = head.justification == 0 && !isCentred(text, gsi.columns);
    if (isInPlace(at, bandOf(written), gsi.rows) && !areColumnsLost) return std::nullopt;
    LostPlace lost{rowsText(at.first, at.last, gsi.rows), std::string(edgeName(written))};
    if (!areColumnsLost) return lost;
    lost.before += ", " + columnsText(text.firstColumn, text.lastColumn, gsi.columns);
    lost.after += fmt::format(", {}", sideName(written));
    return lost;
}

std::uint8_t rowFor(Alignment alignment, int lines, int pitch, int rows) {
    const int band = bandOf(alignment);
    const int height = lines * pitch;
    const int bottom = rows - height + 1;
    const int row = band == 2 ? 1 : band == 1 ? (rows - height) / 2 + 1 : bottom;
    constexpr int kHighest = 255;
    return static_cast<std::uint8_t>(std::clamp(row, 1, kHighest));
}

std::uint8_t justificationFor(Alignment alignment) {
    return static_cast<std::uint8_t>((static_cast<int>(alignment) - 1) % kColumns + 1);
}

}  // namespace subs::stl
