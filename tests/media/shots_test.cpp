// SPDX-License-Identifier: MIT
#include <subs/media/shot_search.h>

#include "catch.h"
#include "folder.h"
#include "media/shot_script.h"
#include "test_films.h"

#include <cstdint>
#include <string>
#include <vector>

using namespace subs;
using namespace subs::media;
using Script = testing::ShotScript;
using testing::filmPath;

namespace {

using Cuts = std::vector<Frame>;

const Cuts kCuts = {{Script::kFirstCut}, {Script::kSecondCut}};

FoundShots shotsOf(const std::string& name, std::optional<FrameRange> range = {}) {
    auto found = findShots({filmPath(name), range});
    INFO(name << ": " << (found ? "" : found.error().message));
    REQUIRE(found);
    return std::move(*found);
}

std::vector<TransitionKind> kindsOf(const Shots& shots) {
    std::vector<TransitionKind> kinds;
    for (const Transition& each : shots.transitions)
        kinds.push_back(each.kind);
    return kinds;
}

const std::vector<TransitionKind> kAllKinds = {
    TransitionKind::Dissolve, TransitionKind::FadeOut, TransitionKind::FadeIn};

bool isTold(const FoundShots& found, const std::string& code) {
    return std::ranges::any_of(found.diagnostics,
                               [&](const Diagnostic& each) { return each.code == code; });
}

}  // namespace

TEST_CASE("the shots of a film are found, in each container and sort of picture",
          "[media][shots]") {
    const std::string name = GENERATE("shots.mp4",
                                      "shots.mkv",
                                      "shots_ten.mkv",
                                      "shots_rgb.mkv",
                                      "shots.avi",
                                      "shots_uneven.mkv");
    INFO(name);
    const FoundShots found = shotsOf(name);
    CHECK(found.frames == Script::kFrames);
    CHECK(found.shots.cuts == kCuts);
    CHECK(kindsOf(found.shots) == kAllKinds);
    CHECK_FALSE(isTold(found, "media.damaged"));
}

TEST_CASE("shots of a film are found once, and kept", "[media][shots][cache]") {
    const testing::Folder folder;
    const FilmCache cache(folder.path);
    int told = 0;
    const ShotWatch watch{{}, [&](const ShotProgress&) { ++told; }};
    const auto search = [&](std::optional<FrameRange> range) {
        told = 0;
        auto found = findShots({filmPath("shots.mp4"), range}, watch, &cache);
        REQUIRE(found);
        return *std::move(found);
    };
    // A part alone is not the film.
    const FrameRange second{{Script::kSecondCut - 5}, {Script::kSecondCut + 5}};
    search(FrameRange{{0}, {3}});
    CHECK(told > 0);
    const FoundShots whole = search({});
    CHECK(told > 0);
    const FoundShots again = search({});
    CHECK(told == 0);
    CHECK(again.shots == whole.shots);
    CHECK(again.frames == whole.frames);
    CHECK(again.shots.cuts == kCuts);
    CHECK(search(second).shots.cuts == Cuts{{Script::kSecondCut}});
    CHECK(told == 0);
}

TEST_CASE("what was damaged is told of kept shots too", "[media][shots][cache]") {
    const testing::Folder folder;
    const FilmCache cache(folder.path);
    const auto messages = [&] {
        const auto found = findShots({filmPath("shots_scratched.mp4")}, {}, &cache);
        REQUIRE(found);
        std::vector<std::string> all;
        for (const Diagnostic& each : found->diagnostics)
            all.push_back(each.message);
        return all;
    };
    const auto first = messages();
    CHECK_FALSE(first.empty());
    CHECK(messages() == first);
}

TEST_CASE("a film's shots come with the times of its frames", "[media][shots]") {
    CHECK(shotsOf("shots.mp4").timeline.averageRate() == *parseFrameRate("23.976"));
    const auto uneven = testing::openFilm("shots_uneven.mkv");
    CHECK(shotsOf("shots_uneven.mkv").timeline.timeOf({Script::kSecondCut}) ==
          uneven.timeline().timeOf({Script::kSecondCut}));
}

