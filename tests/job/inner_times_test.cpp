// SPDX-License-Identifier: MIT
// Times in a TTML file that no document has, ends of parts and what animates a cue, when the times
// of the film are moved. They count from the beginning of what they are in (TTML2 §12.2); where
// they go is worked out by hand.
#include <subs/format/features.h>
#include <subs/job/convert.h>

#include "catch.h"

#include <string>

using namespace subs;

namespace {

std::string fileOf(const std::string& paragraphs, const std::string& division = "<div>") {
    return "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
           "xml:lang=\"en\"><body>" +
           division + paragraphs + "</div></body></tt>";
}

std::string movedFile(const std::string& file, const ConvertOptions& options) {
    const auto done = converted(file, "film.ttml", options);
    REQUIRE(done);
    for (const LossItem& item : done->losses.items) {
        // Less than half a millisecond.
        CHECK(item.feature == feature::kTimePrecision);
        CHECK(item.severity == LossSeverity::Info);
    }
    return done->bytes;
}

ConvertOptions moving(const MoveOptions& how) {
    ConvertOptions options;
    options.moving = how;
    return options;
}

std::string movedFile(const std::string& file, const MoveOptions& how) {
    return movedFile(file, moving(how));
}

MoveOptions scale(Fraction factor, Time about = {}) {
    return {ScaleTimes{factor, about}};
}

MoveOptions between(std::vector<TimeAnchor> anchors) {
    return {StretchBetween{std::move(anchors)}};
}

ShiftByTime by(std::int64_t milliseconds) {
    return {Time::fromMilliseconds(milliseconds)};
}

Time seconds(std::int64_t count) {
    return Time::fromSeconds(count);
}

/// Red for a part of the time.
std::string set(const std::string& times) {
    return "<set " + times + " tts:color=\"red\"/>";
}

const std::string kEnd = "<p begin=\"0s\" end=\"10s\">this <span end=\"6s\">text</span></p>";
const std::string kSet =
    "<p begin=\"0s\" end=\"10s\">" + set("begin=\"3s\" end=\"6s\"") + "text</p>";

}  // namespace

TEST_CASE("times of a TTML file that no document has are scaled with a cue at 0", "[job][ttml]") {
    CHECK(movedFile(fileOf(kEnd), scale(Fraction(1, 2))) ==
          fileOf("<p begin=\"0s\" end=\"5s\">this <span end=\"3s\">text</span></p>"));
    CHECK(movedFile(fileOf(kEnd), scale(Fraction(3, 2))) ==
          fileOf("<p begin=\"0s\" end=\"15s\">this <span end=\"9s\">text</span></p>"));
    CHECK(movedFile(fileOf(kSet), scale(Fraction(1, 2))) ==
          fileOf("<p begin=\"0s\" end=\"5s\">" + set("begin=\"1.5s\" end=\"3s\"") + "text</p>"));
    CHECK(movedFile(fileOf("<p begin=\"0s\" end=\"10s\">" + set("begin=\"1s\" dur=\"500ms\"") +
                           "text</p>"),
                    scale(Fraction(1, 2))) ==
          fileOf("<p begin=\"0s\" end=\"5s\">" + set("begin=\"0.5s\" dur=\"250ms\"") + "text</p>"));
}

TEST_CASE("times inside of a TTML cue go their way where an edge of it is at a fixed point",
          "[job][ttml]") {
    CHECK(movedFile(fileOf("<p begin=\"100s\" end=\"110s\">a <span end=\"6s\">b</span></p>"),
                    scale(Fraction(9, 10), seconds(100))) ==
          fileOf("<p begin=\"100s\" end=\"109s\">a <span end=\"5.4s\">b</span></p>"));
    // Both edges are: the document's cue does not change.
    CHECK(movedFile(
              fileOf("<p begin=\"0s\" end=\"10s\">" + set("begin=\"2.5s\"") +
                     "a <span end=\"5s\">b</span></p>"),
              between({{Time(), Time()}, {seconds(5), seconds(6)}, {seconds(10), seconds(10)}})) ==
          fileOf("<p begin=\"0s\" end=\"10s\">" + set("begin=\"3s\"") +
                 "a <span end=\"6s\">b</span></p>"));
    CHECK(movedFile(fileOf("<p begin=\"10s\" end=\"20s\">a <span end=\"5s\">b</span></p>"),
                    between({{seconds(10), seconds(10)}, {seconds(20), seconds(30)}})) ==
          fileOf("<p begin=\"10s\" end=\"30s\">a <span end=\"10s\">b</span></p>"));
}

TEST_CASE("times inside of a TTML cue go by less than a frame too", "[job][ttml]") {
    CHECK(movedFile(fileOf(kEnd), scale(Fraction(1001, 1000))) ==
          fileOf("<p begin=\"0s\" end=\"10.01s\">this <span end=\"6.006s\">text</span></p>"));
}

