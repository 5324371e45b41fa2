// SPDX-License-Identifier: MIT
// Expected values are those of TTML2 §12.3.1 (time expressions), §12.4 (time containers) and
// appendix H (time bases), worked out by hand.
#include <subs/format/intermediate_documents.h>

#include "catch.h"
#include "format/read.h"
#include "format/ttml/exact_seconds.h"
#include "format/ttml/time_expression.h"

#include <string>
#include <vector>

using namespace subs;
using subs::ttml::Parameters;
using subs::ttml::secondsIn;

namespace {

constexpr const char* kRoot =
    "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
    "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\">";

std::string fileWith(const std::string& body) {
    return kRoot + body + "</tt>";
}

/// "0- 5+ 10-": what a file shows from when on.
std::string momentsOf(const std::string& body) {
    std::string text;
    for (const IntermediateDocument& document : intermediateDocuments(fileWith(body)))
        text += (text.empty() ? "" : " ") + formatted(document.seconds) +
                (document.isEmpty ? "-" : "+");
    return text;
}

/// Start and end of each cue in milliseconds; -1 for none.
std::vector<std::int64_t> timesOf(const std::string& body) {
    std::vector<std::int64_t> times;
    for (const Cue& cue : testing::documentOf("ttml", fileWith(body)).cues) {
        times.push_back(cue.start.nearestMilliseconds());
        times.push_back(cue.end ? cue.end->nearestMilliseconds() : -1);
    }
    return times;
}

std::string secondsOf(std::string_view text, const Parameters& parameters = {}) {
    const auto seconds = secondsIn(text, parameters);
    return seconds ? formatted(*seconds) : "none";
}

Parameters film() {
    Parameters parameters;
    parameters.frameRate = 24;
    parameters.framesPerSecond = Fraction(24000, 1001);
    parameters.subFrameRate = 2;
    parameters.tickRate = 10'000'000;
    return parameters;
}

}  // namespace

TEST_CASE("time expressions are read exactly", "[ttml]") {
    CHECK(secondsOf("00:00:01") == "1");
    CHECK(secondsOf("01:01:01.5") == "3661.5");
    CHECK(secondsOf("100:00:00") == "360000");
    CHECK(secondsOf("1.5h") == "5400");
    CHECK(secondsOf("2m") == "120");
    CHECK(secondsOf("4.25s") == "4.25");
    CHECK(secondsOf("250ms") == "0.25");
    CHECK(secondsOf("15f") == "0.5");
    CHECK(secondsOf("3t") == "3");
    CHECK(secondsOf(" 1s ") == "1");
    CHECK(secondsOf("00:00:01:15") == "1.5");
    CHECK(secondsOf("45000000t", film()) == "4.5");
    CHECK(secondsOf("24f", film()) == "1.001");
    CHECK(secondsOf("00:00:02:22", film()) == formatted(Fraction(2 * 24000 + 22 * 1001, 24000)));
    CHECK(secondsOf("00:00:00:01.1", film()) == formatted(Fraction(3 * 1001, 48000)));
}

TEST_CASE("what is no time expression is none", "[ttml]") {
    for (const char* const text : {"",
                                   "s",
                                   "1",
                                   "1 s",
                                   "-1s",
                                   "1.s",
                                   "00:00",
                                   "00:61:00",
                                   "00:0:00",
                                   "00:00:01.",
                                   "00:00:01:",
                                   "1x",
                                   "00:00:01:1",
                                   "1234567890123456789s"})
        CHECK(secondsOf(text) == "none");
}

TEST_CASE("SMPTE time codes count frames", "[ttml]") {
    Parameters parameters = film();
    parameters.timeBase = ttml::TimeBase::Smpte;
    // An hour of labels at 24000/1001 is 3603.6 s.
    CHECK(secondsOf("01:00:00:00", parameters) == "3603.6");
    parameters.frameRate = 30;
    parameters.framesPerSecond = Fraction(30000, 1001);
    parameters.dropMode = ttml::DropMode::DropNtsc;
    // ST 12-1: after ten minutes drop-frame labels have left out 18 frames.
    CHECK(secondsOf("00:10:00:00", parameters) == formatted(Fraction(17982 * 1001, 30000)));
    CHECK(secondsOf("00:01:00:02", parameters) == formatted(Fraction(1800 * 1001, 30000)));
    for (const char* const label : {"00:01:00:02", "00:09:59:29", "00:10:00:00", "01:00:00:00"})
        CHECK(timeExpression(
                  *secondsIn(label, parameters), ttml::TimeForm::ClockFrames, parameters) == label);
}

