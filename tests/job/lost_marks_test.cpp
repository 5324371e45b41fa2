// SPDX-License-Identifier: MIT
#include <subs/format/features.h>
#include <subs/job/convert.h>

#include "catch.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace subs;

namespace {

std::string srtOf(const std::string& text) {
    return "1\n00:00:01,000 --> 00:00:02,000\n" + text + "\n";
}

/// What `convert --normalize` makes of a file.
Converted normalisedFile(std::string file, std::optional<WrapOptions> wrap = std::nullopt) {
    ConvertOptions options;
    options.normalising.emplace();
    options.wrap = std::move(wrap);
    ConvertOutcome outcome =
        convertOne({{"a.srt", "a.srt", std::nullopt}, std::move(file), {}}, options);
    REQUIRE_FALSE(outcome.error);
    return std::move(outcome.converted);
}

const LossItem* lostMarks(const Converted& result) {
    const auto& items = result.losses.items;
    const auto found = std::ranges::find(items, feature::kZeroWidthSpace, &LossItem::feature);
    return found == items.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("marks of the author that normalizing takes away are told", "[job][loss][khmer]") {
    const std::string file =
        "1\n00:00:01,000 --> 00:00:02,000\nboat\n\n"
        "2\n00:00:02,000 --> 00:00:03,000\nទូក\u200B\n";
    const Converted result = normalisedFile(file);
    CHECK(result.bytes.find("\u200B") == std::string::npos);
    const LossItem* loss = lostMarks(result);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Dropped);
    CHECK(loss->cues == std::vector<CueId>{CueId{2}});
    CHECK(loss->line == 5);
    CHECK(loss->before == "U+200B");
    CHECK(loss->remedy == "without --normalize they stay");
    // In a syllable, beside each other kind.
    const Converted inside = normalisedFile(srtOf("ក\u2060ា"));
    CHECK(inside.bytes == srtOf("កា"));
    REQUIRE(lostMarks(inside));
    CHECK(lostMarks(inside)->before == "U+2060");
}

TEST_CASE("a mark that only repeats the one before it is not told when it goes",
          "[job][loss][khmer]") {
    for (const auto& [before, after] : {std::pair{"ខ្មែរ\u200B\u200Bជា", "ខ្មែរ\u200Bជា"},
                                        std::pair{"ខ្មែរ\u200B\uFEFF\u200Bជា", "ខ្មែរ\u200Bជា"},
                                        std::pair{"ខែ្មរ\u200Bជា", "ខ្មែរ\u200Bជា"}}) {
        const Converted result = normalisedFile(srtOf(before));
        CHECK(result.bytes == srtOf(after));
        CHECK(lostMarks(result) == nullptr);
    }
}

TEST_CASE("stripped marks of a text that is normalized too stay with both options off",
          "[job][loss][khmer]") {
    WrapOptions wrap;
    wrap.limit = {WidthMeasure::Count, 42, CountUnit::Graphemes};
    wrap.zwsp = ZwspUse::Strip;
    const Converted result = normalisedFile(srtOf("ទូក\u200Bចេញ\u200B"), wrap);
    CHECK(result.bytes == srtOf("ទូកចេញ"));
    REQUIRE(lostMarks(result));
    CHECK(lostMarks(result)->remedy == "--zwsp keep without --normalize leaves them");
}
