// SPDX-License-Identifier: MIT
#include <subs/editor/timeline_scale.h>

#include "catch.h"

using namespace subs;
using subs::editor::markStep;
using subs::editor::TimelineScale;

namespace {

/// Two hours in a thousand pixels, at the usual width of a second.
TimelineScale feature() {
    TimelineScale scale;
    scale.setWidth(1000);
    scale.setLength(Time::fromSeconds(7200));
    return scale;
}

}  // namespace

TEST_CASE("a timeline begins with the film, and ends with it", "[editor][timeline]") {
    TimelineScale scale = feature();
    CHECK(scale.shown().from == Time());
    CHECK(scale.xOf(Time::fromSeconds(10)) == Approx(480));
    scale.scrollBy(-500);
    CHECK(scale.shown().from == Time());
    scale.scrollTo(Time::fromSeconds(9000));
    CHECK(scale.shown().to.seconds() == Approx(7200));
    CHECK(scale.timeAt(500).seconds() == Approx(7200 - 500 / 48.0));
}

TEST_CASE("the time under the pointer stays there while one zooms", "[editor][timeline]") {
    TimelineScale scale = feature();
    scale.scrollTo(Time::fromSeconds(3600));
    const Time held = scale.timeAt(300);
    scale.zoom(4, 300);
    CHECK(scale.perSecond() == Approx(192));
    CHECK(scale.xOf(held) == Approx(300).margin(0.01));
    scale.zoom(0.1, 300);
    CHECK(scale.xOf(held) == Approx(300).margin(0.01));
}

TEST_CASE("one zooms no further than to the whole film, and not nearer than a frame",
          "[editor][timeline]") {
    TimelineScale scale = feature();
    scale.zoom(1e-9, 700);
    CHECK(scale.perSecond() == Approx(1000.0 / 7200));
    CHECK(scale.shown().from == Time());
    CHECK(scale.shown().to.seconds() == Approx(7200));
    scale.zoom(1e9, 700);
    CHECK(scale.perSecond() == TimelineScale::kMostPerSecond);
    // A wider window sees no less than the whole film.
    scale.zoom(1e-9, 0);
    scale.setWidth(2000);
    CHECK(scale.perSecond() == Approx(2000.0 / 7200));
}

TEST_CASE("what is not shown is brought into view, and what is shown does not move",
          "[editor][timeline]") {
    TimelineScale scale = feature();
    CHECK_FALSE(scale.reveal(Time::fromSeconds(10)));
    CHECK(scale.reveal(Time::fromSeconds(60)));
    CHECK(scale.xOf(Time::fromSeconds(60)) == Approx(100).margin(0.01));
    CHECK(scale.reveal(Time()));
    CHECK(scale.shown().from == Time());
    // The end of the film cannot come further left.
    CHECK(scale.reveal(Time::fromSeconds(7199)));
    CHECK_FALSE(scale.reveal(Time::fromSeconds(7199)));
}

TEST_CASE("a film that turns out to be longer is as wide as was asked for", "[editor][timeline]") {
    TimelineScale scale;
    scale.setWidth(1000);
    scale.setLength(Time::fromSeconds(5));
    CHECK(scale.perSecond() == 200);
    scale.setLength(Time::fromSeconds(7200));
    CHECK(scale.perSecond() == TimelineScale::kUsualPerSecond);
}

TEST_CASE("a film of no length is shown at the usual width", "[editor][timeline]") {
    TimelineScale scale;
    scale.setWidth(500);
    scale.zoom(1e-9, 100);
    CHECK(scale.perSecond() == TimelineScale::kUsualPerSecond);
    CHECK(scale.shown().from == Time());
}

TEST_CASE("marks of a ruler stand as near as their labels allow", "[editor][timeline]") {
    CHECK(markStep(100, 80) == Time::fromSeconds(1));
    CHECK(markStep(48, 80) == Time::fromSeconds(2));
    CHECK(markStep(3, 80) == Time::fromSeconds(30));
    CHECK(markStep(0.14, 80) == Time::fromSeconds(600));
    CHECK(markStep(0.0001, 80) == Time::fromSeconds(3600));
}
