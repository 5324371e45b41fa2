// SPDX-License-Identifier: MIT
#include "format/ass_file.h"

using namespace subs;
using namespace testing;

namespace {

CueText textOf(std::string_view field) {
    return readAss(fileWithText(field)).cues.at(0).text;
}

Span span(SpanKind kind, std::uint32_t begin, std::uint32_t end, std::string value) {
    return {kind, begin, end, std::move(value)};
}

std::string fieldOf(const Document& document) {
    return assFormat().markupOf(document, document.cues.at(0));
}

/// The text field after the cue's plain text was replaced, and read back it must be what was asked
/// for.
std::string edited(std::string_view field, std::string_view plain) {
    Document document = readAss(fileWithText(field));
    document.cues[0].text = withPlain(document.cues[0].text, plain);
    const std::string file = written(assFormat(), document);
    const Document again = readAss(file);
    CHECK(again.cues.at(0).text == document.cues[0].text);
    CHECK(again.cues.at(0).alignment == document.cues[0].alignment);
    return fieldOf(again);
}

}  // namespace

TEST_CASE("ass: plain text is taken as it is", "[format][ass]") {
    CHECK(textOf("Hello, world: 5 < 6 & 7").plain == "Hello, world: 5 < 6 & 7");
    CHECK(textOf("  two blanks before").plain == "  two blanks before");
    CHECK(textOf("").plain.empty());
}

TEST_CASE("ass: escapes are line breaks, a hard space and braces", "[format][ass]") {
    CHECK(textOf("a\\Nb").plain == "a\nb");
    CHECK(textOf("10\\hkm").plain == "10\xC2\xA0km");
    CHECK(textOf("set \\{x\\}").plain == "set {x}");
    CHECK(textOf("C:\\data\\x").plain == "C:\\data\\x");
}

TEST_CASE("ass: a soft break is a space, kept as an opaque range", "[format][ass]") {
    const CueText text = textOf("one\\ntwo");
    CHECK(text.plain == "one two");
    CHECK(text.spans == std::vector<Span>{span(SpanKind::Opaque, 3, 4, "\\n")});
}

TEST_CASE("ass: a soft break ends the line in wrap style 2", "[format][ass]") {
    std::string file =
        with(fileWithText("one\\ntwo"), "PlayResX: 1920", "WrapStyle: 2\nPlayResX: 1920");
    CHECK(readAss(file).cues.at(0).text.plain == "one\ntwo");
    CHECK(textOf("{\\q2}one\\ntwo").plain == "one\ntwo");
    CHECK(written(assFormat(), readAss(file)) == file);
}

TEST_CASE("ass: switches are spans over what they are on for", "[format][ass]") {
    const CueText text = textOf("{\\i1}one{\\i0} {\\b1}two{\\b0} {\\u1}three{\\u0} {\\s1}four");
    CHECK(text.plain == "one two three four");
    CHECK(text.spans == std::vector<Span>{span(SpanKind::Italic, 0, 3, ""),
                                          span(SpanKind::Bold, 4, 7, ""),
                                          span(SpanKind::Underline, 8, 13, ""),
                                          span(SpanKind::Strike, 14, 18, "")});
}

TEST_CASE("ass: bold has weights, and off alone stands against the style", "[format][ass]") {
    CHECK(textOf("{\\b700}a{\\b}b").spans == std::vector<Span>{span(SpanKind::Bold, 0, 1, "700")});
    CHECK(textOf("{\\b0}a{\\b1}b").spans ==
          std::vector<Span>{span(SpanKind::Bold, 0, 1, "0"), span(SpanKind::Bold, 1, 2, "")});
}

TEST_CASE("ass: colours, fonts and sizes are spans", "[format][ass]") {
    CHECK(textOf("{\\c&H0000FF&}red{\\c} not").spans ==
          std::vector<Span>{span(SpanKind::Color, 0, 3, "#FF0000")});
    CHECK(textOf("{\\1c&HFF0000&}blue{\\r} not").spans ==
          std::vector<Span>{span(SpanKind::Color, 0, 4, "#0000FF"),
                            span(SpanKind::Opaque, 4, 4, "\\r")});
    CHECK(textOf("{\\fnKhmer OS Battambang\\fs52.5}a").spans ==
          std::vector<Span>{span(SpanKind::Font, 0, 1, "Khmer OS Battambang"),
                            span(SpanKind::FontSize, 0, 1, "52.5")});
}

TEST_CASE("ass: names that begin like a known tag are other tags", "[format][ass]") {
    for (const char* tag : {"\\bord2",
                            "\\be1",
                            "\\blur3",
                            "\\shad0",
                            "\\iclip(1,2,3,4)",
                            "\\clip(m 0 0)",
                            "\\fscx120",
                            "\\fsp2",
                            "\\fs+2",
                            "\\fe0",
                            "\\alpha&H80&",
                            "\\2c&HFF&",
                            "\\3c&H1&",
                            "\\pos(9,9)",
                            "\\pbo3",
                            "\\kx"}) {
        INFO(tag);
        CHECK(textOf("{" + std::string(tag) + "}a").spans ==
              std::vector<Span>{span(SpanKind::Opaque, 0, 0, tag)});
    }
}

