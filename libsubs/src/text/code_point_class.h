// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace subs {

/// What a code point does to the clusters beside it: the classes of UAX #29, with Khmer taken apart
/// as the Khmer Encoding Structure does.
enum class ClusterClass : std::uint8_t {
    Other,
    CarriageReturn,
    LineFeed,
    Control,           ///< Ends a cluster on both sides; U+200B and U+2060 too.
    Extend,            ///< Signs of other scripts, joiners but U+200D.
    CombiningExtend,   ///< The same with a combining class, or of Myanmar: a conjunct goes on.
    Virama,            ///< Of an Indic script with conjuncts, or of Myanmar.
    LinkingConsonant,  ///< The same.
    Joiner,            ///< U+200D.
    Prepend,
    RegionalIndicator,
    HangulL,
    HangulV,
    HangulT,
    HangulLv,
    HangulLvt,
    Pictograph,
    KhmerBase,  ///< U+1780–17B3, and the dotted circle, which stands for one.
    KhmerSign,  ///< U+17B4–17D1, 17D3, 17DD.
    Coeng,      ///< U+17D2.
};

ClusterClass clusterClassOf(char32_t codePoint);

}  // namespace subs
