// SPDX-License-Identifier: MIT
#include "format/markup_patch.h"

#include <subs/base/utf8.h>

#include "format/text_changes.h"

#include <algorithm>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace subs {
namespace {

/// On which side of new text those tags come that stand where it is put in, or inside of what it
/// replaces.
enum class TagSide : std::uint8_t { Front, Back };

/// Copies markup with the text in it changed, from its front to its end.
class Patcher {
public:
    Patcher(const PatchedMarkup& original, std::string_view plain)
        : original_(original), plain_(plain) {}

    void put(const TextChange& change, TagSide side) {
        const auto& shown = original_.shown;
        while (next_ < shown.size() && shown[next_].textEnd <= change.oldBegin)
            ++next_;
        std::size_t at = beginOf(change, side);
        // Behind it already, where texts stand in another order than they are read in.
        isBroken_ = isBroken_ || at < done_;
        if (isBroken_) return;
        out_ += original_.markup.substr(done_, at - done_);
        std::string tags;
        for (std::size_t i = next_; i < shown.size() && shown[i].textBegin < change.oldEnd; ++i) {
            if (shown[i].markupBegin > at)
                tags += original_.markup.substr(at, shown[i].markupBegin - at);
            at = change.oldEnd < shown[i].textEnd ? placeIn(shown[i], change.oldEnd)
                                                  : shown[i].markupEnd;
        }
        if (side == TagSide::Front) out_ += tags;
        original_.append(out_, plain_, change.newBegin, change.newEnd);
        if (side == TagSide::Back) out_ += tags;
        done_ = at;
    }

    /// Nothing where the changes do not stand in the order of the markup.
    std::optional<std::string> finish() {
        if (isBroken_) return std::nullopt;
        out_ += original_.markup.substr(done_);
        return std::move(out_);
    }

private:
    static std::size_t placeIn(const ShownStretch& stretch, std::size_t at) {
        return stretch.isExact() ? stretch.markupBegin + (at - stretch.textBegin)
                                 : stretch.markupBegin;
    }

    /// Where the first character stands that `change` replaces, or where new text comes.
    std::size_t beginOf(const TextChange& change, TagSide side) const {
        const auto& shown = original_.shown;
        const bool isInside = next_ < shown.size() && shown[next_].textBegin < change.oldBegin;
        if (isInside) return placeIn(shown[next_], change.oldBegin);
        const bool isBeforeTags = change.oldBegin == change.oldEnd && side == TagSide::Back;
        if (isBeforeTags) return next_ == 0 ? 0 : shown[next_ - 1].markupEnd;
        return next_ < shown.size() ? shown[next_].markupBegin : original_.markup.size();
    }

    const PatchedMarkup& original_;
    std::string_view plain_;
    std::string out_;
    std::size_t done_ = 0;  ///< Of the markup.
    std::size_t next_ = 0;  ///< The first stretch that does not end before the change.
    bool isBroken_ = false;
};

/// Where spans of a text begin and end, ascending.
std::vector<std::size_t> edgesOf(const CueText& text) {
    std::vector<std::size_t> edges;
    for (const Span& span : text.spans) {
        edges.push_back(span.begin);
        edges.push_back(span.end);
    }
    std::ranges::sort(edges);
    return edges;
}

/// Tags go behind new text where spans have their edges only there.
TagSide sideOf(const TextChange& change, const std::vector<std::size_t>& edges) {
    const bool isAtEnd = std::ranges::binary_search(edges, change.newEnd);
    const bool isAtBegin = std::ranges::binary_search(edges, change.newBegin);
    return isAtEnd && !isAtBegin ? TagSide::Back : TagSide::Front;
}

/// The bytes [begin, end) of a text, nothing but spaces, line breaks and U+200B.
struct Gap {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// For each byte of `text` whether it is of a gap.
std::vector<bool> gapBytes(std::string_view text) {
    std::vector<bool> result(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeUtf8(text, at);
        std::fill_n(result.begin() + static_cast<std::ptrdiff_t>(at),
                    decoded.length,
                    isGap(decoded.codePoint));
        at += decoded.length;
    }
    return result;
}

/// The gaps of `after` in which nothing but gaps changed, ascending.
std::vector<Gap> changedGaps(std::string_view before,
                             std::string_view after,
                             std::span<const TextChange> changes) {
    const std::vector<bool> old = gapBytes(before);
    const std::vector<bool> fresh = gapBytes(after);
    const auto isAll = [](const std::vector<bool>& bytes, std::size_t begin, std::size_t end) {
        return std::all_of(bytes.begin() + static_cast<std::ptrdiff_t>(begin),
                           bytes.begin() + static_cast<std::ptrdiff_t>(end),
                           [](bool isOfGap) { return isOfGap; });
    };
    std::vector<Gap> gaps;
    for (const TextChange& change : changes) {
        const bool isGap = isAll(old, change.oldBegin, change.oldEnd) &&
                           isAll(fresh, change.newBegin, change.newEnd);
        if (!isGap) continue;
        Gap gap{change.newBegin, change.newEnd};
        while (gap.begin > 0 && fresh[gap.begin - 1])
            --gap.begin;
        while (gap.end < fresh.size() && fresh[gap.end])
            ++gap.end;
        gaps.push_back(gap);
    }
    return gaps;
}

/// `spans` with their edges at the beginnings of the gaps that they are in, in one order.
std::vector<Span> settled(std::vector<Span> spans, std::span<const Gap> gaps) {
    const auto moved = [gaps](std::uint32_t at) {
        const auto gap = std::ranges::lower_bound(gaps, std::size_t{at}, {}, &Gap::end);
        const bool isInside = gap != gaps.end() && gap->begin <= at;
        return isInside ? static_cast<std::uint32_t>(gap->begin) : at;
    };
    std::erase_if(spans, [&](Span& span) {
        const bool wasPoint = span.isPoint();
        span.begin = moved(span.begin);
        span.end = moved(span.end);
        return !wasPoint && span.isPoint();
    });
    std::ranges::stable_sort(
        spans, {}, [](const Span& span) { return std::tuple(span.begin, span.kind); });
    return spans;
}

bool isSameButAtGaps(const CueText& a, const CueText& b, std::span<const Gap> gaps) {
    return a.plain == b.plain && settled(a.spans, gaps) == settled(b.spans, gaps);
}

/// All that changed in one stretch, where single characters do not do.
std::optional<std::string> withOneStretch(const PatchedMarkup& original, const CueText& text) {
    const TextChange change = changeBetween(original.plain, text.plain);
    for (const TagSide side : {TagSide::Front, TagSide::Back}) {
        Patcher patcher(original, text.plain);
        patcher.put(change, side);
        auto markup = patcher.finish();
        CueText again;
        if (markup && original.read(*markup, again) && again == text) return markup;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> patchedMarkup(const PatchedMarkup& original, const CueText& text) {
    const std::vector<TextChange> changes = changesBetween(original.plain, text.plain);
    const std::vector<std::size_t> edges = edgesOf(text);
    Patcher patcher(original, text.plain);
    for (const TextChange& change : changes)
        patcher.put(change, sideOf(change, edges));
    auto markup = patcher.finish();
    if (!markup) return withOneStretch(original, text);
    CueText again;
    const bool isRead = original.read(*markup, again);
    if (isRead && again == text) return markup;
    const std::vector<Gap> gaps = changedGaps(original.plain, text.plain, changes);
    if (isRead && !gaps.empty() && isSameButAtGaps(again, text, gaps)) return markup;
    return withOneStretch(original, text);
}

}  // namespace subs