TEST_CASE("ass: the tags inside a transform are not the text's own", "[format][ass]") {
    const CueText text = textOf("{\\t(0,500,\\c&HFF&\\b1)\\i1}a");
    CHECK(text.spans == std::vector<Span>{span(SpanKind::Opaque, 0, 0, "\\t(0,500,\\c&HFF&\\b1)"),
                                          span(SpanKind::Italic, 0, 1, "")});
}

TEST_CASE("trap 28: a comment in braces is not shown and is kept", "[format][ass]") {
    const CueText text = textOf("Wait {check name} here");
    CHECK(text.plain == "Wait  here");
    CHECK(text.spans == std::vector<Span>{span(SpanKind::Comment, 5, 5, "{check name}")});
}

TEST_CASE("ass: words beside a tag are a comment", "[format][ass]") {
    CHECK(textOf("{top \\an8 only}a").spans ==
          std::vector<Span>{span(SpanKind::Comment, 0, 0, "{top }"),
                            span(SpanKind::Comment, 0, 0, "{only}")});
}

TEST_CASE("ass: words beside a tag that swallow a drawing do not draw when they stand alone",
          "[format][ass]") {
    const CueText text = textOf("{\\i r(\\p1}a");
    CHECK(text.plain == "a");
    CHECK(text.spans == std::vector<Span>{span(SpanKind::Comment, 0, 0, "{r(p1}")});
}

TEST_CASE("trap 29: a drawing is not text", "[format][ass]") {
    const CueText text = textOf("{\\pos(1,2)\\p1}m 5 5 l 60 5 60 40{\\p0\\b1}after");
    CHECK(text.plain == "after");
    CHECK(text.spans ==
          std::vector<Span>{span(SpanKind::Opaque, 0, 0, "\\pos(1,2)"),
                            span(SpanKind::Drawing, 0, 0, "{\\p1}m 5 5 l 60 5 60 40{\\p0}"),
                            span(SpanKind::Bold, 0, 5, "")});
    CHECK(textOf("{\\p1}m 0 0 l 9 9").spans ==
          std::vector<Span>{span(SpanKind::Drawing, 0, 0, "{\\p1}m 0 0 l 9 9")});
}

TEST_CASE("ass: text behind a drawing without an end is not drawn", "[format][ass]") {
    Document document = readAss(fileWithText("{\\p1}m 0 0 l 9 9"));
    document.cues[0].text = withPlain(document.cues[0].text, "words");
    CHECK(fieldOf(document) == "{\\p1}m 0 0 l 9 9{\\p0}words");
    CHECK(readAss(written(assFormat(), document)).cues.at(0).text.plain == "words");
    document = readAss(fileWithText("{\\p1}m 0 0{\\pos(1"));
    document.cues[0].text = withPlain(document.cues[0].text, "words");
    CHECK(fieldOf(document) == "{\\p1}m 0 0{\\pos(1}{\\p0}words");
    CHECK(readAss(written(assFormat(), document)).cues.at(0).text.plain == "words");
}

TEST_CASE("trap 32: karaoke stamps are points", "[format][ass]") {
    const CueText text = textOf("{\\k30}so{\\kf40}la{\\K5}ti");
    CHECK(text.plain == "solati");
    CHECK(text.spans == std::vector<Span>{span(SpanKind::Karaoke, 0, 0, "\\k30"),
                                          span(SpanKind::Karaoke, 2, 2, "\\kf40"),
                                          span(SpanKind::Karaoke, 4, 4, "\\K5")});
}

TEST_CASE("trap 37: an unknown tag is kept as it is", "[format][ass]") {
    CHECK(textOf("{\\zz5}a").spans == std::vector<Span>{span(SpanKind::Opaque, 0, 0, "\\zz5")});
    CHECK(edited("{\\zz5}a", "b") == "{\\zz5}b");
}

TEST_CASE("ass: the first alignment tag is the cue's, also in its old spelling", "[format][ass]") {
    CHECK(readAss(fileWithText("{\\an8}a")).cues[0].alignment == Alignment::TopCentre);
    CHECK(readAss(fileWithText("{\\a6}a")).cues[0].alignment == Alignment::TopCentre);
    CHECK(readAss(fileWithText("{\\a9}a")).cues[0].alignment == Alignment::MiddleLeft);
    const Document twice = readAss(fileWithText("{\\an7}a{\\an3}b"));
    CHECK(twice.cues[0].alignment == Alignment::TopLeft);
    CHECK(twice.cues[0].text.spans == std::vector<Span>{span(SpanKind::Opaque, 1, 1, "\\an3")});
    CHECK_FALSE(readAss(fileWithText("{\\an0}a")).cues[0].alignment);
}

TEST_CASE("ass: a brace without an end is text", "[format][ass]") {
    CHECK(textOf("a {b").plain == "a {b");
    CHECK(textOf("a} b").plain == "a} b");
    CHECK(edited("a {b", "c {b") == "c {b");
}

