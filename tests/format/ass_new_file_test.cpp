// SPDX-License-Identifier: MIT
#include "format/ass_file.h"

using namespace subs;
using namespace testing;

namespace {

/// A document as a format without styles gives it.
Document plainDocument(std::initializer_list<const char*> texts) {
    Document document;
    document.format = "srt";
    std::int64_t second = 0;
    for (const char* text : texts) {
        Cue cue;
        cue.id = document.newId();
        cue.start = Time::fromSeconds(++second);
        cue.end = Time::fromMilliseconds(second * 1000 + 900);
        cue.text.plain = text;
        document.cues.push_back(cue);
    }
    return document;
}

std::string lineOf(const Document& document) {
    const std::string file = written(assFormat(), document);
    return file.substr(file.find("Dialogue:"));
}

}  // namespace

TEST_CASE("a new file has a complete header", "[format][ass]") {
    Document document = plainDocument({"Hello"});
    document.language = "en";
    document.title = "Film";
    CHECK(
        written(assFormat(), document) ==
        "[Script Info]\nTitle: Film\nScriptType: v4.00+\nWrapStyle: 0\nScaledBorderAndShadow: yes\nPlayResX: 1920\nPlayResY: 1080\n\n"
        "[V4+ Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, "
        "Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, "
        "Encoding\nStyle: Default,Noto Sans,64,&H00FFFFFF,&H00FFFFFF,&H00000000,&H7F000000,0,0,0,0,100,100,0,0,1,3,1,2,60,60,50,1\n\n"
        "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:01.90,Default,,0,0,0,,Hello\n");
}

TEST_CASE("a new file is read without remarks", "[format][ass]") {
    const Parsed again = parsed(assFormat(), written(assFormat(), plainDocument({"Hello", "សួស្តី"})));
    CHECK(again.diagnostics.empty());
    CHECK(parsed(ssaFormat(), written(ssaFormat(), plainDocument({"Hello", "សួស្តី"})))
              .diagnostics.empty());
}

TEST_CASE("khmer text gets the khmer style, a file of both scripts both styles", "[format][ass]") {
    const Document khmer = readAss(written(assFormat(), plainDocument({"សួស្តី", "♪"})));
    REQUIRE(khmer.styles.size() == 1);
    CHECK(khmer.styles[0].fontName == "Khmer OS Battambang");
    CHECK(khmer.cues.at(0).style == "Default");
    const Document both =
        readAss(written(assFormat(), plainDocument({"Hello", "សួស្តី Dara", "12:30"})));
    REQUIRE(both.styles.size() == 2);
    CHECK(both.styles[0].fontName == "Noto Sans");
    CHECK(both.styles[1].fontName == "Khmer OS Battambang");
    CHECK(both.cues.at(0).style == "Default");
    CHECK(both.cues.at(1).style == both.styles[1].name);
    CHECK(both.cues.at(2).style == "Default");
}

TEST_CASE("khmer has the khmer style without a letter to see too", "[format][ass]") {
    Document document = plainDocument({"..."});
    document.language = "km";
    CHECK(readAss(written(assFormat(), document)).styles.at(0).fontName == "Khmer OS Battambang");
}

TEST_CASE("literal braces and backslashes of a text are made safe", "[format][ass]") {
    CHECK(lineOf(plainDocument({"{sighs} No."})) ==
          "Dialogue: 0,0:00:01.00,0:00:01.90,Default,,0,0,0,,\\{sighs} No.\n");
    for (const char* text :
         {"{sighs} No.", "a } b", "x < b", "{\\an8}", "C:\\", "a\nb", "10\xC2\xA0km", "\\{"}) {
        INFO(text);
        const Document again = readAss(written(assFormat(), plainDocument({text})));
        CHECK(again.cues.at(0).text.plain == text);
        CHECK(again.cues.at(0).text.spans.empty());
    }
}

