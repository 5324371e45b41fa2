// SPDX-License-Identifier: MIT
#include "format/row_words.h"

#include <fmt/format.h>

#include <array>

namespace subs {
namespace {

constexpr std::size_t kColumns = 3;

std::size_t indexOf(Alignment alignment) {
    return static_cast<std::size_t>(alignment) - 1;
}

std::string stretchText(std::string_view what, int first, int last, int all) {
    if (first == last) return fmt::format("{} {} of {}", what, first, all);
    return fmt::format("{}s {} to {} of {}", what, first, last, all);
}

}  // namespace

std::string rowsText(int first, int last, int all) {
    return stretchText("row", first, last, all);
}

std::string columnsText(int first, int last, int all) {
    return stretchText("column", first, last, all);
}

std::string_view edgeName(Alignment alignment) {
    constexpr std::array<std::string_view, 3> kEdges{
        "the bottom edge", "the middle", "the top edge"};
    return kEdges.at(indexOf(alignment) / kColumns);
}

std::string_view sideName(Alignment alignment) {
    constexpr std::array<std::string_view, kColumns> kSides{"left", "centred", "right"};
    return kSides.at(indexOf(alignment) % kColumns);
}

}  // namespace subs
