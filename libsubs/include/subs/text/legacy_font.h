// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/legacy_table.h>
#include <subs/text/text_edit.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// The family that a font of this name belongs to, such as "Limon S1" or "ABC-TEXT-05"; nothing
/// where it is none of them. Case, spaces, hyphens, underscores and the "@" of fonts for vertical
/// text do not matter. A name alone is decisive: nothing of another make is called so.
std::optional<LegacyFont> legacyFontOf(std::string_view fontName);

/// "Limon", "ABC": for a person.
std::string_view nameOf(LegacyFont font);
/// All that `nameOf` and `legacyFontNamed` know.
std::span<const LegacyFont> legacyFonts();
/// The family of that name ("limon"), whatever its case.
std::optional<LegacyFont> legacyFontNamed(std::string_view family);

/// What of a text is converted.
enum class LegacyScope : std::uint8_t {
    All,            ///< All that the font draws as something else than it is.
    KeepLatinWords  ///< But for words that read as Latin and not as Khmer ("Google", "OK").
};

/// A text in Khmer, and what was done: `edits` over the old text make the new one, each a whole
/// syllable or one other sign.
struct LegacyConverted {
    std::string text;
    std::vector<TextEdit> edits;
    /// Letters that the fonts draw nothing known for, each once, as they stand in the text, where
    /// they stay.
    std::u32string unknown;
    /// How well the result reads, 0 to 1: the share of its syllables that are well formed, letters
    /// without a meaning counting as syllables that are not. 1 for nothing to convert.
    double confidence = 1;

    OffsetMap map() const { return OffsetMap(edits); }
};

/// `text`, which is set in a font that draws what `table` says, in Unicode: each syllable in the
/// order of the Khmer Encoding Structure, put right by the normaliser. A left vowel or a subscript
/// RO before its base goes behind it, the halves of a vowel become one, ុ under another vowel
/// becomes a shifter. Text is UTF-8 of windows-1252, or of ISO 8859-1 with C1 controls; Khmer and
/// other scripts in it, spaces, and bytes that are no UTF-8 stay. Twice is the same as once but for
/// Latin digits and punctuation, which mean something else to the font (then keep the first
/// result). O(n).
LegacyConverted convertedLegacy(std::string_view text,
                                const LegacyTable& table,
                                LegacyScope scope = LegacyScope::All);

/// How likely each of the lines of one document is set in a font of the family Limon, 0 to 1.
/// Judged by what no Latin text has (capitals and signs within words) and by how the line reads in
/// Khmer: well-formed syllables, words of the lexicon. A short line is judged with the others
/// around it; by itself it does not get near 1. English, French, German, Vietnamese, names in odd
/// capitals, addresses and Khmer in Unicode get near 0. O(n).
std::vector<double> legacyConfidences(std::span<const std::string_view> lines);
/// The same of one line that stands alone.
double legacyConfidence(std::string_view line);

}  // namespace subs
