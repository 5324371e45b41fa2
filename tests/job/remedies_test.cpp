// SPDX-License-Identifier: MIT
#include <subs/format/features.h>
#include <subs/job/convert.h>

#include "catch.h"
#include "format/stl_file.h"

#include <algorithm>
#include <string>

using namespace subs;

namespace {

/// What can be done about the loss of `feature`; "not lost" where it is not lost.
std::string remedyOf(std::string bytes,
                     const char* name,
                     const char* target,
                     std::string_view feature,
                     ConvertOptions options = {}) {
    options.format = formatNamed(target);
    const ConvertOutcome outcome =
        convertOne({{name, name, std::nullopt}, std::move(bytes), {}}, options);
    REQUIRE_FALSE(outcome.error);
    const auto& items = outcome.converted.losses.items;
    const auto found = std::ranges::find(items, feature, &LossItem::feature);
    return found == items.end() ? "not lost" : found->remedy;
}

const std::string kVtt =
    "WEBVTT\n\nNOTE for the reviewer\n\n00:01.234 --> 00:02.000\n<v Dara>boat\n";

}  // namespace

TEST_CASE("a loss names other formats that hold what is lost, and the sidecar", "[job][loss]") {
    CHECK(remedyOf(kVtt, "a.vtt", "srt", feature::kSpeaker) ==
          "ass, ssa and ttml hold it; --sidecar keeps it for the way back");
    // No other format has notes of this kind.
    CHECK(remedyOf(kVtt, "a.vtt", "srt", feature::kNote) == "--sidecar keeps it for the way back");
    // What changes its form alone asks for nothing.
    CHECK(remedyOf(kVtt, "a.vtt", "ass", feature::kTimePrecision).empty());
}

TEST_CASE("no format is named that holds some times inside of texts and not others",
          "[job][loss]") {
    const std::string head = "WEBVTT\n\n00:01.000 --> 00:02.000\n";
    CHECK(remedyOf(head + "a <00:01.500>b\n", "a.vtt", "srt", feature::kInnerTime) ==
          "ttml holds it; --sidecar keeps it for the way back");
    // TTML counts from the beginning of the cue, and has none before.
    for (const char* const target : {"srt", "ass"})
        CHECK(remedyOf(
                  head + "a <00:01.500>b <00:00.500>c\n", "a.vtt", target, feature::kInnerTime) ==
              "--sidecar keeps it for the way back");
}

TEST_CASE("a loss names the option or command that helps", "[job][loss]") {
    const std::string text = "1\n-00:00:01,000 --> 00:00:02,010\nboat\n";
    CHECK(remedyOf(text, "a.srt", "ass", feature::kNegativeTime) ==
          "subs shift moves all cues together; --sidecar keeps it for the way back");
    CHECK(remedyOf("1\n00:00:01,010 --> 00:00:02,000\nboat\n",
                   "a.srt",
                   "ebu-stl",
                   feature::kTimePrecision) ==
          "--fps or --film puts the cues on the frames of the film; --sidecar keeps it for the way "
          "back");
}

TEST_CASE("no format is said to hold fades, which each has in steps of its own", "[job][loss]") {
    const std::string ass =
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Start, End, Text\n"
        "Dialogue: 0:00:01.00,0:00:03.00,{\\fad(210,333)}boat\n";
    const std::string dcdm =
        "<SubtitleReel xmlns=\"http://www.smpte-ra.org/schemas/428-7/2014/DCST\">"
        "<EditRate>24 1</EditRate><TimeCodeRate>24</TimeCodeRate><SubtitleList>"
        "<Subtitle TimeIn=\"00:00:01:00\" TimeOut=\"00:00:03:00\" FadeUpTime=\"00:00:00:05\">"
        "<Text>boat</Text></Subtitle></SubtitleList></SubtitleReel>";
    const std::string kSidecarAlone = "--sidecar keeps it for the way back";
    CHECK(remedyOf(ass, "a.ass", "interop", feature::kFades) == kSidecarAlone);
    // Five frames of 24 a second are 208.33 ms.
    CHECK(remedyOf(dcdm, "a.xml", "ass", feature::kFades) == kSidecarAlone);
    CHECK(remedyOf(dcdm, "a.xml", "interop", feature::kFades) == kSidecarAlone);
    CHECK(remedyOf(dcdm, "a.xml", "srt", feature::kFades) ==
          "ass, ssa, dcdm and interop have fades, each in steps of its own; " + kSidecarAlone);
}

TEST_CASE("a caption that comes late is not said to be in time with --fps", "[job][loss]") {
    const std::string text =
        "1\n00:00:05,000 --> 00:00:06,000\nboat\n\n"
        "2\n00:00:06,000 --> 00:00:06,100\nA rather long caption\n\n"
        "3\n00:00:06,100 --> 00:00:07,000\nA rather long caption\n";
    CHECK(remedyOf(text, "a.srt", "scc", feature::kSendingTime) ==
          "a shorter text is sent sooner, and a longer pause before it leaves time to send it; "
          "--sidecar keeps it for the way back");
}

TEST_CASE("what is lost in the same format has no sidecar as a remedy", "[job][loss]") {
    ConvertOptions options;
    options.wrap.emplace();
    options.wrap->limit = {WidthMeasure::Count, 42, CountUnit::Graphemes};
    options.wrap->zwsp = ZwspUse::Strip;
    CHECK(remedyOf("1\n00:00:01,000 --> 00:00:02,000\nទូក\u200Bចេញ\n",
                   "a.srt",
                   "srt",
                   feature::kZeroWidthSpace,
                   options) == "--zwsp keep leaves them");
}

TEST_CASE("what only its own format has a word for names no other format", "[job][loss]") {
    const std::string kSidecarAlone = "--sidecar keeps it for the way back";
    const std::string cue = "1\n00:00:01,000 --> 00:00:02,000 ";
    // A tag of one program, in ASS as well as in SSA no more than a comment.
    const std::string unknown = cue + "\n<font color=sunset>boat</font>\n";
    for (const char* const target : {"ass", "ssa", "vtt"})
        CHECK(remedyOf(unknown, "a.srt", target, feature::kOverrides) == kSidecarAlone);
    // WebVTT's settings are none of SubRip.
    CHECK(remedyOf("WEBVTT\n\n00:01.000 --> 00:02.000 size:35%\nboat\n",
                   "a.vtt",
                   "ass",
                   feature::kCoordinates) == kSidecarAlone);
    // TTML and its profiles have ids, which do not begin with a digit.
    const std::string json = "[{\"id\": \"1 a\", \"start_ms\": 1, \"end_ms\": 2, \"text\": \"a\"}]";
    CHECK(remedyOf(json, "a.json", "srt", feature::kLabel) == "vtt holds it; " + kSidecarAlone);
}

TEST_CASE("what a reader left out is held by no other format", "[job][loss]") {
    // The height of letters of teletext is no size of a font.
    const std::string bytes =
        testing::stl::header({.display = "1", .blocks = "00002"}) +
        testing::stl::block("\x0D\x0B\x0B high") +
        testing::stl::block("\x0B\x0B low", {.number = 2, .in = {0, 0, 3, 0}, .out = {0, 0, 4, 0}});
    CHECK(remedyOf(bytes, "a.stl", "srt", feature::kFontSize) ==
          "--sidecar keeps it for the way back");
}