TEST_CASE("trap 10: a backslash that would mean something gets a zero width space behind it",
          "[format][ass]") {
    const auto again = [](const char* text) {
        return readAss(written(assFormat(), plainDocument({text}))).cues.at(0).text.plain;
    };
    CHECK(again("D:\\Notes\\home") == "D:\\\u200BNotes\\\u200Bhome");
    CHECK(again("\\n \\}") == "\\\u200Bn \\\u200B}");
    Document tagged = plainDocument({"a\\b"});
    tagged.cues[0].text.spans.push_back({SpanKind::Italic, 2, 3, ""});
    CHECK(lineOf(tagged) ==
          "Dialogue: 0,0:00:01.00,0:00:01.90,Default,,0,0,0,,a\\\u200B{\\i1}b{\\i0}\n");
}

TEST_CASE("equal edges stay equal in centiseconds", "[format][ass]") {
    Document document = plainDocument({"a", "b"});
    document.cues[0].end = document.cues[1].start = Time::fromMilliseconds(1995);
    const Document again = readAss(written(assFormat(), document));
    CHECK(again.cues.at(0).end == again.cues.at(1).start);
    CHECK(again.cues.at(1).start == Time::fromMilliseconds(2000));
}

TEST_CASE("2000 cues that touch have no gap and no overlap", "[format][ass]") {
    Document document;
    for (std::int64_t i = 0; i < 2000; ++i) {
        Cue cue;
        cue.id = document.newId();
        cue.start = Time::fromMilliseconds(i * 1237);
        cue.end = Time::fromMilliseconds((i + 1) * 1237);
        document.cues.push_back(cue);
    }
    const Document again = readAss(written(assFormat(), document));
    std::size_t wrong = 0;
    for (std::size_t i = 0; i + 1 < again.cues.size(); ++i)
        wrong += again.cues[i].end != again.cues[i + 1].start ? 1 : 0;
    CHECK(again.cues.size() == 2000);
    CHECK(wrong == 0);
}

TEST_CASE("a negative start is written as 0", "[format][ass]") {
    Document document = plainDocument({"a"});
    document.cues[0].start = Time::fromMilliseconds(-2500);
    CHECK(lineOf(document) == "Dialogue: 0,0:00:00.00,0:00:01.90,Default,,0,0,0,,a\n");
}

TEST_CASE("formatting of other formats becomes tags", "[format][ass]") {
    Document document = plainDocument({"red bold"});
    document.cues[0].text.spans = {{SpanKind::Color, 0, 3, "#FF0000"}, {SpanKind::Bold, 4, 8, ""}};
    document.cues[0].alignment = Alignment::TopCentre;
    CHECK(
        lineOf(document) ==
        "Dialogue: 0,0:00:01.00,0:00:01.90,Default,,0,0,0,,{\\an8\\c&H0000FF&}red{\\c} {\\b1}bold{\\b0}\n");
}

TEST_CASE("font sizes without a canvas become canvas units", "[format][ass]") {
    Document document = plainDocument({"a"});
    document.cues[0].text.spans = {{SpanKind::FontSize, 0, 1, "24"}};
    CHECK(lineOf(document).find("{\\fs90}a") != std::string::npos);
    document.cues[0].text.spans[0].value = "3";
    CHECK(lineOf(document).find("{\\fs64}a") != std::string::npos);
    document.canvas = Canvas();
    CHECK(lineOf(document).find("{\\fs3}a") != std::string::npos);
}

TEST_CASE("half transparent colours have their opacity beside them", "[format][ass]") {
    Document document = plainDocument({"ab"});
    document.cues[0].text.spans = {{SpanKind::Color, 0, 1, "#FF000080"}};
    CHECK(lineOf(document).find("{\\c&H0000FF&\\1a&H7F&}a{\\c\\1a}b") != std::string::npos);
}

TEST_CASE("new lines end as asked", "[format][ass]") {
    const std::string file =
        written(assFormat(), plainDocument({"a"}), {.newline = NewlineChoice::CrLf});
    CHECK(file.find("[Script Info]\r\nScriptType") == 0);
    CHECK(file.substr(file.size() - 3) == "a\r\n");
}
