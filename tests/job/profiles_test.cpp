// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/job/profiles.h>

#include "catch.h"
#include "folder.h"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

using namespace subs;

namespace {

Profile profile(const char* id, std::vector<std::string> languages) {
    Profile result;
    result.id = id;
    result.languages = std::move(languages);
    return result;
}

}  // namespace

TEST_CASE("a track gets the first profile of its language", "[job]") {
    const std::vector<Profile> known = {profile("any", {}),
                                        profile("en-1", {"en"}),
                                        profile("en-2", {"en", "en-GB"}),
                                        profile("km-1", {"km"})};
    CHECK(profileFor("km", known)->id == "km-1");
    CHECK(profileFor("km-KH", known)->id == "km-1");
    CHECK(profileFor("en", known)->id == "en-1");
    CHECK(profileFor("en-GB", known)->id == "en-2");
    CHECK(profileFor("fr", known)->id == "any");
    CHECK(profileFor("", known)->id == "any");
    CHECK(profileFor("fr", std::span(known).subspan(1)) == nullptr);
}

TEST_CASE("the built-in profiles have one for Khmer and one for English", "[job]") {
    const auto known = profilesIn(seedsFolder() / "profiles");
    REQUIRE(known);
    REQUIRE(profileFor("km", *known) != nullptr);
    CHECK(profileFor("km", *known)->provisional);
    REQUIRE(profileFor("en", *known) != nullptr);
    CHECK_FALSE(profileFor("en", *known)->provisional);
}

TEST_CASE("the environment chooses the folder of the seeds", "[job]") {
    REQUIRE(::setenv("SUBS_SEEDS", "/some/where", 1) == 0);
    CHECK(seedsFolder() == "/some/where");
    REQUIRE(::unsetenv("SUBS_SEEDS") == 0);
    CHECK(seedsFolder() != "/some/where");
}

TEST_CASE("a profile is found by id and by file and an unknown one lists what there is", "[job]") {
    const testing::Folder folder;
    const std::vector<Profile> known = {profile("one", {}), profile("two", {})};
    CHECK(profileNamed("two", known)->id == "two");
    const auto unknown = profileNamed("three", known);
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == "qc.unknown-profile");
    CHECK(unknown.error().message.find("one, two") != std::string::npos);
    CHECK(profileNamed("towo", known).error().message.find("the nearest is two") !=
          std::string::npos);
    REQUIRE(writeFileAtomically(folder.path / "bad.toml", "id = "));
    CHECK_FALSE(profileNamed((folder.path / "bad.toml").string(), known));
    CHECK_FALSE(profilesIn(folder.path));
    CHECK(profilesIn(folder.path / "none").error().code == "qc.no-profiles");
}
