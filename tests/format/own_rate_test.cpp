// SPDX-License-Identifier: MIT
// Files that say how many frames a second they count, saved by a film of another rate: ST 428-7
// (TimeCodeRate), TTML2 §7.2 (frameRate), EBU Tech 3264 (DFC), CTA-608-E (30000/1001).
#include "format/own_rate.h"

#include "catch.h"
#include "format/read.h"
#include "format/stl_file.h"

#include <string>
#include <tuple>

using namespace subs;
using testing::documentOf;
using testing::ms;
using testing::withReplaced;
using testing::written;

namespace {

FrameTimeline at(const char* rate) {
    return FrameTimeline::constant(*parseFrameRate(rate));
}

const std::string kDcdm =
    "<SubtitleReel xmlns=\"http://www.smpte-ra.org/schemas/428-7/2014/DCST\">"
    "<Language>en</Language><EditRate>24 1</EditRate><TimeCodeRate>24</TimeCodeRate><SubtitleList>"
    "<Subtitle TimeIn=\"00:00:06:07\" TimeOut=\"00:00:07:13\"><Text>A</Text></Subtitle>"
    "</SubtitleList></SubtitleReel>";

const std::string kItt =
    "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" "
    "ttp:timeBase=\"smpte\" ttp:frameRate=\"24\" ttp:frameRateMultiplier=\"1000 1001\"><body><div>"
    "<p begin=\"00:00:06:07\" end=\"00:00:07:13\">A</p></div></body></tt>";

const std::string kScc =
    "Scenarist_SCC V1.0\n\n00:00:10;00\t94ae 94ae 9420 9420 9470 9470 c8e9 942f 942f\n\n"
    "00:00:12;00\t942c 942c\n";

std::string stlFile() {
    using namespace testing::stl;
    return header() + block("A", {.in = {0, 0, 6, 7}, .out = {0, 0, 7, 13}});
}

std::string csv(const std::string& names, const std::string& row) {
    return names + "\n" + row + "\n";
}

/// "24000/1001", or nothing where the file counts no frames of another rate than `asked`.
std::string otherRate(const char* format, const std::string& text, const char* asked) {
    const FrameTimeline frames = at(asked);
    const auto own = otherRateOf(documentOf(format, text), *formatNamed(format), &frames);
    return own ? formatted(own->rate.framesPerSecond()) : "";
}

}  // namespace

TEST_CASE("a file that counts frames says of which rate", "[format][time]") {
    CHECK(otherRate("dcdm", kDcdm, "25") == "24");
    CHECK(otherRate("dcdm", kDcdm, "24").empty());
    CHECK(otherRate(
              "dcdm",
              withReplaced(kDcdm, "<EditRate>24 1</EditRate><TimeCodeRate>24</TimeCodeRate>", ""),
              "25")
              .empty());
    CHECK(otherRate("itt", kItt, "25") == "24000/1001");
    CHECK(otherRate("itt", kItt, "23.976").empty());
    CHECK(otherRate("ebu-stl", stlFile(), "24") == "25");
    CHECK(otherRate("ebu-stl", stlFile(), "25").empty());
    CHECK(otherRate("scc", kScc, "25") == "30000/1001");
    CHECK(otherRate("microdvd", "{1}{1}25\n{25}{50}A\n", "50") == "25");
    CHECK(otherRate("microdvd", "{25}{50}A\n", "50").empty());
    CHECK(otherRate("srt", "1\n00:00:01,000 --> 00:00:02,000\nA\n", "25").empty());
}

TEST_CASE("times of the clock count no frames, whatever rate stands beside them",
          "[format][time]") {
    const std::string clock =
        withReplaced(withReplaced(kItt, "ttp:timeBase=\"smpte\" ", ""), ":06:07", ":06.250");
    CHECK(otherRate("ttml", clock, "25") == "24000/1001");  // of the end
    CHECK(otherRate("ttml", withReplaced(clock, ":07:13", ":07.500"), "25").empty());
    CHECK(otherRate("csv", csv("start,end,fps,text", "1.5,2.5,25,A"), "50").empty());
    CHECK(otherRate("csv", csv("start,end,fps,text", "00:00:01:12,00:00:02:00,25,A"), "50") ==
          "25");
    CHECK(otherRate("csv", csv("start frame,end frame,fps,text", "25,50,25,A"), "50") == "25");
}

TEST_CASE("frames beside the times of a table are those of its rate", "[format][time]") {
    const FrameTimeline film = at("50");
    WriteOptions options;
    options.timeline = &film;
    options.rounding = Rounding::Frame;
    const std::string names = "start,end,start frame,end frame,fps,text";
    Document document = documentOf("csv", csv(names, "00:00:01.000,00:00:02.000,25,49,25,A"));
    const auto own = otherRateOf(document, *formatNamed("csv"), &film);
    REQUIRE(own);
    CHECK_FALSE(own->yields);
    document.cues[0].start = ms(1200);
    CHECK(written(document, "csv", options) == csv(names, "00:00:01.200,00:00:02.000,30,49,25,A"));
    // Where nothing else says when a cue is shown, the frames are those that are asked for.
    const Document counted = documentOf("csv", csv("start frame,end frame,fps,text", "25,50,25,A"));
    CHECK(otherRateOf(counted, *formatNamed("csv"), &film)->yields);
    const Document open = documentOf("csv", csv(names, "00:00:01.000,,25,49,25,A"));
    CHECK(otherRateOf(open, *formatNamed("csv"), &film)->yields);
}

TEST_CASE("a film of another rate moves no time of a file that counts its own", "[format][time]") {
    for (const auto& [format, text] :
         {std::tuple("dcdm", kDcdm), std::tuple("itt", kItt), std::tuple("scc", kScc)}) {
        for (const char* const rate : {"24", "25", "29.97", "48"}) {
            CAPTURE(format, rate);
            const FrameTimeline film = at(rate);
            WriteOptions options;
            options.timeline = &film;
            options.rounding = Rounding::Frame;
            const Document document = documentOf(format, text);
            CHECK(written(document, format, options) == text);
            CHECK(formatNamed(format)->plan(document, options).empty());
        }
    }
    const FrameTimeline film = at("24");
    WriteOptions options;
    options.timeline = &film;
    options.rounding = Rounding::Frame;
    const Document document = documentOf("ebu-stl", stlFile());
    CHECK(written(document, "ebu-stl", options) == stlFile());
    CHECK(formatNamed("ebu-stl")->plan(document, options).empty());
}

TEST_CASE("an edited time goes to the nearest frame of its own file", "[format][time]") {
    const FrameTimeline film = at("25");
    WriteOptions options;
    options.timeline = &film;
    options.rounding = Rounding::Frame;
    Document document = documentOf("dcdm", kDcdm);
    REQUIRE(document.cues.size() == 1);
    document.cues[0].start = ms(5000);
    document.cues[0].end = ms(7458);  // unit 179 of 24 a second begins at 7458 1/3 ms
    CHECK(written(document, "dcdm", options) ==
          withReplaced(
              withReplaced(kDcdm, "00:00:06:07", "00:00:05:00"), "00:00:07:13", "00:00:07:11"));
}
