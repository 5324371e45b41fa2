// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>

#include "catch.h"

#include <string>
#include <vector>

using namespace subs;

namespace {

Document documentOf(std::string plain, std::vector<Span> spans) {
    Document document;
    document.format = "elsewhere";
    Cue cue;
    cue.id = document.newId();
    cue.start = Time::fromSeconds(1);
    cue.end = Time::fromSeconds(2);
    cue.text = {std::move(plain), std::move(spans)};
    document.cues = {cue};
    return document;
}

std::string asSrt(const Document& document) {
    const auto text = formatNamed("srt")->write(document, {});
    REQUIRE(text.has_value());
    return *text;
}

}  // namespace

TEST_CASE("what is set above a word comes in brackets behind it where a format has no ruby",
          "[format]") {
    const Document document = documentOf("東京 is 大阪!",
                                         {{SpanKind::Ruby, 0, 6, ""},
                                          {SpanKind::RubyText, 3, 6, ""},
                                          {SpanKind::Bold, 0, 6, ""},
                                          {SpanKind::Ruby, 10, 16, ""},
                                          {SpanKind::RubyText, 13, 16, ""}});
    for (const char* const id : {"srt", "ass", "ssa"}) {
        const LossReport losses = formatNamed(id)->plan(document, {});
        REQUIRE(losses.items.size() == 1);
        CHECK(losses.items[0].feature == "ruby");
        CHECK(losses.items[0].severity == LossSeverity::Approximated);
        CHECK(losses.items[0].count == 2);
        CHECK(losses.items[0].before == "京");
        CHECK(losses.items[0].after == "(京)");
    }
    CHECK(asSrt(document).find("\n<b>東(京)</b> is 大(阪)!\n") != std::string::npos);
    const auto ass = formatNamed("ass")->write(document, {});
    REQUIRE(ass.has_value());
    CHECK(ass->find(",,{\\b1}東(京){\\b0} is 大(阪)!\n") != std::string::npos);
}

TEST_CASE("voices, classes, languages and inner times are dropped and told", "[format]") {
    const Document document = documentOf("Look there",
                                         {{SpanKind::Class, 0, 4, "loud"},
                                          {SpanKind::Language, 0, 4, "en"},
                                          {SpanKind::Voice, 0, 4, "Dara"},
                                          {SpanKind::InnerTime, 5, 5, "00:00:01.500"},
                                          {SpanKind::Voice, 5, 10, "Neary"}});
    CHECK(asSrt(document).find("\nLook there\n") != std::string::npos);
    const LossReport losses = formatNamed("srt")->plan(document, {});
    REQUIRE(losses.items.size() == 4);
    CHECK(losses.worst() == LossSeverity::Dropped);
    CHECK(losses.items[2].feature == "voice");
    CHECK(losses.items[2].count == 2);
    CHECK(losses.items[2].before == "Dara");
    CHECK(losses.items[3].feature == "inner-time");
    CHECK(losses.items[3].before == "00:00:01.500");
}

TEST_CASE("what a format holds in part is left to it, ruby apart", "[format]") {
    // A table has columns for the languages of whole lines, and no word for voices.
    const Document document = documentOf("ទូក\nBoat",
                                         {{SpanKind::Language, 0, 9, "km"},
                                          {SpanKind::Voice, 0, 9, "Dara"},
                                          {SpanKind::Language, 10, 14, "en"}});
    const Format& format = *formatNamed("csv");
    CHECK(format.write(document, {}).value().starts_with("start,end,text km,text en\n"));
    const LossReport losses = format.plan(document, {});
    REQUIRE(losses.items.size() == 1);
    CHECK(losses.items[0].feature == "voice");
}

TEST_CASE("elements around words are taken out and told once, spellings of letters are not",
          "[format]") {
    const std::string rotated = "<Rotate Direction=\"left\">12</Rotate>";
    const Document document = documentOf(
        "No 12\xC2\xA0", {{SpanKind::Opaque, 3, 5, rotated}, {SpanKind::Opaque, 5, 7, "&nbsp;"}});
    for (const char* const id : {"srt", "vtt", "mpl2", "ttml", "interop", "csv", "ass"}) {
        INFO(id);
        const LossReport losses = formatNamed(id)->plan(document, {});
        REQUIRE_FALSE(losses.empty());
        CHECK(losses.items[0].feature == "overrides");
        CHECK(losses.items[0].severity == LossSeverity::Dropped);
        CHECK(losses.items[0].before == rotated);
    }
    const LossReport losses = formatNamed("srt")->plan(document, {});
    CHECK(losses.items.size() == 1);
    CHECK(losses.items[0].count == 1);
    CHECK(asSrt(document).find("\nNo 12\xC2\xA0\n") != std::string::npos);
    CHECK(formatNamed("json")->plan(document, {}).empty());
}
