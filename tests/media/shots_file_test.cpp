// SPDX-License-Identifier: MIT
#include "shots/shots_file.h"

#include "catch.h"

#include <string>
#include <string_view>

using namespace subs;
using namespace subs::media;

namespace {

constexpr std::int64_t kFrames = 170'000;

SearchedShots found() {
    SearchedShots found;
    found.shots.cuts = {{1}, {100}, {101}, {169'999}};
    found.shots.transitions = {{TransitionKind::FadeIn, {0}, {24}},
                               {TransitionKind::Dissolve, {300}, {311}},
                               {TransitionKind::FadeOut, {169'980}, {169'999}}};
    found.missing = 3;
    found.damage = 200;
    return found;
}

}  // namespace

TEST_CASE("shots come out of their bytes as they went in", "[media][shots][cache]") {
    const auto again = shotsFrom(shotsBytes(found()), kFrames);
    REQUIRE(again);
    CHECK(again->shots == found().shots);
    CHECK(again->missing == 3);
    CHECK(again->damage == 200);
    const auto none = shotsFrom(shotsBytes({}), 1);
    REQUIRE(none);
    CHECK(none->shots == Shots());
}

TEST_CASE("shots that no film of so many frames has are not taken", "[media][shots][cache]") {
    CHECK_FALSE(shotsFrom(shotsBytes(found()), kFrames - 1));
    CHECK_FALSE(shotsFrom(shotsBytes(found()), 0));
    const std::string bytes = shotsBytes(found());
    for (std::size_t end = 0; end < bytes.size(); ++end)
        CHECK_FALSE(shotsFrom(std::string_view(bytes).substr(0, end), kFrames));
    CHECK_FALSE(shotsFrom(bytes + '\0', kFrames));
    CHECK_FALSE(shotsFrom(std::string(64, '\xFF'), kFrames));
    // Whatever one byte is, it is taken or left, and what is taken lies in the film.
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string other = bytes;
        other[i] = static_cast<char>(other[i] ^ 0x55);
        const auto taken = shotsFrom(other, kFrames);
        if (!taken) continue;
        for (const Frame cut : taken->shots.cuts)
            CHECK((cut.number >= 0 && cut.number < kFrames));
    }
}
