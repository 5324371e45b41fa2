// SPDX-License-Identifier: MIT
#include "catch.h"
#include "qc/judged.h"

using namespace subs;
using namespace judged;

namespace {

/// Two frames at 24 a second.
constexpr std::int64_t kTwoFrames = 58'800'000;

Profile gapProfile() {
    Profile profile;
    profile.minGapFrames = 2;
    profile.overlapAllowed = true;
    return profile;
}

std::vector<Finding> byGap(Time end,
                           Time start,
                           const FrameTimeline* film = nullptr,
                           const std::string& format = "srt") {
    const Document document =
        documentOf({cueOf(Time(), end), cueOf(start, start + ms(1000))}, format);
    return findingsIn(document, gapProfile(), film);
}

std::vector<Finding> byOverlap(std::vector<Cue> cues) {
    return findingsIn(documentOf(std::move(cues)), Profile());
}

}  // namespace

TEST_CASE("a gap of two frames or more is let pass", "[qc]") {
    CHECK(byGap(flicks(705'600'001), flicks(705'600'001 + kTwoFrames)).empty());
    CHECK(byGap(ms(1000), ms(1084)).empty());
    CHECK(byGap(ms(1000), ms(1083)).empty());  // 83.33 ms, rounded
    CHECK(byGap(ms(1000), ms(5000)).empty());
    CHECK(byGap(ms(1000), ms(1080), nullptr, "ass").empty());  // 0.08 s in centiseconds
}

TEST_CASE("a gap of less than two frames is found", "[qc]") {
    CHECK(byGap(flicks(705'600'001), flicks(705'600'000 + kTwoFrames)).size() == 1);
    CHECK(byGap(ms(1000), ms(1082)).size() == 1);
    CHECK(byGap(ms(1000), ms(1000)).size() == 1);
    CHECK(byGap(ms(1000), ms(1070), nullptr, "ass").size() == 1);
    const auto findings = byGap(ms(1000), ms(1040));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "gap");
    CHECK(findings[0].index == 1);
    CHECK(findings[0].measured == 40);
    CHECK(findings[0].limit == Approx(83.3333333));
    CHECK(findings[0].unit == "ms");
    CHECK(findings[0].message ==
          "the gap before it is 40 ms; at least 83.33 ms (2 frames at 24 a second) are needed");
}

TEST_CASE("gaps are counted in the film's frames", "[qc]") {
    const FrameTimeline film = filmOf("25");
    CHECK(byGap(ms(1000), ms(1080), &film).empty());
    CHECK(byGap(ms(1000), ms(1079), &film).empty());  // shown from 1080 ms on
    const auto one = byGap(ms(1000), ms(1040), &film);
    REQUIRE(one.size() == 1);
    CHECK(one[0].measured == 1);
    CHECK(one[0].limit == 2);
    CHECK(one[0].unit == "frames");
    CHECK(one[0].message == "the gap before it is 1 frame; at least 2 frames are needed");
    CHECK(byGap(ms(1000), ms(1000), &film)[0].message ==
          "the gap before it is 0 frames; at least 2 frames are needed");
}

TEST_CASE("two frames at 29.97 are shorter than at 24", "[qc]") {
    const FrameTimeline film = filmOf("29.97");
    CHECK(byGap(ms(1001), ms(1068), &film).empty());
    CHECK(byGap(ms(1001), ms(1034), &film).size() == 1);
}

TEST_CASE("in a film of varying rate gaps are its own frames", "[qc]") {
    // Frames of 20 ms up to 200 ms, then of 100 ms.
    const auto film = FrameTimeline::fromTicks(
        {0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200, 300, 400, 500, 600}, Fraction(1, 1000));
    REQUIRE(film);
    CHECK(byGap(ms(40), ms(80), &*film).empty());        // frames 2 and 3 show nothing
    CHECK(byGap(ms(200), ms(300), &*film).size() == 1);  // only frame 10 does
}

TEST_CASE("gaps are not judged at the first cue nor where cues overlap", "[qc]") {
    CHECK(findingsIn(documentOf({cueOf(ms(0), ms(1000))}), gapProfile()).empty());
    CHECK(byGap(ms(1000), ms(999)).empty());
    CHECK(byGap(ms(1000), ms(500)).empty());
    CHECK(findingsIn(documentOf({cueOf(ms(0), std::nullopt), cueOf(ms(1), ms(5000))}), gapProfile())
              .empty());
}

TEST_CASE("a gap is measured from the cue that ends last", "[qc]") {
    const auto findings = findingsIn(
        documentOf({cueOf(ms(0), ms(5000)), cueOf(ms(1000), ms(2000)), cueOf(ms(5040), ms(6000))}),
        gapProfile());
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].index == 2);
    CHECK(findings[0].measured == 40);
}

TEST_CASE("cues that touch or keep apart do not overlap", "[qc]") {
    CHECK(byOverlap({cueOf(ms(0), ms(1000)), cueOf(ms(1000), ms(2000))}).empty());
    CHECK(byOverlap({cueOf(ms(0), ms(1000)), cueOf(ms(3000), ms(4000))}).empty());
    CHECK(byOverlap({cueOf(ms(3000), ms(4000)), cueOf(ms(0), ms(1000))}).empty());
    CHECK(byOverlap({cueOf(ms(0), std::nullopt), cueOf(ms(500), ms(1000))}).empty());
}

TEST_CASE("cues that overlap by a flick are found", "[qc]") {
    CHECK(byOverlap({cueOf(ms(0), ms(1000)), cueOf(flicks(705'599'999), ms(2000))}).size() == 1);
    const auto findings = byOverlap({cueOf(ms(0), ms(1000)), cueOf(ms(760), ms(2000))});
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "overlap");
    CHECK(findings[0].severity == Severity::Error);
    CHECK(findings[0].index == 1);
    CHECK(findings[0].measured == 240);
    CHECK(findings[0].limit == 0);
    CHECK(findings[0].unit == "ms");
    CHECK(findings[0].message == "begins 240 ms before the cue before it ends; 0 ms are allowed");
}

TEST_CASE("each cue under a long one overlaps it", "[qc]") {
    const auto findings = byOverlap({cueOf(ms(0), ms(9000)),
                                     cueOf(ms(1000), ms(2000)),
                                     cueOf(ms(3000), ms(4000)),
                                     cueOf(ms(9000), ms(9500))});
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].index == 1);
    CHECK(findings[1].index == 2);
    CHECK(findings[1].measured == 6000);
}

TEST_CASE("a profile may allow overlaps", "[qc]") {
    Profile profile;
    profile.overlapAllowed = true;
    CHECK(findingsIn(documentOf({cueOf(ms(0), ms(1000)), cueOf(ms(760), ms(2000))}), profile)
              .empty());
}
