// SPDX-License-Identifier: MIT
// Times inside of a paragraph, which count from its beginning (TTML2 §12.2.1): worked out by hand.
#include <subs/edit/moved_times.h>
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"

#include <string>

using namespace subs;
using testing::documentOf;
using testing::has;
using testing::lossOf;
using testing::ms;
using testing::withReplaced;
using testing::written;

namespace {

std::string fileOf(const std::string& paragraph) {
    return "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
           "xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" xmlns:x=\"urn:x\" xml:lang=\"en\">"
           "<body><div>" +
           paragraph + "</div></body></tt>";
}

/// With all that a document has no word for.
const std::string kRich =
    "<p begin=\"1s\" end=\"5s\"><metadata><ttm:desc>low</ttm:desc></metadata>"
    "<set begin=\"1s\" dur=\"500ms\" tts:color=\"red\"/>a <span xml:id=\"s1\" begin=\"1s\" "
    "end=\"2s\" x:who=\"D\" tts:textOutline=\"black 2px\">b</span> c<!-- twice --><x:mark "
    "n=\"1\"/></p>";

const std::string kPlain =
    "<p begin=\"1s\" end=\"5s\">a <span begin=\"1s\" end=\"2s\">b</span></p>";

Document moved(const std::string& paragraph, const TimeMove& move) {
    Document document = documentOf("ttml", fileOf(paragraph));
    for (Cue& cue : document.cues)
        moveTimes(cue, move);
    return document;
}

Time later(Time time) {
    return time + ms(1000);
}

Time twice(Time time) {
    return Time::fromFlicks(2 * time.flicks());
}

LossReport lossesOf(const Document& document) {
    return formatNamed("ttml")->plan(document, {});
}

}  // namespace

TEST_CASE("a cue of TTML that moves as a whole keeps its content byte for byte", "[ttml][save]") {
    const Document document = moved(kRich, later);
    CHECK(written(document, "ttml") == withReplaced(fileOf(kRich),
                                                    "begin=\"1s\" end=\"5s\"><meta",
                                                    "begin=\"2s\" end=\"6s\"><meta"));
    CHECK(lossesOf(document).empty());
    // The ends of parts alone are in no document.
    const std::string ends = "<p begin=\"1s\" end=\"5s\">a <span end=\"2s\">b</span></p>";
    CHECK(written(moved(ends, later), "ttml") ==
          withReplaced(fileOf(ends), "begin=\"1s\" end=\"5s\"", "begin=\"2s\" end=\"6s\""));
}

TEST_CASE("times inside of a cue of TTML that is stretched are written in their places",
          "[ttml][save]") {
    const Document document = moved(kRich, twice);
    std::string expected = withReplaced(
        fileOf(kRich), "begin=\"1s\" end=\"5s\"><meta", "begin=\"2s\" end=\"10s\"><meta");
    expected = withReplaced(expected, "begin=\"1s\" dur=\"500ms\"", "begin=\"2s\" dur=\"1000ms\"");
    expected = withReplaced(expected, "begin=\"1s\" end=\"2s\"", "begin=\"2s\" end=\"4s\"");
    CHECK(written(document, "ttml") == expected);
    CHECK(lossesOf(document).empty());
    const std::string ends = "<p begin=\"1s\" end=\"5s\">a <span end=\"2s\">b</span></p>";
    CHECK(written(moved(ends, twice), "ttml") ==
          withReplaced(withReplaced(fileOf(ends), "end=\"2s\"", "end=\"4s\""),
                       "begin=\"1s\" end=\"5s\"",
                       "begin=\"2s\" end=\"10s\""));
}

TEST_CASE("what is inside of a cue of TTML stays where it is when one edge moves", "[ttml][save]") {
    Document document = documentOf("ttml", fileOf(kPlain));
    document.cues[0].start = ms(1500);
    const std::string text = written(document, "ttml");
    CHECK(text ==
          withReplaced(
              withReplaced(fileOf(kPlain), "begin=\"1s\" end=\"5s\"", "begin=\"1.5s\" end=\"5s\""),
              "begin=\"1s\" end=\"2s\"",
              "begin=\"0.5s\" end=\"1.5s\""));
    CHECK(documentOf("ttml", text).cues[0].text == document.cues[0].text);
    document = documentOf("ttml", fileOf(kPlain));
    document.cues[0].end = ms(7000);
    CHECK(written(document, "ttml") == withReplaced(fileOf(kPlain), "end=\"5s\"", "end=\"7s\""));
    // One that began at 0 before was not cut off there.
    const std::string first =
        "<p begin=\"0s\" end=\"10s\"><set begin=\"3s\" end=\"6s\" tts:color=\"red\"/>a</p>";
    document = documentOf("ttml", fileOf(first));
    document.cues[0].end = ms(8000);
    CHECK(written(document, "ttml") == withReplaced(fileOf(first), "end=\"10s\"", "end=\"8s\""));
}

