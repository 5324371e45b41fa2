// SPDX-License-Identifier: MIT
#include "job/pairs/pair_losses.h"

#include <subs/format/features.h>
#include <subs/time/clock.h>

#include "format/document_losses.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

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

void addLook(const Document& second, const LostLook& lost, LossReport& losses) {
    const Cue& cue = second.cues[lost.place];
    const auto approximate = [&](std::string_view feature, std::string_view before) {
        losses.add(feature, LossSeverity::Approximated, cue.id, before, kOfFirst);
    };
    const auto drop = [&](std::string_view feature, std::string_view before) {
        losses.add(feature, LossSeverity::Dropped, cue.id, before, {});
    };
    switch (lost.look) {
        case Look::Style:
            return approximate(feature::kStyles, styleOf(second, cue)->name);
        case Look::Alignment:
            return approximate(feature::kAlignment,
                               std::to_string(static_cast<int>(*cue.alignment)));
        case Look::Margins:
            return drop(
                feature::kMargins,
                fmt::format(
                    "{}, {}, {}", cue.margins.left, cue.margins.right, cue.margins.vertical));
        case Look::Layer:
            return drop(feature::kLayer, std::to_string(cue.layer));
        case Look::Settings:
            return drop(featureOfSettings(cue.settings), cue.settings);
        case Look::Effect:
            return drop(feature::kEffect, cue.effect);
    }
}

bool isNumber(std::string_view label) {
    return label.find_first_not_of("0123456789") == label.npos;
}

}  // namespace

std::array<LossReport, 2> lossesOfPairing(const Document& first,
                                          const Document& second,
                                          const Stacked& told) {
    std::array<LossReport, 2> losses;
    addMoved(first, told.moved[0], losses[0]);
    addMoved(second, told.moved[1], losses[1]);
    for (const LostLook& lost : told.lookLost)
        addLook(second, lost, losses[1]);
    for (const Cue& cue : second.cues)
        if (!isNumber(cue.label))
            losses[1].add(feature::kLabel, LossSeverity::Dropped, cue.id, cue.label, {});
    return losses;
}

}  // namespace subs
