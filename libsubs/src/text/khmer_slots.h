// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace subs {

/// The place of a code point in a Khmer syllable (Khmer Encoding Structure, version 2), signs in
/// their order, and what else matters beside Khmer.
enum class KhmerSlot : std::uint8_t {
    Other,
    Base,  ///< U+1780–17B3 and U+25CC.
    Robat,
    Coeng,
    Shifter,
    VowelPre,
    VowelBelow,
    VowelAbove,
    VowelPost,
    Modifier,
    Final,
    InherentVowel,  ///< U+17B4, 17B5: invisible, like those up to `SoftHyphen`.
    NonJoiner,
    Joiner,
    ZeroWidthSpace,
    WordJoiner,
    ByteOrderMark,
    SoftHyphen,
    ForeignMark,  ///< A combining mark of another script.
    Space,        ///< One that a line may end after.
    LineEnd,
    Punctuation,
    Damaged,  ///< A byte that is no UTF-8.
};

/// O(1); for Khmer and ASCII by table.
KhmerSlot khmerSlotOf(char32_t codePoint);

constexpr bool isSign(KhmerSlot slot) {
    return slot >= KhmerSlot::Robat && slot <= KhmerSlot::Final;
}
constexpr bool isVowel(KhmerSlot slot) {
    return slot >= KhmerSlot::VowelPre && slot <= KhmerSlot::VowelPost;
}
constexpr bool isInvisible(KhmerSlot slot) {
    return slot >= KhmerSlot::InherentVowel && slot <= KhmerSlot::SoftHyphen;
}

namespace khmer {

inline constexpr char32_t kDa = 0x178A;
inline constexpr char32_t kTa = 0x178F;
inline constexpr char32_t kBa = 0x1794;
inline constexpr char32_t kRo = 0x179A;
inline constexpr char32_t kLo = 0x179B;
inline constexpr char32_t kQa = 0x17A2;
inline constexpr char32_t kOldQaq = 0x17A3;
inline constexpr char32_t kOldQaa = 0x17A4;
inline constexpr char32_t kAa = 0x17B6;
inline constexpr char32_t kI = 0x17B7;
inline constexpr char32_t kIi = 0x17B8;
inline constexpr char32_t kYy = 0x17BA;
inline constexpr char32_t kU = 0x17BB;
inline constexpr char32_t kOe = 0x17BE;
inline constexpr char32_t kYa = 0x17BF;
inline constexpr char32_t kE = 0x17C1;
inline constexpr char32_t kOo = 0x17C4;
inline constexpr char32_t kNikahit = 0x17C6;
inline constexpr char32_t kMuusikatoan = 0x17C9;
inline constexpr char32_t kTriisap = 0x17CA;
inline constexpr char32_t kSamyok = 0x17D0;
inline constexpr char32_t kCoeng = 0x17D2;
inline constexpr char32_t kBathamasat = 0x17D3;
inline constexpr char32_t kKhan = 0x17D4;
inline constexpr char32_t kBeyyal = 0x17D8;
inline constexpr char32_t kAtthacan = 0x17DD;
inline constexpr char32_t kZero = 0x17E0;
inline constexpr char32_t kOne = 0x17E1;
inline constexpr char32_t kNonJoiner = 0x200C;

/// Of the consonants that are spoken in the first series.
constexpr bool isFirstSeries(char32_t letter) {
    return (letter >= 0x1780 && letter <= 0x1783) || (letter >= 0x1785 && letter <= 0x1788) ||
           (letter >= 0x178A && letter <= 0x178D) || (letter >= 0x178F && letter <= 0x1792) ||
           (letter >= 0x1795 && letter <= 0x1797) || (letter >= 0x179E && letter <= 0x17A0) ||
           letter == kQa;
}

}  // namespace khmer
}  // namespace subs
