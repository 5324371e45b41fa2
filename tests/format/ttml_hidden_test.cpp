// SPDX-License-Identifier: MIT
// What a viewer sees of cues, by TTML2 (W3C Recommendation) §10.2.16 (tts:display) and §11.3.1
// (regions), worked out by hand; `intermediateDocuments` has to say the same.
#include <subs/format/features.h>
#include <subs/format/intermediate_documents.h>

#include "catch.h"
#include "format/read.h"

#include <algorithm>
#include <string>
#include <string_view>

using namespace subs;
using testing::countOf;
using testing::lossOf;
using testing::ms;
using testing::withReplaced;
using testing::written;

namespace {

const std::string kHead =
    "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
    "xml:lang=\"en\"><head><layout>"
    "<region xml:id=\"timed\" begin=\"1s\" end=\"5s\"/>"
    "<region xml:id=\"hidden\" tts:display=\"none\"/>"
    "<region xml:id=\"plain\"/>"
    "</layout></head>";

std::string fileOf(const std::string& paragraph) {
    return kHead + "<body><div>" + paragraph + "</div></body></tt>";
}

Parsed parsed(const std::string& paragraph) {
    return testing::parsed("ttml", fileOf(paragraph));
}

/// "2000 5000" of the one cue.
std::string timesOf(const Parsed& file) {
    REQUIRE(file.document.cues.size() == 1);
    const Cue& cue = file.document.cues[0];
    return std::to_string(cue.start.nearestMilliseconds()) + ' ' +
           (cue.end ? std::to_string(cue.end->nearestMilliseconds()) : "none");
}

bool showsNothing(const std::string& paragraph) {
    return std::ranges::all_of(intermediateDocuments(fileOf(paragraph)),
                               &IntermediateDocument::isEmpty);
}

Result<std::string> saved(const Document& document) {
    return formatNamed("ttml")->write(document, {});
}

}  // namespace

TEST_CASE("a cue of TTML is shown while its region is active", "[ttml]") {
    const Parsed late = parsed("<p region=\"timed\" begin=\"2s\" end=\"10s\">x</p>");
    CHECK(timesOf(late) == "2000 5000");
    CHECK(countOf(late.diagnostics, "ttml.region-time") == 1);
    CHECK(countOf(late.diagnostics, "ttml.never-shown") == 0);
    CHECK(late.unread.empty());
    CHECK(timesOf(parsed("<p region=\"timed\" end=\"3s\">x</p>")) == "1000 3000");
    CHECK(timesOf(parsed("<p region=\"timed\" begin=\"2s\">x</p>")) == "2000 5000");
    CHECK(timesOf(parsed("<p begin=\"2s\" end=\"10s\"><span region=\"timed\">x</span></p>")) ==
          "2000 5000");
    // A region inside of an element counts from where that begins.
    CHECK(timesOf(parsed("<p begin=\"2s\" end=\"10s\"><region end=\"3s\"/>x</p>")) == "2000 5000");
    const Parsed inside = parsed("<p region=\"timed\" begin=\"2s\" end=\"4s\">x</p>");
    CHECK(timesOf(inside) == "2000 4000");
    CHECK(inside.diagnostics.empty());
}

TEST_CASE("times in a text count from when its region is active", "[ttml]") {
    const Parsed file = parsed(
        "<p region=\"timed\" end=\"10s\">a <span begin=\"0.5s\">b</span> "
        "<span begin=\"2s\">c</span></p>");
    CHECK(timesOf(file) == "1000 5000");
    const auto& spans = file.document.cues[0].text.spans;
    REQUIRE(spans.size() == 1);
    CHECK(spans[0] == Span{SpanKind::InnerTime, 4, 4, "00:00:02.000"});
}

