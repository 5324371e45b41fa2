// SPDX-License-Identifier: MIT
// libass 0.17 fills the box of BorderStyle 3 with OutlineColour and draws a shadow of that box in
// BackColour: drawn over grey with ffmpeg's filter "subtitles", OutlineColour &H000000FF and
// BackColour &H0000FF00 give a red box, and green beside it where Shadow is not 0.
#include "catch.h"
#include "format/read.h"

#include <string>

using namespace subs;
using testing::documentOf;
using testing::has;
using testing::withReplaced;
using testing::written;

namespace {

/// Blue, half seen; the shadow green.
const std::string kAss =
    "[Script Info]\nScriptType: v4.00+\nPlayResX: 1920\nPlayResY: 1080\n\n[V4+ Styles]\n"
    "Format: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, BackColour, BorderStyle, "
    "Outline, Shadow\n"
    "Style: Default,Noto Sans,64,&H00FFFFFF,&H80FF0000,&H0000FF00,3,3,0\n\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Boat\n";

const Color kHalfBlue{0, 0, 255, 127};

/// The style of the one cue of `document`.
Style lookOf(const Document& document) {
    REQUIRE(document.cues.size() == 1);
    const Style* style = styleOf(document, document.cues[0]);
    REQUIRE(style);
    return *style;
}

}  // namespace

TEST_CASE("a box has the colour in TTML that libass fills it with", "[format][ass][ttml]") {
    for (const char* const id : {"ttml", "ebu-tt-d", "itt", "netflix-ttml"}) {
        INFO(id);
        const std::string text = written(documentOf("ass", kAss), id);
        CHECK(has(text, "tts:backgroundColor=\"#0000FF7F\""));
        const Style again = lookOf(documentOf("ass", written(documentOf(id, text), "ass")));
        CHECK(again.border == BorderStyle::OpaqueBox);
        CHECK(again.outlineColor == kHalfBlue);
        CHECK(again.outline > 0);
    }
}

TEST_CASE("a background of TTML is a box of its colour and no shadow", "[format][ass][ttml]") {
    const std::string file =
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\">"
        "<body><div><p begin=\"1s\" end=\"2s\" tts:backgroundColor=\"#0000FF7F\">Boat</p></div>"
        "</body></tt>";
    for (const char* const id : {"ass", "ssa"}) {
        INFO(id);
        const Style style = lookOf(documentOf(id, written(documentOf("ttml", file), id)));
        CHECK(style.border == BorderStyle::OpaqueBox);
        // libass draws the shadow of a box under all of it: half seen would be more than half.
        CHECK(style.shadow == 0);
        Color box = style.outlineColor;
        if (std::string(id) == "ssa") box.alpha = kHalfBlue.alpha;  // one opacity for all: told
        CHECK(box == kHalfBlue);
    }
    CHECK(has(written(documentOf("ass", written(documentOf("ttml", file), "ass")), "ttml"),
              "tts:backgroundColor=\"#0000FF7F\""));
}

TEST_CASE("a box that is not seen is no background, whatever its shadow is", "[format][ttml]") {
    const std::string unseen = withReplaced(kAss, "&H80FF0000", "&HFFFF0000");
    CHECK_FALSE(has(written(documentOf("ass", unseen), "ttml"), "backgroundColor"));
}
