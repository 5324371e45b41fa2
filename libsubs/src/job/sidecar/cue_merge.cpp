// SPDX-License-Identifier: MIT
#include "job/sidecar/cue_merge.h"

#include <subs/edit/moved_times.h>
#include <subs/time/time_map.h>

#include "job/sidecar/carried_marks.h"
#include "job/sidecar/settings_merge.h"
#include "job/sidecar/text_merge.h"
#include "model/inner_time.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

namespace subs {
namespace {

/// How the marks of the written text followed the edits of its characters; nothing where they were
/// edited too.
std::optional<std::vector<EdgeSides>> sidesOf(const Cue& written, const Cue& after) {
    return sidesBetween(
        written.text, editsBetween(written.text.plain, after.text.plain), after.text);
}

/// The time of a part of it, or how long a syllable is sung.
bool isInnerTime(const Span& span) {
    return span.kind == SpanKind::InnerTime || span.kind == SpanKind::Karaoke;
}

bool hasInnerTimes(const Cue& cue) {
    return std::ranges::any_of(cue.text.spans, isInnerTime);
}

/// Moves `cue` as `written` was moved to where `edited` is. Times inside of the text go with a cue
/// that was moved as a whole, or stretched; where one edge was moved alone they stay.
void takeAlong(Cue& cue, const Cue& written, const Cue& edited) {
    const Time shift = edited.start - written.start;
    if (shift == Time()) return;
    if (edited.duration() == written.duration())
        return moveTimes(cue, [shift](Time time) { return time + shift; });
    const bool isStretched = written.end && edited.end && written.end != edited.end;
    if (!isStretched || !hasInnerTimes(cue)) return;
    const std::array<AnchorPoint, 2> edges = {
        {{written.start, edited.start}, {*written.end, *edited.end}}};
    if (const auto map = TimeMap::through(edges))
        moveTimes(cue, [&map](Time time) { return map->at(time); });
}

/// What of "\k30" is before its number.
std::string_view tagBefore(std::string_view value) {
    return value.substr(0, std::min(value.find_first_of("0123456789"), value.size()));
}

/// What a time inside of a text says, in hundredths of a second; of a syllable how long it is.
std::optional<std::int64_t> hundredthsOf(const Span& span) {
    if (span.kind == SpanKind::InnerTime) {
        const auto time = innerTimeOf(span);
        return time ? std::optional(time->nearestCentiseconds()) : std::nullopt;
    }
    std::int64_t length = 0;
    const char* const end = span.value.data() + span.value.size();
    const auto read =
        std::from_chars(span.value.data() + tagBefore(span.value).size(), end, length);
    return read.ec == std::errc() && read.ptr == end ? std::optional(length) : std::nullopt;
}

template <class Text>
auto innerTimesOf(Text& text) {
    std::vector<decltype(text.spans.data())> spans;
    for (auto& span : text.spans)
        if (isInnerTime(span)) spans.push_back(&span);
    return spans;
}

/// Takes the times inside of `edited` where those of `cue` are as near as two roundings bring them.
void settleTimes(Cue& cue, const Cue& edited) {
    constexpr std::int64_t kNear = 2;
    const std::vector<Span*> own = innerTimesOf(cue.text);
    const std::vector<const Span*> others = innerTimesOf(edited.text);
    if (own.size() != others.size()) return;
    for (std::size_t i = 0; i < own.size(); ++i) {
        const auto time = hundredthsOf(*own[i]);
        const auto other = hundredthsOf(*others[i]);
        const bool isSameTag = own[i]->kind == others[i]->kind &&
                               tagBefore(own[i]->value) == tagBefore(others[i]->value);
        const bool isNear =
            isSameTag && time && other && std::max(*time - *other, *other - *time) <= kNear;
        if (isNear) own[i]->value = others[i]->value;
    }
}

/// `written` with its times where `edited` has them.
Cue takenAlong(const Cue& written, const Cue& edited) {
    Cue cue = written;
    if (!hasInnerTimes(cue)) return cue;
    takeAlong(cue, written, edited);
    if (written.start != edited.start) settleTimes(cue, edited);
    return cue;
}

bool keepsMarks(const Cue& written, const Cue& after) {
    if (written.text == after.text) return true;
    return sidesOf(written, after).has_value();
}

auto orderOf(const Span& span) {
    return std::tie(span.begin, span.end, span.kind, span.value);
}

bool comesBefore(const Span& a, const Span& b) {
    return orderOf(a) < orderOf(b);
}

std::vector<Span> sorted(std::vector<Span> spans) {
    std::ranges::sort(spans, comesBefore);
    return spans;
}

/// The spans of `from` that are not in `what`. Both sorted.
std::vector<Span> without(const std::vector<Span>& from, const std::vector<Span>& what) {
    std::vector<Span> rest;
    std::ranges::set_difference(from, what, std::back_inserter(rest), comesBefore);
    return rest;
}

/// `spans` of a text at the same characters of another one, to which `edits` lead.
std::vector<Span> moved(std::vector<Span> spans, const std::vector<TextEdit>& edits) {
    const OffsetMap map(edits);
    for (Span& span : spans) {
        const bool isPoint = span.isPoint();
        const std::size_t end = map.endAfter(span.end);
        const std::size_t begin = isPoint ? end : map.after(span.begin, EditSide::End);
        span.begin = static_cast<std::uint32_t>(std::min(begin, end));
        span.end = static_cast<std::uint32_t>(end);
    }
    return spans;
}

bool isEmphasis(const Span& span) {
    return span.kind == SpanKind::Bold || span.kind == SpanKind::Italic ||
           span.kind == SpanKind::Underline || span.kind == SpanKind::Strike;
}

/// Takes the marks `gone` from `text`. Emphasis that it has from elsewhere (a style) is switched
/// off. False where something is left.
bool takeMarks(const std::vector<Span>& gone, CueText& text) {
    const std::vector<Span> there = sorted(text.spans);
    std::vector<Span> found;
    std::ranges::set_intersection(gone, there, std::back_inserter(found), comesBefore);
    std::map<Span, std::size_t, decltype(&comesBefore)> count(&comesBefore);
    for (const Span& span : found)
        ++count[span];
    std::erase_if(text.spans, [&](const Span& span) {
        const auto left = count.find(span);
        return left != count.end() && left->second > 0 && left->second-- > 0;
    });
    bool isAll = true;
    for (Span& span : without(gone, found)) {
        if (isEmphasis(span) && !span.isPoint() && span.value.empty()) {
            span.value = "0";
            text.spans.push_back(std::move(span));
        } else {
            isAll = false;
        }
    }
    return isAll;
}

/// Puts each around what is shorter and begins where it does, and behind all else there.
void addMarks(const std::vector<Span>& added, CueText& text) {
    std::ranges::stable_sort(text.spans, {}, &Span::begin);
    std::vector<Span> missing = without(added, sorted(text.spans));
    std::ranges::stable_sort(missing, [](const Span& a, const Span& b) {
        return std::pair(a.begin, b.end) < std::pair(b.begin, a.end);
    });
    std::vector<Span> spans;
    spans.reserve(text.spans.size() + missing.size());
    auto next = text.spans.begin();
    for (Span& mark : missing) {
        const auto goesBefore = [&](const Span& there) {
            const bool isShorter = !there.isPoint() && there.end < mark.end;
            return there.begin > mark.begin || (there.begin == mark.begin && isShorter);
        };
        while (next != text.spans.end() && !goesBefore(*next))
            spans.push_back(std::move(*next++));
        spans.push_back(std::move(mark));
    }
    std::move(next, text.spans.end(), std::back_inserter(spans));
    text.spans = std::move(spans);
}

/// The marks that were edited, in `text`. False where some could not be.
bool mergeMarks(const Cue& written, const Cue& after, CueText& text) {
    const std::vector<TextEdit> edits = editsBetween(written.text.plain, after.text.plain);
    const std::vector<Span> before =
        sorted(carried(written.text, edits, likelySides(written.text, edits)).spans);
    const std::vector<Span> now = sorted(after.text.spans);
    const std::vector<TextEdit> way = editsBetween(after.text.plain, text.plain);
    const bool isAll = takeMarks(sorted(moved(without(before, now), way)), text);
    addMarks(sorted(moved(without(now, before), way)), text);
    return isAll;
}

template <class Value>
void take(const Value& written, const Value& edited, Value& value) {
    if (!(written == edited)) value = edited;
}

bool sameFields(const Cue& a, const Cue& b) {
    return a.kind == b.kind && a.alignment == b.alignment && a.layer == b.layer &&
           a.margins == b.margins && a.style == b.style && a.speaker == b.speaker &&
           a.effect == b.effect && a.settings == b.settings;
}

void mergeFields(const Cue& written, const Cue& edited, Cue& cue) {
    take(written.kind, edited.kind, cue.kind);
    take(written.alignment, edited.alignment, cue.alignment);
    take(written.layer, edited.layer, cue.layer);
    take(written.margins, edited.margins, cue.margins);
    take(written.style, edited.style, cue.style);
    take(written.speaker, edited.speaker, cue.speaker);
    take(written.effect, edited.effect, cue.effect);
    cue.settings = mergedSettings(cue.settings, written.settings, edited.settings);
}

void mergeTimes(const CueVersions& versions, Cue& cue) {
    const Cue& written = versions.written;
    const Cue& edited = versions.edited;
    takeAlong(cue, written, edited);
    if (written.start != edited.start) cue.start = edited.start;
    if (written.end == edited.end) return;
    if (edited.end || written.end) cue.end = edited.end;
}

/// Does the edits of the words; true where the original says something else there.
bool mergeWords(const CueVersions& versions, CueText& text) {
    const MergedEdits merged =
        mergedEdits(text.plain, versions.written.text.plain, versions.edited.text.plain);
    if (merged.edits.empty()) return merged.overlaps;
    std::vector<EdgeSides> sides = likelySides(text, merged.edits);
    if (const auto there = sidesOf(versions.written, versions.edited))
        for (std::size_t i = 0; i < sides.size(); ++i)
            sides[i] = (*there)[merged.sources[i]];
    text = carried(text, merged.edits, sides);
    return merged.overlaps;
}

/// Marks and fields as the original's format has them. False where something is left out.
bool mergeLooks(const CueInTerms& terms, Cue& cue) {
    if (terms.written == nullptr || terms.edited == nullptr) return false;
    const Cue& edited = *terms.edited;
    const Cue written = takenAlong(*terms.written, edited);
    const bool hasMarks = !keepsMarks(written, edited);
    if (!hasMarks && sameFields(written, edited)) return false;
    mergeFields(written, edited, cue);
    return !hasMarks || mergeMarks(written, edited, cue.text);
}

}  // namespace

bool hasOtherLooks(const Cue& written, const Cue& edited) {
    if (!sameFields(written, edited)) return true;
    return !keepsMarks(hasInnerTimes(written) ? takenAlong(written, edited) : written, edited);
}

MergedCue mergedCue(const CueVersions& versions, const CueInTerms& terms) {
    MergedCue result{versions.original, false, false};
    mergeTimes(versions, result.cue);
    result.overlaps = mergeWords(versions, result.cue.text);
    if (hasOtherLooks(versions.written, versions.edited))
        result.isIncomplete = !mergeLooks(terms, result.cue);
    return result;
}

}  // namespace subs
