// SPDX-License-Identifier: MIT
#include "text/khmer_slots.h"

#include "text/code_point_class.h"
#include "text/letter_kinds.h"

#include <unicode/uchar.h>

#include <array>

namespace subs {
namespace {

using enum KhmerSlot;

constexpr char32_t kKhmerFirst = 0x1780;
constexpr char32_t kKhmerLast = 0x17FF;

constexpr KhmerSlot vowelSlot(char32_t c) {
    if (c == 0x17B6) return VowelPost;
    if (c <= 0x17BA) return VowelAbove;
    return c <= 0x17BD ? VowelBelow : VowelPre;
}

constexpr KhmerSlot signSlot(char32_t c) {
    if (c == 0x17C7 || c == 0x17C8) return Final;
    if (c == 0x17C9 || c == 0x17CA) return Shifter;
    if (c == 0x17CC) return Robat;
    return c == 0x17D2 ? Coeng : Modifier;
}

constexpr bool isStop(char32_t c) {
    return (c >= 0x17D4 && c <= 0x17D6) || (c >= 0x17D8 && c <= 0x17DA);
}

constexpr KhmerSlot khmerSlot(char32_t c) {
    if (c <= 0x17B3) return Base;
    if (c <= 0x17B5) return InherentVowel;
    if (c <= 0x17C5) return vowelSlot(c);
    if (c <= 0x17D3 || c == 0x17DD) return signSlot(c);
    return isStop(c) ? Punctuation : Other;
}

constexpr auto kKhmerSlots = [] {
    std::array<KhmerSlot, kKhmerLast - kKhmerFirst + 1> slots{};
    for (char32_t c = kKhmerFirst; c <= kKhmerLast; ++c)
        slots[c - kKhmerFirst] = khmerSlot(c);
    return slots;
}();

constexpr KhmerSlot asciiSlot(char32_t c) {
    if (isLineBreak(c)) return LineEnd;
    if (c == ' ' || c == '\t') return Space;
    const bool isPlain = c < 0x20 || c == 0x7F || isLatinDigit(c) || isLatinLetter(c) || c == '$' ||
                         c == '+' || c == '<' || c == '=' || c == '>' || c == '^' || c == '`' ||
                         c == '|' || c == '~';
    return isPlain ? Other : Punctuation;
}

constexpr auto kAsciiSlots = [] {
    std::array<KhmerSlot, 0x80> slots{};
    for (char32_t c = 0; c < 0x80; ++c)
        slots[c] = asciiSlot(c);
    return slots;
}();

KhmerSlot invisibleSlot(char32_t c) {
    switch (c) {
        case 0xAD:
            return SoftHyphen;
        case 0x200B:
            return ZeroWidthSpace;
        case 0x200C:
            return NonJoiner;
        case 0x200D:
            return Joiner;
        case 0x2060:
            return WordJoiner;
        case 0xFEFF:
            return ByteOrderMark;
        default:
            return Other;
    }
}

bool isMark(char32_t c) {
    const ClusterClass kind = clusterClassOf(c);
    return kind == ClusterClass::Extend || kind == ClusterClass::CombiningExtend ||
           kind == ClusterClass::Virama;
}

KhmerSlot unicodeSlot(char32_t c) {
    if (const KhmerSlot slot = invisibleSlot(c); slot != Other) return slot;
    if (c == 0x25CC) return Base;
    const auto codePoint = static_cast<UChar32>(c);
    if (isLineBreak(c)) return LineEnd;
    if (u_isUWhiteSpace(codePoint) != 0) return isNoBreakSpace(c) ? Other : Space;
    if (u_ispunct(codePoint) != 0) return Punctuation;
    return isMark(c) ? ForeignMark : Other;
}

}  // namespace

KhmerSlot khmerSlotOf(char32_t codePoint) {
    if (codePoint >= kKhmerFirst && codePoint <= kKhmerLast)
        return kKhmerSlots[codePoint - kKhmerFirst];
    if (codePoint < 0x80) return kAsciiSlots[codePoint];
    return unicodeSlot(codePoint);
}

}  // namespace subs
