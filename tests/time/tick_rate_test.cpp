// SPDX-License-Identifier: MIT
#include <subs/time/tick_rate.h>

#include "catch.h"

using namespace subs;

TEST_CASE("a tick is the nearest one, and comes back as itself", "[time]") {
    CHECK(TickRate().ticksOf(Time::fromMilliseconds(42)) == 42);
    CHECK(TickRate().ticksOf(Time::fromFlicks(Time::kPerMillisecond / 2)) == 1);
    CHECK(TickRate().ticksOf(Time::fromFlicks(-Time::kPerMillisecond / 2)) == 0);
    // Frames of 24000/1001 in their own ticks, and in ticks that are no whole flicks.
    CHECK(TickRate(24'000).ticksOf(Time::fromFlicks(Time::kPerSecond * 1001 / 24'000)) == 1001);
    const TickRate odd(2'997'000);
    for (const std::int64_t ticks : {-7, 0, 1, 250'250, 2'997'001})
        CHECK(odd.ticksOf(odd.timeOf(ticks)) == ticks);
    CHECK(TickRate(24'000).nearest(Time::fromMilliseconds(1)) == Time::fromMilliseconds(1));
}

TEST_CASE("ticks of times as large as can be are held", "[time]") {
    CHECK(TickRate(Time::kPerSecond).ticksOf(Time::fromFlicks(INT64_MAX)) == INT64_MAX);
    CHECK(TickRate(1).timeOf(INT64_MAX) == Time::fromFlicks(INT64_MAX));
}
