// SPDX-License-Identifier: MIT
// Ruby of several bases: TTML2, tts:ruby "baseContainer" and "textContainer".
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"

#include <cstdint>
#include <string>
#include <vector>

using namespace subs;
using testing::documentOf;
using testing::has;
using testing::lossOf;
using testing::withReplaced;
using testing::written;

namespace {

std::string span(const std::string& role, const std::string& content) {
    return "<span tts:ruby=\"" + role + "\">" + content + "</span>";
}

std::string fileOf(const std::string& texts) {
    return "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
           "xml:lang=\"ja\"><body><div><p end=\"1s\">a " +
           span("container",
                span("baseContainer", span("base", "東") + span("base", "京")) +
                    span("textContainer", texts)) +
           " b</p></div></body></tt>";
}

const std::string kPaired = fileOf(span("text", "とう") + span("text", "きょう"));

}  // namespace

TEST_CASE("each base of a ruby of TTML has its own text", "[ttml]") {
    const Parsed file = testing::parsed("ttml", kPaired);
    REQUIRE(file.document.cues.size() == 1);
    const CueText& text = file.document.cues[0].text;
    CHECK(text.plain == "a 東とう京きょう b");
    CHECK(text.spans == std::vector<Span>{{SpanKind::Ruby, 2, 23, ""},
                                          {SpanKind::RubyText, 5, 11, ""},
                                          {SpanKind::RubyText, 14, 23, ""}});
    CHECK(file.unread.empty());
    CHECK(has(written(file.document, "vtt"), "<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>"));
    CHECK(has(written(file.document, "srt"), "a 東(とう)京(きょう) b"));
}

TEST_CASE("a text with a ruby of several bases is edited in its place", "[ttml][save]") {
    const auto edited = [](const std::vector<std::string>& versions) {
        Document document = documentOf("ttml", kPaired);
        for (const std::string& plain : versions)
            document.cues[0].text = withPlain(document.cues[0].text, plain);
        return written(document, "ttml");
    };
    CHECK(edited({"a 東とう京きょう c"}) == withReplaced(kPaired, " b<", " c<"));
    CHECK(
        edited({"d 東とう京きょう b", "d 東とう都きょう b", "d 東とう都きょう c"}) ==
        withReplaced(withReplaced(withReplaced(kPaired, ">a ", ">d "), "京", "都"), " b<", " c<"));
    CHECK(edited({"a 東どう京きょう b"}) == withReplaced(kPaired, "とう", "どう"));
    CHECK(edited({"a 東とう京きよう b"}) == withReplaced(kPaired, "きょう", "きよう"));
}

TEST_CASE("bases of a ruby of TTML that are not in pairs with texts are told", "[ttml]") {
    const Parsed file = testing::parsed("ttml", fileOf(span("text", "とうきょう")));
    REQUIRE(file.document.cues.size() == 1);
    CHECK(file.document.cues[0].text.plain == "a 東京とうきょう b");
    const LossItem* const loss = lossOf(file.unread, feature::kRuby);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Approximated);
    CHECK(loss->cues == std::vector<CueId>{file.document.cues[0].id});
}

TEST_CASE("marks and times inside of a ruby's base or text are inside of these in TTML",
          "[ttml][new]") {
    // As WebVTT has them; the cue begins at one second.
    const auto content = [](const std::string& text) {
        const Document document =
            documentOf("vtt", "WEBVTT\n\n00:01.000 --> 00:05.000\n" + text + "\n");
        REQUIRE(document.cues.size() == 1);
        const std::string file = written(document, "ttml");
        const Document again = documentOf("ttml", file);
        REQUIRE(again.cues.size() == 1);
        CHECK(again.cues[0].text == document.cues[0].text);
        const std::size_t begin = file.find('>', file.find("<p ")) + 1;
        return file.substr(begin, file.find("</p>") - begin);
    };
    const auto at = [](const std::string& begin, const std::string& inner) {
        return "<span begin=\"" + begin + "\">" + inner + "</span>";
    };
    const std::string t = span("text", "t");
    CHECK(content("a <ruby><i>K</i><rt>t</rt></ruby>") ==
          "a " + span("container", span("base", "<span tts:fontStyle=\"italic\">K</span>") + t));
    CHECK(content("a <ruby><00:02.000>K<00:03.000>L<rt>t</rt></ruby> b") ==
          "a " +
              span("container",
                   span("base", at("1s", "K") + at("2s", "L")) + span("text", at("2s", "t"))) +
              at("2s", " b"));
    CHECK(content("a <ruby>K<rt>t<00:02.000>u</rt></ruby> <00:03.000>b") ==
          "a " + span("container", span("base", "K") + span("text", "t" + at("1s", "u"))) +
              at("1s", " ") + at("2s", "b"));
    // What goes on through all of the next ruby is around that.
    CHECK(content("a <ruby>K<00:02.000>L<rt>t</rt></ruby><ruby>M<rt>u</rt></ruby>") ==
          "a " +
              span("container", span("base", "K" + at("1s", "L")) + span("text", at("1s", "t"))) +
              at("1s", span("container", span("base", "M") + span("text", "u"))));
    // A mark of all of a ruby, or of more, is around it.
    CHECK(content("a <i>b <ruby>K<rt>t</rt></ruby></i>") ==
          "a <span tts:fontStyle=\"italic\">b " + span("container", span("base", "K") + t) +
              "</span>");
}

TEST_CASE("a mark that begins or ends inside of a ruby is parted at its edges in TTML",
          "[ttml][new]") {
    Document document = documentOf("vtt",
                                   "WEBVTT\n\n00:01.000 --> 00:05.000\n"
                                   "a <ruby>KL<rt>tu</rt></ruby> b\n");
    REQUIRE(document.cues.size() == 1);
    REQUIRE(document.cues[0].text.plain == "a KLtu b");
    const auto marked = [&](std::uint32_t begin, std::uint32_t end) {
        Document other = document;
        std::vector<Span>& spans = other.cues[0].text.spans;
        spans.insert(begin < 2 ? spans.begin() : spans.end(), {SpanKind::Bold, begin, end, ""});
        return written(other, "ttml");
    };
    const auto bold = [](const std::string& inner) {
        return "<span tts:fontWeight=\"bold\">" + inner + "</span>";
    };
    const auto ruby = [](const std::string& base, const std::string& text) {
        return span("container", span("base", base) + span("text", text));
    };
    CHECK(has(marked(0, 3), bold("a ") + ruby(bold("K") + "L", "tu") + " b</p>"));
    CHECK(has(marked(3, 5), "a " + ruby("K" + bold("L"), bold("t") + "u") + " b</p>"));
    CHECK(has(marked(5, 8), "a " + ruby("KL", "t" + bold("u")) + bold(" b") + "</p>"));
    CHECK(has(marked(2, 6), "a " + bold(ruby("KL", "tu")) + " b</p>"));
}
