// SPDX-License-Identifier: MIT
// Expected values are those of the parsing rules of WebVTT (W3C Candidate Recommendation, §6).
#include <subs/format/cue_tree.h>
#include <subs/format/features.h>
#include <subs/time/largest_time.h>

#include "catch.h"
#include "format/read.h"

#include <ctime>
#include <string>
#include <vector>

using namespace subs;
using testing::countOf;
using testing::ms;

namespace {

Parsed parsed(std::string text) {
    return testing::parsed("vtt", std::move(text));
}

/// A file of one cue with that text.
Parsed withText(const std::string& text) {
    return parsed("WEBVTT\n\n00:01.000 --> 00:02.000\n" + text + "\n");
}

Cue cueOf(const std::string& text) {
    const Parsed file = withText(text);
    REQUIRE(file.document.cues.size() == 1);
    return file.document.cues[0];
}

std::vector<Span> spansOf(const std::string& text) {
    return cueOf(text).text.spans;
}

/// What the times of a line are read as; nothing where it begins no cue.
std::vector<std::int64_t> timesOf(const std::string& line) {
    const Parsed file = parsed("WEBVTT\n\n" + line + "\ntext\n");
    if (file.document.cues.empty()) return {};
    const Cue& cue = file.document.cues[0];
    return {cue.start.nearestMilliseconds(), cue.end->nearestMilliseconds()};
}

}  // namespace

TEST_CASE("a WebVTT file is known by its first line", "[vtt]") {
    const Format& vtt = *formatNamed("vtt");
    for (const char* const text :
         {"WEBVTT", "WEBVTT\n", "WEBVTT\r\n", "WEBVTT\r", "WEBVTT x", "WEBVTT\t"})
        CHECK(vtt.probe(text).score == 100);
    for (const char* const text : {"", "WEBVT", "WEBVTTX", " WEBVTT", "webvtt\n", "\nWEBVTT"})
        CHECK(vtt.probe(text).score == 0);
    const Parsed file = parsed("WEB VTT\n\n00:01.000 --> 00:02.000\ntext\n");
    CHECK(file.document.cues.empty());
    CHECK(countOf(file.diagnostics, "vtt.no-signature") == 1);
}

TEST_CASE("times have two digits, three behind the point, and any number of hours", "[vtt]") {
    using Times = std::vector<std::int64_t>;
    CHECK(timesOf("00:01.000 --> 00:02.500") == Times{1000, 2500});
    CHECK(timesOf("00:00:01.000-->00:00:02.500") == Times{1000, 2500});
    CHECK(timesOf("\t00:01.000\f-->\t00:02.500 ") == Times{1000, 2500});
    CHECK(timesOf("20417:00:02.000 --> 20417:00:03.250") == Times{73501202000, 73501203250});
    CHECK(timesOf("1:00:00.000 --> 2:00:00.000") == Times{3600000, 7200000});
    for (const char* const line : {"0:01.000 --> 00:02.000",
                                   "00:01,000 --> 00:02.000",
                                   "00:01.00 --> 00:02.000",
                                   "00:60.000 --> 01:02.000",
                                   "00:60:00.000 --> 01:02.000",
                                   "-00:01.000 --> 00:02.000",
                                   "00:01.000 -- > 00:02.000 -->",
                                   "x00:01.000 --> 00:02.000"})
        CHECK(timesOf(line).empty());
    const Parsed large =
        parsed("WEBVTT\n\n" + std::string(400, '9') + ":00:00.000 --> 999999999999:00:00.000\nx\n");
    REQUIRE(large.document.cues.size() == 1);
    CHECK(large.document.cues[0].start == kLargestTime);
    CHECK(countOf(large.diagnostics, "vtt.time-too-large") == 1);
}

