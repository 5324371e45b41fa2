// SPDX-License-Identifier: MIT
#include <subs/edit/text_parts.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace subs {
namespace {

std::optional<Span> clipped(const Span& span, std::size_t begin, std::size_t end) {
    const std::size_t from = std::max<std::size_t>(span.begin, begin);
    const std::size_t to = std::min<std::size_t>(span.end, end);
    if (span.isPoint() ? from > to : from >= to) return std::nullopt;
    const bool isWhole = from == span.begin && to == span.end;
    if (span.kind == SpanKind::Opaque && !isWhole) return std::nullopt;
    return Span{span.kind,
                static_cast<std::uint32_t>(from - begin),
                static_cast<std::uint32_t>(to - begin),
                span.value};
}

}  // namespace

std::vector<std::string_view> linesIn(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

CueText partOf(const CueText& text, std::size_t begin, std::size_t end) {
    CueText part;
    part.plain = text.plain.substr(begin, end - begin);
    for (const Span& span : text.spans)
        if (auto kept = clipped(span, begin, end)) part.spans.push_back(*std::move(kept));
    return part;
}

CueText joinedLines(std::span<const CueText> parts) {
    CueText joined;
    for (const CueText& part : parts) {
        if (part.plain.empty() && part.spans.empty()) continue;
        if (!joined.plain.empty() && !part.plain.empty()) joined.plain += '\n';
        const auto by = static_cast<std::uint32_t>(joined.plain.size());
        joined.plain += part.plain;
        for (Span span : part.spans) {
            span.begin += by;
            span.end += by;
            joined.spans.push_back(std::move(span));
        }
    }
    return joined;
}

}  // namespace subs