TEST_CASE("a cue of TTML that is never shown keeps its times and is told", "[ttml]") {
    const std::string times = " begin=\"6s\" end=\"8s\"";
    for (const std::string& paragraph :
         {"<p region=\"timed\"" + times + ">boat</p>",
          "<p region=\"hidden\"" + times + ">boat</p>",
          "<p" + times + ">boat</p>",
          "<p region=\"plain\"" + times + "><span region=\"timed\">boat</span></p>",
          "<p region=\"plain\" tts:display=\"none\"" + times + ">boat</p>"}) {
        CAPTURE(paragraph);
        CHECK(showsNothing(paragraph));
        const Parsed file = parsed(paragraph);
        CHECK(timesOf(file) == "6000 8000");
        CHECK(file.document.cues[0].text.plain == "boat");
        CHECK(countOf(file.diagnostics, "ttml.never-shown") == 1);
        CHECK(countOf(file.diagnostics, "ttml.region-time") == 0);
        const LossItem* const loss = lossOf(file.unread, feature::kOpacity);
        REQUIRE(loss);
        CHECK(loss->severity == LossSeverity::Dropped);
        CHECK(loss->cues.size() == 1);
        CHECK(written(file.document, "ttml") == fileOf(paragraph));
    }
    // What shows at one time at least is shown, and what is animated is told as that.
    const Parsed animated = parsed("<p region=\"plain\" tts:display=\"none\"" + times +
                                   "><set begin=\"1s\" tts:display=\"auto\"/>boat</p>");
    CHECK(animated.document.cues.at(0).text.plain == "boat");
    CHECK(countOf(animated.diagnostics, "ttml.never-shown") == 0);
    CHECK(lossOf(animated.unread, feature::kAnimation));
}

TEST_CASE("without a layout all text of TTML is shown in the whole picture", "[ttml]") {
    const Parsed file = testing::parsed(
        "ttml",
        "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p end=\"1s\">x</p></div></body></tt>");
    CHECK(countOf(file.diagnostics, "ttml.never-shown") == 0);
    CHECK(file.unread.empty());
}

TEST_CASE("a part of a text that is not displayed is kept, not read, and told", "[ttml]") {
    const std::string paragraph =
        "<p region=\"plain\" begin=\"6s\" end=\"8s\">A <span tts:display=\"none\">hidden</span> B</p>";
    const Parsed file = parsed(paragraph);
    REQUIRE(file.document.cues.size() == 1);
    CHECK(file.document.cues[0].text.plain == "A B");
    CHECK(countOf(file.diagnostics, "ttml.hidden-text") == 1);
    CHECK(countOf(file.diagnostics, "ttml.never-shown") == 0);
    const LossItem* const loss = lossOf(file.unread, feature::kTextComment);
    REQUIRE(loss);
    CHECK(loss->before == "hidden");
    Document document = file.document;
    document.cues[0].text.plain = "A C";
    CHECK(written(document, "ttml") == withReplaced(fileOf(paragraph), " B<", " C<"));
    const Parsed shown = parsed(
        "<p region=\"plain\" end=\"8s\">A <span tts:display=\"none\"><set begin=\"1s\" "
        "tts:display=\"auto\"/>later</span></p>");
    CHECK(shown.document.cues.at(0).text.plain == "A later");
    CHECK(countOf(shown.diagnostics, "ttml.hidden-text") == 0);
}

TEST_CASE("a cue in a timed region is edited in its own tag", "[ttml][save]") {
    const std::string text = fileOf("<p region=\"timed\" begin=\"2s\" end=\"10s\">x</p>");
    const Document document = testing::documentOf("ttml", text);
    CHECK(written(document, "ttml") == text);
    Document edited = document;
    edited.cues[0].text.plain = "y";
    CHECK(written(edited, "ttml") == withReplaced(text, ">x<", ">y<"));
    edited = document;
    edited.cues[0].start = ms(3000);
    CHECK(written(edited, "ttml") == withReplaced(text, "\"2s\"", "\"3s\""));
    edited = document;
    edited.cues[0].end = ms(4000);
    CHECK(written(edited, "ttml") == withReplaced(text, "\"10s\"", "\"4s\""));
    edited.cues[0].end = ms(6000);
    const auto refused = saved(edited);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "format.not-in-place");
    // In a region that is always active the tag alone says when it is shown.
    edited = document;
    edited.cues[0].alignment = Alignment::TopLeft;
    CHECK(written(edited, "ttml") ==
          withReplaced(withReplaced(text, "<p region=\"timed\"", "<p region=\"plain\""),
                       "\"10s\"",
                       "\"5s\""));
}

TEST_CASE("a cue whose region is never active then is moved as any other", "[ttml][save]") {
    const std::string text = fileOf("<p region=\"timed\" begin=\"6s\" end=\"8s\">x</p>");
    Document document = testing::documentOf("ttml", text);
    document.cues[0].start = ms(7000);
    document.cues[0].end = ms(9000);
    CHECK(written(document, "ttml") ==
          withReplaced(withReplaced(text, "\"6s\"", "\"7s\""), "\"8s\"", "\"9s\""));
}