TEST_CASE("frames that a film has not are counted by none", "[media][shots]") {
    REQUIRE(testing::openFilm("shots_gaps.mkv").frameCount() == Script::kFrames - 10);
    const Cuts cuts = shotsOf("shots_gaps.mkv").shots.cuts;
    REQUIRE(cuts.size() >= 2);
    CHECK(cuts.front() == Frame{Script::kFirstCut});
    CHECK(cuts.back() == Frame{Script::kSecondCut - 10});
}

TEST_CASE("damaged frames are told and move the number of no other", "[media][shots]") {
    const FoundShots found = shotsOf("shots_scratched.mp4");
    CHECK(found.frames == Script::kFrames);
    CHECK(isTold(found, "media.damaged"));
    CHECK(Cuts(found.shots.cuts.begin(), found.shots.cuts.begin() + 2) == kCuts);
    REQUIRE_FALSE(found.shots.transitions.empty());
    const Transition& last = found.shots.transitions.back();
    CHECK(last.kind == TransitionKind::FadeIn);
    CHECK(last.from == Frame{Script::kFadeIn});
}

TEST_CASE("a stretch of a film has the shots that the whole has there", "[media][shots]") {
    const FrameRange range{{Script::kFirstCut + 1}, {Script::kSecondCut}};
    CHECK(shotsOf("shots.mp4", range).shots == Shots{{{Script::kSecondCut}}, {}});
    const FrameRange late{{Script::kFadeOut + 30}, {5000}};
    CHECK(kindsOf(shotsOf("shots.mp4", late).shots) ==
          std::vector<TransitionKind>{TransitionKind::FadeIn});
    CHECK(shotsOf("shots.mp4", late).frames == Script::kFrames);
}

TEST_CASE("a stretch that is not in the film is an error", "[media][shots]") {
    const auto range =
        GENERATE(FrameRange{{290}, {300}}, FrameRange{{20}, {10}}, FrameRange{{-5}, {10}});
    const auto found = findShots({filmPath("shots.mp4"), range});
    REQUIRE_FALSE(found);
    CHECK(found.error().code == "media.no-frame");
    CHECK(found.error().message.find("it has 290 frames, from 0") != std::string::npos);
}

TEST_CASE("a film without a picture has no shots, and that is an error", "[media][shots]") {
    const std::string name = GENERATE("tone.m4a", "cover.m4a", "no_frames.mkv", "pictureless.mkv");
    INFO(name);
    const auto found = findShots({filmPath(name)});
    REQUIRE_FALSE(found);
    CHECK(found.error().code == "media.no-frames");
    CHECK(found.error().message.find(filmPath(name).string()) != std::string::npos);
}

TEST_CASE("what is no film is refused as it is elsewhere", "[media][shots]") {
    CHECK(findShots({filmPath("missing.mp4")}).error().code == "io.not-found");
    CHECK(findShots({filmPath("noise.mp4")}).error().code == "media.unreadable");
}

TEST_CASE("progress goes on to the end and tells what is found on the way", "[media][shots]") {
    std::int64_t last = 0;
    Cuts before;
    ShotWatch watch;
    watch.progress = [&](const ShotProgress& progress) {
        CHECK(progress.done > last);
        CHECK(progress.frames == Script::kFrames);
        CHECK(std::equal(before.begin(), before.end(), progress.found.cuts.begin()));
        last = progress.done;
        before = progress.found.cuts;
    };
    REQUIRE(findShots({filmPath("shots.mp4")}, watch));
    CHECK(last > Script::kFrames - 20);
    CHECK(before == kCuts);
}

TEST_CASE("a search stops when it is asked to", "[media][shots]") {
    std::stop_source stop;
    std::int64_t last = 0;
    const ShotWatch watch{stop.get_token(), [&](const ShotProgress& progress) {
                              last = progress.done;
                              stop.request_stop();
                          }};
    const auto found = findShots({filmPath("shots.mp4")}, watch);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == "media.cancelled");
    CHECK(last > 0);
    CHECK(last < 50);
}
