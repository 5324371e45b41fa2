// SPDX-License-Identifier: MIT
#include <subs/base/nearest_name.h>

#include "catch.h"

#include <array>
#include <string_view>

using namespace subs;

namespace {

constexpr std::array<std::string_view, 4> kCommands{"convert", "info", "dump", "words"};

}  // namespace

TEST_CASE("the nearest name is one slip of the hand away", "[base]") {
    CHECK(nearestName("convrt", kCommands) == "convert");
    CHECK(nearestName("converrt", kCommands) == "convert");
    CHECK(nearestName("cenvert", kCommands) == "convert");
    CHECK(nearestName("ocnvert", kCommands) == "convert");
    CHECK(nearestName("INFO", kCommands) == "info");
    CHECK(nearestName("word", kCommands) == "words");
}

TEST_CASE("nothing is near to a name that is quite another", "[base]") {
    CHECK_FALSE(nearestName("burn", kCommands));
    CHECK_FALSE(nearestName("", kCommands));
    CHECK_FALSE(nearestName("info", {}));
}

TEST_CASE("where no name is near all are told", "[base]") {
    CHECK(namesThatAre("convrt", kCommands) == "the nearest is convert");
    CHECK(namesThatAre("burn", kCommands) == "there are convert, info, dump, words");
}

TEST_CASE("the first of equally near names is taken", "[base]") {
    constexpr std::array<std::string_view, 2> kPair{"cat", "car"};
    CHECK(nearestName("can", kPair) == "cat");
}
