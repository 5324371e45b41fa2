// SPDX-License-Identifier: MIT
#include "catch.h"
#include "qc/judged.h"

using namespace subs;
using namespace judged;

namespace {

/// 5/6 s: 705 600 000 × 5 / 6.
constexpr std::int64_t kFiveSixths = 588'000'000;
constexpr std::int64_t kSevenSeconds = 4'939'200'000;
constexpr std::int64_t kFrameAt24 = 29'400'000;

Profile shortProfile() {
    Profile profile;
    profile.minDuration = flicks(kFiveSixths);
    return profile;
}

Profile longProfile(int toleranceFrames) {
    Profile profile;
    profile.maxDuration = Time::fromSeconds(7);
    profile.durationToleranceFrames = toleranceFrames;
    return profile;
}

bool isShort(Time start,
             Time end,
             const std::string& format = "srt",
             const FrameTimeline* film = nullptr) {
    return !findingsIn(documentOf({cueOf(start, end)}, format), shortProfile(), film).empty();
}

bool isLong(Time start,
            Time end,
            int tolerance = 1,
            const std::string& format = "srt",
            const FrameTimeline* film = nullptr) {
    return !findingsIn(documentOf({cueOf(start, end)}, format), longProfile(tolerance), film)
                .empty();
}

}  // namespace

TEST_CASE("the shortest duration is exact to the flick", "[qc]") {
    CHECK_FALSE(isShort(flicks(1), flicks(1 + kFiveSixths)));
    CHECK_FALSE(isShort(flicks(0), flicks(kFiveSixths)));
    CHECK_FALSE(isShort(ms(0), ms(2000)));
    CHECK(isShort(flicks(1), flicks(kFiveSixths)));
    CHECK(isShort(flicks(0), flicks(kFiveSixths - 1)));
}

TEST_CASE("a duration that a file's rounding made shorter is let pass", "[qc]") {
    CHECK_FALSE(isShort(ms(1042), ms(1875)));         // 833 ms, 20 frames at 24 a second
    CHECK_FALSE(isShort(ms(1000), ms(1830), "ass"));  // 0.83 s in centiseconds
    CHECK_FALSE(isShort(ms(1000), ms(1830), "ssa"));
    CHECK(isShort(ms(1042), ms(1874)));         // 832 ms
    CHECK(isShort(ms(1000), ms(1830), "srt"));  // 830 ms in milliseconds
    CHECK(isShort(ms(1000), ms(1820), "ass"));  // 0.82 s
}

TEST_CASE("a cue that is too short says by how much", "[qc]") {
    const auto findings = findingsIn(documentOf({cueOf(ms(1000), ms(1790))}), shortProfile());
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "duration-short");
    CHECK(findings[0].measured == 790);
    CHECK(findings[0].limit == Approx(833.3333333));
    CHECK(findings[0].unit == "ms");
    CHECK(findings[0].message == "lasts 790 ms; at least 833.33 ms are needed");
}

TEST_CASE("a cue that ends where it starts or before is too short", "[qc]") {
    CHECK(isShort(ms(1000), ms(1000)));
    const auto findings = findingsIn(documentOf({cueOf(ms(1000), ms(900))}), shortProfile());
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].message == "lasts -100 ms; at least 833.33 ms are needed");
}

TEST_CASE("a cue without an end is neither short nor long", "[qc]") {
    CHECK(findingsIn(documentOf({cueOf(ms(0), std::nullopt)}), shortProfile()).empty());
    CHECK(findingsIn(documentOf({cueOf(ms(0), std::nullopt)}), longProfile(0)).empty());
}

TEST_CASE("the shortest duration in frames is that of the guide", "[qc]") {
    // 20 frames at 24 and 23.976, 21 at 25, 25 at 29.97 (5/6 s rounded up).
    const auto [rate, frames] = GENERATE(table<std::string, std::int64_t>(
        {{"24", 20}, {"23.976", 20}, {"25", 21}, {"29.97", 25}, {"30", 25}, {"50", 42}}));
    CAPTURE(rate);
    const FrameTimeline film = filmOf(rate);
    const auto edge = [&film](std::int64_t frame) { return film.timeOf(Frame{frame}); };
    for (const std::int64_t first : {0, 1, 7, 1000}) {
        CHECK_FALSE(isShort(edge(first), edge(first + frames), "srt", &film));
        CHECK_FALSE(isShort(edge(first), edge(first + frames)));
        CHECK(isShort(edge(first), edge(first + frames - 1), "srt", &film));
        CHECK(isShort(edge(first), edge(first + frames - 1)));
    }
}

TEST_CASE("what a player shows long enough is not too short", "[qc]") {
    // At 24 a second 41 to 872 ms shows frames 1 (41.67 ms) to 20 (833.33 ms): 20 frames.
    const FrameTimeline film = filmOf("24");
    CHECK(isShort(ms(41), ms(872)));
    CHECK_FALSE(isShort(ms(41), ms(872), "srt", &film));
    CHECK(isShort(ms(100), ms(900), "srt", &film));
}

TEST_CASE("the longest duration is exact to the flick", "[qc]") {
    CHECK_FALSE(isLong(flicks(1), flicks(1 + kSevenSeconds), 0));
    CHECK_FALSE(isLong(ms(0), ms(7000), 0));
    CHECK(isLong(flicks(1), flicks(2 + kSevenSeconds), 0));
    CHECK(isLong(ms(0), ms(7001), 0));
    CHECK_FALSE(isLong(flicks(1), flicks(1 + kSevenSeconds + kFrameAt24)));
    CHECK(isLong(flicks(1), flicks(2 + kSevenSeconds + kFrameAt24)));
}

TEST_CASE("seven seconds and a frame are let pass", "[qc]") {
    const FrameTimeline film = filmOf("23.976");
    const auto edge = [&film](std::int64_t frame) { return film.timeOf(Frame{frame}); };
    CHECK_FALSE(isLong(edge(10), edge(10 + 168), 1, "srt", &film));  // 7.007 s
    CHECK(isLong(edge(10), edge(10 + 169), 1, "srt", &film));        // 7.049 s
    CHECK_FALSE(isLong(ms(500), ms(7507)));
    CHECK_FALSE(isLong(ms(0), ms(7042)));  // 7041.67 ms, rounded
    CHECK(isLong(ms(0), ms(7043)));
    CHECK_FALSE(isLong(ms(0), ms(7050), 1, "ass"));
    CHECK(isLong(ms(0), ms(7060), 1, "ass"));
}

TEST_CASE("a frame of tolerance is one of the film", "[qc]") {
    const FrameTimeline film = filmOf("25");
    CHECK_FALSE(isLong(ms(0), ms(7040), 1, "srt", &film));
    CHECK(isLong(ms(0), ms(7041), 1, "srt", &film));
}

TEST_CASE("a cue that is too long says by how much", "[qc]") {
    const auto findings = findingsIn(documentOf({cueOf(ms(1000), ms(8500))}), longProfile(1));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "duration-long");
    CHECK(findings[0].measured == 7500);
    CHECK(findings[0].limit == 7000);
    CHECK(findings[0].unit == "ms");
    CHECK(findings[0].message == "lasts 7500 ms; at most 7000 ms are allowed");
}
