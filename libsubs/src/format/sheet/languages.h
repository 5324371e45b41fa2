// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

// A cue that says the same in two languages has the lines of one above those of the other, and a
// `Language` span over each; a table has a column for each.
namespace subs::sheet {

/// Lines of one language; `language` is empty where it is not known.
struct LanguagePart {
    std::string language;
    std::string plain;

    friend bool operator==(const LanguagePart&, const LanguagePart&) = default;
};

/// The parts that say something above each other, each with a span of its language.
CueText stacked(std::span<const LanguagePart> parts);

/// The languages that have whole lines of `text`, in the order of their lines; empty for lines of
/// none. Nothing where no language has a whole line.
std::vector<std::string> languagesOf(const CueText& text);

/// `text` by the languages of its lines, of which those named `known` count: that of the span over
/// the whole line, else of one in it, else that of its script, else that of the line before. Lines
/// of one language are one part.
std::vector<LanguagePart> partsOf(const CueText& text, const std::vector<std::string>& known);

/// `text` with a mark of its language on each line: `second` on those in its script, else `first`,
/// or what their script tells where that is empty. As it is where it has such marks.
CueText markedByScript(CueText text, std::string_view first, std::string_view second);

/// `text` without all marks but those of languages.
CueText onlyLanguages(const CueText& text);

}  // namespace subs::sheet