TEST_CASE("a line of times begins a cue wherever it stands", "[vtt]") {
    const Parsed file = parsed(
        "WEBVTT\nKind: captions\n00:01.000 --> 00:02.000\none\n00:03.000 --> 00:04.000\ntwo\nid\n"
        "00:05.000 --> 00:06.000\nthree\n\nmy id\n00:07.000 --> 00:08.000\nfour");
    REQUIRE(file.document.cues.size() == 4);
    CHECK(file.document.cues[0].text.plain == "one");
    CHECK(file.document.cues[1].text.plain == "two\nid");
    CHECK(file.document.cues[2].label.empty());
    CHECK(file.document.cues[3].label == "my id");
    CHECK(file.document.cues[3].text.plain == "four");
}

TEST_CASE("blocks that are no cues are kept in their places and told", "[vtt]") {
    const std::string text =
        "WEBVTT - The river\nLanguage: km\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000\n\n"
        "NOTE a comment\nof two lines\n\nSTYLE\n::cue(.x) { color: #fc0 }\n\nREGION\nid:low\n\n"
        "00:01.000 --> 00:02.000 region:low\none\n\nSTYLE\n::cue {}\n\nstray\n\n"
        "00:03.000 --> 00:0x.000\nbad\n";
    const Parsed file = parsed(text);
    CHECK(file.document.title == "The river");
    CHECK(file.document.language == "km");
    CHECK(file.document.cues.size() == 1);
    CHECK(countOf(file.diagnostics, "vtt.timestamp-map") == 1);
    CHECK(countOf(file.diagnostics, "vtt.late-block") == 1);
    CHECK(countOf(file.diagnostics, "vtt.stray-text") == 1);
    REQUIRE(countOf(file.diagnostics, "vtt.bad-time") == 1);
    CHECK(file.diagnostics.back().line == 22);
    CHECK(testing::written(file.document, "vtt") == text);
}

TEST_CASE("tags of WebVTT become spans", "[vtt]") {
    CHECK(spansOf("<b>Stop</b> <i>now</i> <u>x</u>") ==
          std::vector<Span>{{SpanKind::Bold, 0, 4, ""},
                            {SpanKind::Italic, 5, 8, ""},
                            {SpanKind::Underline, 9, 10, ""}});
    CHECK(
        spansOf("<c.first.loud>a</c><lang km>b</lang>") ==
        std::vector<Span>{{SpanKind::Class, 0, 1, "first.loud"}, {SpanKind::Language, 1, 2, "km"}});
    CHECK(spansOf("<ruby>base<rt>above</rt></ruby>") ==
          std::vector<Span>{{SpanKind::Ruby, 0, 9, ""}, {SpanKind::RubyText, 4, 9, ""}});
    CHECK(spansOf("a<00:12:01.250>b") ==
          std::vector<Span>{{SpanKind::InnerTime, 1, 1, "00:12:01.250"}});
    CHECK(spansOf("<c.cyan>a</c>") ==
          std::vector<Span>{{SpanKind::Class, 0, 1, "cyan"}, {SpanKind::Color, 0, 1, "#00FFFF"}});
    CHECK(spansOf("a<x y>b</z>") ==
          std::vector<Span>{{SpanKind::Opaque, 1, 1, "<x y>"}, {SpanKind::Opaque, 2, 2, "</z>"}});
    CHECK(spansOf("<b></b>a").empty());
}

TEST_CASE("a voice that speaks all of a cue is its speaker", "[vtt]") {
    CHECK(cueOf("<v Dara  Sok>Look</v>").speaker == "Dara Sok");
    CHECK(cueOf("<v.loud Dara>Look").speaker == "Dara");
    CHECK(spansOf("<v.loud Dara>Look") == std::vector<Span>{{SpanKind::Class, 0, 4, "loud"}});
    CHECK(withText("<v Dara>Look").diagnostics.empty());
    const Cue two = cueOf("<v Dara>One</v>\n<v Neary>Two</v>");
    CHECK(two.speaker.empty());
    CHECK(two.text.spans ==
          std::vector<Span>{{SpanKind::Voice, 0, 3, "Dara"}, {SpanKind::Voice, 4, 7, "Neary"}});
    CHECK(cueOf("<v Tom &amp; Ann>Look").speaker == "Tom & Ann");
}

