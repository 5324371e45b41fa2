// SPDX-License-Identifier: MIT
#include "format/ttml/parted_spans.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <queue>

namespace subs::ttml {
namespace {

/// Less than the levels that marks are closed and opened again in (format/marked_text.h), and far
/// less than readers take.
constexpr std::size_t kDeepest = 24;

/// Kinds of which the innermost span counts.
constexpr std::array kOverriding = {SpanKind::Bold,
                                    SpanKind::Italic,
                                    SpanKind::Underline,
                                    SpanKind::Strike,
                                    SpanKind::Color,
                                    SpanKind::Font,
                                    SpanKind::FontSize,
                                    SpanKind::Voice,
                                    SpanKind::Language};

bool isOverriding(const Span& span) {
    return !span.isPoint() && std::ranges::find(kOverriding, span.kind) != kOverriding.end();
}

/// How many spans there are at most over one byte.
std::size_t depthOf(const CueText& text) {
    std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> ends;
    std::size_t depth = 0;
    for (const Span& span : text.spans) {
        if (!isOverriding(span)) continue;
        while (!ends.empty() && ends.top() <= span.begin)
            ends.pop();
        ends.push(span.end);
        depth = std::max(depth, ends.size());
    }
    return depth;
}

/// Cuts spans of one kind, in the order of their beginnings, into stretches.
class Cutter {
public:
    explicit Cutter(PartedSpans& out) : out_(out) {}

    void run(const std::vector<const Span*>& spans) {
        std::vector<std::uint32_t> edges;
        for (const Span* span : spans) {
            edges.push_back(span->begin);
            edges.push_back(span->end);
        }
        std::ranges::sort(edges);
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
        std::vector<bool> isSeen(spans.size());
        std::vector<std::size_t> open;  // The last one that has not ended is the innermost.
        std::size_t next = 0;
        std::size_t before = spans.size();
        for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
            while (next < spans.size() && spans[next]->begin == edges[i])
                open.push_back(next++);
            while (!open.empty() && spans[open.back()]->end <= edges[i])
                open.pop_back();
            if (!open.empty())
                put(*spans[open.back()], edges[i], edges[i + 1], open.back() == before);
            before = open.empty() ? spans.size() : open.back();
            if (!open.empty()) isSeen[open.back()] = true;
        }
        for (std::size_t i = 0; i < spans.size(); ++i)
            if (!isSeen[i]) out_.covered.push_back(*spans[i]);
    }

private:
    void put(const Span& span, std::uint32_t begin, std::uint32_t end, bool goesOn) {
        if (goesOn)
            out_.spans.back().end = end;
        else
            out_.spans.push_back({span.kind, begin, end, span.value});
    }

    PartedSpans& out_;
};

}  // namespace

std::optional<PartedSpans> partedSpans(const CueText& text,
                                       const std::function<bool(const Span&)>& says) {
    if (depthOf(text) <= kDeepest) return std::nullopt;
    const auto isCut = [&](const Span& span) { return isOverriding(span) && says(span); };
    PartedSpans parted;
    for (const SpanKind kind : kOverriding) {
        std::vector<const Span*> spans;
        for (const Span& span : text.spans)
            if (span.kind == kind && isCut(span)) spans.push_back(&span);
        Cutter(parted).run(spans);
    }
    std::ranges::copy_if(text.spans, std::back_inserter(parted.spans), [&](const Span& span) {
        return !isCut(span);
    });
    std::ranges::stable_sort(parted.spans, {}, &Span::begin);
    return parted;
}

}  // namespace subs::ttml
