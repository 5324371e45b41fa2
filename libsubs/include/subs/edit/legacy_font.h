// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/change.h>
#include <subs/text/legacy_font.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace subs {

/// Which text of a document is taken for text of a font from before Unicode.
struct LegacyOptions {
    /// Absent: text set in a font that is known by its name, and lines that read so. Named: all
    /// text that is set in a font of the family, or, where nothing in the document is, all Latin
    /// text.
    std::optional<LegacyFont> font = {};
    /// What the fonts of `font` draw, where that is named; absent: what the library has of
    /// them.
    std::optional<LegacyTable> table = {};
    /// Lines that are judged by how they read stay below it.
    double leastConfidence = 0.9;
    /// What converted text is set in where a font of the family was named.
    std::string khmerFont = "Khmer OS Battambang";

    /// What the fonts of `family` draw: `table`, else the library's own, which there must be
    /// (asserted).
    LegacyTable tableOf(LegacyFont family) const;
};

/// How text is known to be legacy text.
enum class LegacyReason : std::uint8_t { FontName, Statistics, Asked };

enum class LegacyOutcome : std::uint8_t {
    Converted,
    Doubtful,     ///< Left alone: it may be Latin text.
    OtherFamily,  ///< Left alone: set in a font of another family than the one that was named.
    NoTable,      ///< Left alone: it is not known what the fonts of the family draw.
};

/// Legacy text of one cue.
struct LegacyCue {
    std::size_t index = 0;
    LegacyFont font = LegacyFont::Limon;
    LegacyReason reason = LegacyReason::Statistics;
    LegacyOutcome outcome = LegacyOutcome::Converted;
    /// 0 to 1: by statistics how likely it is legacy text; else how well it reads once converted,
    /// or 1 where it is not.
    double confidence = 1;
    std::string fontName = {};  ///< Of the first such text, where a font was named.
    std::string before = {};    ///< The plain text of the whole cue.
    std::string after = {};     ///< The same, with all that is converted.
    std::u32string unknown = {};
};

/// What would become of a document.
struct LegacyConversion {
    Change change;
    /// In the order of the cues; two of one cue where some of its text is converted and some is
    /// not.
    std::vector<LegacyCue> cues;
};

/// The legacy text of `document` in Unicode, and what is to be said of it; nothing happens to the
/// document. Spans keep to their characters. Text in another font, and lines and words that read as
/// Latin, stay (text/legacy_font.h). Styles, `\fn` and `<font face>` that named the legacy font of
/// converted text name `khmerFont`. The font of a text is that of its last `Font` span, else of its
/// style, also after ASS's `\r`. O(text + spans · log spans).
LegacyConversion legacyConversion(const Document& document, const LegacyOptions& options = {});

}  // namespace subs
