// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/normalise.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace subs {

// What may be put right.

/// `text` with the spaces of its Khmer lines in order: none at the end of a line and before » ” ) ?
/// ! › ], else one plain space for several, for tabs and for U+00A0. What a line begins with stays,
/// and so do lines without Khmer. U+200B and other invisible characters are the normaliser's. O(n).
Normalised withTidySpaces(std::string_view text);

enum class Ellipsis : std::uint8_t {
    Character,  ///< …, for three full stops that are no part of a longer row.
    Dots,       ///< ...
};

/// `text` with each ellipsis written so, and the edits that made it. O(n).
Normalised withEllipsis(std::string_view text, Ellipsis ellipsis);

/// Whether there is a space at a mark of Khmer. Both ways are in use (a question of style).
enum class SpaceAtMark : std::uint8_t { With, Without };

/// Before ៗ, where it stands behind a Khmer letter on its line. O(n).
Normalised withSpaceBeforeRepetition(std::string_view text, SpaceAtMark space);
/// Before ។ and ៕ behind a Khmer letter or digit; ។ល។ stays as it is. O(n).
Normalised withSpaceBeforeStop(std::string_view text, SpaceAtMark space);
/// Behind ។ and ៕, where a letter, a digit, or an opening quote that is not straight follows on its
/// line. O(n).
Normalised withSpaceAfterStop(std::string_view text, SpaceAtMark space);

// What a person has to decide.

enum class PunctuationKind : std::uint8_t {
    Colon,       ///< ":" behind Khmer, at the end or before a space or quote, where ៖ is due.
    WrongFinal,  ///< ៈ or ះ where the words that are known have the other one, or ៖ was meant.
    LineStart,   ///< ៗ ។ ៕ ៖ ? ! at the beginning of a line of Khmer.
    FinalStop,   ///< "." that ends a Khmer sentence.
    RepeatedMark,  ///< One mark twice or more: "។។", "??", "..", but not "..." and ៗៗ.
};

inline constexpr std::size_t kPunctuationKinds =
    static_cast<std::size_t>(PunctuationKind::RepeatedMark) + 1;

/// The bytes [begin, end) of a text.
struct PunctuationIssue {
    PunctuationKind kind = PunctuationKind::Colon;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    friend bool operator==(const PunctuationIssue&, const PunctuationIssue&) = default;
};

/// Doubtful punctuation of the Khmer in `text`, by its beginnings. Several lines may come at once.
/// Lines of other scripts, abbreviations (គ.ម.) and times (១០:៣០) are let be. The words that are
/// known are those of the built-in lexicon. O(n).
std::vector<PunctuationIssue> punctuationIssuesIn(std::string_view text);

/// Characters of other scripts that stand for Khmer ones which look the same.
struct LookAlike {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    char32_t meant = 0;  ///< What it looks like, or 0: nothing in particular.

    friend bool operator==(const LookAlike&, const LookAlike&) = default;
};

/// In `text`, right beside Khmer: o, O and º in a number of Khmer digits, Thai and Lao letters,
/// signs and digits (no more than two; a word is a quotation), a degree or ring for ំ, a mark of
/// another script on a Khmer letter, a danda. First to last. O(n).
std::vector<LookAlike> lookAlikesIn(std::string_view text);

}  // namespace subs
