// SPDX-License-Identifier: MIT
#include <subs/timing/shots.h>

#include "catch.h"

using namespace subs;

TEST_CASE("a list of shots is put into order", "[timing][shots]") {
    const Shots shots = ordered({{{40}, {10}, {0}, {40}, {-3}, {25}},
                                 {{TransitionKind::FadeIn, {90}, {70}},
                                  {TransitionKind::Dissolve, {30}, {35}},
                                  {TransitionKind::FadeOut, {-9}, {-1}}}});
    CHECK(shots.cuts == std::vector<Frame>{{10}, {25}, {40}});
    CHECK(shots.transitions == std::vector<Transition>{{TransitionKind::Dissolve, {30}, {35}},
                                                       {TransitionKind::FadeIn, {70}, {90}}});
}

TEST_CASE("all shot changes move together, and none before the film's beginning",
          "[timing][shots]") {
    const Shots shots = {
        {{10}, {25}}, {{TransitionKind::Dissolve, {4}, {14}}, {TransitionKind::FadeIn, {0}, {8}}}};
    CHECK(moved(shots, 5) ==
          Shots{{{15}, {30}},
                {{TransitionKind::FadeIn, {5}, {13}}, {TransitionKind::Dissolve, {9}, {19}}}});
    CHECK(moved(shots, -10) == Shots{{{15}}, {{TransitionKind::Dissolve, {0}, {4}}}});
    CHECK(moved(shots, 0).cuts == shots.cuts);
}

TEST_CASE("each kind of transition has a name that means it", "[timing][shots]") {
    for (const TransitionKind kind :
         {TransitionKind::Dissolve, TransitionKind::FadeIn, TransitionKind::FadeOut})
        CHECK(transitionKindNamed(nameOf(kind)) == kind);
    CHECK(nameOf(TransitionKind::FadeOut) == "fade-out");
    CHECK_FALSE(transitionKindNamed("wipe"));
}