TEST_CASE("words and times of a cue of TTML are edited together", "[ttml][save]") {
    Document document = moved(kPlain, twice);
    document.cues[0].text = withPlain(document.cues[0].text, "a d");
    std::string expected =
        withReplaced(fileOf(kPlain), "begin=\"1s\" end=\"5s\"", "begin=\"2s\" end=\"10s\"");
    expected = withReplaced(expected, "begin=\"1s\" end=\"2s\">b", "begin=\"2s\" end=\"4s\">d");
    CHECK(written(document, "ttml") == expected);
    CHECK(lossesOf(document).empty());
}

TEST_CASE("one inner time of a TTML file is written in its place", "[ttml][save]") {
    Document document = documentOf("ttml", fileOf(kPlain));
    REQUIRE(document.cues[0].text.spans.size() == 1);
    CHECK(document.cues[0].text.spans[0].value == "00:00:02.000");
    document.cues[0].text.spans[0].value = "00:00:02.250";
    const std::string text = written(document, "ttml");
    CHECK(has(text, "<span begin=\"1.25s\""));
    CHECK(documentOf("ttml", text).cues[0].text == document.cues[0].text);
}

TEST_CASE("what animates a paragraph of TTML goes along with the spans that are its cues",
          "[ttml][save]") {
    const std::string low =
        "<p begin=\"10s\" end=\"15s\"><set begin=\"1.5s\" dur=\"500ms\" tts:color=\"red\"/>"
        "<span begin=\"0s\" end=\"1s\">One</span> <span begin=\"1s\" end=\"3s\">two</span></p>";
    std::string expected = withReplaced(fileOf(low), "begin=\"1.5s\"", "begin=\"2.5s\"");
    expected = withReplaced(expected, "begin=\"1s\" end=\"3s\"", "begin=\"2s\" end=\"4s\"");
    expected = withReplaced(expected, "begin=\"0s\" end=\"1s\"", "begin=\"1s\" end=\"2s\"");
    CHECK(written(moved(low, later), "ttml") == expected);
    // Without times of the paragraph all count from the beginning of the film; a tag behind a cue.
    const std::string bare =
        "<p><set end=\"10.5s\" tts:color=\"red\"/><span begin=\"10s\" end=\"11s\">One</span>"
        "<set begin=\"11.5s\" dur=\"500ms\" tts:color=\"red\"/>"
        "<span begin=\"11s\" end=\"13s\">two</span></p>";
    expected = withReplaced(fileOf(bare), "\"10.5s\"", "\"21s\"");
    expected = withReplaced(expected, "\"11.5s\" dur=\"500ms\"", "\"23s\" dur=\"1000ms\"");
    expected = withReplaced(expected, "\"11s\" end=\"13s\"", "\"22s\" end=\"26s\"");
    expected = withReplaced(expected, "\"10s\" end=\"11s\"", "\"20s\" end=\"22s\"");
    CHECK(written(moved(bare, twice), "ttml") == expected);
}

TEST_CASE("what animates a paragraph of TTML stays where its cues go several ways",
          "[ttml][save]") {
    const std::string low =
        "<p><set begin=\"11.5s\" tts:color=\"red\"/><span begin=\"10s\" end=\"11s\">One</span>"
        "<span begin=\"11s\" end=\"13s\">two</span></p>";
    Document document = documentOf("ttml", fileOf(low));
    moveTimes(document.cues[1], later);
    CHECK(written(document, "ttml") ==
          withReplaced(fileOf(low), "begin=\"11s\" end=\"13s\"", "begin=\"12s\" end=\"14s\""));
    // One edge of a single cue is no scale.
    const std::string one =
        "<p><set begin=\"2s\" tts:color=\"red\"/><span begin=\"1s\" end=\"4s\">One</span></p>";
    document = documentOf("ttml", fileOf(one));
    document.cues[0].end = ms(8000);
    CHECK(written(document, "ttml") == withReplaced(fileOf(one), "\"4s\"", "\"8s\""));
    // It cannot begin before what is around it.
    const std::string early =
        "<p begin=\"10s\"><set begin=\"0.5s\" tts:color=\"red\"/>"
        "<span begin=\"2s\" end=\"3s\">One</span></p>";
    document = moved(early, [](Time time) { return time - ms(1000); });
    CHECK(written(document, "ttml") ==
          withReplaced(fileOf(early), "\"2s\" end=\"3s\"", "\"1s\" end=\"2s\""));
}