TEST_CASE("times are written in the form that they had", "[ttml]") {
    const Fraction seconds(9, 2);
    using Form = ttml::TimeForm;
    CHECK(timeExpression(seconds, Form::Clock, film()) == "00:00:04.500");
    CHECK(timeExpression(seconds, Form::Seconds, film()) == "4.5s");
    CHECK(timeExpression(seconds, Form::Milliseconds, film()) == "4500ms");
    CHECK(timeExpression(seconds, Form::Ticks, film()) == "45000000t");
    CHECK(timeExpression(Fraction(1001, 1000), Form::Frames, film()) == "24f");
    CHECK(timeExpression(Fraction(2 * 24000 + 22 * 1001, 24000), Form::ClockFrames, film()) ==
          "00:00:02:22");
}

TEST_CASE("a time of the clock has as many decimal places as it takes", "[ttml]") {
    CHECK(ttml::preciseClock(Fraction(9, 2)) == "00:00:04.500");
    CHECK(ttml::preciseClock(Fraction(400, 1)) == "00:06:40.000");
    CHECK(ttml::preciseClock(Fraction(14, 3)) == "00:00:04.666666667");
    CHECK(ttml::preciseClock(Fraction(36000001, 10000)) == "01:00:00.0001");
    // The last flick of a second.
    CHECK(ttml::preciseClock(Fraction(705'599'999, 705'600'000)) == "00:00:00.999999999");
}

TEST_CASE("children of a parallel container count from its beginning", "[ttml]") {
    CHECK(timesOf("<body><div begin=\"20s\"><p begin=\"2s\" end=\"3.5s\">x</p></div></body>") ==
          std::vector<std::int64_t>{22000, 23500});
    CHECK(timesOf("<body begin=\"1s\" end=\"10s\"><div><p begin=\"2s\" end=\"20s\">x</p>"
                  "<p begin=\"3s\">y</p></div></body>") ==
          std::vector<std::int64_t>{3000, 10000, 4000, 10000});
    CHECK(timesOf("<body><div><p begin=\"2s\" dur=\"3s\" end=\"4s\">x</p></div></body>") ==
          std::vector<std::int64_t>{2000, 4000});
}

TEST_CASE("children of a sequence come one after the other", "[ttml]") {
    CHECK(timesOf("<body><div timeContainer=\"seq\"><p dur=\"2s\">x</p><p dur=\"3s\">y</p></div>"
                  "</body>") == std::vector<std::int64_t>{0, 2000, 2000, 5000});
    CHECK(timesOf("<body><div timeContainer=\"seq\" begin=\"10s\"><p begin=\"1s\" dur=\"2s\">x</p>"
                  "<p begin=\"1s\" end=\"3s\">y</p></div></body>") ==
          std::vector<std::int64_t>{11000, 13000, 14000, 16000});
    // What comes behind something without an end never begins.
    CHECK(momentsOf("<body><div timeContainer=\"seq\"><p>x</p><p dur=\"3s\">y</p></div></body>") ==
          "0+");
}

TEST_CASE("what a file shows changes where an element begins or ends", "[ttml]") {
    CHECK(momentsOf(
              "<body><div><p begin=\"1s\" end=\"2s\">x</p><p begin=\"2s\" end=\"3s\"> </p></div>"
              "</body>") == "0- 1+ 2- 3-");
    // What is around it ends with it.
    CHECK(momentsOf("<body><div><p begin=\"5s\" end=\"5s\">x</p></div></body>") == "0- 5-");
    CHECK(momentsOf(
              "<body><div><p end=\"9s\"><set tts:display=\"none\" begin=\"3s\" dur=\"2s\"/>x</p>"
              "</div></body>") == "0+ 3- 5+ 9-");
    CHECK(momentsOf("<body><div><p end=\"1s\" tts:display=\"none\">x</p></div></body>") == "0- 1-");
    // W3C's imsc-tests, Animation012: its pictures are named 0, 5, 10 and 16.
    CHECK(
        momentsOf("<body><div timeContainer=\"seq\" dur=\"20s\">"
                  "<p dur=\"10s\"><set tts:textAlign=\"right\" begin=\"5s\"/>x</p>"
                  "<p dur=\"10s\"><set tts:textAlign=\"left\" begin=\"6s\"/>y</p></div></body>") ==
        "0+ 5+ 10+ 16+ 20-");
    CHECK(momentsOf("<body/>") == "");
    CHECK(intermediateDocuments("no XML").empty());
}

TEST_CASE("what goes to no region is not shown where the layout has some", "[ttml]") {
    const std::string head =
        "<head><layout><region xml:id=\"a\" begin=\"1s\" end=\"4s\"/><region xml:id=\"b\"/></layout>"
        "</head>";
    CHECK(momentsOf(head + "<body><div><p end=\"2s\">x</p></div></body>") == "0- 1- 2- 4-");
    CHECK(momentsOf(head + "<body><div><p region=\"a\" end=\"2s\">x</p></div></body>") ==
          "0- 1+ 2- 4-");
    CHECK(
        momentsOf(head + "<body region=\"b\"><div><p region=\"a\" end=\"2s\">x</p></div></body>") ==
        "0- 1- 2- 4-");
}
