// SPDX-License-Identifier: MIT
#include <subs/format/features.h>
#include <subs/job/convert.h>

#include "catch.h"

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