TEST_CASE("what is gone where a text of TTML is written anew is told", "[ttml][save]") {
    Document document = documentOf("ttml", fileOf(kRich));
    Cue& cue = document.cues[0];
    REQUIRE(cue.text.plain == "a b c");
    cue.text.spans.insert(cue.text.spans.begin(), {SpanKind::Italic, 0, 3, ""});
    const LossReport losses = lossesOf(document);
    const auto first = [&](std::string_view feature) {
        const LossItem* const loss = lossOf(losses, feature);
        if (loss == nullptr) return std::string();
        CHECK(loss->cues == std::vector<CueId>{cue.id});
        return loss->before;
    };
    CHECK(first(feature::kLabel) == "s1");
    CHECK(first(feature::kOutline) == "tts:textOutline=\"black 2px\"");
    CHECK(first(feature::kInnerTime) == "\"b\" ends at 00:00:03.000");
    CHECK(first(feature::kNote) == "twice");
    CHECK(first(feature::kMetadata) == "who: D");
    REQUIRE(lossOf(losses, feature::kMetadata));
    CHECK(lossOf(losses, feature::kMetadata)->count == 2);  // the mark too
    // What is before the words stays.
    CHECK(first(feature::kAnimation).empty());
    const std::string text = written(document, "ttml");
    CHECK(has(text, "<ttm:desc>low</ttm:desc></metadata><set begin=\"1s\" dur=\"500ms\""));
    CHECK_FALSE(has(text, "x:mark"));
}

TEST_CASE("ends of parts of a cue of TTML are told as lost", "[ttml]") {
    const Parsed file = testing::parsed("ttml", fileOf(kPlain));
    REQUIRE(file.unread.items.size() == 1);
    const LossItem& loss = file.unread.items.front();
    CHECK(loss.feature == feature::kInnerTime);
    CHECK(loss.severity == LossSeverity::Dropped);
    CHECK(loss.before == "\"b\" ends at 00:00:03.000");
    CHECK(loss.cues == std::vector<CueId>{file.document.cues[0].id});
    CHECK(testing::countOf(file.diagnostics, "ttml.inner-end") == 1);
}

TEST_CASE("WebVTT gets no time that goes back or lies outside of its cue", "[ttml][vtt]") {
    const Document document = documentOf(
        "ttml", fileOf("<p begin=\"10s\" end=\"20s\"><span begin=\"1s\">flash</span> tail</p>"));
    CHECK(has(written(document, "vtt"), "\n<00:00:11.000>flash tail\n"));
    const LossReport losses = formatNamed("vtt")->plan(document, {});
    const LossItem* const back = lossOf(losses, feature::kInnerTime);
    REQUIRE(back);
    CHECK(back->before == "00:00:10.000");
    CHECK(back->count == 1);
    Document late = document;
    late.cues[0].text.spans = {{SpanKind::InnerTime, 6, 6, "00:00:20.000"}};
    CHECK(has(written(late, "vtt"), "\nflash tail\n"));
    CHECK(lossOf(formatNamed("vtt")->plan(late, {}), feature::kInnerTime));
}

TEST_CASE("text directly in a sequence of TTML is shown for no time, and told", "[ttml]") {
    const Parsed file = testing::parsed(
        "ttml",
        fileOf("<p timeContainer=\"seq\"><span dur=\"1s\">one </span>between<span dur=\"1s\">three"
               "</span></p>"));
    REQUIRE(file.document.cues.size() == 2);
    CHECK(testing::countOf(file.diagnostics, "ttml.hidden-text") == 1);
    const LossItem* const loss = lossOf(file.unread, feature::kTextComment);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Dropped);
    CHECK(loss->before == "between");
    CHECK(loss->cues == std::vector<CueId>{file.document.cues[0].id});
}
