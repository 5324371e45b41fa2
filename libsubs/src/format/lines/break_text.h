// SPDX-License-Identifier: MIT
#pragma once

#include "format/lines/cue_syntax.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace subs::lines {

/// U+2060, which no eye sees, in front of what would be read as something else than text.
inline constexpr std::string_view kWordJoiner = "\xE2\x81\xA0";

/// The lines of `body`, which `mark` ("|", "[br]") or line ends part. One more than there are
/// marks.
std::vector<std::string_view> brokenAt(std::string_view body, std::string_view mark);

/// The text of a format without markup.
CueText plainText(std::string_view body, std::string_view mark);

/// The lines of a text; at least one.
struct TextLine {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};
std::vector<TextLine> linesOf(std::string_view plain);

/// Appends a line of a text so that no `mark` is in it: "|" becomes a broken bar, and of longer
/// marks the first sign gets a word joiner behind it. Tells what that changes.
void appendLine(std::string& out,
                std::string_view line,
                std::string_view mark,
                const BodyContext& context);

/// Appends a word joiner before `line`, and tells of it.
void appendJoiner(std::string& out, std::string_view line, const BodyContext& context);

/// How the lines of a text stand in a file.
struct LineParting {
    std::string_view mark;     ///< "|", "[br]"
    std::string_view between;  ///< What is written between lines: the mark, or a line end.
};

/// Appends the text of `context.cue` without its spans. Where `isMistaken` says that a line would
/// be read as something else, it begins with a word joiner.
template <class IsMistaken>
void appendLines(std::string& out,
                 const BodyContext& context,
                 const LineParting& parting,
                 IsMistaken isMistaken) {
    const std::string_view plain = context.cue.text.plain;
    for (const TextLine& part : linesOf(plain)) {
        const std::string_view line = plain.substr(part.begin, part.end - part.begin);
        if (part.begin > 0) out += parting.between;
        if (isMistaken(line)) appendJoiner(out, line, context);
        appendLine(out, line, parting.mark, context);
    }
}

/// Tells of the spans that are not of a kind among `held`, and not written.
void reportSpans(const BodyContext& context, std::initializer_list<SpanKind> held);

}  // namespace subs::lines
