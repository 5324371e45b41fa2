// SPDX-License-Identifier: MIT
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"

#include <algorithm>

using namespace testing;
using subs::Alignment;
using subs::Cue;
using subs::CueText;
using subs::Document;
using subs::LossItem;
using subs::LossSeverity;
using subs::SpanKind;

namespace {

/// A document that no SubRip file gave, with one cue of this text.
Document foreign(CueText text) {
    Document document;
    document.format = "ass";
    Cue cue;
    cue.id = document.newId();
    cue.start = ms(1000);
    cue.end = ms(2000);
    cue.text = std::move(text);
    document.cues.push_back(cue);
    return document;
}

std::string bodyOf(const Document& document) {
    const std::string text = written(document, "srt");
    const std::string head = "1\n00:00:01,000 --> 00:00:02,000\n";
    REQUIRE(text.starts_with(head));
    return text.substr(head.size(), text.size() - head.size() - 1);
}

subs::LossReport planOf(const Document& document) {
    return subs::formatNamed("srt")->plan(document, {});
}

/// The only item of the report of `document`.
LossItem lossOf(const Document& document) {
    const subs::LossReport report = planOf(document);
    REQUIRE(report.items.size() == 1);
    return report.items[0];
}

}  // namespace

TEST_CASE("spans are written as tags that nest", "[srt][lowering]") {
    CHECK(bodyOf(foreign({"abcd", {{SpanKind::Bold, 0, 3, ""}, {SpanKind::Italic, 1, 4, ""}}})) ==
          "<b>a<i>bc</i></b><i>d</i>");
    CHECK(
        bodyOf(foreign({"ab", {{SpanKind::Underline, 0, 2, ""}, {SpanKind::Strike, 0, 2, ""}}})) ==
        "<u><s>ab</s></u>");
    CHECK(bodyOf(foreign(
              {"ab", {{SpanKind::Color, 0, 2, "#FF0000"}, {SpanKind::Font, 0, 2, "Khmer OS"}}})) ==
          "<font color=\"#FF0000\" face=\"Khmer OS\">ab</font>");
}

TEST_CASE("emphasis of the style becomes tags, its look does not", "[srt][lowering]") {
    Document document = foreign({"abc", {{SpanKind::Italic, 1, 2, "0"}}});
    document.styles.resize(1);
    document.styles[0].italic = true;
    document.styles[0].alignment = Alignment::TopCentre;
    document.cues[0].style = "Default";
    CHECK(bodyOf(document) == "{\\an8}<i>a</i>b<i>c</i>");
    CHECK(lossOf(document).feature == subs::feature::kStyles);
    document.cues[0].alignment = Alignment::BottomCentre;
    CHECK(bodyOf(document) == "{\\an2}<i>a</i>b<i>c</i>");
}

TEST_CASE("weights are bold or not", "[srt][lowering]") {
    CHECK(bodyOf(foreign({"ab", {{SpanKind::Bold, 0, 1, "700"}, {SpanKind::Bold, 1, 2, "300"}}})) ==
          "<b>a</b>b");
    CHECK(lossOf(foreign({"ab", {{SpanKind::Bold, 0, 1, "700"}}})).severity ==
          LossSeverity::Approximated);
}

TEST_CASE("text that would be read as markup stays text", "[srt][lowering]") {
    const std::string joiner = "\xE2\x81\xA0";
    CHECK(bodyOf(foreign({"a <i> b", {}})) == "a <" + joiner + "i> b");
    CHECK(bodyOf(foreign({"{\\an8}", {}})) == "{" + joiner + "\\an8}");
    CHECK(bodyOf(foreign({"x\n00:00:01,000 --> 00:00:02,000", {}})) ==
          "x\n00:00:01,000 --" + joiner + "> 00:00:02,000");
    CHECK(bodyOf(foreign({"x < b and b > y --> z {sighs}", {}})) ==
          "x < b and b > y --> z {sighs}");
    const LossItem loss = lossOf(foreign({"one\na <i> b", {}}));
    CHECK(loss.feature == subs::feature::kText);
    CHECK(loss.severity == LossSeverity::Approximated);
    CHECK(loss.before == "a <i> b");
}

TEST_CASE("blank lines at the end of a cue are reported", "[srt][lowering]") {
    CHECK(bodyOf(foreign({"a\n \n", {}})) == "a");
    CHECK(lossOf(foreign({"a\n", {}})).feature == subs::feature::kText);
    CHECK(planOf(foreign({"a\n\nb ", {}})).empty());
}

TEST_CASE("markup without a counterpart is dropped and reported", "[srt][lowering]") {
    const auto check = [](subs::Span span, std::string_view feature, LossSeverity severity) {
        const Document document = foreign({"ab", {span}});
        CHECK(bodyOf(document) == "ab");
        const LossItem loss = lossOf(document);
        CHECK(loss.feature == feature);
        CHECK(loss.severity == severity);
        CHECK(loss.cues == std::vector<subs::CueId>{{1}});
        CHECK(loss.before == span.value);
    };
    check({SpanKind::Karaoke, 1, 1, "\\k30"}, subs::feature::kKaraoke, LossSeverity::Dropped);
    check(
        {SpanKind::Comment, 1, 1, "{check name}"}, subs::feature::kTextComment, LossSeverity::Info);
    check({SpanKind::Drawing, 1, 1, "{\\p1}m 0 0{\\p0}"},
          subs::feature::kDrawing,
          LossSeverity::Dropped);
    check({SpanKind::Opaque, 0, 0, "\\pos(9,9)"}, subs::feature::kOverrides, LossSeverity::Dropped);
    check({SpanKind::FontSize, 0, 2, "60"}, subs::feature::kFontSize, LossSeverity::Dropped);
    check({SpanKind::Font, 0, 2, "a\"b'c"}, subs::feature::kFont, LossSeverity::Dropped);
}