TEST_CASE("what animates a cue in a sequence of TTML is scaled with it", "[job][ttml]") {
    // As Animation002 of the IMSC tests.
    const std::string division = "<div timeContainer=\"seq\" dur=\"20s\">";
    CHECK(movedFile(fileOf("<p dur=\"10s\">" + set("begin=\"5s\"") + "text</p>", division),
                    scale(Fraction(3, 2))) ==
          fileOf("<p dur=\"15s\">" + set("begin=\"7.5s\"") + "text</p>", division));
}

TEST_CASE("a TTML file goes to another frame rate and back as it was", "[job][ttml]") {
    // 23.976 to 25: 24000/1001 : 25.
    const std::string there = movedFile(fileOf(kSet), scale(Fraction(960, 1001)));
    CHECK(there == fileOf("<p begin=\"0s\" end=\"9.59s\">" +
                          set("begin=\"2.877s\" end=\"5.754s\"") + "text</p>"));
    CHECK(movedFile(there, scale(Fraction(1001, 960))) == fileOf(kSet));
}

TEST_CASE("what is inside of a TTML cue that is cut off at 0 goes with the film", "[job][ttml]") {
    CHECK(movedFile(fileOf("<p begin=\"2s\" end=\"7s\">" + set("begin=\"1s\" end=\"3s\"") +
                           "text <span end=\"4s\">go</span></p>"),
                    MoveOptions{by(-3500), {}, BeforeZero::Cut}) ==
          fileOf("<p begin=\"0s\" end=\"3.5s\">" + set("begin=\"0s\" end=\"1.5s\"") +
                 "text <span end=\"2.5s\">go</span></p>"));
    // One that began there, which looks like one whose end alone was moved.
    CHECK(movedFile(fileOf(kSet), MoveOptions{by(-2000), {}, BeforeZero::Cut}) ==
          fileOf("<p begin=\"0s\" end=\"8s\">" + set("begin=\"1s\" end=\"4s\"") + "text</p>"));
}

TEST_CASE("times inside of TTML cues that are not moved stay", "[job][ttml]") {
    const auto file = [](const std::string& first) {
        return fileOf(first + "<p begin=\"100s\" end=\"110s\">a <span end=\"6s\">b</span></p>");
    };
    MoveOptions early = scale(Fraction(9, 10), seconds(100));
    early.range.to = seconds(100);
    CHECK(movedFile(file("<p begin=\"50s\" end=\"60s\">a <span end=\"5s\">b</span></p>"), early) ==
          file("<p begin=\"55s\" end=\"64s\">a <span end=\"4.5s\">b</span></p>"));
}

TEST_CASE("times inside of a TTML cue whose edges go to frames stay in it", "[job][ttml]") {
    // At 25 a second a start at 11 s means the frame that begins there, and is written 20 ms
    // before it; the end at 16 s means the frame before that.
    const KnownFrames frames{FrameTimeline::constant(parseFrameRate("25").value())};
    ConvertOptions options = moving({by(1000)});
    options.frames = &frames;
    options.writing.rounding = Rounding::Frame;
    CHECK(
        movedFile(fileOf("<p begin=\"10s\" end=\"15s\">a <span begin=\"1s\" end=\"2s\">b</span> "
                         "c</p>"),
                  options) ==
        fileOf("<p begin=\"10.98s\" end=\"15.98s\">a <span begin=\"1.02s\" end=\"2.02s\">b</span> "
               "c</p>"));
    CHECK(movedFile(fileOf("<p begin=\"10s\" end=\"15s\">a <span end=\"5s\">b</span></p>"),
                    options) ==
          fileOf("<p begin=\"10.98s\" end=\"15.98s\">a <span end=\"5s\">b</span></p>"));
    options.moving.reset();
    CHECK(movedFile(fileOf("<p begin=\"10s\" end=\"15s\">a <span begin=\"1s\" end=\"2s\">b</span> "
                           "c</p>"),
                    options) ==
          fileOf("<p begin=\"9.98s\" end=\"14.98s\">a <span begin=\"1.02s\" end=\"2.02s\">b</span> "
                 "c</p>"));
}

TEST_CASE("times inside of a TTML cue are scaled where edges are rounded down", "[job][ttml]") {
    ConvertOptions options = moving(scale(2));
    options.writing.rounding = Rounding::Floor;
    CHECK(movedFile(
              fileOf("<p begin=\"1s\" end=\"5s\">" + set("begin=\"1s\" end=\"2s\"") + "text</p>"),
              options) ==
          fileOf("<p begin=\"2s\" end=\"10s\">" + set("begin=\"2s\" end=\"4s\"") + "text</p>"));
}
