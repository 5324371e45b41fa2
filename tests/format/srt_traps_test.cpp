// SPDX-License-Identifier: MIT
#include "catch.h"
#include "format/traps.h"

#include <string>
#include <vector>

using namespace testing;
using subs::SpanKind;

namespace {

/// A file of one cue with this text.
std::string cueOf(const std::string& text) {
    return "1\n00:00:01,000 --> 00:00:02,000\n" + text + "\n";
}

std::string utf16Of(const std::string& ascii) {
    std::string bytes;
    for (const char letter : ascii) {
        bytes += letter;
        bytes += '\0';
    }
    return bytes;
}

const std::vector<Trap> kTraps = {
    {"trap 1: a cue without an index line",
     "film.srt",
     cueOf("One") + "\n00:01:31,200 --> 00:01:33,000\nTwo\n",
     [](const Trapped& film) {
         REQUIRE(film.cues() == 2);
         CHECK(film.text(0) == "One");
         CHECK(film.start(1) == 91'200);
         CHECK(film.cue(1).label.empty());
         CHECK(film.keepsWhenEdited(1, "One\n\n00:01:31,200 --> 00:01:33,000\nedited\n"));
     }},
    {"trap 2: hours of three digits",
     "film.srt",
     "1\n117:20:05,000 --> 117:20:07,000\nlong\n",
     [](const Trapped& film) {
         CHECK(film.start(0) == 422'405'000);
         CHECK(film.gives("ass", "Dialogue: 0,117:20:05.00,117:20:07.00,"));
         CHECK(film.gives("vtt", "117:20:05.000 --> 117:20:07.000"));
         CHECK(film.through("ass").start(0) == 422'405'000);
     }},
    {"trap 3: a negative start",
     "film.srt",
     "1\n-00:00:02,500 --> 00:00:01,000\nearly\n",
     [](const Trapped& film) {
         CHECK(film.start(0) == -2'500);
         CHECK(film.end(0) == 1'000);
         CHECK(film.tells("srt.negative-time"));
         CHECK(film.keepsWhenEdited(0, "-00:00:02,500 --> 00:00:01,000"));
         CHECK(film.loses("ass", "negative-time"));
         CHECK(film.through("ass").end(0) == 1'000);
     }},
    {"trap 4: an end before its start",
     "film.srt",
     "1\n00:02:10,000 --> 00:02:08,400\nbackwards\n",
     [](const Trapped& film) {
         CHECK(film.start(0) == 130'000);
         CHECK(film.end(0) == 128'400);
         CHECK(film.tells("srt.end-before-start"));
         CHECK(film.through("ass").end(0) == 128'400);
         CHECK(film.through("vtt").end(0) == 128'400);
     }},
    {"trap 5: a dot for the comma, and short fractions",
     "film.srt",
     "1\n00:00:41.5 --> 00:00:43,25\nshort\n",
     [](const Trapped& film) {
         CHECK(film.start(0) == 41'500);
         CHECK(film.end(0) == 43'250);
         CHECK(film.tells("srt.point-for-comma"));
         CHECK(film.tells("srt.fraction-length"));
     }},
    {"trap 6: no space around the arrow",
     "film.srt",
     cueOf("One") + "\n2\n00:03:01,000-->00:03:02,900\nTwo\n",
     [](const Trapped& film) {
         REQUIRE(film.cues() == 2);
         CHECK(film.end(1) == 182'900);
         CHECK(film.text(0) == "One");
     }},
    {"trap 7: a number behind a blank line inside a cue",
     "film.srt",
     cueOf("It was\n\n1997\n\nin spring") + "\n2\n00:00:03,000 --> 00:00:04,000\nTwo\n",
     [](const Trapped& film) {
         REQUIRE(film.cues() == 2);
         CHECK(film.text(0) == "It was\n\n1997\n\nin spring");
     }},
    {"trap 8: a blank line inside a cue",
     "film.srt",
     "1\r\n00:00:01,000 --> 00:00:02,000\r\nFirst part,\r\n\r\nsecond part\r\n\r\n2\r\n00:00:03,000 --> "
     "00:00:04,000\r\nTwo\r\n",
     [](const Trapped& film) {
         CHECK(film.text(0) == "First part,\n\nsecond part");
         CHECK(film.cues() == 2);
         CHECK(film.gives("ass", "First part,\\N\\Nsecond part\r\n"));
     }},
    {"trap 9: signs of comparison",
     "film.srt",
     cueOf("x < b and b > y"),
     [](const Trapped& film) {
         CHECK(film.text(0) == "x < b and b > y");
         CHECK(film.cue(0).text.spans.empty());
         CHECK(film.gives("vtt", "x &lt; b and b &gt; y"));
         CHECK(film.through("ass").text(0) == "x < b and b > y");
         CHECK(film.through("ttml").text(0) == "x < b and b > y");
     }},
    {"trap 10: backslashes of a path",
     "film.srt",
     cueOf("D:\\Notes\\home"),
     [](const Trapped& film) {
         CHECK(film.text(0) == "D:\\Notes\\home");
         CHECK(film.through("vtt").text(0) == "D:\\Notes\\home");
         // ASS has no spelling for it: it is told, and nothing becomes a line break.
         CHECK(film.loses("ass", "text"));
         CHECK(film.through("ass").text(0) == "D:\\\u200BNotes\\\u200Bhome");
     }},
    {"trap 11: a remark in braces",
     "film.srt",
     cueOf("{sighs} No."),
     [](const Trapped& film) {
         CHECK(film.text(0) == "{sighs} No.");
         CHECK(film.through("ass").text(0) == "{sighs} No.");
         CHECK(film.through("vtt").text(0) == "{sighs} No.");
     }},
    {"trap 12: coordinates behind the times",
     "film.srt",
     "1\n00:00:01,000 --> 00:00:02,000 X1:040 X2:600 Y1:300 Y2:350\nplaced\n",
     [](const Trapped& film) {
         CHECK(film.cue(0).settings == "X1:040 X2:600 Y1:300 Y2:350");
         CHECK(film.keepsWhenEdited(0, "X1:040 X2:600 Y1:300 Y2:350"));
         CHECK(film.loses("ass", "coordinates"));
         CHECK(film.loses("vtt", "coordinates"));
         CHECK(film.loses("ttml", "coordinates"));
     }},
    {"trap 13: an alignment tag",
     "film.srt",
     cueOf("{\\an7}corner"),
     [](const Trapped& film) {
         CHECK(film.cue(0).alignment == subs::Alignment::TopLeft);
         CHECK(film.text(0) == "corner");
         CHECK(film.gives("vtt", " line:0 "));
         CHECK(film.gives("vtt", "\ncorner\n"));
         CHECK(film.through("vtt").cue(0).alignment == subs::Alignment::TopLeft);
         const Trapped ttml = film.through("ttml");  // Where a region says it.
         const subs::Style* region = subs::styleOf(ttml.read.document, ttml.cue(0));
         REQUIRE(region != nullptr);
         CHECK(region->alignment == subs::Alignment::TopLeft);
         CHECK(film.gives("ass", "{\\an7}corner"));
     }},
    {"trap 14: bold and a colour",
     "film.srt",
     cueOf("<b>Stop</b> <font color=\"#33cc99\">here</font>"),
     [](const Trapped& film) {
         CHECK(film.text(0) == "Stop here");
         CHECK(film.hasSpan(0, SpanKind::Bold));
         for (const std::string format : {"ass", "vtt", "ttml"}) {
             INFO(format);
             CHECK(film.through(format).hasSpan(0, SpanKind::Bold));
             CHECK(film.through(format).hasSpan(0, SpanKind::Color, "#33CC99"));
         }
         CHECK(film.edited(0, "Stop now here") ==
               "1\n00:00:01,000 --> 00:00:02,000\n<b>Stop</b> now <font "
               "color=\"#33cc99\">here</font>\n");
     }},
    {"trap 15: a colour that nobody knows",
     "film.srt",
     cueOf("<font color=sunset>red</font> sky") + "\n2\n00:00:03,000 --> 00:00:04,000\nTwo\n",
     [](const Trapped& film) {
         CHECK(film.cues() == 2);
         CHECK(film.text(0) == "red sky");
         CHECK(film.hasSpan(0, SpanKind::Opaque));
         CHECK(film.tells("srt.unknown-color"));
         CHECK(film.loses("vtt", "overrides"));
         CHECK(film.through("vtt").cues() == 2);
     }},
    {"trap 16: stray text before the first cue",
     "film.srt",
     "Subtitles by nobody\n\n" + cueOf("One"),
     [](const Trapped& film) {
         CHECK(film.cues() == 1);
         CHECK(film.text(0) == "One");
         CHECK(film.tells("srt.stray-text"));
         CHECK(film.keepsWhenEdited(0, "Subtitles by nobody\n\n1\n"));
         CHECK(film.loses("vtt", "raw"));
     }},
    {"trap 17: a cue without text, and one without duration",
     "film.srt",
     "1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:03,000\nat once\n",
     [](const Trapped& film) {
         REQUIRE(film.cues() == 2);
         CHECK(film.text(0).empty());
         CHECK(film.start(1) == film.end(1));
         CHECK(film.tells("srt.empty-cue"));
         CHECK(film.tells("srt.zero-duration"));
         for (const std::string format : {"ass", "vtt", "ttml"}) {
             INFO(format);
             CHECK(film.through(format).cues() == 2);
         }
     }},
    {"trap 18: spaces and no-break spaces around a text",
     "film.srt",
     cueOf("  two before, one behind \n\u00A0hard\u00A0"),
     [](const Trapped& film) {
         const std::string text = "  two before, one behind \n\u00A0hard\u00A0";
         CHECK(film.text(0) == text);
         CHECK(film.through("ass").text(0) == text);
         CHECK(film.through("vtt").text(0) == text);
         CHECK(film.through("ttml").text(0) == text);
     }},
    {"trap 19: a byte order mark, and line ends of two kinds",
     "film.srt",
     "\xEF\xBB\xBF"
     "1\r\n00:00:01,000 --> 00:00:02,000\r\nOne\n\r\n2\n00:00:03,000 --> 00:00:04,000\r\nTwo\n",
     [](const Trapped& film) {
         CHECK(film.cues() == 2);
         CHECK(film.text(0) == "One");
         CHECK(film.read.document.origin->encoding.bom == subs::Bom::Yes);
         CHECK(film.keepsWhenEdited(1,
                                    "\xEF\xBB\xBF"
                                    "1\r\n00:00:01,000"));
         // It stays in its format.
         CHECK(film.into("ass").bytes.starts_with("[Script Info]"));
         CHECK(film.into("ass", {.bom = subs::BomChoice::Yes})
                   .bytes.starts_with("\xEF\xBB\xBF[Script Info]"));
     }},
    {"trap 20: UTF-16 without a byte order mark",
     "film.srt",
     utf16Of(cueOf("Where is the boat?")),
     [](const Trapped& film) {
         CHECK(film.text(0) == "Where is the boat?");
         CHECK(film.read.document.origin->encoding.name == "UTF-16LE");
     }},
    {"trap 20: windows-1251, asked for",
     "film.srt",
     cueOf("\xCF\xF0\xE8\xE2\xE5\xF2"),
     [](const Trapped& film) { CHECK(film.text(0) == "Привет"); },
     "windows-1251"},
    {"trap 20: one byte that is no UTF-8",
     "film.srt",
     cueOf("ខ្មែរ \xE9t\xC3\xA9") + "\n2\n00:00:03,000 --> 00:00:04,000\nTwo\n",
     [](const Trapped& film) {
         CHECK(film.cues() == 2);
         CHECK(film.text(0) == "ខ្មែរ \xE9t\xC3\xA9");
         CHECK(film.tells("charset.damaged"));
     }},
    {"trap 21: two languages at one time",
     "film.srt",
     "1\n00:00:01,000 --> 00:00:02,000\nខ្មែរ\n\n2\n00:00:01,000 --> 00:00:02,000\nEnglish\n",
     [](const Trapped& film) {
         for (const std::string format : {"srt", "ass", "vtt", "ttml"}) {
             INFO(format);
             REQUIRE(film.through(format).cues() == 2);
             CHECK(film.through(format).text(0) == "ខ្មែរ");
             CHECK(film.through(format).text(1) == "English");
         }
     }},
    {"trap 22: no milliseconds",
     "film.srt",
     "1\n00:00:01 --> 00:00:02\nwhole seconds\n",
     [](const Trapped& film) {
         CHECK(film.start(0) == 1'000);
         CHECK(film.end(0) == 2'000);
         CHECK(film.text(0) == "whole seconds");
     }},
    {"trap 19: no byte order mark where none was",
     "film.srt",
     cueOf("One"),
     [](const Trapped& film) {
         CHECK(film.into("ass").bytes.starts_with("[Script Info]"));
         CHECK(film.into("vtt").bytes.starts_with("WEBVTT"));
         CHECK(film.into("ass", {.bom = subs::BomChoice::Yes}).bytes.starts_with("\xEF\xBB\xBF"));
     }},
    {"trap of others: plain English is UTF-8 without a question",
     "film.srt",
     cueOf("Where is the boat?"),
     [](const Trapped& film) {
         CHECK(film.read.document.origin->encoding.name == "UTF-8");
         CHECK(film.tellsNothing());
         CHECK(film.keepsWhenEdited(0, "edited"));
     }},
    {"trap of others: a new ASS file has a canvas with numbers",
     "film.srt",
     cueOf("One"),
     [](const Trapped& film) {
         CHECK(film.gives("ass", "PlayResX: 1920\n"));
         CHECK(film.gives("ass", "PlayResY: 1080\n"));
     }},
    {"trap of others: cues that overlap are not cut",
     "film.srt",
     "1\n00:00:01,000 --> 00:00:05,000\nOne\n\n2\n00:00:02,000 --> 00:00:03,000\nTwo\n",
     [](const Trapped& film) {
         for (const std::string format : {"ass", "vtt", "ttml"}) {
             INFO(format);
             CHECK(film.through(format).end(0) == 5'000);
             CHECK(film.through(format).start(1) == 2'000);
         }
     }},
};

}  // namespace

TEST_CASE("traps of SubRip files", "[srt][traps]") {
    passTraps(kTraps);
}
