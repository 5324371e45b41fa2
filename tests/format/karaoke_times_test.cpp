// SPDX-License-Identifier: MIT
// "\k30" lasts 30 hundredths of a second from the end of the syllable before it on, the first from
// the beginning of the cue (libass 0.17, ass_parse.c); a time inside of a text of WebVTT is one of
// the film (WebVTT §4.2.2), as it is in LRC, and one of TTML counts from its paragraph (TTML2 §12).
#include <subs/format/features.h>

#include "catch.h"
#include "format/ass_file.h"
#include "format/read.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace subs;
using testing::documentOf;
using testing::has;
using testing::lossOf;
using testing::written;

namespace {

/// From 1 s to 2 s.
Document sung(std::string_view text) {
    return documentOf("ass",
                      std::string(testing::kHead) +
                          "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,," + std::string(text) +
                          "\n");
}

Document timed(std::string_view text) {
    return documentOf("vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n" + std::string(text) + "\n");
}

/// The texts and places of the times inside of the one cue of `document`.
std::vector<std::string> timesIn(const Document& document) {
    REQUIRE(document.cues.size() == 1);
    std::vector<std::string> times;
    for (const Span& span : document.cues[0].text.spans)
        if (span.kind == SpanKind::InnerTime)
            times.push_back(std::to_string(span.begin) + " " + span.value);
    return times;
}

const std::string kFour = "{\\k30}so{\\kf40}la{\\ko20}ti{\\K10}do";

}  // namespace

TEST_CASE("karaoke becomes times where a format has those", "[format][karaoke]") {
    const Document document = sung(kFour);
    CHECK(has(written(document, "vtt"), "\nso<00:00:01.300>la<00:00:01.700>ti<00:00:01.900>do\n"));
    CHECK(has(written(document, "lrc"), "[00:01.00]so<00:01.30>la<00:01.70>ti<00:01.90>do\n"));
    const Document ttml = documentOf("ttml", written(document, "ttml"));
    CHECK(ttml.cues[0].text.plain == "solatido");
    CHECK(timesIn(ttml) ==
          std::vector<std::string>{"2 00:00:01.300", "4 00:00:01.700", "6 00:00:01.900"});
}

TEST_CASE("how syllables fill is told as approximated, that they are sung is no loss",
          "[format][karaoke]") {
    for (const char* const id : {"vtt", "ttml", "lrc"}) {
        INFO(id);
        const LossReport losses = formatNamed(id)->plan(sung(kFour), {});
        const LossItem* fill = lossOf(losses, feature::kKaraoke);
        REQUIRE(fill);
        CHECK(fill->severity == LossSeverity::Approximated);
        CHECK(fill->count == 3);
        CHECK(fill->before == "\\kf40");
        CHECK(fill->after == "00:00:01.300");
        CHECK_FALSE(lossOf(formatNamed(id)->plan(sung("{\\k30}so{\\k70}la"), {}), "karaoke"));
    }
    CHECK_FALSE(lossOf(formatNamed("json")->plan(sung(kFour), {}), feature::kKaraoke));
    const LossReport srt = formatNamed("srt")->plan(sung(kFour), {});
    REQUIRE(lossOf(srt, feature::kKaraoke));
    CHECK(lossOf(srt, feature::kKaraoke)->severity == LossSeverity::Dropped);
}

TEST_CASE("the end of the last syllable is a time behind the text", "[format][karaoke]") {
    CHECK(has(written(sung("{\\k30}so{\\k40}la"), "vtt"), "\nso<00:00:01.300>la<00:00:01.700>\n"));
    // What is silent before the first word is no syllable of its own.
    CHECK(has(written(sung("{\\k30}{\\k70}la"), "vtt"), "\n<00:00:01.300>la\n"));
    // TTML has no element without text: nothing that is seen is lost.
    const LossReport losses = formatNamed("ttml")->plan(sung("{\\k30}so{\\k40}la"), {});
    REQUIRE(lossOf(losses, feature::kInnerTime));
    CHECK(lossOf(losses, feature::kInnerTime)->severity == LossSeverity::Info);
}

TEST_CASE("a syllable behind the end of its cue is told, and so is what is not understood",
          "[format][karaoke]") {
    const Document late = sung("{\\k60}a{\\k60}b{\\k60}c");
    CHECK(has(written(late, "vtt"), "\na<00:00:01.600>bc\n"));
    const LossReport losses = formatNamed("vtt")->plan(late, {});
    REQUIRE(lossOf(losses, feature::kKaraoke));
    CHECK(lossOf(losses, feature::kKaraoke)->severity == LossSeverity::Dropped);
    CHECK(lossOf(losses, feature::kKaraoke)->count == 1);
    const Document moment = sung("{\\kt50}a{\\k10}b");
    CHECK(has(written(moment, "vtt"), "\nab\n"));
    const LossReport dropped = formatNamed("vtt")->plan(moment, {});
    REQUIRE(lossOf(dropped, feature::kKaraoke));
    CHECK(lossOf(dropped, feature::kKaraoke)->severity == LossSeverity::Dropped);
    CHECK(lossOf(dropped, feature::kKaraoke)->count == 2);
}

