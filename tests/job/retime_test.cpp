// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>
#include <subs/job/convert.h>
#include <subs/job/retime.h>

#include "catch.h"

#include <string>
#include <vector>

using namespace subs;

namespace {

/// A film of 100 frames at 25 a second: its frames end at 4 s, the last begins at 3960 ms.
KnownFrames hundredFrames() {
    KnownFrames frames{FrameTimeline::constant(parseFrameRate("25").value()), "film.mkv"};
    frames.end = Frame{100};
    return frames;
}

Document documentOf(const std::vector<std::pair<int, int>>& cues) {
    Document document;
    for (const auto& [start, end] : cues) {
        Cue cue;
        cue.id = document.newId();
        cue.start = Time::fromMilliseconds(start);
        cue.end = Time::fromMilliseconds(end);
        document.cues.push_back(cue);
    }
    return document;
}

const Time kMillisecond = Time::fromMilliseconds(1);

Result<Retimed> retimed(const Document& document, const KnownFrames& frames) {
    return retimedToFrames(document, Rounding::Frame, kMillisecond, frames);
}

}  // namespace

TEST_CASE("edges past the last frame keep their times and that is told", "[job]") {
    const Document document =
        documentOf({{1000, 2000}, {3970, 4000}, {3990, 4501}, {4501, 5003}, {6001, 7002}});
    const auto result = retimed(document, hundredFrames());
    REQUIRE(result);
    const auto& cues = result->document.cues;
    CHECK(cues[0].start == Time::fromMilliseconds(980));
    CHECK(cues[0].end == Time::fromMilliseconds(1980));
    CHECK(cues[1].start == Time::fromMilliseconds(3980));
    CHECK(cues[1].end == Time::fromMilliseconds(3980));
    CHECK(cues[2].start == Time::fromMilliseconds(3980));
    CHECK(cues[2].end == Time::fromMilliseconds(4501));
    CHECK(cues[3].start == Time::fromMilliseconds(4501));
    CHECK(cues[4].end == Time::fromMilliseconds(7002));
    REQUIRE(result->diagnostics.size() == 1);
    CHECK(result->diagnostics[0].code == "time.past-last-frame");
    CHECK(
        result->diagnostics[0].message ==
        "3 cues lie past the last frame of film.mkv, which ends at 00:00:04.000; the first is cue 3; edges there keep their times, since no frame is there");
}

TEST_CASE("edges before 0 keep their times, so that a format that has none says what it loses",
          "[job]") {
    const auto result = retimed(documentOf({{-2500, -1000}, {-13, 1000}}), hundredFrames());
    REQUIRE(result);
    const auto& cues = result->document.cues;
    CHECK(cues[0].start == Time::fromMilliseconds(-2500));
    CHECK(cues[0].end == Time::fromMilliseconds(-1000));
    CHECK(cues[1].start == Time::fromMilliseconds(-13));
    CHECK(cues[1].end == Time::fromMilliseconds(980));
    const LossReport losses = formatNamed("vtt")->plan(result->document, {});
    REQUIRE(losses.items.size() == 1);
    CHECK(losses.items[0].feature == "negative-time");
    CHECK(losses.items[0].count == 3);
}

TEST_CASE("a second retiming changes nothing and equal edges stay equal and in order", "[job]") {
    const KnownFrames frames = hundredFrames();
    std::vector<std::pair<int, int>> edges;
    for (int ms = 3900; ms < 4200; ++ms)
        edges.emplace_back(ms, ms);
    for (const Time unit : {kMillisecond, Time::fromCentiseconds(1)}) {
        for (const Rounding rounding : {Rounding::Frame, Rounding::FrameNearest}) {
            const auto once = retimedToFrames(documentOf(edges), rounding, unit, frames);
            REQUIRE(once);
            const auto twice = retimedToFrames(once->document, Rounding::Frame, unit, frames);
            REQUIRE(twice);
            for (std::size_t i = 0; i < edges.size(); ++i) {
                const Cue& cue = once->document.cues[i];
                CHECK(cue.start == *cue.end);
                CHECK((i == 0 || once->document.cues[i - 1].start <= cue.start));
                if (rounding == Rounding::Frame) CHECK(twice->document.cues[i].start == cue.start);
            }
        }
    }
}

