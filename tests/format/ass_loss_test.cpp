// SPDX-License-Identifier: MIT
#include <subs/format/features.h>

#include "format/ass_file.h"
#include "format/read.h"

using namespace subs;
using namespace testing;

namespace {

Document oneCue(const Cue& values) {
    Document document;
    document.format = "srt";
    document.cues.push_back(values);
    document.cues[0].id = document.newId();
    return document;
}

Cue cueOf(std::string text) {
    Cue cue;
    cue.start = Time::fromSeconds(1);
    cue.end = Time::fromSeconds(2);
    cue.text.plain = std::move(text);
    return cue;
}

}  // namespace

TEST_CASE("a plain cue loses nothing in ass", "[format][ass]") {
    CHECK(assFormat().plan(oneCue(cueOf("Hello, {world} <b>\nC:\\x")), {}).empty());
    CHECK(ssaFormat().plan(oneCue(cueOf("Hello")), {}).empty());
}

TEST_CASE("an untouched ass file loses nothing whatever it holds", "[format][ass]") {
    const Document document = readAss(fileWith(
        "Dialogue: 3,-0:00:01.00,0:00:02.125,Default,a,1,2,3,e,a\\b{\\zz}{x}\nDialogue: 0,bad,bad,Default,,0,0,0,,a\n"));
    CHECK(assFormat().plan(document, {}).empty());
}

TEST_CASE("backslashes that had to be parted are approximated", "[format][ass]") {
    const LossReport report = assFormat().plan(oneCue(cueOf("D:\\Notes\\home")), {});
    const LossItem* item = lossOf(report, feature::kText);
    REQUIRE(item);
    CHECK(item->severity == LossSeverity::Approximated);
    CHECK(item->count == 2);
    CHECK(item->cues.size() == 1);
}

TEST_CASE("a nul where players would stop reading becomes U+FFFD and is told", "[format][ass]") {
    const std::string held("before\0behind the nul, and \0 another", 36);
    const std::string written = "before\uFFFDbehind the nul, and \uFFFD another";
    Document document = oneCue(cueOf(held));
    const LossReport report = assFormat().plan(document, {});
    const LossItem* item = lossOf(report, feature::kText);
    REQUIRE(item);
    CHECK(item->severity == LossSeverity::Approximated);
    CHECK(item->count == 2);
    CHECK(item->before == "U+0000");
    CHECK(item->after == "U+FFFD");
    CHECK(item->cues.size() == 1);
    for (const bool isItalic : {false, true}) {
        if (isItalic) document.cues[0].text.spans.push_back({SpanKind::Italic, 0, 36, {}});
        const auto text = assFormat().write(document, {});
        REQUIRE(text);
        CHECK(text->find('\0') == std::string::npos);
        CHECK(text->find(written) != std::string::npos);
    }
}

TEST_CASE("negative times and missing ends are approximated", "[format][ass]") {
    Cue cue = cueOf("a");
    cue.start = Time::fromMilliseconds(-2500);
    cue.end.reset();
    const LossReport report = assFormat().plan(oneCue(cue), {});
    const LossItem* negative = lossOf(report, feature::kNegativeTime);
    REQUIRE(negative);
    CHECK(negative->before == "-00:00:02.500");
    CHECK(negative->after == "0:00:00.00");
    const LossItem* missing = lossOf(report, feature::kMissingEnd);
    REQUIRE(missing);
    CHECK(missing->after == "0:00:00.50");
}

TEST_CASE("a cue without an end lasts until the next in ASS too", "[format][ass]") {
    Document document = oneCue(cueOf("a"));
    document.cues[0].start = Time::fromMilliseconds(1000);
    document.cues[0].end.reset();
    document.cues.push_back(document.cues[0]);
    document.cues[1].id = document.newId();
    document.cues[1].start = Time::fromMilliseconds(2500);
    const auto text = assFormat().write(document, {});
    REQUIRE(text);
    CHECK(text->find("0:00:01.00,0:00:02.50,") != std::string::npos);
    CHECK(text->find("0:00:02.50,0:00:05.50,") != std::string::npos);
    const LossReport report = assFormat().plan(document, {});
    REQUIRE(lossOf(report, feature::kMissingEnd));
    CHECK(lossOf(report, feature::kMissingEnd)->after == "0:00:02.50");
}

