// SPDX-License-Identifier: MIT
// Captions that come late, since two letters are sent a frame.
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"
#include "format/read.h"
#include "format/scc_cues.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace subs;
using testing::cueOf;
using testing::documentOf;
using testing::frame;
using testing::lossOf;
using testing::written;

TEST_CASE("a caption that cannot be loaded in time comes late, and that is told", "[scc][new]") {
    Document document;
    document.cues = {cueOf(document, 300, 310, "Hi"),
                     cueOf(document, 310, 400, "far too soon for this")};
    const Document again = documentOf("scc", written(document, "scc"));
    REQUIRE(again.cues.size() == 2);
    CHECK(again.cues[1].start > frame(310));
    const LossReport report = formatNamed("scc")->plan(document, {});
    const LossItem* loss = lossOf(report, feature::kSendingTime);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Approximated);
    CHECK(loss->cues == std::vector<CueId>{document.cues[0].id, document.cues[1].id});
    CHECK(loss->before == "00:00:10;10");
    CHECK(loss->after.ends_with(": it takes so long to send its letters"));
    CHECK_FALSE(lossOf(report, feature::kTimePrecision));
}

TEST_CASE("a late caption is told apart from times that move to frames, each cue once",
          "[scc][new]") {
    // 5.1 s, 5.2 s and so on lie on no frame of 30000/1001.
    Document document;
    document.cues = {cueOf(document, 0, 0, "Hello"),
                     cueOf(document, 0, 0, "A rather long caption in two"),
                     cueOf(document, 0, 0, "A rather long caption in one"),
                     cueOf(document, 0, 0, "A short one")};
    std::int64_t start = 5100;
    for (Cue& cue : document.cues) {
        cue.start = Time::fromMilliseconds(start);
        cue.end = Time::fromMilliseconds(start + 100);
        start += 100;
    }
    const LossReport report = formatNamed("scc")->plan(document, {});
    const LossItem* moved = lossOf(report, feature::kTimePrecision);
    REQUIRE(moved);
    CHECK(moved->after.ends_with(", the nearest frame"));
    CHECK(moved->cues == std::vector<CueId>{CueId{1}, CueId{2}, CueId{3}, CueId{4}});
    const LossItem* late = lossOf(report, feature::kSendingTime);
    REQUIRE(late);
    CHECK(late->cues == std::vector<CueId>{CueId{1}, CueId{2}, CueId{3}, CueId{4}});
}

TEST_CASE("a caption that stays until the next has been sent is told", "[scc][new][reports]") {
    const auto ends = [](std::int64_t end, std::int64_t next) {
        Document document;
        document.cues = {cueOf(document, 300, end, "Hi"),
                         cueOf(document, next, next + 90, "all the letters of this take a while")};
        const Document again = documentOf("scc", written(document, "scc"));
        REQUIRE(again.cues.size() == 2);
        const LossReport report = formatNamed("scc")->plan(document, {});
        const LossItem* loss = lossOf(report, feature::kSendingTime);
        const bool isTold = loss && std::ranges::count(loss->cues, document.cues[0].id) == 1;
        CHECK(isTold == (again.cues[0].end > document.cues[0].end));
        return *again.cues[0].end;
    };
    CHECK(ends(310, 310) > frame(310));   // Too soon.
    CHECK(ends(340, 341) == frame(341));  // One frame is too short for a code and the next one's.
    CHECK(ends(340, 342) == frame(340));
    CHECK(ends(340, 400) == frame(340));
}
