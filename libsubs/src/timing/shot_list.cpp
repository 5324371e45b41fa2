// SPDX-License-Identifier: MIT
#include <subs/timing/shot_list.h>

#include <algorithm>
#include <utility>

namespace subs {
namespace {

using Cuts = std::vector<Frame>;
using Transitions = std::vector<Transition>;

bool holds(const Cuts& cuts, Frame cut) {
    return std::ranges::binary_search(cuts, cut);
}

/// The one of `cuts` that is `cut`, else one a frame beside it.
std::optional<Frame> nearestIn(const Cuts& cuts, Frame cut) {
    for (const std::int64_t beside : {0, -1, 1})
        if (const Frame frame{cut.number + beside}; holds(cuts, frame)) return frame;
    return std::nullopt;
}

void insert(Cuts& cuts, Frame cut) {
    const auto place = std::ranges::lower_bound(cuts, cut);
    if (place == cuts.end() || *place != cut) cuts.insert(place, cut);
}

bool erase(Cuts& cuts, Frame cut) {
    return std::erase(cuts, cut) > 0;
}

bool isSame(const Transition& a, const Transition& b) {
    return a.kind == b.kind && a.from <= b.to && b.from <= a.to;
}

bool holdsSame(const Transitions& transitions, const Transition& transition) {
    return std::ranges::any_of(transitions,
                               [&](const Transition& each) { return isSame(each, transition); });
}

void insert(Transitions& transitions, const Transition& transition) {
    transitions.insert(
        std::ranges::upper_bound(transitions, transition.from, {}, &Transition::from), transition);
}

}  // namespace

Shots inForce(const ShotList& list) {
    Shots shots = list.detected;
    for (const Cuts* taken : {&list.removed.cuts, &list.added.cuts})
        for (const Frame cut : *taken)
            if (const auto found = nearestIn(shots.cuts, cut)) erase(shots.cuts, *found);
    for (const Frame cut : list.added.cuts)
        insert(shots.cuts, cut);
    std::erase_if(shots.transitions, [&](const Transition& each) {
        return holdsSame(list.removed.transitions, each) || holdsSame(list.added.transitions, each);
    });
    for (const Transition& each : list.added.transitions)
        insert(shots.transitions, each);
    return shots;
}

ShotList withDetected(ShotList list, const Shots& found, std::optional<FrameRange> range) {
    if (!range) return withRead(std::move(list), found, {});
    Shots& all = list.detected;
    std::erase_if(all.cuts, [&](Frame cut) { return range->contains(cut); });
    std::erase_if(all.transitions,
                  [&](const Transition& each) { return range->contains(each.from); });
    for (const Frame cut : found.cuts)
        if (range->contains(cut)) all.cuts.push_back(cut);
    for (const Transition& each : found.transitions)
        if (range->contains(each.from)) all.transitions.push_back(each);
    all = ordered(std::move(all));
    return list;
}

ShotList withRead(ShotList list, const Shots& read, std::string source) {
    list.detected = ordered(read);
    list.source = std::move(source);
    return list;
}

ShotList withCut(ShotList list, Frame cut) {
    if (cut.number <= 0 || holds(inForce(list).cuts, cut)) return list;
    // What was taken away is given back, where that is the cut that is meant.
    if (const auto removed = nearestIn(list.removed.cuts, cut)) {
        ShotList back = list;
        erase(back.removed.cuts, *removed);
        if (holds(inForce(back).cuts, cut)) return back;
    }
    insert(list.added.cuts, cut);
    return list;
}

ShotList withoutCut(ShotList list, Frame cut) {
    erase(list.added.cuts, cut);
    if (holds(inForce(list).cuts, cut)) insert(list.removed.cuts, cut);
    return list;
}

ShotList withCutMoved(ShotList list, Frame from, Frame to) {
    return from == to ? list : withCut(withoutCut(std::move(list), from), to);
}

ShotList withTransition(ShotList list, Transition transition) {
    if (transition.to < transition.from) std::swap(transition.from, transition.to);
    if (std::ranges::count(inForce(list).transitions, transition) > 0) return list;
    std::erase_if(list.removed.transitions,
                  [&](const Transition& each) { return isSame(each, transition); });
    if (std::ranges::count(inForce(list).transitions, transition) == 0) {
        std::erase_if(list.added.transitions,
                      [&](const Transition& each) { return isSame(each, transition); });
        insert(list.added.transitions, transition);
    }
    return list;
}

ShotList withoutTransition(ShotList list, Transition transition) {
    std::erase_if(list.added.transitions,
                  [&](const Transition& each) { return isSame(each, transition); });
    if (holdsSame(inForce(list).transitions, transition))
        insert(list.removed.transitions, transition);
    return list;
}

ShotList moved(const ShotList& list, std::int64_t frames) {
    return {moved(list.detected, frames),
            moved(list.added, frames),
            moved(list.removed, frames),
            list.source};
}

}  // namespace subs
