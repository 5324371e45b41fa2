// SPDX-License-Identifier: MIT
#include "catch.h"
#include "format/read.h"

#include <chrono>

using namespace testing;
using subs::Alignment;
using subs::Cue;
using subs::Document;
using subs::Span;
using subs::SpanKind;

namespace {

Document srt(std::string text) {
    return documentOf("srt", std::move(text));
}

/// The one cue with `body`.
Cue cueWith(const std::string& body) {
    Document document = srt("1\n00:00:01,000 --> 00:00:02,000\n" + body + "\n");
    REQUIRE(document.cues.size() == 1);
    return document.cues[0];
}

/// The one cue with this line of times.
Cue cueAt(const std::string& times) {
    Document document = srt("1\n" + times + "\ntext\n");
    REQUIRE(document.cues.size() == 1);
    CHECK(document.cues[0].text.plain == "text");
    return document.cues[0];
}

}  // namespace

TEST_CASE("a cue has a number, times and text", "[srt]") {
    const Document document = srt(
        "1\n00:00:01,000 --> 00:00:02,500\nOne\ntwo\n\n2\n01:02:03,004 --> 01:02:04,000\nThree\n");
    REQUIRE(document.cues.size() == 2);
    CHECK(document.cues[0].label == "1");
    CHECK(document.cues[0].start == ms(1000));
    CHECK(document.cues[0].end == ms(2500));
    CHECK(document.cues[0].text.plain == "One\ntwo");
    CHECK(document.cues[1].start == ms(3723004));
    CHECK(document.cues[1].text.plain == "Three");
    CHECK(document.format == "srt");
}

TEST_CASE("a cue without a number is a cue", "[srt]") {
    const Document document = srt(
        "1\n00:01:29,000 --> 00:01:31,000\nA\n\n00:01:31,200 --> 00:01:33,000\nB\n00:01:34,000 --> 00:01:35,000\nC\n");
    REQUIRE(document.cues.size() == 3);
    CHECK(document.cues[0].text.plain == "A");
    CHECK(document.cues[1].label.empty());
    CHECK(document.cues[1].text.plain == "B");
    CHECK(document.cues[2].text.plain == "C");
}

TEST_CASE("hours have any number of digits", "[srt]") {
    const Cue cue = cueAt("117:20:05,000 --> 20417:00:02,000");
    CHECK(cue.start == ms((117 * 3600 + 20 * 60 + 5) * 1000LL));
    CHECK(cue.end == ms((20417 * 3600 + 2) * 1000LL));
}

