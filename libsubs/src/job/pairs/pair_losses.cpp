// SPDX-License-Identifier: MIT
#include "job/pairs/pair_losses.h"

#include <subs/edit/scaled_track.h>
#include <subs/format/features.h>
#include <subs/model/style_index.h>
#include <subs/time/clock.h>

#include "edit/scaled_style.h"
#include "format/document_losses.h"
#include "format/fades.h"
#include "format/label_count.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace subs {
namespace {

constexpr std::string_view kOfFirst = "that of the first track";

std::string timesText(Time start, std::optional<Time> end) {
    return fmt::format("{} --> {}", clockText(start), end ? clockText(*end) : "no end");
}

void addMoved(const Document& track, const std::vector<MovedCue>& moved, LossReport& losses) {
    for (const MovedCue& now : moved) {
        const Cue& cue = track.cues[now.place];
        losses.add(feature::kTime,
                   LossSeverity::Approximated,
                   cue.id,
                   timesText(cue.start, cue.end),
                   timesText(now.start, now.end));
    }
    if (!moved.empty())
        losses.items.back().remedy = "--times exact leaves each language at its own times";
}

/// Ends that a cue has not of its own.
void addEnded(const Document& track, const std::vector<MovedCue>& ended, LossReport& losses) {
    for (const MovedCue& now : ended)
        losses.add(feature::kMissingEnd,
                   LossSeverity::Approximated,
                   track.cues[now.place].id,
                   "no end",
                   clockText(now.end));
}

void addTimesLost(const Document& track,
                  const std::vector<std::size_t>& places,
                  LossReport& losses) {
    for (const std::size_t place : places)
        for (const Span& span : track.cues[place].text.spans) {
            if (span.kind != SpanKind::Karaoke && span.kind != SpanKind::InnerTime) continue;
            losses.add(span.kind == SpanKind::Karaoke ? feature::kKaraoke : feature::kInnerTime,
                       LossSeverity::Dropped,
                       track.cues[place].id,
                       span.value,
                       {});
        }
}

std::string marginsText(const Margins& margins) {
    return fmt::format("{}, {}, {}", margins.left, margins.right, margins.vertical);
}

std::string alignmentText(Alignment alignment) {
    return std::to_string(static_cast<int>(alignment));
}

Alignment placeOf(const StyleIndex& styles, const Cue& cue) {
    const Style* style = styles.styleOf(cue);
    const Alignment usual = style != nullptr ? style->alignment : Alignment::BottomCentre;
    return cue.alignment.value_or(usual);
}

/// Where `before` stands, and where it stands `now`.
void addMovedStyle(const Style& before, const Style& now, MarginsOf margins, LossReport& losses) {
    const auto add = [&](std::string_view feature, const std::string& was, const std::string& is) {
        if (was == is) return;
        const std::string named = fmt::format("style {}: {}", before.name, was);
        losses.add(feature, LossSeverity::Approximated, CueId(), named, is);
    };
    add(feature::kAlignment, alignmentText(before.alignment), alignmentText(now.alignment));
    const std::string is = marginsText(now.margins);
    if (margins == MarginsOf::Styles)
        return add(feature::kMargins, marginsText(before.margins), is);
    if (is == marginsText(before.margins)) return;
    losses.add(feature::kMargins,
               LossSeverity::Dropped,
               CueId(),
               fmt::format("style {}: {}", before.name, is),
               {});
    losses.items.back().remedy = "--as stacked puts the two languages into one text";
}

/// Those of the second track: its own, or the one that it got in `joined`, whose margins a writer
/// tells that writes it.
std::vector<Style> stylesBefore(const Document& second, const Document& joined, MarginsOf margins) {
    if (!second.styles.empty() || margins == MarginsOf::Styles) return second.styles;
    Style usual = defaultStyleFor(second.language);
    usual.name = joined.styles.back().name;
    usual.alignment = joined.styles.back().alignment;
    return {std::move(usual)};
}

void addLook(const Document& second,
             const StyleIndex& styles,
             const LostLook& lost,
             LossReport& losses) {
    const Cue& cue = second.cues[lost.place];
    const auto approximate = [&](std::string_view feature, std::string_view before) {
        losses.add(feature, LossSeverity::Approximated, cue.id, before, kOfFirst);
    };
    const auto drop = [&](std::string_view feature, std::string_view before) {
        losses.add(feature, LossSeverity::Dropped, cue.id, before, {});
    };
    switch (lost.look) {
        case Look::Style:
            return approximate(feature::kStyles, styles.styleOf(cue)->name);
        case Look::Alignment:
            return approximate(feature::kAlignment, alignmentText(placeOf(styles, cue)));
        case Look::Margins:
            return drop(feature::kMargins, marginsText(cue.margins));
        case Look::Layer:
            return drop(feature::kLayer, std::to_string(cue.layer));
        case Look::Settings:
            return drop(featureOfSettings(cue.settings), shownSettings(cue.settings));
        case Look::Effect:
            return drop(feature::kEffect, cue.effect);
        case Look::Speaker:
            return drop(feature::kSpeaker, cue.speaker);
    }
}

/// A cue of both tracks has the label of the first.
void addLabels(const Document& first, const Document& second, LossReport& losses) {
    std::set<std::string_view> kept;
    for (const Cue& cue : first.cues)
        kept.insert(cue.label);
    LabelCount count;
    for (const Cue& cue : second.cues)
        if (count.saysMore(cue) && !kept.contains(cue.label))
            losses.add(feature::kLabel, LossSeverity::Dropped, cue.id, cue.label, {});
}

}  // namespace

