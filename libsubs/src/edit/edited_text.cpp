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

/// `span` where it is now, or nothing where it is gone.
std::optional<Span> moved(const Span& span, const OffsetMap& map, std::span<const TextEdit> edits) {
    const auto begin = static_cast<std::uint32_t>(map.after(span.begin, EditSide::Begin));
    if (span.isPoint()) return Span{span.kind, begin, begin, span.value};
    if (span.kind == SpanKind::Opaque && isEdited(span, edits)) return std::nullopt;
    const auto end = static_cast<std::uint32_t>(map.after(span.end, EditSide::End));
    if (begin == end) return std::nullopt;
    return Span{span.kind, begin, end, span.value};
}

}  // namespace

CueText edited(const CueText& text, std::span<const TextEdit> edits) {
    const OffsetMap map(edits);
    CueText result;
    result.plain = withEdits(text.plain, edits);
    result.spans.reserve(text.spans.size());
    for (const Span& span : text.spans)
        if (std::optional<Span> kept = moved(span, map, edits))
            result.spans.push_back(*std::move(kept));
    std::ranges::stable_sort(result.spans, {}, &Span::begin);
    return result;
}

}  // namespace subs
