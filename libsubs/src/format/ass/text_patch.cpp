// SPDX-License-Identifier: MIT
#include "format/ass/text_patch.h"

#include "format/ass/text_escape.h"
#include "format/ass/text_scanner.h"
#include "format/markup_patch.h"

#include <vector>

namespace subs::ass {
namespace {

std::vector<ShownStretch> shownOf(std::string_view field) {
    std::vector<ShownStretch> result;
    std::size_t plain = 0;
    TextScanner scanner(field);
    for (Token token; scanner.next(token);) {
        if (!isShown(token.kind)) continue;
        std::size_t length = token.kind == TokenKind::Characters ? token.end - token.begin : 1;
        if (token.kind == TokenKind::HardSpace) length = kNoBreakSpace.size();
        result.push_back({plain, plain + length, token.begin, token.end});
        plain += length;
    }
    return result;
}

std::string withAlignment(std::string_view field,
                          const TextRead& read,
                          std::optional<Alignment> alignment) {
    if (read.alignment == alignment) return std::string(field);
    const std::string tag =
        alignment ? "\\an" + std::to_string(static_cast<int>(*alignment)) : std::string();
    if (!read.alignment) return "{" + tag + "}" + std::string(field);
    std::string out(field);
    out.replace(read.alignmentBegin, read.alignmentEnd - read.alignmentBegin, tag);
    const std::size_t brace = read.alignmentBegin - 1;
    if (tag.empty() && out.compare(brace, 2, "{}") == 0) out.erase(brace, 2);
    return out;
}

}  // namespace

std::optional<std::string> patchedText(std::string_view original,
                                       const CueText& text,
                                       std::optional<Alignment> alignment,
                                       SoftBreak soft) {
    CueText before;
    const TextRead read = readText(original, soft, before);
    const std::string field = withAlignment(original, read, alignment);
    const auto reads = [&](std::string_view candidate, CueText& again) {
        return readText(candidate, soft, again).alignment == alignment;
    };
    const std::vector<ShownStretch> shown = shownOf(field);
    return patchedMarkup({field, before.plain, shown, appendEscaped, reads}, text);
}

}  // namespace subs::ass
