// SPDX-License-Identifier: MIT
#include "job/sidecar/carried_marks.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

namespace subs {
namespace {

/// Where edits are before and after.
class Steps {
public:
    explicit Steps(std::span<const TextEdit> edits) : edits_(edits), map_(edits) {
        std::size_t oldEnd = 0;
        std::size_t newEnd = 0;
        begins_.reserve(edits.size());
        for (const TextEdit& edit : edits) {
            begins_.push_back(newEnd + (edit.begin - oldEnd));
            oldEnd = edit.end;
            newEnd = begins_.back() + edit.replacement.size();
        }
    }

    const OffsetMap& map() const { return map_; }

    /// The edit that puts something in at `place`, and takes nothing away.
    std::optional<std::size_t> insertionAt(std::size_t place) const {
        const auto found = std::ranges::lower_bound(edits_, place, {}, &TextEdit::begin);
        if (found == edits_.end() || found->begin != place || found->end != place)
            return std::nullopt;
        return static_cast<std::size_t>(found - edits_.begin());
    }

    std::size_t newBegin(std::size_t edit) const { return begins_[edit]; }
    std::size_t newEnd(std::size_t edit) const {
        return begins_[edit] + edits_[edit].replacement.size();
    }

    bool isEdited(const Span& span) const {
        const auto next = std::ranges::upper_bound(edits_, span.begin, {}, &TextEdit::end);
        return next != edits_.end() && next->begin < span.end;
    }

private:
    std::span<const TextEdit> edits_;
    OffsetMap map_;
    std::vector<std::size_t> begins_;
};

std::optional<Span> carried(const Span& span,
                            const Steps& steps,
                            std::span<const EdgeSides> sides) {
    if (span.isPoint()) {
        const auto at = static_cast<std::uint32_t>(steps.map().endAfter(span.begin));
        return Span{span.kind, at, at, span.value};
    }
    // An opaque range stands for its characters, so it cannot outlive a change to them.
    if (span.kind == SpanKind::Opaque && steps.isEdited(span)) return std::nullopt;
    std::size_t begin = steps.map().after(span.begin, EditSide::End);
    std::size_t end = steps.map().endAfter(span.end);
    if (const auto edit = steps.insertionAt(span.begin))
        begin = sides[*edit].growsBegin ? steps.newBegin(*edit) : steps.newEnd(*edit);
    if (const auto edit = steps.insertionAt(span.end))
        end = sides[*edit].growsEnd ? steps.newEnd(*edit) : steps.newBegin(*edit);
    if (begin >= end) return std::nullopt;
    return Span{
        span.kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), span.value};
}

}  // namespace

CueText carried(const CueText& text,
                std::span<const TextEdit> edits,
                std::span<const EdgeSides> sides) {
    const Steps steps(edits);
    CueText result;
    result.plain = withEdits(text.plain, edits);
    result.spans.reserve(text.spans.size());
    for (const Span& span : text.spans)
        if (auto kept = carried(span, steps, sides)) result.spans.push_back(*std::move(kept));
    std::ranges::stable_sort(result.spans, {}, &Span::begin);
    return result;
}

std::vector<EdgeSides> likelySides(const CueText& text, std::span<const TextEdit> edits) {
    std::vector<EdgeSides> sides(edits.size());
    if (edits.empty()) return sides;
    sides.front().growsBegin = edits.front().begin == 0;
    sides.back().growsEnd = edits.back().end == text.plain.size();
    return sides;
}

std::optional<std::vector<EdgeSides>> sidesBetween(const CueText& before,
                                                   std::span<const TextEdit> edits,
                                                   const CueText& after) {
    std::vector<EdgeSides> sides = likelySides(before, edits);
    if (before.spans.empty() && after.spans.empty()) return sides;
    const Steps steps(edits);
    const std::size_t count = std::min(before.spans.size(), after.spans.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (before.spans[i].isPoint()) continue;
        if (const auto edit = steps.insertionAt(before.spans[i].begin))
            sides[*edit].growsBegin = after.spans[i].begin == steps.newBegin(*edit);
        if (const auto edit = steps.insertionAt(before.spans[i].end))
            sides[*edit].growsEnd = after.spans[i].end == steps.newEnd(*edit);
    }
    if (carried(before, edits, sides).spans != after.spans) return std::nullopt;
    return sides;
}

}  // namespace subs
