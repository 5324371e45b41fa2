// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/clusters.h>
#include <subs/text/count.h>
#include <subs/text/segment.h>

#include "text/letter_kinds.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

namespace subs {
namespace {

constexpr std::array<std::pair<CountUnit, std::string_view>, 4> kUnitNames{{
    {CountUnit::CodePoints, "code-points"},
    {CountUnit::Graphemes, "graphemes"},
    {CountUnit::Clusters, "clusters"},
    {CountUnit::Columns, "columns"},
}};

/// Joiners, U+200B, U+2060, U+FEFF, U+00AD and the bidi controls.
bool isInvisible(char32_t c) {
    if (c < 0x80) return false;
    return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || c == 0x2060 || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xFEFF;
}

bool counts(char32_t c) {
    return !isLineBreak(c) && !isInvisible(c);
}

/// UAX #11, W and F.
bool isWide(char32_t c) {
    if (c < 0x1100) return false;
    const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH;
}

std::size_t visibleCodePoints(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeUtf8(text, at);
        count += counts(decoded.codePoint) ? 1 : 0;
        at += decoded.length;
    }
    return count;
}

/// 0 for a cluster without anything visible, 2 for a wide one, else 1.
std::size_t columnsOf(std::string_view cluster) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < cluster.size();) {
        const Decoded decoded = decodeUtf8(cluster, at);
        if (counts(decoded.codePoint))
            columns = std::max<std::size_t>(columns, isWide(decoded.codePoint) ? 2 : 1);
        at += decoded.length;
    }
    return columns;
}

bool isWord(std::string_view piece) {
    for (std::size_t at = 0; at < piece.size();) {
        const Decoded decoded = decodeUtf8(piece, at);
        const auto c = static_cast<UChar32>(decoded.codePoint);
        if (decoded.codePoint != kRepetition && (u_isUAlphabetic(c) || u_isdigit(c))) return true;
        at += decoded.length;
    }
    return false;
}

}  // namespace

std::string_view nameOf(CountUnit unit) {
    return std::ranges::find(kUnitNames, unit, &decltype(kUnitNames)::value_type::first)->second;
}

std::optional<CountUnit> countUnitNamed(std::string_view name) {
    const auto found =
        std::ranges::find(kUnitNames, name, &decltype(kUnitNames)::value_type::second);
    if (found == kUnitNames.end()) return std::nullopt;
    return found->first;
}

std::size_t counted(std::string_view text, CountUnit unit) {
    if (unit == CountUnit::CodePoints) return visibleCodePoints(text);
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = nextCluster(text, at);
        const std::size_t columns = columnsOf(text.substr(at, end - at));
        count += unit == CountUnit::Columns ? columns : std::min<std::size_t>(columns, 1);
        at = end;
    }
    return count;
}

std::size_t countedWords(std::string_view text, Segmenter& segmenter) {
    Offsets ends = segmenter.wordBoundaries(text);
    ends.push_back(static_cast<std::uint32_t>(text.size()));
    std::size_t begin = 0;
    std::size_t count = 0;
    for (const std::uint32_t end : ends) {
        count += isWord(text.substr(begin, end - begin)) ? 1 : 0;
        begin = end;
    }
    return count;
}

}  // namespace subs