TEST_CASE("milliseconds that become centiseconds are told without alarm", "[format][ass]") {
    Cue cue = cueOf("a");
    cue.start = Time::fromMilliseconds(1234);
    const LossReport report = assFormat().plan(oneCue(cue), {});
    const LossItem* item = lossOf(report, feature::kTimePrecision);
    REQUIRE(item);
    CHECK(item->severity == LossSeverity::Info);
    CHECK(item->before == "1234 ms");
    CHECK(item->after == "1230 ms");
}

TEST_CASE("coordinates, labels and foreign markup are dropped with notice", "[format][ass]") {
    Cue cue = cueOf("a");
    cue.settings = "X1:40 X2:600 Y1:10 Y2:50";
    cue.label = "intro";
    cue.text.spans = {{SpanKind::Opaque, 0, 0, "<ruby>"}};
    const Document document = oneCue(cue);
    const LossReport report = assFormat().plan(document, {});
    for (const std::string_view feature :
         {feature::kCoordinates, feature::kLabel, feature::kOverrides}) {
        INFO(feature);
        REQUIRE(lossOf(report, feature));
        CHECK(lossOf(report, feature)->severity == LossSeverity::Dropped);
    }
    CHECK(written(assFormat(), document).find("ruby") == std::string::npos);
    cue.label = "1";
    CHECK_FALSE(lossOf(assFormat().plan(oneCue(cue), {}), feature::kLabel));
}

TEST_CASE("font sizes put into canvas units are approximated", "[format][ass]") {
    Cue cue = cueOf("a");
    cue.text.spans = {{SpanKind::FontSize, 0, 1, "24"}, {SpanKind::Color, 0, 1, "sunset"}};
    const LossReport report = assFormat().plan(oneCue(cue), {});
    REQUIRE(lossOf(report, feature::kFontSize));
    CHECK(lossOf(report, feature::kFontSize)->severity == LossSeverity::Approximated);
    REQUIRE(lossOf(report, feature::kOverrides));
    CHECK(lossOf(report, feature::kOverrides)->before == "sunset");
}

TEST_CASE("the name of a style that is read as another is told", "[format][ass]") {
    for (const auto& [name, after] : {std::pair("*star", "star"), {"default", "Default"}}) {
        Cue cue = cueOf("a");
        cue.style = name;
        const LossReport report = assFormat().plan(oneCue(cue), {});
        REQUIRE(lossOf(report, feature::kStyles));
        CHECK(lossOf(report, feature::kStyles)->severity == LossSeverity::Approximated);
        CHECK(lossOf(report, feature::kStyles)->before == name);
        CHECK(lossOf(report, feature::kStyles)->after == after);
    }
    Cue cue = cueOf("a");
    cue.style = "Default";
    CHECK_FALSE(lossOf(assFormat().plan(oneCue(cue), {}), feature::kStyles));
}

TEST_CASE("the third colour of SSA is told where ASS has no column for it", "[format][ssa]") {
    const auto lossWith = [](const std::string& third) {
        const std::string file =
            "[Script Info]\nScriptType: v4.00\n\n[V4 Styles]\nFormat: Name, Fontname, Fontsize, "
            "PrimaryColour, SecondaryColour, TertiaryColour, BackColour, Bold\n"
            "Style: Default,Arial,20,16777215,65535," +
            third +
            ",0,0\n\n[Events]\nFormat: Start, End, Style, Text\n"
            "Dialogue: 0:00:01.00,0:00:02.00,Default,one\n";
        const auto read = readDocument(file, "a.ssa");
        REQUIRE(read);
        REQUIRE(read->format->info().id == "ssa");
        CHECK_FALSE(lossOf(ssaFormat().plan(read->document, {}), feature::kMetadata));
        const LossReport report = assFormat().plan(read->document, {});
        const LossItem* const loss = lossOf(report, feature::kMetadata);
        return loss ? loss->before : std::string();
    };
    CHECK(lossWith("8388608") == "style Default: TertiaryColour 8388608");
    CHECK(lossWith("0").empty());
    CHECK(lossWith("65535").empty());
}

