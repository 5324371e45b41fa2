// SPDX-License-Identifier: MIT
#include <subs/edit/normalise.h>

#include <algorithm>
#include <cassert>
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

void addNormalised(const Document& document,
                   std::size_t index,
                   const NormaliseOptions& options,
                   Change& change) {
    const Cue& before = document.cues[index];
    const Normalised result = normalised(before.text.plain, options);
    if (result.edits.empty()) return;
    Cue after = before;
    after.text = edited(before.text, result.edits);
    change.steps.push_back({index, before, std::move(after)});
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

Change withNormalised(const Document& document,
                      std::size_t index,
                      const NormaliseOptions& options) {
    assert(index < document.cues.size());
    Change change;
    addNormalised(document, index, options, change);
    return change;
}

Change withAllNormalised(const Document& document, const NormaliseOptions& options) {
    Change change;
    for (std::size_t i = 0; i < document.cues.size(); ++i)
        addNormalised(document, i, options, change);
    return change;
}

}  // namespace subs
