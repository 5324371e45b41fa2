// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/utf8.h>
#include <subs/text/clusters.h>

#include <string>
#include <string_view>
#include <vector>

namespace testing {

/// The code points of `text`.
inline std::vector<char32_t> codePoints(std::string_view text) {
    std::vector<char32_t> found;
    for (std::size_t at = 0; at < text.size();) {
        const auto decoded = subs::decodeUtf8(text, at);
        found.push_back(decoded.codePoint);
        at += decoded.length;
    }
    return found;
}

/// Where a sign stands in a syllable (Khmer Encoding Structure, version 2: base, robat, subscripts,
/// shifter, vowel, modifiers, final); 0 for what is no sign.
inline int slotOf(char32_t c) {
    if (c == 0x17CC) return 1;
    if (c == 0x17D2) return 2;
    if (c == 0x17C9 || c == 0x17CA) return 3;
    if (c >= 0x17B6 && c <= 0x17C5) return 4;
    if (c == 0x17C6 || c == 0x17CB || (c >= 0x17CD && c <= 0x17D1) || c == 0x17DD) return 5;
    return c == 0x17C7 || c == 0x17C8 ? 6 : 0;
}

/// Whether one orthographic cluster is written in modern canonical order. Joiners count as
/// disorder: no text here needs them.
inline bool isOrdered(std::string_view cluster) {
    constexpr int kMost[] = {0, 1, 2, 1, 1, 2, 1};
    const auto letters = codePoints(cluster);
    if (slotOf(letters.front()) != 0) return false;
    int last = 0;
    int count = 0;
    for (std::size_t i = 1; i < letters.size(); ++i) {
        const int slot = slotOf(letters[i]);
        if (slot == 0 || slot < last) return false;
        count = slot == last ? count + 1 : 1;
        if (count > kMost[slot]) return false;
        if (slot == 2 && (++i == letters.size() || slotOf(letters[i]) != 0)) return false;
        if (slot == 2 && count == 2 && letters[i - 2] == 0x179A) return false;
        last = slot;
    }
    return true;
}

/// The first Khmer cluster of `text` that is out of order, or the first invisible character; empty:
/// none.
inline std::string disorderIn(std::string_view text) {
    std::size_t begin = 0;
    for (const std::size_t end : subs::clusterEnds(text)) {
        const auto cluster = text.substr(begin, end - begin);
        const char32_t first = codePoints(cluster).front();
        const bool isKhmer = first >= 0x1780 && first <= 0x17FF;
        const bool isInvisible =
            (first >= 0x200B && first <= 0x200F) || first == 0x2060 || first == 0xFEFF;
        if (isInvisible || (isKhmer && !isOrdered(cluster))) return std::string(cluster);
        begin = end;
    }
    return {};
}

}  // namespace testing
