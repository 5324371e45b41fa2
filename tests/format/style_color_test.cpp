// SPDX-License-Identifier: MIT
// Colours of whole cues, which come from their styles, in formats that have colours and no styles.
#include <subs/format/registry.h>

#include "catch.h"
#include "format/read.h"

#include <string>
#include <utility>

using namespace subs;
using testing::documentOf;
using testing::has;
using testing::written;

namespace {

Document colored(Color color, std::vector<Span> spans = {}) {
    Document document;
    document.format = "elsewhere";
    Style style;
    style.name = "Top";
    style.primary = color;
    document.styles = {style};
    Cue cue;
    cue.id = document.newId();
    cue.start = Time::fromSeconds(1);
    cue.end = Time::fromSeconds(2);
    cue.style = "Top";
    cue.text = {"Look there", std::move(spans)};
    document.cues = {cue};
    return document;
}

const Color kYellow{255, 255, 0};

std::string inMicroDvd(const Document& document) {
    const FrameTimeline frames = FrameTimeline::constant(*parseFrameRate("25"));
    WriteOptions options;
    options.timeline = &frames;
    return written(document, "microdvd", options);
}

}  // namespace

TEST_CASE("the colour of a style is a font tag in SubRip, and no tag where it is white",
          "[srt][color]") {
    CHECK(has(written(colored(kYellow), "srt"), "\n<font color=\"#FFFF00\">Look there</font>\n"));
    CHECK(has(written(colored({255, 255, 255}), "srt"), "\nLook there\n"));
}

TEST_CASE("the colour of a stretch is inside of that of its style in SubRip", "[srt][color]") {
    CHECK(has(written(colored(kYellow, {{SpanKind::Color, 0, 4, "#00FF00"}}), "srt"),
              "\n<font color=\"#FFFF00\"><font color=\"#00FF00\">Look</font> there</font>\n"));
    // One that covers all of the text is the only one.
    CHECK(has(written(colored(kYellow, {{SpanKind::Color, 0, 10, "#00FF00"}}), "srt"),
              "\n<font color=\"#00FF00\">Look there</font>\n"));
}

TEST_CASE("a colour over a whole cue goes from SubRip to TTML and back", "[srt][ttml][color]") {
    const std::string srt =
        "1\n00:00:01,000 --> 00:00:02,000\n<font color=\"#ffff00\">Look there</font>\n";
    const std::string ttml = written(documentOf("srt", srt), "ttml");
    CHECK(
        has(written(documentOf("ttml", ttml), "srt"), "<font color=\"#FFFF00\">Look there</font>"));
}

TEST_CASE("the colour of a style is a code of MicroDVD, blue first", "[microdvd][color]") {
    CHECK(has(inMicroDvd(colored(kYellow)), "{c:$00FFFF}Look there"));
    CHECK(has(inMicroDvd(colored(kYellow, {{SpanKind::Color, 0, 10, "#00FF00"}})),
              "{c:$00FF00}Look there"));
    CHECK(has(inMicroDvd(colored({255, 255, 255})), "}Look there"));
    CHECK_FALSE(has(inMicroDvd(colored({255, 255, 255})), "{c:"));
}
