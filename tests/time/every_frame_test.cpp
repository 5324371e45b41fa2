// SPDX-License-Identifier: MIT
// The promise that the project rests on, for every frame of two hours: an edge that is put on a
// frame is written so that each player shows the cue from and up to that frame, and reading the
// file gives the frame back.
#include <subs/time/frame_rule.h>

#include "catch.h"
#include "variable_timeline.h"

#include <cstdint>
#include <string>
#include <vector>

using namespace subs;
using testing::kTwoHours;
using testing::variableTimeline;

namespace {

constexpr std::int64_t kSrt = 1;  // milliseconds in a unit
constexpr std::int64_t kAss = 10;

/// When a player takes a frame to be: FFmpeg's filter truncates to whole milliseconds, mpv rounds.
struct PlayerClock {
    std::int64_t truncated;
    std::int64_t rounded;
};

PlayerClock clockOf(const FrameTimeline& timeline, std::int64_t frame) {
    const Fraction ms = timeline.millisecondsOf(Frame{frame});
    return {ms.floored(), ms.nearest()};
}

/// True when `ms` comes after frame n's clock and not after that of frame n + 1, for both players.
bool liesAfter(std::int64_t ms, PlayerClock frame, PlayerClock next) {
    return frame.truncated < ms && ms <= next.truncated && frame.rounded < ms && ms <= next.rounded;
}

/// How many of the first `frames` frames come out wrong in a format of `unit` milliseconds.
std::int64_t wrongFrames(const FrameTimeline& timeline, std::int64_t frames, std::int64_t unit) {
    const Time step = Time::fromMilliseconds(unit);
    std::int64_t wrong = 0;
    PlayerClock before = clockOf(timeline, -1);
    PlayerClock now = clockOf(timeline, 0);
    for (std::int64_t n = 0; n < frames; ++n) {
        const PlayerClock next = clockOf(timeline, n + 1);
        const auto start = unitsForFrame(timeline, Frame{n}, Edge::Start, step);
        const auto end = unitsForFrame(timeline, Frame{n}, Edge::End, step);
        const bool right = start && end && liesAfter(*start * unit, before, now) &&
                           liesAfter(*end * unit, now, next) &&
                           timeline.startFrameAt(Fraction(*start * unit)) == Frame{n} &&
                           timeline.endFrameAt(Fraction(*end * unit)) == Frame{n};
        if (!right) ++wrong;
        before = now;
        now = next;
    }
    return wrong;
}

}  // namespace

TEST_CASE("every frame of two hours comes back in SRT and ASS for both kinds of player",
          "[time][property]") {
    const std::string rate = GENERATE("23.976", "24", "25", "29.97", "30", "50", "59.94", "60");
    INFO(rate);
    const FrameRate parsed = parseFrameRate(rate).value();
    const FrameTimeline timeline = FrameTimeline::constant(parsed);
    const std::int64_t frames = timeline.frameAt(Fraction(kTwoHours * 1000)).number;
    CHECK(wrongFrames(timeline, frames, kSrt) == 0);
    CHECK(wrongFrames(timeline, frames, kAss) == 0);
}

TEST_CASE("every frame of a variable rate comes back for both kinds of player",
          "[time][property]") {
    const FrameTimeline timeline = variableTimeline(1000);
    const std::int64_t frames = timeline.frameCount().value();
    REQUIRE(frames > 100'000);
    CHECK(wrongFrames(timeline, frames, kSrt) == 0);
    CHECK(wrongFrames(timeline, frames, kAss) == 0);
}

TEST_CASE("frames 10 ms apart between milliseconds are read back from SRT and ASS",
          "[time][property]") {
    const FrameTimeline timeline = variableTimeline(90'000);
    std::int64_t wrong = 0;
    for (std::int64_t n = 0; n < timeline.frameCount().value(); ++n) {
        for (const std::int64_t unit : {kSrt, kAss}) {
            const auto start =
                unitsForFrame(timeline, Frame{n}, Edge::Start, Time::fromMilliseconds(unit));
            const auto end =
                unitsForFrame(timeline, Frame{n}, Edge::End, Time::fromMilliseconds(unit));
            const bool right = start && end &&
                               timeline.startFrameAt(Fraction(*start * unit)) == Frame{n} &&
                               timeline.endFrameAt(Fraction(*end * unit)) == Frame{n};
            if (!right) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("equal edges stay equal by every rule and a second rounding changes nothing",
          "[time][property]") {
    const std::string rate = GENERATE("23.976", "25", "59.94");
    const FrameTimeline timeline = FrameTimeline::constant(parseFrameRate(rate).value());
    std::int64_t apart = 0;
    std::int64_t changed = 0;
    for (std::int64_t flicks = 0; flicks < 600 * Time::kPerSecond; flicks += 7'654'321) {
        const Time time = Time::fromFlicks(flicks);
        for (const Rounding rule :
             {Rounding::Nearest, Rounding::Floor, Rounding::Frame, Rounding::FrameNearest}) {
            const Time unit = Time::fromCentiseconds(1);
            const auto start = rounded(time, Edge::Start, rule, unit, &timeline).value();
            if (rounded(time, Edge::End, rule, unit, &timeline) != start) ++apart;
            const Time again = Time::fromCentiseconds(start);
            if (rule == Rounding::Frame &&
                rounded(again, Edge::Start, rule, unit, &timeline) != start)
                ++changed;
        }
    }
    CHECK(apart == 0);
    CHECK(changed == 0);
}
