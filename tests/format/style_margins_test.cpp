// SPDX-License-Identifier: MIT
// Margins of styles in formats that have none. Expected values by hand: what libass makes of them.
#include <subs/format/features.h>

#include "catch.h"
#include "format/ass_file.h"
#include "format/read.h"

#include <string>
#include <vector>

using namespace testing;
using namespace subs;

namespace {

/// One cue in a style of such an alignment and margins, on 1920 × 1080.
std::string assWith(std::string_view alignmentAndMargins, std::string_view text = "text") {
    std::string file =
        "[Script Info]\nScriptType: v4.00+\nPlayResX: 1920\nPlayResY: 1080\n\n[V4+ Styles]\n"
        "Format: Name, Fontname, Fontsize, Alignment, MarginL, MarginR, MarginV\n"
        "Style: High,Arial,60,";
    file.append(alignmentAndMargins)
        .append(
            "\n\n[Events]\nFormat: Start, End, Style, Text\n"
            "Dialogue: 0:00:01.00,0:00:02.00,High,")
        .append(text)
        .append("\n");
    return file;
}

const LossItem* marginsIn(const LossReport& report) {
    return lossOf(report, feature::kMargins);
}

std::string lostMargins(std::string_view alignmentAndMargins, std::string_view text = "text") {
    const Document document = readAss(assWith(alignmentAndMargins, text));
    const LossReport report = formatNamed("srt")->plan(document, {});
    const LossItem* const item = marginsIn(report);
    return item == nullptr ? std::string() : item->before;
}

}  // namespace

TEST_CASE("margins of a style that put a cue into another place are told", "[ass][loss]") {
    CHECK(lostMargins("2,10,10,540") == "style High: 10, 10, 540");
    CHECK(lostMargins("8,10,10,200") == "style High: 10, 10, 200");
    CHECK(lostMargins("1,400,10,10") == "style High: 400, 10, 10");
    CHECK(lostMargins("3,10,400,10") == "style High: 10, 400, 10");
    CHECK(lostMargins("2,900,10,10") == "style High: 900, 10, 10");
    // A sixth of the picture: 180 and 320.
    CHECK(lostMargins("2,80,80,180").empty());
    CHECK(lostMargins("1,320,10,80").empty());
    // Those that do nothing: across from the text's edge, in the middle, beside a position.
    CHECK(lostMargins("2,400,400,50").empty());
    CHECK(lostMargins("5,10,10,540").empty());
    CHECK(lostMargins("2,10,10,540", "{\\pos(9,9)}text").empty());
    CHECK_FALSE(lostMargins("2,10,10,540", "{\\an8}text").empty());
}

TEST_CASE("all formats without margins tell those of styles with the cue", "[ass][loss]") {
    const Document document = readAss(assWith("2,10,10,540"));
    for (const std::string_view id :
         {"srt", "vtt", "ttml", "ebu-tt-d", "microdvd", "lrc", "ebu-stl", "scc"}) {
        CAPTURE(id);
        const FrameTimeline timeline = FrameTimeline::constant(*parseFrameRate("25"));
        WriteOptions options;
        options.timeline = &timeline;
        const LossReport report = formatNamed(id)->plan(document, options);
        const LossItem* const item = marginsIn(report);
        REQUIRE(item);
        CHECK(item->severity == LossSeverity::Dropped);
        CHECK(item->cues == std::vector{document.cues[0].id});
    }
    for (const std::string_view id : {"ass", "ssa", "json"})
        CHECK_FALSE(marginsIn(formatNamed(id)->plan(document, {})));
}

TEST_CASE("margins that a TTML region is read as are told once, by its reader", "[ttml][loss]") {
    const Document document = documentOf(
        "ttml",
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\">"
        "<head><layout><region xml:id=\"a\" tts:origin=\"0% 0%\" tts:extent=\"100% 80%\" "
        "tts:displayAlign=\"after\"/></layout></head>"
        "<body><div><p begin=\"1s\" end=\"2s\" region=\"a\">text</p></div></body></tt>");
    REQUIRE(document.cues.size() == 1);
    CHECK_FALSE(marginsIn(formatNamed("srt")->plan(document, {})));
}
