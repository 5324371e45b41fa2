// SPDX-License-Identifier: MIT
#include <subs/edit/edited_text.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace subs {
namespace {

bool isEdited(const Span& span, std::span<const TextEdit> edits) {
    const auto next = std::ranges::upper_bound(edits, span.begin, {}, &TextEdit::end);
    return next != edits.end() && next->begin < span.end;
}

/// `span` from `begin` to `end`, or nothing where it has nothing left to cover.
std::optional<Span> placed(const Span& span, std::size_t begin, std::size_t end) {
    if (begin >= end && !span.isPoint()) return std::nullopt;
    return Span{
        span.kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), span.value};
}

/// `span` where it is now, an edge inside of an edit around all that took its place.
std::optional<Span> movedAround(const Span& span, const OffsetMap& map) {
    const std::size_t begin = map.after(span.begin, EditSide::Begin);
    return placed(span, begin, span.isPoint() ? begin : map.after(span.end, EditSide::End));
}

/// The same, an edge inside of an edit or at what is put in outside of it.
std::optional<Span> movedInside(const Span& span, const OffsetMap& map) {
    const std::size_t end = map.endAfter(span.end);
    return placed(span, span.isPoint() ? end : map.after(span.begin, EditSide::End), end);
}

/// `text` with `edits` done, and of its spans what `moved` makes of each.
template <class Moved>
CueText withMoved(const CueText& text, std::span<const TextEdit> edits, Moved moved) {
    const OffsetMap map(edits);
    CueText result;
    result.plain = withEdits(text.plain, edits);
    result.spans.reserve(text.spans.size());
    for (const Span& span : text.spans) {
        // An opaque range stands for its characters, so it cannot outlive a change to them.
        if (span.kind == SpanKind::Opaque && !span.isPoint() && isEdited(span, edits)) continue;
        if (std::optional<Span> kept = moved(span, map)) result.spans.push_back(*std::move(kept));
    }
    std::ranges::stable_sort(result.spans, {}, &Span::begin);
    return result;
}

}  // namespace

CueText edited(const CueText& text, std::span<const TextEdit> edits) {
    return withMoved(text, edits, movedAround);
}

CueText replaced(const CueText& text, std::span<const TextEdit> edits) {
    return withMoved(text, edits, movedInside);
}

}  // namespace subs
