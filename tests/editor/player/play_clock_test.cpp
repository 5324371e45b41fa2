// SPDX-License-Identifier: MIT
#include "play_clock.h"

#include "catch.h"

#include <cstdlib>
#include <random>

using subs::editor::PlayClock;
using Source = PlayClock::Source;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kOrigin{5'000'000};  // The monotonic clock when playing begins.

microseconds at(std::int64_t ms) {
    return kOrigin + milliseconds(ms);
}

/// A device as it was measured: starts after `delay` ms, then tells its progress in steps of `step`
/// ms.
microseconds device(std::int64_t ms, std::int64_t delay, std::int64_t step) {
    return milliseconds(ms < delay ? 0 : (ms - delay) / step * step);
}

}  // namespace

TEST_CASE("without sound the position is the monotonic clock", "[player][clock]") {
    PlayClock clock;
    clock.start(at(0), Source::Monotonic);
    CHECK(clock.position(at(0)) == milliseconds(0));
    CHECK(clock.position(at(1234)) == milliseconds(1234));
}

TEST_CASE("the time that a device takes to start is not playing time", "[player][clock]") {
    PlayClock clock;
    clock.start(at(0), Source::Sound);
    for (std::int64_t ms = 0; ms < 1850; ms += 5) {
        clock.hear(at(ms), milliseconds(0));
        REQUIRE(clock.position(at(ms)) == milliseconds(0));
    }
    clock.hear(at(1850), milliseconds(16));
    CHECK(clock.position(at(1850)) == milliseconds(16));
}

TEST_CASE("the steps of a device are made smooth", "[player][clock]") {
    PlayClock clock;
    clock.start(at(0), Source::Sound);
    const std::int64_t delay = 870;
    microseconds before{};
    for (std::int64_t ms = 0; ms < 20'000; ms += 5) {
        clock.hear(at(ms), device(ms, delay, 16));
        const microseconds position = clock.position(at(ms));
        REQUIRE(position >= before);
        REQUIRE(position - before <=
                milliseconds(12) + (before.count() == 0 ? milliseconds(16) : milliseconds(0)));
        before = position;
        if (ms > delay + 100)
            REQUIRE(std::abs((position - milliseconds(ms - delay)).count()) <= 16'000);
    }
}

TEST_CASE("a stalled device holds the position, and going on goes on from there",
          "[player][clock]") {
    PlayClock clock;
    clock.start(at(0), Source::Sound);
    for (std::int64_t ms = 0; ms <= 1000; ms += 10)
        clock.hear(at(ms), milliseconds(ms));
    for (std::int64_t ms = 1000; ms <= 3000; ms += 10) {
        clock.hear(at(ms), milliseconds(1000));
        REQUIRE(clock.position(at(ms)) <= milliseconds(1000) + PlayClock::kMostAhead);
    }
    CHECK(clock.silentFor(at(3000)) == milliseconds(2000));
    for (std::int64_t ms = 3000; ms <= 4000; ms += 10) {
        clock.hear(at(ms), milliseconds(ms - 2000));
        clock.position(at(ms));
    }
    const microseconds off = clock.position(at(4000)) - milliseconds(2000);
    CHECK(std::abs(off.count()) <= 20'000);
}

TEST_CASE("a device that runs faster or slower than the monotonic clock is followed",
          "[player][clock]") {
    const double speed = GENERATE(0.999, 1.001);
    PlayClock clock;
    clock.start(at(0), Source::Sound);
    microseconds played{};
    for (std::int64_t ms = 0; ms <= 600'000; ms += 10) {
        played = microseconds(static_cast<std::int64_t>(static_cast<double>(ms) * 1000 * speed));
        clock.hear(at(ms), played);
        clock.position(at(ms));
    }
    CHECK(std::abs((clock.position(at(600'000)) - played).count()) < 5'000);
}

TEST_CASE("the position never goes back whatever a device says", "[player][clock]") {
    std::mt19937 random(3);
    PlayClock clock;
    clock.start(at(0), Source::Sound);
    microseconds before{};
    std::int64_t processed = 0;
    for (std::int64_t ms = 0; ms < 60'000; ms += 5) {
        processed +=
            static_cast<std::int64_t>(random() % 12'000) * static_cast<std::int64_t>(random() % 2);
        clock.hear(at(ms), microseconds(processed - static_cast<std::int64_t>(random() % 30'000)));
        const microseconds position = clock.position(at(ms));
        REQUIRE(position >= before);
        before = position;
    }
}

TEST_CASE("playing can begin at a position", "[player][clock]") {
    PlayClock clock;
    clock.start(at(0), Source::Monotonic, milliseconds(700));
    CHECK(clock.position(at(10)) == milliseconds(710));
}
