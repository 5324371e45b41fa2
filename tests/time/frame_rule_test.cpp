// SPDX-License-Identifier: MIT
#include <subs/time/frame_rule.h>

#include "catch.h"

#include <cstdint>
#include <string>
#include <vector>

using namespace subs;

namespace {

constexpr Time kMillisecond = Time::fromMilliseconds(1);
constexpr Time kCentisecond = Time::fromCentiseconds(1);

FrameTimeline timelineOf(const std::string& rate) {
    return FrameTimeline::constant(parseFrameRate(rate).value());
}

/// What a cue's start on a frame is written as; measured with other programs.
struct Vector {
    const char* rate;
    std::int64_t frame;
    Fraction exact;
    std::int64_t floor;
    std::int64_t nearest;
    std::int64_t midpointMs;
    std::int64_t midpointCs;
};

const std::vector<Vector> kVectors = {
    {"23.976", 1, {1001, 24}, 41, 42, 21, 2},
    {"23.976", 2, {1001, 12}, 83, 83, 63, 6},
    {"23.976", 3, {1001, 8}, 125, 125, 104, 10},
    {"23.976", 12, {1001, 2}, 500, 501, 480, 48},
    {"23.976", 24, {1001}, 1001, 1001, 980, 98},
    {"23.976", 100, {25025, 6}, 4170, 4171, 4150, 415},
    {"23.976", 1000, {125125, 3}, 41708, 41708, 41687, 4169},
    {"23.976", 172800, {7207200}, 7207200, 7207200, 7207179, 720718},
    {"24", 1, {125, 3}, 41, 42, 21, 2},
    {"24", 100, {12500, 3}, 4166, 4167, 4146, 415},
    {"25", 1, {40}, 40, 40, 20, 2},
    {"25", 1000, {40000}, 40000, 40000, 39980, 3998},
    {"29.97", 1, {1001, 30}, 33, 33, 17, 2},
    {"29.97", 2, {1001, 15}, 66, 67, 50, 5},
    {"29.97", 24, {4004, 5}, 800, 801, 784, 78},
    {"29.97", 100, {10010, 3}, 3336, 3337, 3320, 332},
    {"59.94", 1, {1001, 60}, 16, 17, 8, 1},
    {"59.94", 2, {1001, 30}, 33, 33, 25, 3},
    {"59.94", 3, {1001, 20}, 50, 50, 42, 4},
    {"59.94", 1000, {50050, 3}, 16683, 16683, 16675, 1667},
};

}  // namespace

TEST_CASE("the start of a cue is written as the reference vectors say", "[time]") {
    for (const Vector& vector : kVectors) {
        INFO(vector.rate << " frame " << vector.frame);
        const FrameTimeline timeline = timelineOf(vector.rate);
        const Frame frame{vector.frame};
        const Time time = timeline.timeOf(frame);
        CHECK(timeline.millisecondsOf(frame) == vector.exact);
        CHECK(rounded(time, Edge::Start, Rounding::Floor, kMillisecond, nullptr) == vector.floor);
        CHECK(rounded(time, Edge::Start, Rounding::Nearest, kMillisecond, nullptr) ==
              vector.nearest);
        CHECK(unitsForFrame(timeline, frame, Edge::Start, kMillisecond) == vector.midpointMs);
        CHECK(unitsForFrame(timeline, frame, Edge::Start, kCentisecond) == vector.midpointCs);
        CHECK(rounded(time, Edge::Start, Rounding::Frame, kCentisecond, &timeline) ==
              vector.midpointCs);
    }
}

TEST_CASE("the end of a cue is the midpoint after its last frame", "[time]") {
    const FrameTimeline timeline = timelineOf("25");
    CHECK(unitsForFrame(timeline, Frame{0}, Edge::End, kMillisecond) == 20);
    CHECK(unitsForFrame(timeline, Frame{24}, Edge::End, kCentisecond) == 98);
}

TEST_CASE("no edge is written before 0", "[time]") {
    const FrameTimeline timeline = timelineOf("25");
    CHECK(unitsForFrame(timeline, Frame{0}, Edge::Start, kMillisecond) == 0);
    CHECK(unitsForFrame(timeline, Frame{-100}, Edge::Start, kMillisecond) == 0);
    const Time before = Time::fromSeconds(-3);
    for (const Rounding rounding :
         {Rounding::Nearest, Rounding::Floor, Rounding::Frame, Rounding::FrameNearest})
        CHECK(rounded(before, Edge::End, rounding, kMillisecond, &timeline) == 0);
}

TEST_CASE("an edge that no unit of the format falls beside is an error", "[time]") {
    const FrameTimeline timeline = timelineOf("120");
    int refused = 0;
    for (std::int64_t n = 0; n < 1200; ++n) {
        const auto units = unitsForFrame(timeline, Frame{n}, Edge::End, kCentisecond);
        if (units) CHECK(timeline.endFrameAt(Time::fromCentiseconds(*units)) == Frame{n});
        if (!units && ++refused == 1) {
            CHECK(units.error().code == "time.no-unit-between-frames");
            CHECK(units.error().message.find("frame " + std::to_string(n)) != std::string::npos);
        }
    }
    CHECK(refused == 200);  // one frame in six, as measured
}

TEST_CASE("rounding to frames without a timeline is an error", "[time]") {
    for (const Rounding rounding : {Rounding::Frame, Rounding::FrameNearest}) {
        const auto units = rounded(Time(), Edge::Start, rounding, kMillisecond, nullptr);
        REQUIRE_FALSE(units);
        CHECK(units.error().code == "time.no-timeline");
    }
}

TEST_CASE("frame rounding reads an edge as a player does and nearest takes the nearer frame",
          "[time]") {
    const FrameTimeline timeline = timelineOf("25");
    const auto start = [&](int ms, Rounding rounding) {
        return rounded(Time::fromMilliseconds(ms), Edge::Start, rounding, kMillisecond, &timeline)
            .value();
    };
    CHECK(start(41, Rounding::Frame) == 60);         // the first frame at or after is 80 ms
    CHECK(start(41, Rounding::FrameNearest) == 20);  // the nearest is 40 ms
    CHECK(start(60, Rounding::FrameNearest) == 60);  // halfway: the later one
    CHECK(start(40, Rounding::Frame) == 20);
}
