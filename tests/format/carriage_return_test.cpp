// SPDX-License-Identifier: MIT
// A carriage return in a text, as `&#13;` or JSON's "\r" say it: every format writes a line break.
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"
#include "format/read.h"

#include <string>
#include <utility>

using namespace subs;
using testing::documentOf;
using testing::lossOf;
using testing::written;

namespace {

Document documentWith(std::string plain, std::vector<Span> spans = {}) {
    Document document;
    document.format = "elsewhere";
    for (const std::string& text : {std::string("before"), std::move(plain)}) {
        Cue cue;
        cue.id = document.newId();
        cue.start = Time::fromSeconds(2 * cue.id.value);
        cue.end = cue.start + Time::fromSeconds(1);
        cue.text.plain = text;
        document.cues.push_back(cue);
    }
    document.cues[1].text.spans = std::move(spans);
    return document;
}

}  // namespace

TEST_CASE("text behind a carriage return stays in its cue in every format", "[format]") {
    const FrameTimeline frames = FrameTimeline::constant(*parseFrameRate("25"));
    WriteOptions options;
    options.timeline = &frames;
    for (const Format* format : formats()) {
        // LRC has no line breaks.
        if (format->info().bytes != FileBytes::Text || format->info().id == "lrc") continue;
        INFO(format->info().id);
        const Document document = documentWith("one\r\ntwo\rthree");
        const auto text = format->write(document, options);
        REQUIRE(text);
        Origin origin;
        origin.text = *text;
        const Document again = format->read(std::move(origin), {{}, &frames}).document;
        REQUIRE(again.cues.size() == 2);
        CHECK(again.cues[1].text.plain == "one\ntwo\nthree");
        const LossReport losses = format->plan(document, options);
        const LossItem* loss = lossOf(losses, feature::kText);
        REQUIRE(loss);
        CHECK(loss->cues.back() == document.cues[1].id);
        CHECK_FALSE(lossOf(format->plan(documentWith("one\ntwo"), options), feature::kText));
    }
}

TEST_CASE("marks stay where they are when carriage returns become line breaks", "[format]") {
    const Document document = documentWith(
        "one\r\ntwo\rthree", {{SpanKind::Italic, 5, 8, ""}, {SpanKind::Bold, 9, 14, ""}});
    CHECK(testing::has(written(document, "srt"), "\none\n<i>two</i>\n<b>three</b>\n"));
}

TEST_CASE("a carriage return that a file spells stays in it", "[format]") {
    const std::string vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\none&#13;\ntwo\n";
    const Document document = documentOf("vtt", vtt);
    CHECK(written(document, "vtt") == vtt);
    CHECK(testing::has(written(document, "srt"), "\none\ntwo\n"));
}