TEST_CASE("a track is not put on the frames of a film that is cut short before its end", "[job]") {
    KnownFrames frames = hundredFrames();
    frames.isCutShort = true;
    CHECK(retimed(documentOf({{1000, 2000}}), frames).has_value());
    const auto refused = retimed(documentOf({{1000, 2000}, {3000, 6000}}), frames);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "time.film-cut-short");
    CHECK(refused.error().message.find("nothing was written") != std::string::npos);
}

TEST_CASE("cues past the last frame are told with the line of the first", "[job]") {
    const KnownFrames frames = hundredFrames();
    ConvertOptions options;
    options.writing.rounding = Rounding::Frame;
    options.frames = &frames;
    const std::string text =
        "1\n00:00:00,980 --> 00:00:01,980\nx\n\n2\n00:00:05,000 --> 00:00:06,000\ny\n";
    const auto result = converted(text, "film.srt", options);
    REQUIRE(result);
    CHECK(result->bytes == text);
    REQUIRE(result->diagnostics.size() == 1);
    CHECK(result->diagnostics[0].line == 5);
    CHECK(result->diagnostics[0].message.find("1 cue lies past the last frame") == 0);
}

TEST_CASE("times too large to be put on frames stay, and that is told", "[job]") {
    const std::string large = "1\n99999999999:00:00,000 --> 99999999999:00:01,000\nbig\n";
    const std::string usual = "\n2\n00:00:01,000 --> 00:00:02,000\na\n";
    const KnownFrames frames{FrameTimeline::constant(parseFrameRate("25").value()), ""};
    ConvertOptions options;
    options.writing.rounding = Rounding::Frame;
    options.frames = &frames;
    const auto result = converted(large + usual, "w.srt", options);
    REQUIRE(result);
    CHECK(result->bytes == large + "\n2\n00:00:00,980 --> 00:00:01,980\na\n");
    CHECK(result->losses.empty());
    REQUIRE(!result->diagnostics.empty());
    CHECK(result->diagnostics.back().code == "time.too-large");
    CHECK(result->diagnostics.back().line == 1);
    CHECK(result->diagnostics.back().message ==
          "1 cue has a time that is too large to be put on frames; the first is cue 1 (\"1\"); "
          "such edges keep their times");
}

TEST_CASE("times inside of a text stay in a cue whose edges go to frames", "[job]") {
    Document document = documentOf({{1000, 2000}, {1001, 2000}});
    const auto at = [](const char* clock) { return Span{SpanKind::InnerTime, 0, 0, clock}; };
    document.cues[0].text = {
        "abc", {at("00:00:01.000"), at("00:00:01.500"), at("00:00:02.000"), at("00:00:02.500")}};
    document.cues[1].text = {"abc", {at("00:00:01.005"), at("00:00:00.500")}};
    const auto result = retimed(document, hundredFrames());
    REQUIRE(result);
    const auto timeIn = [&](std::size_t cue, std::size_t span) {
        return result->document.cues[cue].text.spans[span].value;
    };
    // From 980 to 1980 ms.
    CHECK(timeIn(0, 0) == "00:00:00.980");
    CHECK(timeIn(0, 1) == "00:00:01.500");
    CHECK(timeIn(0, 2) == "00:00:01.980");
    CHECK(timeIn(0, 3) == "00:00:02.500");
    // From 1020: the first frame at or after 1001 ms begins at 1040.
    CHECK(result->document.cues[1].start == Time::fromMilliseconds(1020));
    CHECK(timeIn(1, 0) == "00:00:01.020");
    CHECK(timeIn(1, 1) == "00:00:00.500");
}
