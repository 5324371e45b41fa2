// SPDX-License-Identifier: MIT
// The same promise as in tests/time, through files: a cue that is put on frames a to b, for every a
// of two hours, is on a to b again when the written file is read.
#include <subs/format/registry.h>
#include <subs/job/retime.h>

#include "catch.h"
#include "variable_timeline.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

using namespace subs;

namespace {

/// A cue shows the frame that it starts on and up to so many more.
constexpr std::int64_t kLongest = 120;

Frame lastOf(std::int64_t first) {
    return Frame{first + first % kLongest};
}

Document cueOnEachFrame(const FrameTimeline& timeline, std::int64_t frames) {
    Document document;
    document.cues.reserve(static_cast<std::size_t>(frames));
    for (std::int64_t first = 0; first < frames; ++first) {
        Cue cue;
        cue.id = document.newId();
        cue.start = timeline.timeOf(Frame{first});
        cue.end = timeline.timeOf(Frame{lastOf(first).number + 1});
        cue.text.plain = "a";
        document.cues.push_back(std::move(cue));
    }
    return document;
}

/// How many cues of the file that `document` is written as are on other frames than they were.
std::int64_t wrongCues(const Document& document,
                       const FrameTimeline& timeline,
                       std::string_view format) {
    const Format& target = *formatNamed(format);
    const auto retimed =
        retimedToFrames(document, Rounding::FrameNearest, target.info().unit, {timeline});
    REQUIRE(retimed);
    const auto written = writtenDocument(retimed->document, target);
    REQUIRE(written);
    const auto read = readDocument(written->bytes, std::string("film.") + std::string(format));
    REQUIRE(read);
    const auto& cues = read->document.cues;
    REQUIRE(cues.size() == document.cues.size());
    std::int64_t wrong = 0;
    for (std::size_t i = 0; i < cues.size(); ++i) {
        const auto first = static_cast<std::int64_t>(i);
        const bool isRight = cues[i].end && timeline.startFrameAt(cues[i].start) == Frame{first} &&
                             timeline.endFrameAt(*cues[i].end) == lastOf(first);
        wrong += isRight ? 0 : 1;
    }
    return wrong;
}

void checkRate(std::string_view rate, std::int64_t seconds, std::string_view format) {
    INFO(rate);
    const FrameTimeline timeline = FrameTimeline::constant(parseFrameRate(rate).value());
    const std::int64_t frames = timeline.frameAt(Fraction(seconds * 1000)).number;
    CHECK(wrongCues(cueOnEachFrame(timeline, frames), timeline, format) == 0);
}

/// Two hours of the rate of films, and twenty minutes of the others, of which tests/time tries all
/// frames of two hours without files.
void checkRates(std::string_view format) {
    checkRate("23.976", testing::kTwoHours, format);
    for (const std::string_view rate : {"24", "25", "29.97", "30", "50", "59.94", "60"})
        checkRate(rate, testing::kTwoHours / 6, format);
}

}  // namespace

TEST_CASE("a cue on every frame of two hours is there again in a SubRip file", "[job][property]") {
    checkRates("srt");
}

TEST_CASE("a cue on every frame of two hours is there again in an ASS file", "[job][property]") {
    checkRates("ass");
}

TEST_CASE("a cue on every frame of a variable rate is there again in SubRip and ASS files",
          "[job][property]") {
    const FrameTimeline timeline = testing::variableTimeline(1000);
    const std::int64_t frames = timeline.frameCount().value() - kLongest - 1;
    REQUIRE(frames > 100'000);
    const Document document = cueOnEachFrame(timeline, frames);
    CHECK(wrongCues(document, timeline, "srt") == 0);
    CHECK(wrongCues(document, timeline, "ass") == 0);
}