TEST_CASE("opacity of a colour is dropped and reported", "[srt][lowering]") {
    const Document document = foreign({"a", {{SpanKind::Color, 0, 1, "#11223344"}}});
    CHECK(bodyOf(document) == "<font color=\"#112233\">a</font>");
    CHECK(lossOf(document).feature == subs::feature::kColor);
    CHECK(lossOf(document).after == "#112233");
}

TEST_CASE("fields without a place are reported", "[srt][lowering]") {
    const auto check = [](std::string_view feature, auto change) {
        Document document = foreign({"a", {}});
        change(document);
        CHECK(lossOf(document).feature == feature);
        CHECK(bodyOf(document) == "a");
    };
    check(subs::feature::kLayer, [](Document& d) { d.cues[0].layer = 2; });
    check(subs::feature::kMargins, [](Document& d) { d.cues[0].margins.left = 20; });
    check(subs::feature::kSpeaker, [](Document& d) { d.cues[0].speaker = "Dara"; });
    check(subs::feature::kEffect, [](Document& d) { d.cues[0].effect = "Banner;1"; });
    check(subs::feature::kCoordinates, [](Document& d) { d.cues[0].settings = "line:3"; });
    check(subs::feature::kLabel, [](Document& d) { d.cues[0].label = "intro"; });
    check(subs::feature::kTitle, [](Document& d) { d.title = "Film"; });
    check(subs::feature::kCanvas, [](Document& d) { d.canvas = subs::Canvas(); });
}

TEST_CASE("comments and drawings are left out and reported, the rest counts up",
          "[srt][lowering]") {
    Document document = foreign({"a", {}});
    document.cues.resize(3, document.cues[0]);
    document.cues[0].kind = subs::CueKind::Comment;
    document.cues[1].text = {"", {{SpanKind::Drawing, 0, 0, "{\\p1}m 0 0"}}};
    CHECK(bodyOf(document) == "a");
    const subs::LossReport report = planOf(document);
    REQUIRE(report.items.size() == 2);
    CHECK(report.items[0].feature == subs::feature::kComment);
    CHECK(report.items[1].feature == subs::feature::kDrawing);
}

TEST_CASE("other parts of another format's file are reported", "[srt][lowering]") {
    Document document = foreign({"a", {}});
    auto origin = std::make_shared<subs::Origin>();
    origin->text = "[Fonts]\nfontname: khmer_0.ttf\n!!!!\n";
    origin->pieces = {{0, subs::PieceKind::Section}};
    document.origin = origin;
    CHECK(lossOf(document).feature == subs::feature::kAttachment);
    CHECK(lossOf(document).before == "fontname: khmer_0.ttf");
}

TEST_CASE("times before 0 are clamped where they are not SubRip's own", "[srt][lowering]") {
    Document document = foreign({"a", {}});
    document.cues[0].start = ms(-500);
    CHECK(written(document, "srt").starts_with("1\n00:00:00,000 --> 00:00:02,000"));
    CHECK(lossOf(document).feature == subs::feature::kNegativeTime);
    CHECK(lossOf(document).before == "-00:00:00.500");
    CHECK(lossOf(document).after == "00:00:00,000");
    document.format = "srt";
    CHECK(written(document, "srt").starts_with("1\n-00:00:00,500 --> 00:00:02,000"));
}

TEST_CASE("a cue without an end lasts to the next, three seconds at most", "[srt][lowering]") {
    Document document = foreign({"a", {}});
    document.cues[0].end.reset();
    CHECK(written(document, "srt").starts_with("1\n00:00:01,000 --> 00:00:04,000"));
    CHECK(lossOf(document).feature == subs::feature::kMissingEnd);
    document.cues.push_back(document.cues[0]);
    document.cues[1].start = ms(1800);
    CHECK(written(document, "srt").starts_with("1\n00:00:01,000 --> 00:00:01,800"));
}

TEST_CASE("each edge is rounded on its own to the nearest millisecond", "[srt][lowering]") {
    Document document = foreign({"a", {}});
    const subs::Time third = subs::Time::fromFlicks(subs::Time::kPerSecond / 3 * 5);
    document.cues[0].end = third;
    document.cues.push_back(document.cues[0]);
    document.cues[1].start = third;
    document.cues[1].end = ms(2000);
    const std::string text = written(document, "srt");
    CHECK(text.find("00:00:01,000 --> 00:00:01,667") != std::string::npos);
    CHECK(text.find("00:00:01,667 --> 00:00:02,000") != std::string::npos);
    CHECK(lossOf(document).feature == subs::feature::kTimePrecision);
    CHECK(lossOf(document).before == "about 1666.667 ms");
}

TEST_CASE("SubRip loses nothing of its own", "[srt][lowering]") {
    const Document document = documentOf(
        "srt",
        "intro\n-00:00:01,0005 --> 00:00:02,000 X1:9\n{\\an8}{\\pos(1,2)}<font color=sunset size=3>a</font> <zz> <b>b\n\nc</b>\n\n"
        "9\n100:00:03,000 -->\n\n");
    CHECK(planOf(document).empty());
    CHECK(written(document, "srt") == document.origin->text);
}

TEST_CASE("markup is shown as it stands in the file, and as it would be written", "[srt]") {
    Document document =
        documentOf("srt", "1\r\n00:00:01,000 --> 00:00:02,000\r\n<I>a</I>\r\nb\r\n");
    const subs::Format& format = *subs::formatNamed("srt");
    CHECK(format.markupOf(document, document.cues[0]) == "<I>a</I>\nb");
    document.cues[0].text.plain = "c\nb";
    CHECK(format.markupOf(document, document.cues[0]) == "<I>c</I>\nb");
}
