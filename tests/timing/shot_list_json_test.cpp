// SPDX-License-Identifier: MIT
#include <subs/timing/shot_files.h>
#include <subs/timing/shot_list.h>

#include "catch.h"

using namespace subs;

namespace {

std::string problemOf(std::string_view text) {
    const auto read = readShotListJson(text);
    return read ? "" : placed(read.error());
}

}  // namespace

TEST_CASE("a list comes back from its file as it was", "[timing][shots]") {
    ShotList list;
    list =
        withRead(list, {{{10}, {20}}, {{TransitionKind::Dissolve, {22}, {28}}}}, "ខ្សែភាពយន្ត.edl");
    list = withoutCut(withCut(list, {15}), {20});
    list = withoutTransition(list, list.detected.transitions.front());
    list = withTransition(list, {TransitionKind::FadeOut, {40}, {52}});
    const auto back = readShotListJson(shotListJson(list));
    REQUIRE(back);
    CHECK(*back == list);
    CHECK(readShotListJson(shotListJson({})) == ShotList());
}

TEST_CASE("each part of its file is as other programs' lists of shots are", "[timing][shots]") {
    CHECK(
        shotListJson(withCut({}, {15})) ==
        R"({"source":"","detected":{"cuts":[],"transitions":[]},"added":{"cuts":[15],"transitions":[]},)"
        R"("removed":{"cuts":[],"transitions":[]}})");
}

TEST_CASE("a file of a list that is damaged is not read in part", "[timing][shots]") {
    const std::string whole = shotListJson(withCut({}, {15}));
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK_FALSE(readShotListJson(std::string_view(whole).substr(0, length)));
    CHECK(problemOf("[]") == "it has no text \"source\"");
    CHECK(problemOf(R"({"source":""})") == "it has no \"detected\"");
    const std::string empty = R"({"cuts":[]})";
    CHECK(problemOf(R"({"source":"","detected":)" + empty +
                    R"(,"added":{"cuts":[3,"x"]},"removed":)" + empty + "}") ==
          "in \"added\", element 2 of \"cuts\" cannot be read; left out");
    CHECK(problemOf(R"({"source":"","detected":)" + empty + R"(,"added":7,"removed":)" + empty +
                    "}") == "it has no list \"cuts\"");
}

TEST_CASE("a list that was read takes the place of what was found, and leaves a person's work",
          "[timing][shots]") {
    ShotList list = withDetected({}, {{{10}, {20}, {30}}, {}});
    list = withoutCut(withCut(list, {15}), {20});
    list = withRead(list, {{{40}, {20}, {12}}, {}}, "film.edl");
    CHECK(inForce(list).cuts == std::vector<Frame>{{12}, {15}, {40}});
    CHECK(list.source == "film.edl");
    CHECK(withDetected(list, {}).source.empty());
}