TEST_CASE("a time larger than time itself is clamped and no overflow", "[srt]") {
    const std::string digits(5000, '9');
    const Cue cue = cueAt(digits + ":" + digits + ":" + digits + ",5 --> 00:00:01," + digits);
    CHECK(cue.start == subs::Time::fromSeconds(10'000'000'000) + ms(500));
    CHECK(cue.end->nearestMilliseconds() == 2000);
}

TEST_CASE("negative times and ends before starts are kept", "[srt]") {
    CHECK(cueAt("-00:00:02,500 --> 00:00:01,000").start == ms(-2500));
    const Cue cue = cueAt("00:02:10,000 --> 00:02:08,400");
    CHECK(cue.end == ms(128400));
    CHECK(cue.duration() == ms(-1600));
}

TEST_CASE("a fraction is decimal, whatever its sign and length", "[srt]") {
    const Cue cue = cueAt("00:00:41.5 --> 00:00:43,25");
    CHECK(cue.start == ms(41500));
    CHECK(cue.end == ms(43250));
    CHECK(cueAt("00:00:01 --> 00:00:02").end == ms(2000));
    CHECK(cueAt("00:00:01,0005 --> 00:00:02;125").start ==
          ms(1000) + subs::Time::fromFlicks(352800));
    CHECK(cueAt("00:00:01:250 --> 00:00:02,000").start == ms(1250));
    CHECK(cueAt("00:01,250 --> 00:02,000").start == ms(1250));
    CHECK(cueAt("00:75:61,000 --> 02:00:00,000").start == ms((75 * 60 + 61) * 1000));
}

TEST_CASE("arrows and spaces are read liberally", "[srt]") {
    CHECK(cueAt("00:03:01,000-->00:03:02,900").end == ms(182900));
    CHECK(cueAt("00:03:01,000 -> 00:03:02,900").end == ms(182900));
    CHECK(cueAt("00:03:01,000 -- > 00:03:02,900").end == ms(182900));
    CHECK(cueAt("  00: 03: 01, 000   --->\t00:03:02,900  ").start == ms(181000));
    CHECK(cueAt("\xEF\xBB\xBF"
                "00:03:01,000 --> 00:03:02,900")
              .start == ms(181000));
}

TEST_CASE("a number after a blank line inside a cue is text", "[srt]") {
    const Document document = srt(
        "1\n00:00:01,000 --> 00:00:02,000\nThe year was\n\n1997\n\n2\n00:00:03,000 --> 00:00:04,000\n1998\n");
    REQUIRE(document.cues.size() == 2);
    CHECK(document.cues[0].text.plain == "The year was\n\n1997");
    CHECK(document.cues[1].text.plain == "1998");
}

TEST_CASE("a blank line inside a cue is kept", "[srt]") {
    const Document document = srt(
        "1\r\n00:00:01,000 --> 00:00:02,000\r\nFirst part,\r\n\r\nsecond part\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nNext\r\n");
    REQUIRE(document.cues.size() == 2);
    CHECK(document.cues[0].text.plain == "First part,\n\nsecond part");
}

TEST_CASE("angles, ampersands, backslashes and braces are text", "[srt]") {
    for (const std::string body : {"x < b and b > y",
                                   "D:\\Notes\\home",
                                   "{sighs} No.",
                                   "I <3 you",
                                   "Tom & Jerry &amp; &lt;",
                                   "a <b",
                                   "{\\an8",
                                   "<>",
                                   "< i >no</ i>",
                                   "<1>",
                                   "a\\Nb"}) {
        CHECK(cueWith(body).text.plain == body);
        CHECK(cueWith(body).text.spans.empty());
    }
}

TEST_CASE("what follows the times is kept as settings", "[srt]") {
    CHECK(cueAt("00:00:01,000 --> 00:00:02,000  X1:040 X2:600 Y1:300 Y2:350 ").settings ==
          "X1:040 X2:600 Y1:300 Y2:350");
}

TEST_CASE("an alignment tag aligns the cue", "[srt]") {
    const Cue cue = cueWith("{\\an7}corner");
    CHECK(cue.alignment == Alignment::TopLeft);
    CHECK(cue.text.plain == "corner");
    CHECK(cue.text.spans.empty());
}

TEST_CASE("tags become spans over the text", "[srt]") {
    const Cue cue = cueWith("<b>Stop</b>, <I>he <u>said</U></i>\n<s>now</s>");
    CHECK(cue.text.plain == "Stop, he said\nnow");
    CHECK(cue.text.spans == std::vector<Span>{{SpanKind::Bold, 0, 4, ""},
                                              {SpanKind::Italic, 6, 13, ""},
                                              {SpanKind::Underline, 9, 13, ""},
                                              {SpanKind::Strike, 14, 17, ""}});
}

TEST_CASE("a font tag becomes a span for each attribute", "[srt]") {
    const Cue cue = cueWith(
        "<font color=\"#33cc99\" face='Khmer OS' size=20>a</font><font color=Teal>b</font><font color=\"#f00\">c</font>");
    CHECK(cue.text.plain == "abc");
    CHECK(cue.text.spans == std::vector<Span>{{SpanKind::Color, 0, 1, "#33CC99"},
                                              {SpanKind::Font, 0, 1, "Khmer OS"},
                                              {SpanKind::FontSize, 0, 1, "20"},
                                              {SpanKind::Color, 1, 2, "#008080"},
                                              {SpanKind::Color, 2, 3, "#FF0000"}});
}

TEST_CASE("markup that is not known is kept as it is", "[srt]") {
    const Cue cue = cueWith("<font color=sunset>a</font> <ruby>b {\\pos(9,9)}c <b class=x>d</b>");
    CHECK(cue.text.plain == "a b c d");
    CHECK(cue.text.spans == std::vector<Span>{{SpanKind::Opaque, 0, 0, "<font color=sunset>"},
                                              {SpanKind::Opaque, 1, 1, "</font>"},
                                              {SpanKind::Opaque, 2, 2, "<ruby>"},
                                              {SpanKind::Opaque, 4, 4, "\\pos(9,9)"},
                                              {SpanKind::Opaque, 6, 6, "<b class=x>"},
                                              {SpanKind::Opaque, 7, 7, "</b>"}});
}

TEST_CASE("tags may cross and stay open", "[srt]") {
    const Cue cue = cueWith("<b>a<i>b</b>c");
    CHECK(cue.text.spans ==
          std::vector<Span>{{SpanKind::Bold, 0, 2, ""}, {SpanKind::Italic, 1, 3, ""}});
}

TEST_CASE("stray text before the first cue is a raw piece", "[srt]") {
    const Document document = srt("Translated by hand\n\n1\n00:00:01,000 --> 00:00:02,000\nA\n");
    REQUIRE(document.cues.size() == 1);
    CHECK(document.origin->pieces[0].kind == subs::PieceKind::Raw);
    CHECK(document.origin->stretch(0) == "Translated by hand\n\n");
}

TEST_CASE("cues without text or duration are kept", "[srt]") {
    const Document document = srt(
        "1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:03,000\nA\n\n3\n00:00:04,000 --> 00:00:05,000\n");
    REQUIRE(document.cues.size() == 3);
    CHECK(document.cues[0].text.plain.empty());
    CHECK(document.cues[1].duration() == subs::Time());
    CHECK(document.cues[2].text.plain.empty());
}

TEST_CASE("spaces around a line are kept", "[srt]") {
    CHECK(cueWith("  a \n\xC2\xA0"
                  "b\xC2\xA0")
              .text.plain ==
          "  a \n\xC2\xA0"
          "b\xC2\xA0");
}

TEST_CASE("two cues of one time stay two in their order", "[srt][khmer]") {
    const Document document =
        srt("1\n00:00:01,000 --> 00:00:02,000\nទឹក\n\n2\n00:00:01,000 --> 00:00:02,000\nWater\n");
    REQUIRE(document.cues.size() == 2);
    CHECK(document.cues[0].text.plain == "ទឹក");
    CHECK(document.cues[1].text.plain == "Water");
}

TEST_CASE("a number apart from its times is a number where it is the expected one", "[srt]") {
    const Document document = srt(
        "1\r\r\n00:00:01,000 --> 00:00:02,000\r\r\nA\r\r\n\r\r\n2\r\r\n00:00:03,000 --> 00:00:04,000\r\r\nB\r\r\n");
    REQUIRE(document.cues.size() == 2);
    CHECK(document.cues[0].text.plain == "A");
    CHECK(document.cues[1].label == "2");
}

TEST_CASE("a word before the times is a label", "[srt]") {
    const Document document =
        srt("intro\n00:00:01,000 --> 00:00:02,000\nA\n\ns4-c7\n00:00:03,000 --> 00:00:04,000\nB\n");
    REQUIRE(document.cues.size() == 2);
    CHECK(document.cues[0].label == "intro");
    CHECK(document.cues[1].label == "s4-c7");
    CHECK(document.cues[0].text.plain == "A");
}

TEST_CASE("a line of times without a readable end begins a cue without one", "[srt]") {
    const Cue cue = cueAt("00:00:05,000 --> 00:0x:07,000");
    CHECK(cue.start == ms(5000));
    CHECK_FALSE(cue.end.has_value());
}

TEST_CASE("a cue whose times cannot be read is kept as a raw piece", "[srt]") {
    const Document document = srt(
        "1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00x:03,000 --> 00:00:04,000\nB\n\n3\n00:00:05,000 --> 00:00:06,000\nC\n");
    REQUIRE(document.cues.size() == 2);
    CHECK(document.cues[0].text.plain == "A");
    CHECK(document.cues[1].text.plain == "C");
    CHECK(document.origin->stretch(2) == "2\n00:00x:03,000 --> 00:00:04,000\nB\n\n");
}

TEST_CASE("a file cut off inside the times of a cue keeps its end", "[srt]") {
    const Document document = srt("1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00:0");
    REQUIRE(document.cues.size() == 1);
    CHECK(document.cues[0].text.plain == "A");
    CHECK(document.origin->stretch(2) == "2\n00:00:0");
}

TEST_CASE("hundreds of thousands of characters and tags take no time to speak of", "[srt]") {
    const auto begin = std::chrono::steady_clock::now();
    std::string nested;
    for (int i = 0; i < 50000; ++i)
        nested += "<i>";
    for (int i = 0; i < 50000; ++i)
        nested += "</b></i>";
    CHECK(cueWith("x" + nested).text.plain == "x");
    std::string angles;
    for (int i = 0; i < 100000; ++i)
        angles += "<a{\\b";
    CHECK(cueWith(angles).text.plain == angles);
    CHECK(cueWith(std::string(400000, 'x')).text.plain.size() == 400000);
    // Quadratic work would take minutes.
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
}
