// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace subs {

/// What can be wrong with the way in which Khmer is written down. The order of a syllable is that
/// of the Khmer Encoding Structure, version 2 (2024), page 16: base, robat, up to two subscripts,
/// one shifter, one vowel, up to two modifiers, one final. 87 % of what is wrong cannot be seen in
/// most fonts.
enum class IssueKind : std::uint8_t {
    // With one right answer.
    SignOrder,            ///< Signs of a syllable in another order.
    NikahitFirst,         ///< ំ typed before ា or ុ.
    DoubledCoeng,         ///< U+17D2 more than once before a letter.
    SplitVowel,           ///< េ + ា for ោ, េ + ី for ើ.
    CoengRoFirst,         ///< A subscript RO before another subscript.
    UForShifter,          ///< ុ under a vowel that stands above: a shifter.
    DeprecatedCharacter,  ///< U+17A3, U+17A4, U+17D8.
    InherentVowel,        ///< U+17B4, U+17B5.
    InvisibleInCluster,   ///< U+200B, 200C, 200D, 2060, FEFF or 00AD inside a syllable.
    StrayJoiner,          ///< U+200C that follows no shifter, or U+200D, beside Khmer.
    ByteOrderMark,        ///< U+FEFF.
    SoftHyphen,           ///< U+00AD beside Khmer.
    DoubledSpace,         ///< U+200B beside another one.
    NeedlessSpace,        ///< U+200B at an end of a line, beside a space or beside punctuation.
    LunarDate,            ///< A lunar date of digits and U+17D2 instead of its own symbol.
    // Without: a person has to say what was meant.
    DanglingCoeng,   ///< U+17D2 without a letter.
    OrphanSign,      ///< A sign, or U+17D2, with no letter before it.
    RepeatedSign,    ///< One sign or one subscript twice in a syllable.
    ThreeCoengs,     ///< More than two subscripts.
    TwoShifters,     ///< ៉ and ៊.
    TwoVowels,       ///< More than one vowel, and no way to make one of them.
    TooManySigns,    ///< More than two modifiers.
    TwoFinals,       ///< ះ and ៈ.
    SignAfterU,      ///< ័ or U+17DD as the first modifier after ុ.
    NeedlessJoiner,  ///< U+200C after a shifter that would stand there without it.
    DeprecatedSign,  ///< U+17D3.
    ForeignMark,     ///< A combining mark of another script on a Khmer letter.
};

inline constexpr std::size_t kIssueKinds = static_cast<std::size_t>(IssueKind::ForeignMark) + 1;

/// "sign-order", "split-vowel", ...: stable, for programs.
std::string_view nameOf(IssueKind kind);
/// A plain sentence for a person, without full stop.
std::string_view sentenceOf(IssueKind kind);

/// Which policy of the normaliser (text/normalise.h) puts it right.
enum class IssueFix : std::uint8_t { None, Safe, Full };

/// The same for all issues of a kind.
IssueFix fixOf(IssueKind kind);

/// What is wrong with the bytes [begin, end) of a text.
struct Issue {
    IssueKind kind = IssueKind::SignOrder;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const Issue&, const Issue&) = default;
};

/// All that is not conformant modern Khmer in `text`, by its beginnings; empty for well-formed
/// text. Several lines may come at once ('\n', "\r\n"). Subscript DA and TA are both right. Other
/// scripts and bytes that are no UTF-8 are passed over. One pass, O(n).
std::vector<Issue> issuesIn(std::string_view text);

}  // namespace subs
