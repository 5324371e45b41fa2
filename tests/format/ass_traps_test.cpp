// SPDX-License-Identifier: MIT
#include "catch.h"
#include "format/traps.h"

#include <string>
#include <vector>

using namespace testing;
using subs::SpanKind;

namespace {

const std::string kHead =
    "[Script Info]\nScriptType: v4.00+\nPlayResX: 640\nPlayResY: 480\n\n[V4+ Styles]\n"
    "Format: Name, Fontname, Fontsize, Bold, Alignment\nStyle: Default,Arial,20,0,2\n\n";
const std::string kEvents =
    "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";

/// An event with this text.
std::string line(const std::string& text) {
    return "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,," + text + "\n";
}

std::string fileOf(const std::string& events) {
    return kHead + kEvents + events;
}

const std::vector<Trap> kTraps = {
    {"trap 23: columns in another order",
     "film.ass",
     kHead + "[Events]\nFormat: End, Start, Style, Layer, Name, Text\n"
             "Dialogue: 0:00:02.00,0:00:01.00,Default,3,Dara,One, two\n",
     [](const Trapped& film) {
         REQUIRE(film.cues() == 1);
         CHECK(film.start(0) == 1'000);
         CHECK(film.end(0) == 2'000);
         CHECK(film.cue(0).layer == 3);
         CHECK(film.text(0) == "One, two");
         CHECK(film.keepsWhenEdited(0, "Dialogue: 0:00:02.00,0:00:01.00,Default,3,Dara,edited\n"));
     }},
    {"trap 24: comments, stray lines, unknown sections and headers",
     "film.ass",
     "; from the lab\n[Script Info]\n!: old remark\nX-Client: 12\nPlayResX: 640\nPlayResY: 480\n\n"
     "[Lab Notes]\nreel: 2\n\n[Events]\nFormat: Start, End, Text\n"
     "Dialogue: 0:00:01.00,0:00:02.00,One\n; note\nMovie: 0:00:01.00,0:00:02.00,a.avi\n"
     "Dialogue: 0:00:03.00,0:00:04.00,Two\n",
     [](const Trapped& film) {
         CHECK(film.cues() == 2);
         CHECK(film.keepsWhenEdited(
             1, "One\n; note\nMovie: 0:00:01.00,0:00:02.00,a.avi\nDialogue: 0:00:03.00"));
         CHECK(film.keepsWhenEdited(0, "\n!: old remark\nX-Client: 12\n"));
         CHECK(film.keepsWhenEdited(0, "\n[Lab Notes]\nreel: 2\n"));
         CHECK(film.loses("srt", "raw"));
     }},
    {"trap 25: two styles of one name",
     "film.ass",
     "[Script Info]\nPlayResX: 640\nPlayResY: 480\n\n[V4+ Styles]\nFormat: Name, Fontname, Fontsize\n"
     "Style: Bottom,Arial,20\nStyle: Bottom,Arial,30\n\n[Events]\nFormat: Start, End, Style, Text\n"
     "Dialogue: 0:00:01.00,0:00:02.00,Bottom,One\n",
     [](const Trapped& film) {
         CHECK(film.read.document.styles.size() == 2);
         CHECK(film.tells("ass.duplicate-style"));
         CHECK(film.keepsWhenEdited(0, "Style: Bottom,Arial,20\nStyle: Bottom,Arial,30\n"));
     }},
    {"trap 26: hours above nine",
     "film.ass",
     fileOf("Dialogue: 0,11:02:03.40,11:02:05.00,Default,,0,0,0,,late\n"),
     [](const Trapped& film) {
         CHECK(film.start(0) == 39'723'400);
         CHECK(film.keepsWhenEdited(0, "11:02:03.40,11:02:05.00"));
         CHECK(film.gives("srt", "11:02:03,400 --> 11:02:05,000"));
     }},
    {"trap 27: margins with leading zeroes",
     "film.ass",
     fileOf("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0045,0000,0010,,One\n"),
     [](const Trapped& film) {
         CHECK(film.cue(0).margins.left == 45);
         CHECK(film.keepsWhenEdited(0, ",0045,0000,0010,,edited"));
     }},
    {"trap 28: a comment in braces",
     "film.ass",
     fileOf(line("Wait {check name} here")),
     [](const Trapped& film) {
         CHECK(film.text(0) == "Wait  here");
         CHECK(film.hasSpan(0, SpanKind::Comment, "{check name}"));
         CHECK_FALSE(film.gives("srt", "check name"));
         CHECK(film.loses("srt", "text-comment"));
     }},
    {"trap 29: a drawing",
     "film.ass",
     fileOf(line("{\\p1}m 5 5 l 60 5 60 40{\\p0}") + line("{\\p1}m 5 5 l 6 6{\\p0}sign")),
     [](const Trapped& film) {
         CHECK(film.text(0).empty());
         CHECK(film.text(1) == "sign");
         CHECK_FALSE(film.gives("srt", "m 5 5"));
         CHECK(film.gives("srt", "sign"));
         CHECK(film.loses("srt", "drawing"));
         CHECK(film.loses("vtt", "drawing"));
     }},
    {"trap 30: braces that are escaped",
     "film.ass",
     fileOf(line("set \\{x\\}")),
     [](const Trapped& film) {
         CHECK(film.text(0) == "set {x}");
         CHECK(film.gives("srt", "set {x}\n"));
     }},
    {"trap 31: a hard space",
     "film.ass",
     fileOf(line("10\\hkm")),
     [](const Trapped& film) {
         CHECK(film.text(0) == "10\u00A0km");
         CHECK(film.gives("srt", "10\u00A0km\n"));
         CHECK(film.gives("vtt", "10\u00A0km\n"));
     }},
    {"trap 32: karaoke, places and transforms",
     "film.ass",
     fileOf(line("{\\k30}so{\\kf40}la") + line("{\\pos(320,240)}there{\\t(0,500,\\fscx120)}!")),
     [](const Trapped& film) {
         CHECK(film.gives("srt", "\nsola\n"));
         CHECK(film.gives("srt", "\nthere!\n"));
         CHECK_FALSE(film.gives("srt", "<font"));
         CHECK(film.loses("srt", "karaoke"));
         CHECK(film.loses("srt", "overrides"));
     }},
    {"trap 33: comments between dialogue",
     "film.ass",
     fileOf(line("One") + "Comment: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,,a note\n" +
            line("Two")),
     [](const Trapped& film) {
         REQUIRE(film.cues() == 3);
         CHECK(film.cue(1).kind == subs::CueKind::Comment);
         CHECK(film.keepsWhenEdited(2, "One\nComment: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,,a"));
         CHECK(film.loses("srt", "comment"));
         CHECK(film.through("vtt").cues() == 2);
         CHECK(film.gives("vtt", "NOTE"));
     }},
    {"trap 34: what Aegisub keeps for itself",
     "film.ass",
     "[Script Info]\nPlayResX: 640\nPlayResY: 480\n\n[Aegisub Project Garbage]\nVideo File: a.mkv\n"
     "Scroll Position: 7\n\n" +
         kEvents + line("{=0}One") + "\n[Aegisub Extradata]\nData: 0,line-note,ecolour#3A red\n",
     [](const Trapped& film) {
         CHECK(film.text(0) == "One");
         CHECK(
             film.keepsWhenEdited(0, "\n[Aegisub Extradata]\nData: 0,line-note,ecolour#3A red\n"));
         CHECK(film.keepsWhenEdited(
             0, "[Aegisub Project Garbage]\nVideo File: a.mkv\nScroll Position: 7\n\n[Events]"));
     }},
    {"trap 35: two styles of one name, and a style that is not there, into TTML",
     "film.ass",
     "[Script Info]\nPlayResX: 640\nPlayResY: 480\n\n[V4+ Styles]\n"
     "Format: Name, Fontname, Fontsize, PrimaryColour, Bold, Italic\n"
     "Style: My Style,Arial,20,&H0000FFFF,-1,0\nStyle: My Style,Arial,30,&H0000FFFF,-1,-1\n\n" +
         kEvents +
         "Dialogue: 0,0:00:01.00,0:00:02.00,My Style,,0,0,0,,One\n"
         "Dialogue: 0,0:00:03.00,0:00:04.00,Gone,,0,0,0,,Two\n",
     [](const Trapped& film) {
         const Trapped again = film.through("ttml");
         CHECK(again.tellsNothing());  // No id twice, no reference without an aim.
         REQUIRE(again.cues() == 2);
         CHECK(again.text(1) == "Two");
         const subs::Style* style = subs::styleOf(again.read.document, again.cue(0));
         REQUIRE(style != nullptr);
         CHECK(style->bold);
         CHECK(style->italic);  // Of two styles the last one counts.
         CHECK_FALSE(film.into("ttml").losses.empty());
     }},
    {"trap 36: the alignment of a style",
     "film.ass",
     "[Script Info]\nPlayResX: 640\nPlayResY: 480\n\n[V4+ Styles]\nFormat: Name, Alignment\nStyle: Top,8\n\n" +
         kEvents + "Dialogue: 0,0:00:01.00,0:00:02.00,Top,,0,0,0,,up\n",
     [](const Trapped& film) {
         CHECK(film.gives("srt", "{\\an8}up"));
         CHECK(film.through("vtt").cue(0).alignment == subs::Alignment::TopCentre);
     }},
    {"trap 37: a tag that nobody knows",
     "film.ass",
     fileOf(line("{\\zz5}One")),
     [](const Trapped& film) {
         CHECK(film.text(0) == "One");
         CHECK(film.hasSpan(0, SpanKind::Opaque, "\\zz5"));
         CHECK(film.keepsWhenEdited(0, "{\\zz5}edited"));
         CHECK(film.loses("srt", "overrides"));
     }},
};

}  // namespace

TEST_CASE("traps of ASS files", "[ass][traps]") {
    passTraps(kTraps);
}
