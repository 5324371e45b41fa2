// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/edit/legacy_font.h>
#include <subs/job/cue_lines.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// Legacy text of a cue, or of a line of a plain text, where a person finds it.
struct PlacedLegacy {
    LegacyCue text;
    TextPlace place;  ///< Line 0 where it is not known.
    /// Whether `text.index` is a cue of a document or a line.
    enum class In { Cue, Line } in = In::Cue;
};

/// `cues` in the file that `document` was read from.
std::vector<PlacedLegacy> placedLegacy(std::vector<LegacyCue> cues, const Document& document);

/// A table of what the fonts of a family draw, from a file, which errors name: those of
/// `LegacyTable::parse` and of reading a file.
Result<LegacyTable> readLegacyTable(const std::filesystem::path& path);

/// A plain text, each line of which is judged and converted as a cue is, and what was found.
struct LegacyLines {
    std::string text;
    std::vector<PlacedLegacy> found;
};
LegacyLines withLegacyConverted(std::string_view text, const LegacyOptions& options);

/// The code of what is said of such text.
inline constexpr std::string_view kLegacyFontCode = "khmer.legacy-font";

/// Each as a remark, code `kLegacyFontCode`: "cue 3: text for the font Limon (99 %): "…" → "…"".
Diagnostic legacyDiagnostic(const PlacedLegacy& legacy);

/// What was done, for a person who did not ask what would be: how many cues were converted and of
/// which fonts, which doubtful ones were left alone, how many there is no table for. `count` is of
/// all cues or lines.
Diagnostics legacyRemarks(std::span<const PlacedLegacy> found,
                          std::size_t count,
                          const LegacyOptions& options);

/// That a document has no text in `font`, which was asked for.
Diagnostic noLegacyText(LegacyFont font);

/// Where text looks like legacy text and nobody asked for it: "2 of 3 cues look like text for the
/// font Limon (97 %); ...", at the first of them. Nothing where none does.
std::optional<Diagnostic> legacyRemark(const Document& document);
std::optional<Diagnostic> legacyRemark(std::string_view text);

}  // namespace subs
