// SPDX-License-Identifier: MIT
#include "catch.h"
#include "format/traps.h"

#include <string>
#include <vector>

using namespace testing;
using subs::SpanKind;

namespace {

const std::string kCue = "00:01.000 --> 00:02.000\nOne\n";

const std::vector<Trap> kTraps = {
    {"trap 38: STYLE and REGION blocks first",
     "film.vtt",
     "WEBVTT\n\nSTYLE\n::cue(.loud) {\n  color: yellow;\n}\n\nREGION\nid:top\nwidth:60%\n\n" + kCue,
     [](const Trapped& film) {
         CHECK(film.cues() == 1);
         CHECK(film.text(0) == "One");
         CHECK(film.keepsWhenEdited(
             0, "STYLE\n::cue(.loud) {\n  color: yellow;\n}\n\nREGION\nid:top\nwidth:60%\n\n"));
         CHECK(film.gives("srt", "One"));
         CHECK(film.loses("srt", "raw"));
     }},
    {"trap 39: a NOTE between cues",
     "film.vtt",
     "WEBVTT\n\n" + kCue + "\nNOTE to the lab\nof two lines\n\n00:03.000 --> 00:04.000\nTwo\n",
     [](const Trapped& film) {
         REQUIRE(film.cues() == 2);
         CHECK(film.text(0) == "One");
         CHECK(film.text(1) == "Two");
         CHECK(film.keepsWhenEdited(0, "edited\n\nNOTE to the lab\nof two lines\n\n00:03.000"));
         CHECK(film.loses("srt", "raw"));
     }},
    {"trap 40: lines that end with CR alone",
     "film.vtt",
     "WEBVTT\r\r00:01.000 --> 00:02.000\rOne\rmore\r",
     [](const Trapped& film) {
         CHECK(film.text(0) == "One\nmore");
         CHECK(film.end(0) == 2'000);
     }},
    {"trap 41: hours of five digits",
     "film.vtt",
     "WEBVTT\n\n20417:00:02.000 --> 20417:00:04.000\nlong\n",
     [](const Trapped& film) {
         CHECK(film.start(0) == 73'501'202'000);
         CHECK(film.gives("srt", "20417:00:02,000 --> 20417:00:04,000"));
     }},
    {"trap 42: ids, settings, voices, classes, ruby and times inside of a text",
     "film.vtt",
     "WEBVTT\n\ns4-c7\n00:12:00.000 --> 00:12:04.000 line:-3 size:60% position:25%,line-left\n"
     "<v Dara>Hello</v> <c.cyan>sea</c> <ruby>base<rt>top</rt></ruby> <00:12:01.250>now\n",
     [](const Trapped& film) {
         CHECK(film.cue(0).label == "s4-c7");
         CHECK(film.cue(0).settings == "line:-3 size:60% position:25%,line-left");
         CHECK(film.hasSpan(0, SpanKind::Voice, "Dara"));
         CHECK((film.hasSpan(0, SpanKind::Class, "cyan") || film.hasSpan(0, SpanKind::Color)));
         CHECK(film.hasSpan(0, SpanKind::Ruby));
         CHECK(film.hasSpan(0, SpanKind::InnerTime, "00:12:01.250"));
         CHECK(film.keepsWhenEdited(
             0, "s4-c7\n00:12:00.000 --> 00:12:04.000 line:-3 size:60% position:25%,line-left\n"));
         for (const std::string feature : {"label", "voice", "ruby", "inner-time"}) {
             INFO(feature);
             CHECK(film.loses("srt", feature));
         }
         const auto losses = film.into("srt").losses;
         CHECK(losses.worst() >= subs::LossSeverity::Approximated);
     }},
    {"trap 43: character references",
     "film.vtt",
     "WEBVTT\n\n00:01.000 --> 00:02.000\n&lt;door&gt; &nbsp; x > y\n",
     [](const Trapped& film) {
         CHECK(film.text(0) == "<door> \u00A0 x > y");
         // SubRip has no spelling for what looks like a tag: it is told, and nothing is swallowed.
         CHECK(film.through("srt").text(0) == "<\u2060door> \u00A0 x > y");
         CHECK(film.loses("srt", "text"));
         CHECK(film.edited(0, "<door> \u00A0 x > z").find("&lt;door&gt; ") != std::string::npos);
         CHECK(film.through("ass").text(0) == "<door> \u00A0 x > y");
     }},
    {"trap 44: an end without hours, X-TIMESTAMP-MAP, and cues of one time",
     "film.vtt",
     "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n\n00:00:01.000 --> 00:02.000\nខ្មែរ\n\n"
     "00:00:01.000 --> 00:02.000\nEnglish\n",
     [](const Trapped& film) {
         REQUIRE(film.cues() == 2);
         CHECK(film.start(0) == 1'000);
         CHECK(film.end(0) == 2'000);
         CHECK(film.text(0) == "ខ្មែរ");
         CHECK(film.text(1) == "English");
         CHECK(film.tells("vtt.timestamp-map"));
         CHECK(film.keepsWhenEdited(1, "X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n"));
     }},
};

}  // namespace

TEST_CASE("traps of WebVTT files", "[vtt][traps]") {
    passTraps(kTraps);
}
