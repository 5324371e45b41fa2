// SPDX-License-Identifier: MIT
// What lengths ASS says in units of the canvas, and how libass 0.17 scales them: places and
// distances across by the width, others by the height (ass_parse.c, ass_render.c).
#include <subs/edit/scaled_track.h>

#include "catch.h"

#include <string>
#include <utility>
#include <vector>

using namespace subs;

namespace {

constexpr Canvas kSmall{640, 360};
constexpr Canvas kTwice{1280, 720};

Document trackOf(Span span, Canvas canvas = kSmall) {
    Document document;
    document.canvas = canvas;
    Cue cue;
    cue.id = document.newId();
    cue.text = {"a", {std::move(span)}};
    document.cues = {std::move(cue)};
    return document;
}

/// The mark on a canvas twice as large.
std::string twice(SpanKind kind, const std::string& value, Canvas to = kTwice) {
    return scaledTo(trackOf({kind, 0, 0, value}), to).document.cues[0].text.spans[0].value;
}

std::string tag(const std::string& value) {
    return twice(SpanKind::Opaque, value);
}

}  // namespace

TEST_CASE("places, clips and drawings are scaled to another canvas", "[edit][canvas]") {
    CHECK(tag("\\pos(320,180)") == "\\pos(640,360)");
    CHECK(tag("\\pos( 320, -1.25 )") == "\\pos( 640, -2.5 )");
    CHECK(tag("\\org(1,2)") == "\\org(2,4)");
    CHECK(tag("\\move(0,10,20.5,30)") == "\\move(0,20,41,60)");
    CHECK(tag("\\move(0,10,20.5,30,0,500)") == "\\move(0,20,41,60,0,500)");
    CHECK(tag("\\clip(0,0,640,360)") == "\\clip(0,0,1280,720)");
    CHECK(tag("\\iclip(2,m 0 0 l 10 5 b 1 2 3 4 5 6)") ==
          "\\iclip(2,m 0 0 l 20 10 b 2 4 6 8 10 12)");
    CHECK(tag("\\clip(m 0 0 l 10 5)") == "\\clip(m 0 0 l 20 10)");
    CHECK(twice(SpanKind::Drawing, "{\\p2\\bord1}m 0 0 l 100 0 100 50{\\p0}") ==
          "{\\p2\\bord2}m 0 0 l 200 0 200 100{\\p0}");
}

TEST_CASE("sizes and distances are scaled, in changes too", "[edit][canvas]") {
    CHECK(twice(SpanKind::FontSize, "30") == "60");
    CHECK(tag("\\bord4") == "\\bord8");
    CHECK(tag("\\bord(4)") == "\\bord(8)");
    CHECK(tag("\\xbord1") == "\\xbord2");
    CHECK(tag("\\yshad-1.5") == "\\yshad-3");
    CHECK(tag("\\shad0") == "\\shad0");
    CHECK(tag("\\blur0.6") == "\\blur1.2");
    CHECK(tag("\\fsp2") == "\\fsp4");
    CHECK(tag("\\pbo-5") == "\\pbo-10");
    CHECK(tag("\\t(0,500,\\fs20\\bord3\\frz30)") == "\\t(0,500,\\fs40\\bord6\\frz30)");
    CHECK(tag("\\t(\\clip(0,0,10,10))") == "\\t(\\clip(0,0,20,20))");
}

TEST_CASE("shares, angles, times, colours and names stay", "[edit][canvas]") {
    for (const std::string same : {"\\fscx120",
                                   "\\frz45",
                                   "\\fax0.5",
                                   "\\be2",
                                   "\\fs+2",
                                   "\\fad(200,300)",
                                   "\\fade(255,0,255,0,1,2,3)",
                                   "\\3c&H0000FF&",
                                   "\\alpha&H80&",
                                   "\\an8",
                                   "\\q2",
                                   "\\rSign 2"}) {
        const ScaledTrack scaled = scaledTo(trackOf({SpanKind::Opaque, 0, 0, same}), kTwice);
        CHECK(scaled.document.cues[0].text.spans[0].value == same);
        CHECK(scaled.unscaled.empty());
    }
}

TEST_CASE("a tag that is not known and an effect keep their numbers, and are named",
          "[edit][canvas]") {
    Document track = trackOf({SpanKind::Opaque, 0, 0, "\\jitter(1,2)"});
    track.cues[0].effect = "Scroll up;10;50;20";
    const ScaledTrack scaled = scaledTo(track, kTwice);
    CHECK(scaled.document.cues[0].text == track.cues[0].text);
    CHECK(scaled.document.cues[0].effect == track.cues[0].effect);
    CHECK(scaled.unscaled ==
          std::vector<Unscaled>{{0, Unscaled::What::Tag, "\\jitter(1,2)"},
                                {0, Unscaled::What::Effect, "Scroll up;10;50;20"}});
}

TEST_CASE("margins and styles are scaled with what cues say", "[edit][canvas]") {
    Document track = trackOf({SpanKind::FontSize, 0, 0, "30"});
    track.cues[0].margins = {100, 200, 30};
    track.styles.push_back(defaultStyleFor("en"));
    track.styles[0].fontSize = 20;
    track.styles[0].outline = 2;
    const Document scaled = scaledTo(track, kTwice).document;
    CHECK(scaled.cues[0].margins == Margins{200, 400, 60});
    CHECK(scaled.styles[0].fontSize == 40);
    CHECK(scaled.styles[0].outline == 4);
    CHECK(scaled.canvas == kTwice);
    // A margin of its own does not become the style's.
    track.canvas = kTwice;
    track.cues[0].margins = {1, 0, 0};
    CHECK(scaledTo(track, {128, 72}).document.cues[0].margins == Margins{1, 0, 0});
}

TEST_CASE("across goes by the width, letters by the height", "[edit][canvas]") {
    const Canvas old{384, 288};
    const Canvas wide{1920, 1080};
    Document track = trackOf({SpanKind::Opaque, 0, 0, "\\pos(192,144)"}, old);
    track.cues[0].margins = {10, 10, 20};
    track.cues[0].text.spans.push_back({SpanKind::FontSize, 0, 1, "16"});
    const Cue scaled = scaledTo(track, wide).document.cues[0];
    CHECK(scaled.text.spans[0].value == "\\pos(960,540)");
    CHECK(scaled.text.spans[1].value == "60");
    CHECK(scaled.margins == Margins{50, 50, 75});
}

TEST_CASE("outlines in pixels of the video have no canvas, and a track without one stays",
          "[edit][canvas]") {
    Document track = trackOf({SpanKind::Opaque, 0, 0, "\\bord4\\pos(1,2)"});
    track.canvas->scaledBorder = false;
    Canvas to = kTwice;
    to.scaledBorder = false;
    CHECK(scaledTo(track, to).document.cues[0].text.spans[0].value == "\\bord4\\pos(2,4)");
    track.canvas.reset();
    CHECK(scaledTo(track, to).document.cues[0].text == track.cues[0].text);
}
