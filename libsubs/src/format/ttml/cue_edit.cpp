// SPDX-License-Identifier: MIT
#include "format/ttml/cue_edit.h"

#include <subs/format/features.h>

#include "format/document_losses.h"
#include "format/fades.h"
#include "format/ttml/content_edit.h"
#include "format/ttml/exact_seconds.h"
#include "format/ttml/flat_marks.h"
#include "format/ttml/inner_times.h"
#include "format/ttml/marks.h"
#include "format/ttml/shown_time.h"
#include "format/ttml/time_edit.h"
#include "format/ttml/typical_tags.h"
#include "format/xml/tag_text.h"
#include "format/xml/xml_characters.h"

#include <optional>
#include <span>
#include <utility>

namespace subs::ttml {
namespace {

/// The name that a tag has its id under.
std::string_view idName(const TagText& tag) {
    return !tag.value("xml:id") && tag.value("id") ? "id" : "xml:id";
}

bool fitsLabel(const Cue& cue, const EditContext& context) {
    return isName(cue.label) && context.hasOwnLabel(cue);
}

/// True where a paragraph can be sent to a region of its own.
bool canMove(const Original& original) {
    return original.element == 0 && !original.paragraph->around.region.has();
}

/// The region that a cue is sent to; nothing where it stays.
std::optional<std::string> newRegionOf(const Cue& cue,
                                       const Original& original,
                                       const EditContext& context) {
    if (!cue.alignment || !canMove(original)) return std::nullopt;
    return context.regionFor(*cue.alignment);
}

/// When the region of `original` is active, for what stays in it and is shown.
std::optional<Interval> activeIn(const Original& original,
                                 const std::optional<std::string>& newRegion,
                                 const EditContext& context) {
    const auto& base = original.paragraph->elements[original.text.base];
    const RegionChoice& region = base.inherited.region;
    // Those that cues are sent to are always active.
    if (newRegion || !region.has() || original.text.hidden != Hidden::No) return std::nullopt;
    return context.head.regions[region.index].active;
}

/// As its tag would be read in the region that the cue is to be in.
ReadTimes readTimesOf(const Original& original, const std::optional<std::string>& newRegion) {
    if (!newRegion) return {original.cue.start, original.cue.end};
    const Interval said = saidTime(original.paragraph->elements[original.element]);
    ReadTimes times{timeOf(said.begin), std::nullopt};
    if (said.end) times.end = timeOf(*said.end);
    return times;
}

/// A start tag, and the cue with the times that it has.
struct Timed {
    TagText tag;
    Cue cue;
};

/// `cue` at `times`, its own but for frames of a film. Where these are the file's, what is inside
/// and not a unit away is so too.
Cue cueAt(const Cue& cue,
          const ReadTimes& times,
          const Original& original,
          const EditContext& context) {
    Cue result = cue;
    result.start = times.start;
    result.end = times.end;
    const bool wasMoved = result.start != cue.start || result.end != cue.end;
    const bool isAsRead = result.start == original.cue.start && result.end == original.cue.end;
    if (wasMoved && isAsRead)
        result.text = withTimesOf(std::move(result.text), original.cue.text, context.units.step());
    return result;
}

/// The start tag of the cue, as it is typed but for its times. `losses` may be null.
Result<Timed> timedTag(const Cue& cue,
                       const Original& original,
                       const std::optional<std::string>& newRegion,
                       const EditContext& context,
                       LossReport* losses) {
    const ContentElement& element = original.own();
    TagText tag(element.tag.of(context.document.origin->text));
    const auto times = putTimes(tag,
                                cue,
                                element.timing,
                                activeIn(original, newRegion, context),
                                readTimesOf(original, newRegion),
                                context,
                                losses);
    if (!times) return tl::unexpected(times.error());
    return Timed{std::move(tag), cueAt(cue, *times, original, context)};
}

/// What a new cue is written like.
struct Likeness {
    std::string_view tag;
    std::string_view style;
    const Look& look;
    std::span<const UnreadThing> things = {};
};

Likeness likenessFor(const Cue& cue, const Original& neighbour, const EditContext& context) {
    if (const TypicalTag* typical = context.likeFor(cue, neighbour))
        return {typical->text, typical->style, typical->look, typical->things};
    const ContentElement& beside = neighbour.own();
    return {beside.tag.of(context.document.origin->text), neighbour.cue.style, beside.look};
}

/// The start tag of a cue that is not in the file, like `typed`, for the place of `neighbour`.
/// `losses` may be null.
Result<Timed> addedTag(const Cue& cue,
                       std::string_view typed,
                       const Original& neighbour,
                       const std::optional<std::string>& region,
                       const EditContext& context,
                       LossReport* losses) {
    const ContentElement& beside = neighbour.own();
    TagText tag(typed);
    tag.remove(idName(tag));
    tag.remove("timeContainer");
    if (cue.speaker != neighbour.cue.speaker) tag.remove("ttm:agent");
    // As a new element of the same container.
    TimedElement timing;
    const bool isSpan = neighbour.element != 0;
    const TimedElement& parent =
        isSpan ? neighbour.paragraph->elements[beside.parent].timing : neighbour.paragraph->parent;
    timing.origin = parent.said.begin;
    timing.outer = parent.limit;
    const auto times = putTimes(
        tag, cue, timing, activeIn(neighbour, region, context), std::nullopt, context, losses);
    if (!times) return tl::unexpected(times.error());
    Cue timed = cue;
    timed.start = times->start;
    timed.end = times->end;
    return Timed{std::move(tag), std::move(timed)};
}

/// Appends the text of a cue that is not in the file.
void appendAddedContent(std::string& out,
                        const Cue& cue,
                        const Look& look,
                        const Original& neighbour,
                        const EditContext& context,
                        LossReport* losses) {
    const MarkContext marks{.rules = context.rules,
                            .names = context.names,
                            .agentOf = {},
                            .size = context.sizes.of(look, context.head.fonts),
                            .hasCanvas = true,
                            .start = cue.start,
                            .losses = losses};
    if (context.styleFor && neighbour.element == 0)
        appendFlat(out, cue, marks, context.styleFor);
    else
        appendContent(out, cue, marks);
}

/// What of a cue is lost besides its text, where `label`, `style` and `speaker` are in the file.
void planFields(const Cue& cue,
                const Original& original,
                std::string_view label,
                std::string_view style,
                const EditContext& context,
                LossReport& losses) {
    const auto drop = [&](std::string_view feature, std::string_view before) {
        losses.add(feature, LossSeverity::Dropped, cue.id, before, {});
    };
    const bool isMoved = !cue.alignment || (canMove(original) && context.regionFor(*cue.alignment));
    if (!isMoved) drop(feature::kAlignment, std::to_string(static_cast<int>(*cue.alignment)));
    if (cue.style != style) drop(feature::kStyles, cue.style);
    if (cue.speaker != original.cue.speaker) drop(feature::kSpeaker, cue.speaker);
    const bool isLabelled = cue.label.empty() || cue.label == label || fitsLabel(cue, context);
    if (!isLabelled) drop(feature::kLabel, cue.label);
    if (!cue.settings.empty()) drop(featureOfSettings(cue.settings), shownSettings(cue.settings));
    reportLayout(cue, losses);
}

void planComment(const Cue& cue, LossReport& losses) {
    losses.add(feature::kComment,
               LossSeverity::Approximated,
               cue.id,
               cue.text.plain,
               "an XML comment without times");
}

}  // namespace

Result<void> appendEdited(std::string& out,
                          const Cue& cue,
                          const Original& original,
                          const EditContext& context) {
    if (cue.kind == CueKind::Comment) {
        appendXmlComment(out, cue.text.plain);
        return {};
    }
    const std::string_view file = context.document.origin->text;
    const ContentElement& element = original.own();
    const auto region = newRegionOf(cue, original, context);
    auto timed = timedTag(cue, original, region, context, nullptr);
    if (!timed) return tl::unexpected(timed.error());
    TagText& tag = timed->tag;
    const std::string content = editedContent(timed->cue, original, context, tag.text());
    if (cue.label != original.cue.label) {
        // A paragraph of EBU-TT-D keeps the id that it must have.
        if (cue.label.empty() && !context.styleFor)
            tag.remove(idName(tag));
        else if (fitsLabel(cue, context))
            tag.set(idName(tag), cue.label);
    }
    if (region) tag.set("region", *region);
    appendElement(
        out, tag, content, file.substr(element.inner.end, element.end - element.inner.end));
    return {};
}

Result<void> appendAdded(std::string& out,
                         const Cue& cue,
                         const Original& neighbour,
                         const EditContext& context) {
    if (cue.kind == CueKind::Comment) {
        appendXmlComment(out, cue.text.plain);
        return {};
    }
    const auto region = newRegionOf(cue, neighbour, context);
    const Likeness like = likenessFor(cue, neighbour, context);
    const auto timed = addedTag(cue, like.tag, neighbour, region, context, nullptr);
    if (!timed) return tl::unexpected(timed.error());
    const TagText& tag = timed->tag;
    const std::string opened = tag.text();
    TagText named(opened);
    const bool isFlat = context.styleFor && neighbour.element == 0;
    if (fitsLabel(cue, context))
        named.set("xml:id", cue.label);
    else if (isFlat)
        named.set("xml:id", context.idFor(cue));
    if (region) named.set("region", *region);
    std::string content;
    appendAddedContent(content, timed->cue, like.look, neighbour, context, nullptr);
    appendElement(out, named, content, "</" + std::string(tag.name()) + ">");
    return {};
}

void planEdit(const Cue& cue,
              const Original& original,
              const EditContext& context,
              LossReport& losses) {
    if (cue.kind == CueKind::Comment) return planComment(cue, losses);
    planFields(cue, original, original.cue.label, original.cue.style, context, losses);
    const auto timed =
        timedTag(cue, original, newRegionOf(cue, original, context), context, &losses);
    // What the file cannot take is told when it is written.
    if (timed) planContent(timed->cue, original, context, timed->tag.text(), losses);
}

void planAdded(const Cue& cue,
               const Original& neighbour,
               const EditContext& context,
               LossReport& losses) {
    if (cue.kind == CueKind::Comment) return planComment(cue, losses);
    const Likeness like = likenessFor(cue, neighbour, context);
    planFields(cue, neighbour, {}, like.style, context, losses);
    // What the file has no paragraph without.
    for (const UnreadThing& thing : like.things)
        losses.add(thing.feature, LossSeverity::Approximated, cue.id, {}, thing.before);
    const auto region = newRegionOf(cue, neighbour, context);
    const auto timed = addedTag(cue, like.tag, neighbour, region, context, &losses);
    std::string unused;
    appendAddedContent(unused, timed ? timed->cue : cue, like.look, neighbour, context, &losses);
}

}  // namespace subs::ttml
