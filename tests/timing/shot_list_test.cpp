// SPDX-License-Identifier: MIT
#include <subs/timing/shot_list.h>

#include "catch.h"

#include <random>

using namespace subs;

namespace {

using Cuts = std::vector<Frame>;

ShotList detected(Cuts cuts, std::vector<Transition> transitions = {}) {
    return {{std::move(cuts), std::move(transitions)}, {}, {}, {}};
}

}  // namespace

TEST_CASE("a cut that a person puts or takes away counts, and is undone by the other",
          "[timing][shots]") {
    const ShotList list = detected({{10}, {20}});
    CHECK(inForce(withCut(list, {15})).cuts == Cuts{{10}, {15}, {20}});
    CHECK(withoutCut(withCut(list, {15}), {15}) == list);
    CHECK(inForce(withoutCut(list, {10})).cuts == Cuts{{20}});
    CHECK(withCut(withoutCut(list, {10}), {10}) == list);
    CHECK(withCut(list, {10}) == list);
    CHECK(withoutCut(list, {11}) == list);
    CHECK(withCut(list, {0}) == list);
}

TEST_CASE("a new search overwrites nothing that a person did", "[timing][shots]") {
    ShotList list = withoutCut(withCut(detected({{10}, {20}, {30}}), {15}), {20});
    list = withDetected(list, {{{12}, {20}, {40}}, {}});
    CHECK(inForce(list).cuts == Cuts{{12}, {15}, {40}});
    CHECK(list.added.cuts == Cuts{{15}});
    CHECK(list.removed.cuts == Cuts{{20}});
}

TEST_CASE("what another search finds a frame beside is the same cut", "[timing][shots]") {
    const ShotList list = withoutCut(withCut(detected({{10}, {20}}), {15}), {20});
    CHECK(inForce(withDetected(list, {{{10}, {16}, {21}}, {}})).cuts == Cuts{{10}, {15}});
    // The one that was meant goes, not its neighbour.
    CHECK(inForce(withoutCut(detected({{20}, {21}}), {21})).cuts == Cuts{{20}});
}

TEST_CASE("a cut moves by one frame", "[timing][shots]") {
    const ShotList list = withCutMoved(detected({{10}, {20}}), {20}, {21});
    CHECK(inForce(list).cuts == Cuts{{10}, {21}});
    CHECK(inForce(withDetected(list, {{{10}, {20}}, {}})).cuts == Cuts{{10}, {21}});
    CHECK(inForce(withCutMoved(list, {21}, {24})).cuts == Cuts{{10}, {24}});
    CHECK(inForce(withCutMoved(list, {21}, {20})).cuts == Cuts{{10}, {20}});
}

TEST_CASE("a search in a stretch leaves what was found outside of it", "[timing][shots]") {
    const ShotList list = detected({{10}, {20}, {30}}, {{TransitionKind::Dissolve, {22}, {28}}});
    const Shots found = {{{19}, {26}, {33}}, {}};
    CHECK(inForce(withDetected(list, found, FrameRange{{15}, {29}})) ==
          Shots{{{10}, {19}, {26}, {30}}, {}});
}

TEST_CASE("transitions are put and taken away in the same way", "[timing][shots]") {
    const Transition found = {TransitionKind::Dissolve, {40}, {52}};
    const Transition own = {TransitionKind::Dissolve, {38}, {50}};
    const ShotList list = detected({}, {found});
    CHECK(inForce(withTransition(list, own)).transitions == std::vector{own});
    CHECK(withoutTransition(withTransition(list, {TransitionKind::FadeIn, {0}, {9}}),
                            {TransitionKind::FadeIn, {0}, {9}}) == list);
    const ShotList without = withoutTransition(list, found);
    CHECK(inForce(without).transitions.empty());
    CHECK(inForce(withDetected(without, {{}, {own}})).transitions.empty());
    CHECK(withTransition(without, found) == list);
    CHECK(inForce(withTransition(without, {TransitionKind::FadeOut, {40}, {52}}))
              .transitions.size() == 1);
}

TEST_CASE("moving all moves what was found and what a person did alike", "[timing][shots]") {
    const ShotList list = withoutCut(withCut(detected({{10}, {20}, {30}}), {15}), {20});
    CHECK(inForce(moved(list, 7)) == moved(inForce(list), 7));
    CHECK(moved(moved(list, 7), -7) == list);
}

TEST_CASE("whatever is put or taken away last is so", "[timing][shots]") {
    std::mt19937 random(5);
    const auto any = [&] { return Frame{static_cast<std::int64_t>(random() % 30 + 1)}; };
    ShotList list = detected({{4}, {8}, {9}, {17}, {23}});
    for (int step = 0; step < 2000; ++step) {
        const Frame cut = any();
        const bool puts = random() % 2 == 0;
        list = puts ? withCut(list, cut) : withoutCut(list, cut);
        const Cuts cuts = inForce(list).cuts;
        INFO(step);
        REQUIRE(std::ranges::count(cuts, cut) == (puts ? 1 : 0));
        REQUIRE(std::ranges::is_sorted(cuts));
    }
}