TEST_CASE("times inside of a text become karaoke in ASS and SSA", "[format][karaoke]") {
    const Document document = timed("so <00:01.300>la <00:01.700>ti");
    for (const char* const id : {"ass", "ssa"}) {
        INFO(id);
        CHECK(has(written(document, id), ",,{\\k30}so {\\k40}la {\\k30}ti\n"));
        CHECK_FALSE(lossOf(formatNamed(id)->plan(document, {}), feature::kInnerTime));
    }
    // A song of TTML counts from its paragraph.
    const Document ttml = documentOf(
        "ttml",
        "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p begin=\"1s\" end=\"2s\">so "
        "<span begin=\"300ms\">la</span></p></div></body></tt>");
    CHECK(has(written(ttml, "ass"), ",,{\\k30}so {\\k70}la\n"));
}

TEST_CASE("a song of LRC comes back from ASS as it was", "[format][karaoke]") {
    const Document document =
        documentOf("lrc", "[00:01.00]so <00:01.50>la<00:01.80>\n[00:02.00]\n");
    const std::string ass = written(document, "ass");
    CHECK(has(ass, ",,{\\k50}so {\\k30}la\n"));
    CHECK(has(written(documentOf("ass", ass), "lrc"),
              "[00:01.00]so <00:01.50>la<00:01.80>\n[00:02.00]\n"));
    // Nothing says how long the last word of a line without an end is sung.
    const Document open = documentOf("lrc", "[00:01.00]so <00:01.50>la\n");
    CHECK(has(written(open, "ass"), ",,{\\k50}so {\\k0}la\n"));
}

TEST_CASE("karaoke between hundredths is rounded without drifting, and told", "[format][karaoke]") {
    const Document document =
        documentOf("vtt", "WEBVTT\n\n00:01.004 --> 00:02.006\na<00:01.335>b<00:01.668>c\n");
    // Edges in hundredths: 100.4, 133.5, 166.8 and 200.6; the cue is written as 1.00 to 2.01.
    const std::string ass = written(document, "ass");
    CHECK(has(ass, "0:00:01.00,0:00:02.01,"));
    CHECK(has(ass, ",,{\\k34}a{\\k33}b{\\k34}c\n"));
    const LossReport losses = formatNamed("ass")->plan(document, {});
    REQUIRE(lossOf(losses, feature::kInnerTime));
    CHECK(lossOf(losses, feature::kInnerTime)->severity == LossSeverity::Approximated);
    CHECK(lossOf(losses, feature::kInnerTime)->count == 2);
    CHECK(lossOf(losses, feature::kInnerTime)->before == "00:00:01.335");
    CHECK(lossOf(losses, feature::kInnerTime)->after == "\\k33");
}

TEST_CASE("times that do not ascend within their cue are no karaoke, and told",
          "[format][karaoke]") {
    const Document document = timed("a<00:01.500>b<00:01.200>c<00:03.000>d<00:00.500>e");
    CHECK(has(written(document, "ass"), ",,{\\k50}a{\\k50}bcde\n"));
    const LossReport losses = formatNamed("ass")->plan(document, {});
    REQUIRE(lossOf(losses, feature::kInnerTime));
    CHECK(lossOf(losses, feature::kInnerTime)->severity == LossSeverity::Dropped);
    CHECK(lossOf(losses, feature::kInnerTime)->count == 3);
    CHECK(lossOf(losses, feature::kInnerTime)->before == "00:00:01.200");
}

TEST_CASE("a time before its cue is told by TTML, where times count from the cue",
          "[format][karaoke]") {
    const Document document = timed("a<00:00.500>b");
    CHECK(has(written(document, "ttml"), ">a<span begin=\"0s\">b</span></p>"));
    const LossReport losses = formatNamed("ttml")->plan(document, {});
    REQUIRE(lossOf(losses, feature::kInnerTime));
    CHECK(lossOf(losses, feature::kInnerTime)->severity == LossSeverity::Approximated);
    CHECK(lossOf(losses, feature::kInnerTime)->before == "00:00:00.500");
    CHECK(lossOf(losses, feature::kInnerTime)->after == "0s");
    CHECK_FALSE(lossOf(formatNamed("ttml")->plan(timed("a<00:01.500>b"), {}), "inner-time"));
}

TEST_CASE("a text that says it in both ways keeps that of the format", "[format][karaoke]") {
    Document document = timed("ab");
    document.format = "elsewhere";
    document.origin.reset();
    document.cues[0].piece = {};
    document.cues[0].text.spans = {{SpanKind::Karaoke, 0, 0, "\\k50"},
                                   {SpanKind::InnerTime, 1, 1, "00:00:01.500"}};
    CHECK(has(written(document, "ass"), ",,{\\k50}ab\n"));
    REQUIRE(lossOf(formatNamed("ass")->plan(document, {}), feature::kInnerTime));
    CHECK(has(written(document, "vtt"), "\na<00:00:01.500>b\n"));
    REQUIRE(lossOf(formatNamed("vtt")->plan(document, {}), feature::kKaraoke));
}

TEST_CASE("words that are not sung yet look as they did in a file of another format",
          "[format][karaoke]") {
    CHECK(has(written(timed("a<00:01.500>b"), "ass"), ",&H00FFFFFF,&H00FFFFFF,"));
    const std::string ttml =
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\">"
        "<body><div><p begin=\"1s\" end=\"3s\" tts:color=\"yellow\">a<span begin=\"1s\">b</span>"
        "</p></div></body></tt>";
    CHECK(has(written(documentOf("ttml", ttml), "ass"), ",&H0000FFFF,&H0000FFFF,"));
}
