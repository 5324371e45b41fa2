// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// What a cluster is to a line break.
enum class BreakClass : std::uint8_t {
    Other,
    KhmerLetter,      ///< A Khmer base with signs, or an independent vowel.
    BareConsonant,    ///< A Khmer consonant alone.
    KilledLetter,     ///< A Khmer letter that U+17CD makes silent: it ends what stands before it.
    SoutheastLetter,  ///< Thai, Lao or Burmese, whose words have no spaces between them either.
    SoutheastLead,    ///< A vowel of Thai or Lao that is written before its consonant.
    SoutheastTail,    ///< What ends the syllable before it: vowels and signs that are clusters of
                      ///< their own, a killed consonant or a stack of Burmese.
    Repetition,       ///< ៗ ๆ ໆ
    Stop,             ///< ។ ៕ ៖ ៘ ៚ ๚ ๛ ၊ ။
    Digit,
    ForeignLetter,  ///< Of any other script.
    Space,          ///< One that a line may end after.
    LineEnd,
    ZeroWidthSpace,
    WordJoiner,
    Opening,     ///< Quotes and brackets.
    Closing,     ///< The same, and ! ? …
    Pause,       ///< , . ; :
    NumberSign,  ///< What a number keeps with it: % ៛ and other currencies.
};

constexpr bool isKhmerLetter(BreakClass kind) {
    return kind == BreakClass::KhmerLetter || kind == BreakClass::BareConsonant ||
           kind == BreakClass::KilledLetter;
}

constexpr bool isSoutheastLetter(BreakClass kind) {
    return kind == BreakClass::SoutheastLetter || kind == BreakClass::SoutheastLead ||
           kind == BreakClass::SoutheastTail;
}

/// A letter of a script whose words have no spaces between them.
constexpr bool isUnspacedLetter(BreakClass kind) {
    return isKhmerLetter(kind) || isSoutheastLetter(kind);
}

/// One cluster of a text, or the bytes of one character that was cut off.
struct BreakUnit {
    std::uint32_t begin = 0;      ///< In bytes.
    std::uint32_t wideBegin = 0;  ///< In UTF-16 units.
    BreakClass kind = BreakClass::Other;
};

/// How ICU is shown Khmer letters: as they are, or each cluster as one plain letter, so that it has
/// nothing to look up.
enum class KhmerShown : std::uint8_t { AsItIs, AsLetters };

/// A text as the break rules see it. The buffers are kept from one text to the next.
struct BreakText {
    std::string_view text;
    std::u16string wide;  ///< `text` in UTF-16 for ICU, undecodable bytes as U+FFFD.
    std::vector<BreakUnit> units;

    void assign(std::string_view newText, KhmerShown khmer);
    /// The bytes of the units [first, last).
    std::string_view stretch(std::size_t first, std::size_t last) const;
};

}  // namespace subs