TEST_CASE("character references are those of HTML", "[vtt]") {
    CHECK(cueOf("&lt;door&gt; &amp;&nbsp;x > y").text.plain == "<door> &\u00A0x > y");
    CHECK(cueOf("&copy &#x41;&#66; &eacute;&nosuch; & &;").text.plain == "© AB é&nosuch; & &;");
    CHECK(cueOf("ខ្មែរ&hearts;ខ្មែរ").text.plain == "ខ្មែរ♥ខ្មែរ");
    // HTML reads numbers of windows-1252 as its characters, and the number of no character as
    // U+FFFD.
    CHECK(cueOf("&#150;&#0;").text.plain == "–\uFFFD");
}

TEST_CASE("looks of classes come from the file's style sheets", "[vtt]") {
    const std::string text =
        "WEBVTT\n\nSTYLE\n/* .a { */ ::cue(.a), ::cue(.b) { color: #fc0; font-family: \"Noto Sans\", serif }\n"
        "::cue(.b) { text-decoration: line-through; color: teal }\n::cue(b) { color: red }\n\n"
        "00:01.000 --> 00:02.000\n<c.a>x</c><c.b>y</c><c.d>z</c>\n";
    const Document document = parsed(text).document;
    CHECK(document.cues[0].text.spans == std::vector<Span>{{SpanKind::Class, 0, 1, "a"},
                                                           {SpanKind::Color, 0, 1, "#FFCC00"},
                                                           {SpanKind::Font, 0, 1, "Noto Sans"},
                                                           {SpanKind::Class, 1, 2, "b"},
                                                           {SpanKind::Color, 1, 2, "#008080"},
                                                           {SpanKind::Font, 1, 2, "Noto Sans"},
                                                           {SpanKind::Strike, 1, 2, ""},
                                                           {SpanKind::Class, 2, 3, "d"}});
}

TEST_CASE("settings say where in the picture a cue stands", "[vtt]") {
    const auto alignmentOf = [](const std::string& settings) {
        const Parsed file = parsed("WEBVTT\n\n00:01.000 --> 00:02.000 " + settings + "\nx\n");
        REQUIRE(file.document.cues.size() == 1);
        CHECK(file.document.cues[0].settings == settings);
        const auto alignment = file.document.cues[0].alignment;
        return alignment ? static_cast<int>(*alignment) : 0;
    };
    CHECK(alignmentOf("line:0") == 8);
    CHECK(alignmentOf("line:-1") == 0);
    CHECK(alignmentOf("line:10%") == 8);
    CHECK(alignmentOf("line:50%,center") == 5);
    CHECK(alignmentOf("line:0 position:5% align:left") == 7);
    CHECK(alignmentOf("position:95% align:right") == 3);
    CHECK(alignmentOf("align:start") == 1);
    CHECK(alignmentOf("vertical:rl line:0") == 0);
    CHECK(alignmentOf("line:101%") == 0);
    const Parsed flawed = parsed("WEBVTT\n\n00:01.000 --> 00:02.000 line:101% size:50%\nx\n");
    REQUIRE(countOf(flawed.diagnostics, "vtt.bad-setting") == 1);
    CHECK(flawed.diagnostics[0].line == 3);
    CHECK(flawed.diagnostics[0].column == 25);
}

TEST_CASE("the tree of a cue's text is written as the test suite does", "[vtt]") {
    CHECK(cueTree("a<v.loud Dara>b</v>&lt;") ==
          "| \"a\"\n| <span>\n|   class=\"loud\"\n|   title=\"Dara\"\n|   \"b\"\n| \"<\"\n");
    CHECK(cueTree("<ruby>a<rt><b>x</ruby>y") ==
          "| <ruby>\n|   \"a\"\n|   <rt>\n|     <b>\n|       \"x\"\n|       \"y\"\n");
    CHECK(cueTree("").empty());
}

