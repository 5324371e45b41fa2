// SPDX-License-Identifier: MIT
#include <subs/timing/shots.h>

#include <algorithm>
#include <array>
#include <utility>

namespace subs {
namespace {

constexpr std::array<std::pair<TransitionKind, std::string_view>, 3> kKinds = {
    {{TransitionKind::Dissolve, "dissolve"},
     {TransitionKind::FadeIn, "fade-in"},
     {TransitionKind::FadeOut, "fade-out"}}};

}  // namespace

std::string_view nameOf(TransitionKind kind) {
    return kKinds.at(static_cast<std::size_t>(kind)).second;
}

std::optional<TransitionKind> transitionKindNamed(std::string_view name) {
    for (const auto& [kind, known] : kKinds)
        if (known == name) return kind;
    return std::nullopt;
}

Shots ordered(Shots shots) {
    std::erase_if(shots.cuts, [](Frame cut) { return cut.number <= 0; });
    std::ranges::sort(shots.cuts);
    shots.cuts.erase(std::unique(shots.cuts.begin(), shots.cuts.end()), shots.cuts.end());
    std::erase_if(shots.transitions,
                  [](const Transition& each) { return std::max(each.from, each.to).number < 0; });
    for (Transition& each : shots.transitions) {
        if (each.to < each.from) std::swap(each.from, each.to);
        each.from.number = std::max<std::int64_t>(each.from.number, 0);
    }
    std::ranges::stable_sort(shots.transitions, {}, &Transition::from);
    return shots;
}

Shots moved(const Shots& shots, std::int64_t frames) {
    Shots later = shots;
    for (Frame& cut : later.cuts)
        cut.number += frames;
    for (Transition& each : later.transitions) {
        each.from.number += frames;
        each.to.number += frames;
    }
    return ordered(std::move(later));
}

}  // namespace subs