TEST_CASE("ass: an edited text keeps its other tags as they are spelt", "[format][ass]") {
    CHECK(edited("{\\an8\\fad(200,200)}Hello {\\i1}world{\\i0}!", "Hello there, world!") ==
          "{\\an8\\fad(200,200)}Hello there, {\\i1}world{\\i0}!");
    CHECK(edited("{\\i1}Hello", "Goodbye") == "{\\i1}Goodbye");
    CHECK(edited("{\\c&HFF&\\bord3}a{note}b", "axb") == "{\\c&HFF&\\bord3}a{note}xb");
    CHECK(edited("one\\Ntwo\\hthree", "one two\xC2\xA0three") == "one two\\hthree");
    CHECK(edited("one\\ntwo", "one\ntwo") == "one\\Ntwo");
    CHECK(edited("{\\k30}so{\\k40}la", "do") == "{\\k30}{\\k40}do");
}

TEST_CASE("ass: text behind what is italic is not italic", "[format][ass]") {
    CHECK(edited("{\\i1}Hello{\\i0}", "Hello world") == "{\\i1}Hello{\\i0} world");
    CHECK(edited("{\\i1}Hello", "Hello world") == "{\\i1}Hello{\\i0} world");
}

TEST_CASE("ass: a new alignment changes its tag alone", "[format][ass]") {
    const auto aligned = [](std::string_view field, std::optional<Alignment> alignment) {
        Document document = readAss(fileWithText(field));
        document.cues[0].alignment = alignment;
        const Document again = readAss(written(assFormat(), document));
        CHECK(again.cues.at(0).alignment == alignment);
        return fieldOf(again);
    };
    CHECK(aligned("{\\fad(1,1)\\an8}a", Alignment::BottomLeft) == "{\\fad(1,1)\\an1}a");
    CHECK(aligned("{\\fad(1,1)\\an8}a", std::nullopt) == "{\\fad(1,1)}a");
    CHECK(aligned("{\\an8}a", std::nullopt) == "a");
    CHECK(aligned("{\\fad(1,1)}a", Alignment::TopCentre) == "{\\an8}{\\fad(1,1)}a");
}

TEST_CASE("ass: new formatting is written as tags that read as the same spans", "[format][ass]") {
    const auto formatted = [](CueText text) {
        Document document = readAss(fileWithText(""));
        document.cues[0].text = text;
        const Document again = readAss(written(assFormat(), document));
        CHECK(again.cues.at(0).text == text);
        return fieldOf(again);
    };
    CHECK(formatted({"one two", {span(SpanKind::Italic, 0, 3, "")}}) == "{\\i1}one{\\i0} two");
    CHECK(formatted({"ab", {span(SpanKind::Bold, 0, 1, ""), span(SpanKind::Bold, 1, 2, "0")}}) ==
          "{\\b1}a{\\b\\b0}b{\\b}");
    CHECK(formatted(
              {"abc",
               {span(SpanKind::Color, 0, 1, "#FF0000"), span(SpanKind::Color, 1, 2, "#00FF00")}}) ==
          "{\\c&H0000FF&}a{\\c&H00FF00&}b{\\c}c");
    CHECK(formatted({"ab",
                     {span(SpanKind::Opaque, 0, 0, "\\pos(1,2)"),
                      span(SpanKind::Comment, 1, 1, "{x}"),
                      span(SpanKind::Karaoke, 1, 1, "\\k5")}}) == "{\\pos(1,2)}a{x}{\\k5}b");
    CHECK(
        formatted({"ab", {span(SpanKind::Bold, 0, 1, ""), span(SpanKind::Opaque, 1, 1, "\\r")}}) ==
        "{\\b1}a{\\r}b");
}

TEST_CASE("ass: of nested colours the inner one counts and the outer one comes back",
          "[format][ass]") {
    Document document = readAss(fileWithText(""));
    document.cues[0].text = {
        "abc", {span(SpanKind::Color, 0, 3, "#FF0000"), span(SpanKind::Color, 1, 2, "#0000FF")}};
    CHECK(fieldOf(document) == "{\\c&H0000FF&}a{\\c&HFF0000&}b{\\c&H0000FF&}c{\\c}");
}

TEST_CASE("ass: what a reset would undo is said again", "[format][ass]") {
    Document document = readAss(fileWithText(""));
    document.cues[0].text = {"ab",
                             {span(SpanKind::Bold, 0, 2, ""), span(SpanKind::Opaque, 1, 1, "\\r")}};
    CHECK(fieldOf(document) == "{\\b1}a{\\r\\b1}b{\\b0}");
}

TEST_CASE("ass: an unclosed transform does not swallow the next tag", "[format][ass]") {
    Document document = readAss(fileWithText(""));
    document.cues[0].text = {
        "a", {span(SpanKind::Opaque, 0, 0, "\\t(\\fscx50"), span(SpanKind::Bold, 0, 1, "")}};
    CHECK(fieldOf(document) == "{\\t(\\fscx50}{\\b1}a{\\b0}");
}

TEST_CASE("ass: markup of a cue is what its line has", "[format][ass]") {
    const Document document = readAss(fileWithText("{\\i1}a{\\i0}\\N b"));
    CHECK(fieldOf(document) == "{\\i1}a{\\i0}\\N b");
}
