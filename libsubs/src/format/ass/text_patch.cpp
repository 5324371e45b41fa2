// SPDX-License-Identifier: MIT
#include "format/ass/text_patch.h"

#include "format/ass/text_escape.h"
#include "format/ass/text_scanner.h"

#include <algorithm>
#include <vector>

namespace subs::ass {
namespace {

/// Characters of the plain text and the bytes of the field that give them.
struct Shown {
    std::size_t plainBegin = 0;
    std::size_t plainEnd = 0;
    std::size_t rawBegin = 0;
    std::size_t rawEnd = 0;
    bool exact = false;  ///< Byte for byte.
};

std::vector<Shown> shownOf(std::string_view field) {
    std::vector<Shown> result;
    std::size_t plain = 0;
    TextScanner scanner(field);
    for (Token token; scanner.next(token);) {
        if (!isShown(token.kind)) continue;
        const bool exact = token.kind == TokenKind::Characters;
        std::size_t length = exact ? token.end - token.begin : 1;
        if (token.kind == TokenKind::HardSpace) length = kNoBreakSpace.size();
        result.push_back({plain, plain + length, token.begin, token.end, exact});
        plain += length;
    }
    return result;
}

/// The bytes [begin, end) of the old plain text become `length` others.
struct Edit {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t length = 0;
};

Edit editBetween(std::string_view before, std::string_view after) {
    const std::size_t least = std::min(before.size(), after.size());
    std::size_t begin = 0;
    while (begin < least && before[begin] == after[begin])
        ++begin;
    std::size_t tail = 0;
    while (tail < least - begin &&
           before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return {begin, before.size() - tail, after.size() - tail - begin};
}

/// Widens `edit` so that it holds escapes whole.
void widen(Edit& edit, const std::vector<Shown>& shown) {
    for (const Shown& s : shown) {
        if (s.exact || s.plainEnd <= edit.begin || s.plainBegin >= edit.end) continue;
        const std::size_t before = edit.begin - std::min(edit.begin, s.plainBegin);
        const std::size_t after = std::max(edit.end, s.plainEnd) - edit.end;
        edit = {edit.begin - before, edit.end + after, edit.length + before + after};
    }
}

enum class Side { BeforeTags, BehindTags };

/// The byte of the field at plain place `at`: before or behind the tags that stand there.
std::size_t rawPlace(const std::vector<Shown>& shown, std::size_t at, std::size_t size, Side side) {
    std::size_t place = side == Side::BehindTags ? size : 0;
    for (const Shown& s : shown) {
        const bool holds = side == Side::BehindTags ? s.plainBegin <= at && at < s.plainEnd
                                                    : s.plainBegin < at && at <= s.plainEnd;
        if (holds)
            return s.exact || at == s.plainBegin ? s.rawBegin + (at - s.plainBegin) : s.rawEnd;
    }
    return place;
}

std::string edited(std::string_view field,
                   const std::vector<Shown>& shown,
                   const Edit& edit,
                   std::string_view plain,
                   Side side) {
    const std::size_t begin = rawPlace(shown, edit.begin, field.size(), side);
    const std::size_t end =
        edit.end == edit.begin ? begin : rawPlace(shown, edit.end, field.size(), Side::BeforeTags);
    std::string out(field.substr(0, begin));
    std::size_t at = begin;
    for (const Shown& s : shown) {
        if (s.rawEnd <= begin || s.rawBegin >= end) continue;
        if (s.rawBegin > at) out += field.substr(at, s.rawBegin - at);
        at = std::max(at, std::min(s.rawEnd, end));
    }
    appendEscaped(out, plain, edit.begin, edit.begin + edit.length);
    out += field.substr(end);
    return out;
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
    const std::vector<Shown> shown = shownOf(field);
    Edit edit = editBetween(before.plain, text.plain);
    widen(edit, shown);
    for (const Side side : {Side::BehindTags, Side::BeforeTags}) {
        std::string candidate = edited(field, shown, edit, text.plain, side);
        CueText again;
        if (readText(candidate, soft, again).alignment == alignment && again == text)
            return candidate;
    }
    return std::nullopt;
}

}  // namespace subs::ass
