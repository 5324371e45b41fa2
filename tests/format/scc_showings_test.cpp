// SPDX-License-Identifier: MIT
// Cues that are shown at one time: there is one screen.
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"
#include "format/scc/showing_walk.h"
#include "format/scc_cues.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace testing;
using namespace subs;

TEST_CASE("cues at one time become one caption, and that is told", "[scc][new]") {
    Document document;
    document.cues = {cueOf(document, 300, 500, "below"), cueOf(document, 400, 600, "above")};
    document.cues[1].alignment = Alignment::TopCentre;
    const Document again = documentOf("scc", written(document, "scc"));
    REQUIRE(again.cues.size() == 3);
    CHECK(again.cues[1].text.plain == "above\nbelow");
    CHECK(again.cues[2].text.plain == "above");
    CHECK(lossOf(formatNamed("scc")->plan(document, {}), feature::kText));
}

TEST_CASE("captions change where a cue begins or ends, and there is none where no cue is",
          "[scc][new]") {
    // Cue 1 is there before, with and after cue 0; cue 2 follows it at once; cue 3 is on its own.
    scc::ShowingWalk walk({{20, 30, 0}, {10, 50, 1}, {50, 60, 2}, {80, 90, 3}});
    for (int i = 0; i < 2; ++i) {
        std::vector<scc::Showing> showings;
        while (auto showing = walk.next())
            showings.push_back(*std::move(showing));
        REQUIRE(showings.size() == 5);
        const auto is = [&](std::size_t at,
                            std::int64_t begin,
                            std::int64_t end,
                            const std::vector<std::size_t>& cues) {
            const scc::Showing& showing = showings[at];
            return showing.begin == begin && showing.end == end && showing.cues == cues;
        };
        CHECK(is(0, 10, 20, {1}));
        CHECK(is(1, 20, 30, {0, 1}));
        CHECK(is(2, 30, 50, {1}));
        CHECK(is(3, 50, 60, {2}));
        CHECK(is(4, 80, 90, {3}));
        walk.restart();
    }
    CHECK_FALSE(scc::ShowingWalk({}).next());
}

TEST_CASE("what a cue loses is told once, in however many captions it is", "[scc][new]") {
    Document document;
    document.cues = {cueOf(document, 300, 900, "Where is the boat that we saw on the river?"),
                     cueOf(document, 400, 500, "here"),
                     cueOf(document, 600, 700, "there")};
    document.cues[1].alignment = Alignment::TopCentre;
    document.cues[2].alignment = Alignment::TopCentre;
    const LossReport losses = formatNamed("scc")->plan(document, {});
    const auto broken = [](const LossItem& loss) { return has(loss.before, "Where is the boat"); };
    const auto loss = std::ranges::find_if(losses.items, broken);
    REQUIRE(loss != losses.items.end());
    // Once for its line, and twice each for the captions that it shares.
    CHECK(loss->count == 5);
    CHECK(documentOf("scc", written(document, "scc")).cues.size() == 5);
}
