// SPDX-License-Identifier: MIT
#include "format/emphasis.h"

#include <subs/format/features.h>

#include <algorithm>
#include <charconv>

namespace subs {

const std::array<Emphasis, 4> kEmphases{
    {{SpanKind::Bold, &Style::bold, feature::kBold},
     {SpanKind::Italic, &Style::italic, feature::kItalic},
     {SpanKind::Underline, &Style::underline, feature::kUnderline},
     {SpanKind::Strike, &Style::strike, feature::kStrike}}};

bool isOn(const Span& span) {
    // OpenType's semi-bold: lighter is not bold to a viewer.
    constexpr int kLeastBold = 600;
    if (span.value.empty()) return true;
    int weight = 0;
    std::from_chars(span.value.data(), span.value.data() + span.value.size(), weight);
    return span.kind == SpanKind::Bold ? weight == 1 || weight >= kLeastBold : weight != 0;
}

std::vector<EmphasisRange> emphasisRanges(const CueText& text, SpanKind kind, bool isInStyle) {
    std::vector<const Span*> spans;
    std::vector<std::uint32_t> edges = {0, static_cast<std::uint32_t>(text.plain.size())};
    for (const Span& span : text.spans) {
        if (span.kind != kind || span.isPoint()) continue;
        spans.push_back(&span);
        edges.insert(edges.end(), {span.begin, span.end});
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<EmphasisRange> ranges;
    std::vector<const Span*> open;
    std::size_t next = 0;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        while (next < spans.size() && spans[next]->begin <= edges[i])
            open.push_back(spans[next++]);
        while (!open.empty() && open.back()->end <= edges[i])
            open.pop_back();
        if (!(open.empty() ? isInStyle : isOn(*open.back()))) continue;
        const bool goesOn = !ranges.empty() && ranges.back().end == edges[i];
        if (!goesOn) ranges.push_back({edges[i], edges[i]});
        ranges.back().end = edges[i + 1];
    }
    return ranges;
}

bool isSimpleEmphasis(const CueText& text, SpanKind kind, bool isInStyle) {
    return !isInStyle && std::ranges::all_of(text.spans, [&](const Span& span) {
        return span.kind != kind || span.value.empty();
    });
}

}  // namespace subs