std::array<LossReport, 2> lossesOfPairing(const Document& first,
                                          const Document& second,
                                          const Stacked& told) {
    std::array<LossReport, 2> losses;
    const std::array<const Document*, 2> tracks{&first, &second};
    for (const std::size_t track : {0U, 1U}) {
        addMoved(*tracks.at(track), told.moved.at(track), losses.at(track));
        addEnded(*tracks.at(track), told.ended.at(track), losses.at(track));
        addTimesLost(*tracks.at(track), told.timesLost.at(track), losses.at(track));
    }
    const StyleIndex styles(second);
    for (const LostLook& lost : told.lookLost)
        addLook(second, styles, lost, losses[1]);
    addLabels(first, second, losses[1]);
    return losses;
}

void reportHead(const Document& second, const Document& joined, LossReport& losses) {
    if (!second.title.empty() && second.title != joined.title)
        losses.add(feature::kTitle, LossSeverity::Dropped, {}, second.title, {});
    if (!second.canvas || !joined.canvas) return;
    const auto wrapOf = [](const Canvas& canvas) {
        return fmt::format("WrapStyle: {}", static_cast<int>(canvas.wrap));
    };
    const auto borderOf = [](const Canvas& canvas) {
        return std::string("ScaledBorderAndShadow: ") + (canvas.scaledBorder ? "yes" : "no");
    };
    const auto approximate = [&](const std::string& was, const std::string& is) {
        if (was != is) losses.add(feature::kCanvas, LossSeverity::Approximated, {}, was, is);
    };
    approximate(wrapOf(*second.canvas), wrapOf(*joined.canvas));
    approximate(borderOf(*second.canvas), borderOf(*joined.canvas));
}

void reportUnscaled(const Document& second, const Canvas& canvas, LossReport& losses) {
    for (const Unscaled& left : scaledTo(second, canvas).unscaled)
        losses.add(left.what == Unscaled::What::Tag ? feature::kOverrides : feature::kEffect,
                   LossSeverity::Approximated,
                   second.cues[left.place].id,
                   left.words,
                   "the same numbers on another canvas");
}

void reportMovedStyles(const Document& first,
                       const Document& second,
                       const Document& joined,
                       MarginsOf margins,
                       std::array<LossReport, 2>& losses) {
    for (std::size_t i = 0; i < first.styles.size(); ++i)
        addMovedStyle(first.styles[i], joined.styles[i], margins, losses[0]);
    for (LossItem& loss : losses[0].items)
        if (loss.feature == feature::kMargins && margins == MarginsOf::Styles)
            loss.remedy = "--place above or top leaves the styles of the first track as they are";
    const std::vector<Style> styles = stylesBefore(second, joined, margins);
    const std::size_t begin = joined.styles.size() - styles.size();
    for (std::size_t i = 0; i < styles.size(); ++i)
        addMovedStyle(scaledStyle(styles[i], second.canvas, joined.canvas),
                      joined.styles[begin + i],
                      margins,
                      losses[1]);
}

}  // namespace subs
