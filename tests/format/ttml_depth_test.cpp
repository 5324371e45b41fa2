// SPDX-License-Identifier: MIT
// Of looks in each other the innermost counts (TTML2 §10.4.4, style inheritance), so those around
// it that show nothing need no element. Readers take 256 levels of elements.
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>

using namespace subs;
using testing::documentOf;
using testing::has;
using testing::lossOf;
using testing::ms;
using testing::written;

namespace {

constexpr std::uint32_t kMany = 400;

/// A cue that says `plain`, of a format that is none.
Document textOf(std::string plain) {
    Document document;
    document.format = "elsewhere";
    document.language = "en";
    Cue& cue = document.cues.emplace_back();
    cue.id = document.newId();
    cue.start = ms(1000);
    cue.end = ms(2000);
    cue.text.plain = std::move(plain);
    return document;
}

/// Letters, each in one span more than the one before, of values that all differ.
Document staircase(SpanKind kind, const char* value) {
    Document document = textOf(std::string(kMany, 'a'));
    for (std::uint32_t i = 0; i < kMany; ++i)
        document.cues[0].text.spans.push_back(
            {kind, i, kMany, fmt::format(fmt::runtime(value), i + 1)});
    return document;
}

/// The cue of `document` as `id` has it after it was written and read.
Cue again(const Document& document, const char* id) {
    const Parsed read = testing::parsed(id, written(document, id));
    CHECK(read.diagnostics.empty());
    CHECK_FALSE(lossOf(read.unread, feature::kUnread));
    REQUIRE(read.document.cues.size() == 1);
    CHECK(read.document.cues[0].text.plain == document.cues[0].text.plain);
    return read.document.cues[0];
}

}  // namespace

TEST_CASE("hundreds of colours over one word are written as the innermost", "[ttml][new]") {
    std::string tags;
    std::string ends;
    for (std::uint32_t i = 1; i <= kMany; ++i) {
        tags += fmt::format("<font color=\"#{:06X}\">", i);
        ends += "</font>";
    }
    Document document =
        documentOf("srt", "1\n00:00:01,000 --> 00:00:02,000\na " + tags + "x" + ends + " b\n");
    document.language = "en";
    for (const char* const id : {"ttml", "itt", "netflix-ttml"}) {
        CAPTURE(id);
        CHECK(again(document, id).text.spans ==
              std::vector<Span>{{SpanKind::Color, 2, 3, "#000190"}});
        CHECK_FALSE(lossOf(formatNamed(id)->plan(document, {}), feature::kColor));
    }
}

TEST_CASE("looks that are stepwise in each other stay what is seen of them", "[ttml][new]") {
    const Cue cue = again(staircase(SpanKind::Color, "#{:06X}"), "ttml");
    REQUIRE(cue.text.spans.size() == kMany);
    CHECK(cue.text.spans[0] == Span{SpanKind::Color, 0, 1, "#000001"});
    CHECK(cue.text.spans[99] == Span{SpanKind::Color, 99, 100, "#000064"});
    CHECK(cue.text.spans[399] == Span{SpanKind::Color, 399, 400, "#000190"});
}

TEST_CASE("voices in each other are written side by side, and covered ones are told",
          "[ttml][new]") {
    Document document = staircase(SpanKind::Voice, "v{}");
    const Cue cue = again(document, "ttml");
    REQUIRE(cue.text.spans.size() == kMany);
    CHECK(cue.text.spans[299] == Span{SpanKind::Voice, 299, 300, "v300"});
    CHECK_FALSE(lossOf(formatNamed("ttml")->plan(document, {}), feature::kVoice));
    for (Span& span : document.cues[0].text.spans)
        span.begin = 0;
    again(document, "ttml");
    const LossReport losses = formatNamed("ttml")->plan(document, {});
    REQUIRE(lossOf(losses, feature::kVoice));
    CHECK(lossOf(losses, feature::kVoice)->count == kMany - 1);
    CHECK(lossOf(losses, feature::kVoice)->severity == LossSeverity::Dropped);
}

TEST_CASE("times at one place are one in TTML, the last", "[ttml][new]") {
    Document document = textOf("ab");
    for (std::uint32_t i = 0; i < kMany; ++i)
        document.cues[0].text.spans.push_back(
            {SpanKind::InnerTime, 1, 1, fmt::format("00:00:01.{:03}", i + 1)});
    CHECK(again(document, "ttml").text.spans ==
          std::vector<Span>{{SpanKind::InnerTime, 1, 1, "00:00:01.400"}});
}

TEST_CASE("a few tags in each other stay in each other", "[ttml][new]") {
    const Document document =
        documentOf("srt",
                   "1\n00:00:01,000 --> 00:00:02,000\n<font color=\"#FF0000\">a "
                   "<font color=\"#00FF00\">b</font></font>\n");
    CHECK(has(written(document, "ttml"),
              "<span tts:color=\"#FF0000\">a <span tts:color=\"#00FF00\">b</span></span>"));
}