TEST_CASE("what is imperfect in a WebVTT file is told", "[vtt]") {
    CHECK(countOf(withText("").diagnostics, "vtt.empty-cue") == 1);
    CHECK(countOf(withText("<b>x").diagnostics, "vtt.unclosed-tag") == 1);
    const Parsed ignored = withText("one\ntwo <x>\n<y>");
    REQUIRE(countOf(ignored.diagnostics, "vtt.ignored-tag") == 1);
    CHECK(ignored.diagnostics[0].line == 5);
    CHECK(ignored.diagnostics[0].column == 5);
    CHECK(ignored.diagnostics[0].message.ends_with(": <x> (and in 1 more place)"));
    const auto ofTimes = [](const std::string& line) {
        return parsed("WEBVTT\n\n" + line + "\nx\n").diagnostics;
    };
    CHECK(countOf(ofTimes("00:02.000 --> 00:01.000"), "vtt.end-before-start") == 1);
    CHECK(countOf(ofTimes("00:02.000 --> 00:02.000"), "vtt.zero-duration") == 1);
    CHECK(countOf(parsed("WEBVTT\n").diagnostics, "vtt.no-cues") == 1);
    CHECK(cueOf(std::string("a\0b", 3)).text.plain == "a\uFFFDb");
}

TEST_CASE("hostile WebVTT is read in time for its size", "[vtt]") {
    const auto begin = std::clock();
    std::string nested;
    for (int i = 0; i < 100'000; ++i)
        nested += "<b>";
    CHECK(spansOf(nested + "x").size() == 100'000);
    std::string references;
    for (int i = 0; i < 50'000; ++i)
        references += "&nosuch ";
    CHECK(cueOf(references).text.plain.size() == references.size());
    std::string classes = "<c";
    for (int i = 0; i < 100'000; ++i)
        classes += ".a";
    CHECK(spansOf(classes + ">x").size() == 1);
    std::string cues = "WEBVTT\n\n";
    for (int i = 0; i < 50'000; ++i)
        cues += "00:01.000 --> 00:02.000\n";
    CHECK(parsed(cues).document.cues.size() == 50'000);
    CHECK(parsed("WEBVTT\n\n" + std::string(1'000'000, '-') + ">\n").document.cues.empty());
    CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 10);
}

TEST_CASE("settings that an alignment says all of are no loss, what is more is told", "[vtt]") {
    const auto isLost = [](const std::string& settings, const char* target) {
        const Document document = testing::documentOf(
            "vtt", "WEBVTT\n\n00:01.000 --> 00:02.000 " + settings + "\nboat\n");
        return testing::lossOf(formatNamed(target)->plan(document, {}), feature::kCoordinates) !=
               nullptr;
    };
    for (const char* const target :
         {"srt", "ass", "ttml", "csv", "sbv", "dcdm", "scc", "ebu-stl"}) {
        INFO(target);
        // The edges, as this program and others write them, and what is usual.
        for (const char* const settings : {"line:0",
                                           "line:-1",
                                           "line:0%",
                                           "line:45%",
                                           "line:50%,center",
                                           "line:100%,end",
                                           "align:start",
                                           "align:start position:0%",
                                           "line:0 position:95% align:right",
                                           "position:50% size:100%"}) {
            INFO(settings);
            CHECK_FALSE(isLost(settings, target));
        }
        for (const char* const settings : {"line:1",
                                           "line:84%",
                                           "line:50%",
                                           "line:0,end",
                                           "line:0 size:80%",
                                           "position:20%",
                                           "position:5%",
                                           "position:30% align:left",
                                           "position:95%,line-right align:right",
                                           "vertical:rl line:0",
                                           "line:0 colour:red",
                                           "line:0 region:low"}) {
            INFO(settings);
            CHECK(isLost(settings, target));
        }
    }
    // The place itself is in the file.
    CHECK(testing::written(
              testing::documentOf("vtt", "WEBVTT\n\n00:01.000 --> 00:02.000 line:0\nboat\n"), "srt")
              .find("{\\an8}boat") != std::string::npos);
}
