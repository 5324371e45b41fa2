// SPDX-License-Identifier: MIT
// Ruby of several bases: TTML2, tts:ruby "baseContainer" and "textContainer".
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"

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
