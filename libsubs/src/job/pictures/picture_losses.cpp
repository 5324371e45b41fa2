// SPDX-License-Identifier: MIT
#include "job/pictures/picture_losses.h"

#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "format/document_losses.h"
#include "format/fades.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>

namespace subs {
namespace {

/// What a picture does not show anyway, or the file around it says.
constexpr std::array kNotDrawn = {feature::kTimePrecision,
                                  feature::kNegativeTime,
                                  feature::kTimeRange,
                                  feature::kMissingEnd,
                                  feature::kComment,
                                  feature::kTextComment,
                                  feature::kLabel,
                                  feature::kTitle,
                                  feature::kCanvas,
                                  feature::kSpeaker};

/// An opaque or drawing tag of `cue` that begins with one of `names`, as written; else empty.
std::string_view tagIn(const Cue& cue, std::initializer_list<std::string_view> names) {
    for (const Span& span : cue.text.spans) {
        if (span.kind != SpanKind::Opaque && span.kind != SpanKind::Drawing) continue;
        for (const std::string_view name : names)
            if (span.value.find(name) != std::string::npos) return span.value;
    }
    return {};
}

/// What of `cue` is another at its beginning than at its end.
std::string_view movingPart(const Cue& cue) {
    for (const Span& span : cue.text.spans)
        if (span.kind == SpanKind::Karaoke || span.kind == SpanKind::InnerTime) return span.value;
    const std::string_view effect = cue.effect;
    if (effect.starts_with("Banner") || effect.starts_with("Scroll")) return effect;
    // Fades that are said in the simple way are the file's.
    const std::string_view moving = tagIn(cue, {"\\t(", "\\move(", "\\fade("});
    return moving.empty() && !fadesOf(cue) ? tagIn(cue, {"\\fad("}) : moving;
}

}  // namespace

LossReport paintingLosses(const Document& document) {
    LossReport losses = formatNamed("ass")->plan(document, {});
    std::erase_if(losses.items, [](const LossItem& loss) {
        return isOfRaw(loss) || std::ranges::find(kNotDrawn, loss.feature) != kNotDrawn.end();
    });
    reportRaw(document, losses);
    for (const Cue& cue : document.cues) {
        const std::string_view moving = movingPart(cue);
        if (cue.kind == CueKind::Dialogue && !moving.empty())
            losses.add(feature::kEffect,
                       LossSeverity::Approximated,
                       cue.id,
                       moving,
                       "a picture as it is in the middle of its time");
    }
    return losses;
}

void addPictured(const Cue& cue, LossReport& losses) {
    constexpr std::string_view kAfter = "a picture of it";
    losses.add(feature::kText, LossSeverity::Approximated, cue.id, cue.text.plain, kAfter);
    for (LossItem& loss : losses.items)
        if (loss.after == kAfter && loss.remedy.empty())
            loss.remedy = "keep the file that it is made of: a picture has no text to go back to";
}

void addBlank(const Cue& cue, LossReport& losses) {
    losses.add(feature::kText,
               LossSeverity::Dropped,
               cue.id,
               cue.text.plain.empty() ? "a cue without text" : std::string_view(cue.text.plain),
               "");
}

bool isPlacedByHand(const Cue& cue) {
    return !tagIn(cue, {"\\pos(", "\\move("}).empty();
}

}  // namespace subs
