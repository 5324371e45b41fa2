// SPDX-License-Identifier: MIT
#include <subs/timing/shot_files.h>

#include "catch.h"

#include <vector>

using namespace subs;

namespace {

using Cuts = std::vector<Frame>;

Shots shotsOf(std::string_view text, const ShotFileOptions& options) {
    const auto read = readShotFile(text, options);
    REQUIRE(read);
    CHECK(read->format == "edl");
    return read->shots;
}

}  // namespace

TEST_CASE("an EDL is cut where its events are recorded", "[timing][shots]") {
    constexpr auto kText =
        "TITLE: FILM\r\nFCM: NON-DROP FRAME\r\n\r\n"
        "001  AX       V     C        00:00:00:00 00:00:02:00 01:00:00:00 01:00:02:00 \r\n"
        "* FROM CLIP NAME: A.MOV\r\n"
        "002  AX       AA/V  C        00:00:10:00 00:00:11:12 01:00:02:00 01:00:03:12 \r\n"
        "003  AX       A2    C        00:00:10:00 00:00:11:12 01:00:03:00 01:00:03:12 \r\n"
        "004  TAPE02   B     C        10:00:00:00 10:00:01:00 01:00:03:12 01:00:04:12 \r\n";
    CHECK(shotsOf(kText, {.rate = *parseFrameRate("24")}) == Shots{{{48}, {84}}, {}});
    // The film begins a second before its first event, which is then a cut of its own.
    CHECK(shotsOf(kText, {.rate = *parseFrameRate("24"), .edlStart = Frame{24 * 3599}}) ==
          Shots{{{72}, {108}}, {}});
}

TEST_CASE("a dissolve of an EDL is a transition as long as it says, from or to black a fade",
          "[timing][shots]") {
    constexpr auto kText =
        "TITLE: FILM\n"
        "001  BL       V     C        00:00:00:00 00:00:00:00 01:00:00:00 01:00:00:00\n"
        "001  AX       V     D    024 00:00:00:00 00:00:04:00 01:00:00:00 01:00:04:00\n"
        "002  AX       V     C        00:00:04:00 00:00:04:00 01:00:04:00 01:00:04:00\n"
        "002  BX       V     D    012 00:00:00:00 00:00:02:00 01:00:04:00 01:00:06:00\n"
        "003  BX       V     C        00:00:02:00 00:00:02:00 01:00:06:00 01:00:06:00\n"
        "003  BL       V     D    010 00:00:00:00 00:00:01:00 01:00:06:00 01:00:07:00\n"
        "004  AX       V     W001 008 00:00:00:00 00:00:01:00 01:00:07:00 01:00:08:00\n";
    const auto read = readShotFile(kText, {.rate = *parseFrameRate("24")});
    REQUIRE(read);
    CHECK(read->shots.cuts.empty());
    CHECK(read->shots.transitions ==
          std::vector<Transition>{{TransitionKind::FadeIn, {0}, {23}},
                                  {TransitionKind::Dissolve, {96}, {107}},
                                  {TransitionKind::FadeOut, {144}, {153}},
                                  {TransitionKind::FadeIn, {168}, {175}}});
    REQUIRE(read->diagnostics.size() == 1);
    CHECK(read->diagnostics[0].line == 8);
    CHECK(read->diagnostics[0].code == "shots.wipe");
}

TEST_CASE("what an EDL leaves empty is black between two cuts", "[timing][shots]") {
    constexpr auto kText =
        "001 AX V C 00:00:00:00 00:00:02:00 01:00:00:00 01:00:02:00\n"
        "002 AX V C 00:00:00:00 00:00:02:00 01:00:03:00 01:00:05:00\n";
    CHECK(shotsOf(kText, {.rate = *parseFrameRate("25")}).cuts == Cuts{{50}, {75}});
}

TEST_CASE("drop frame of an EDL is told by its mode or its separators", "[timing][shots]") {
    // 01:01:00;02 is the frame behind 01:00:59;29, the 1800th from 01:00:00;00 (SMPTE ST 12-1).
    constexpr auto kMode =
        "FCM: DROP FRAME\n001 AX V C 00:00:00:00 00:01:00:02 01:00:00:00 01:01:00:02\n"
        "002 AX V C 00:00:00:00 00:00:01:00 01:01:00:02 01:01:01:02\n";
    constexpr auto kSeparators =
        "001 AX V C 00:00:00;00 00:01:00;02 01:00:00;00 01:01:00;02\n"
        "002 AX V C 00:00:00;00 00:00:01;00 01:01:00;02 01:01:01;02\n";
    const ShotFileOptions options{.rate = *parseFrameRate("29.97")};
    CHECK(shotsOf(kMode, options).cuts == Cuts{{1800}});
    CHECK(shotsOf(kSeparators, options).cuts == Cuts{{1800}});
}

TEST_CASE("an event of an EDL that cannot be is left out and told with its line",
          "[timing][shots]") {
    const auto read = readShotFile(
        "TITLE: FILM\n"
        "001 AX V C 00:00:00:00 00:00:02:00 01:00:00:00 01:00:02:00\n"
        "002 AX V C 00:00:00:00 00:00:02:00 01:00:02:40 01:00:05:00\n"
        "003 AX V C 00:00:00:00 00:00:02:00 01:00:02:00 01:00:04:00\n",
        {.rate = *parseFrameRate("25")});
    REQUIRE(read);
    CHECK(read->shots.cuts == Cuts{{50}});
    REQUIRE(read->diagnostics.size() == 1);
    CHECK(read->diagnostics[0].line == 3);
}