TEST_CASE("commas in names are approximated", "[format][ass]") {
    Cue cue = cueOf("a");
    cue.speaker = "Sok, Dara";
    const LossReport report = assFormat().plan(oneCue(cue), {});
    REQUIRE(lossOf(report, feature::kSpeaker));
    CHECK(lossOf(report, feature::kSpeaker)->after == "Sok; Dara");
}

TEST_CASE("ssa has no layers and fewer looks", "[format][ssa]") {
    Document document = readAss(fileWith("Dialogue: 3,0:00:01.00,0:00:02.00,Default,,0,0,0,,a\n"));
    document.styles.at(0).underline = true;
    document.styles[0].scaleX = 90;
    document.styles[0].spacing = 1;
    document.styles[0].angle = 5;
    document.styles[0].primary.alpha = 100;
    const LossReport report = ssaFormat().plan(document, {});
    REQUIRE(lossOf(report, feature::kLayer));
    CHECK(lossOf(report, feature::kLayer)->before == "layer 3");
    std::size_t dropped = 0;
    for (const LossItem& item : report.items) {
        if (item.feature == feature::kStyles && item.severity == LossSeverity::Dropped)
            dropped = item.count;
    }
    CHECK(dropped == 4);
}

TEST_CASE("a field whose column the file lacks is told to be dropped", "[format][ass]") {
    Document document =
        readAss("[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,a\n");
    document.cues.at(0).layer = 2;
    document.cues[0].speaker = "Dara";
    document.cues[0].margins.left = 9;
    const LossReport report = assFormat().plan(document, {});
    CHECK(lossOf(report, feature::kLayer));
    CHECK(lossOf(report, feature::kSpeaker));
    CHECK(lossOf(report, feature::kMargins));
}

TEST_CASE("stray lines of another format are dropped with notice", "[format][ass]") {
    Document document = oneCue(cueOf("a"));
    auto origin = std::make_shared<Origin>();
    origin->text = "made by hand\n\n";
    origin->pieces = {{0, PieceKind::Raw}};
    document.origin = origin;
    const LossReport report = assFormat().plan(document, {});
    REQUIRE(lossOf(report, feature::kRaw));
    CHECK(lossOf(report, feature::kRaw)->before == "made by hand");
    CHECK(lossOf(report, feature::kRaw)->severity == LossSeverity::Dropped);
}

TEST_CASE("the header of another format is no text that is lost", "[format][ass]") {
    const Document document = testing::documentOf("vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\na\n");
    const LossReport report = assFormat().plan(document, {});
    REQUIRE(lossOf(report, feature::kRaw));
    CHECK(lossOf(report, feature::kRaw)->severity == LossSeverity::Info);
}

TEST_CASE("an opacity of the shadow that SSA rounds is told", "[format][ass]") {
    Document document = oneCue(cueOf("a"));
    document.styles = {Style()};
    document.styles[0].outlineColor = {0, 0, 0, 255};
    document.styles[0].backColor = {0, 0, 0, 128};  // &H7F, which SSA reads as &H80
    const LossReport report = ssaFormat().plan(document, {});
    const LossItem* item = lossOf(report, feature::kStyles);
    REQUIRE(item);
    CHECK(item->severity == LossSeverity::Info);
    document.styles[0].backColor.alpha = 127;
    CHECK_FALSE(lossOf(ssaFormat().plan(document, {}), feature::kStyles));
}
