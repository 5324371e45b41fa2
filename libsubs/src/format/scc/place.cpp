// SPDX-License-Identifier: MIT
#include "format/scc/place.h"

#include <fmt/format.h>

#include <cstdlib>
#include <string>

namespace subs::scc {
namespace {

constexpr int kIndent = 4;

int firstRowFor(Alignment alignment, int rows) {
    const int band = (static_cast<int>(alignment) - 1) / 3;
    if (band == 2) return 1;
    return band == 1 ? (kRows - rows) / 2 + 1 : kRows - rows + 1;
}

bool isInRows(const CaptionPlace& place, Alignment alignment) {
    const int first = firstRowFor(alignment, place.rows);
    return place.firstRow == first && place.lastRow == first + place.rows - 1;
}

/// Beside the other rows of its caption a row may begin anywhere that they cover.
bool isInColumns(const CaptionPlace& place, Alignment alignment) {
    const int first = columnFor(alignment, place.widest);
    const int last = first + place.widest - 1;
    return std::abs(place.firstColumn - first) < kIndent &&
           std::abs(place.lastColumn - last) < kIndent;
}

}  // namespace

int columnFor(Alignment alignment, int width) {
    const int column = (static_cast<int>(alignment) - 1) % 3;
    const int room = kColumns - width;
    if (column == 0) return 0;
    return column == 1 ? room / 2 : room;
}

std::optional<LostPlace> lostPlaceOf(const Shown& shown) {
    const CaptionPlace& place = shown.place;
    const Alignment written = shown.alignment.value_or(Alignment::BottomCentre);
    if (place.rows == 0 || shown.isTooWide) return std::nullopt;
    const bool areColumnsLost = !isInColumns(place, written);
    if (isInRows(place, written) && !areColumnsLost) return std::nullopt;
    LostPlace lost{rowsText(place.firstRow, place.lastRow, kRows), std::string(edgeName(written))};
    if (!areColumnsLost) return lost;
    lost.before += ", " + columnsText(place.firstColumn + 1, place.lastColumn + 1, kColumns);
    lost.after += fmt::format(", {}", sideName(written));
    return lost;
}

}  // namespace subs::scc
