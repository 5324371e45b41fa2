// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/job/profiles.h>
#include <subs/qc/profile.h>

#include "catch.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace subs;

namespace {

const std::filesystem::path kFolder = std::filesystem::path(SUBS_SOURCE_DIR) / "seeds" / "profiles";

/// What a guide says, written by hand from it.
struct Numbers {
    std::string id;
    std::string language;
    CountUnit unit = CountUnit::Graphemes;
    double lineCount = 0;
    double speed = 0;
    std::int64_t shortest = 0;  ///< In flicks, 705 600 000 a second.
    std::int64_t longest = 4'939'200'000;
    int tolerance = 0;
    std::optional<int> gap;
};

Profile shipped(const std::string& id) {
    const std::filesystem::path path = kFolder / (id + ".toml");
    const auto bytes = readFile(path);
    REQUIRE(bytes);
    const auto profile = parseProfile(*bytes, path.filename().string());
    if (!profile) FAIL(profile.error().message);
    return *profile;
}

std::vector<std::string> shippedIds() {
    std::vector<std::string> ids;
    for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
        if (entry.path().extension() == ".toml") ids.push_back(entry.path().stem().string());
    }
    std::ranges::sort(ids);
    return ids;
}

}  // namespace

TEST_CASE("shipped profiles have the numbers of their guides", "[qc][seeds]") {
    const auto numbers = GENERATE(values<Numbers>({
        {"netflix-en", "en", CountUnit::Graphemes, 42, 20, 588'000'000, 4'939'200'000, 1, 2},
        {"house-km", "km", CountUnit::Clusters, 24, 10, 588'000'000, 4'939'200'000, 1, 2},
        {"ted-en", "en", CountUnit::Graphemes, 42, 21, 705'600'000, 4'939'200'000, 0, std::nullopt},
        {"amazon-en", "en", CountUnit::Graphemes, 42, 17, 705'600'000, 4'939'200'000, 1, 2},
    }));
    CAPTURE(numbers.id);
    const Profile profile = shipped(numbers.id);
    CHECK(profile.id == numbers.id);
    CHECK(profile.languages == std::vector<std::string>{numbers.language});
    CHECK(profile.lineUnit == numbers.unit);
    CHECK(profile.maxLineCount == numbers.lineCount);
    CHECK(profile.maxLines == 2);
    CHECK(profile.speedUnit == numbers.unit);
    CHECK(profile.maxSpeed == numbers.speed);
    CHECK(profile.minDuration == Time::fromFlicks(numbers.shortest));
    CHECK(profile.maxDuration == Time::fromFlicks(numbers.longest));
    CHECK(profile.durationToleranceFrames == numbers.tolerance);
    CHECK(profile.minGapFrames == numbers.gap);
    CHECK_FALSE(profile.overlapAllowed);
}

TEST_CASE("the house's Khmer profile goes by width and says that it is provisional",
          "[qc][seeds]") {
    const Profile profile = shipped("house-km");
    CHECK(profile.provisional);
    CHECK(profile.source == "house");
    CHECK(profile.lineCountUse == LineCountUse::WithoutFont);
    CHECK(profile.maxLineWidthEm == 20.24);
    CHECK(profile.maxLineWidthShare == 0.9);
    CHECK(profile.safeWidth == 0.93);
    CHECK(profile.safeHeight == 0.93);
    CHECK(profile.balance == Balance::BottomHeavy);
}

TEST_CASE("each shipped profile names the unit that it counts lines and speed in", "[qc][seeds]") {
    for (const std::string& id : shippedIds()) {
        CAPTURE(id);
        const auto bytes = readFile(kFolder / (id + ".toml"));
        REQUIRE(bytes);
        for (const std::string section : {"\n[line]\nunit = \"", "\n[speed]\nunit = \""})
            CHECK(bytes->find(section) != std::string::npos);
    }
}

TEST_CASE("texts are wrapped as a profile wants its lines", "[qc][seeds]") {
    const WrapOptions km = wrapOptionsFor(shipped("house-km"));
    CHECK(km.limit.measure == WidthMeasure::Em);
    CHECK(km.limit.most == 20.24);
    CHECK(km.mostLines == 2);
    CHECK(km.balance == Balance::BottomHeavy);
    const WrapOptions ted = wrapOptionsFor(shipped("ted-en"));
    CHECK(ted.limit.measure == WidthMeasure::Count);
    CHECK(ted.limit.most == 42);
    CHECK(ted.limit.unit == CountUnit::Graphemes);
    CHECK(ted.balance == Balance::Even);
    Profile wide;
    wide.maxLineWidthShare = 0.68;
    wide.maxLines = 3;
    CHECK(wrapOptionsFor(wide).limit.measure == WidthMeasure::Picture);
    CHECK(wrapOptionsFor(wide).limit.most == 0.68);
    CHECK(wrapOptionsFor(wide).mostLines == 3);
}

TEST_CASE("profiles after a guide are not provisional and go by count", "[qc][seeds]") {
    for (const std::string id : {"netflix-en", "ted-en", "amazon-en"}) {
        const Profile profile = shipped(id);
        CHECK_FALSE(profile.provisional);
        CHECK(profile.lineCountUse == LineCountUse::Always);
        CHECK_FALSE(profile.maxLineWidthEm);
        CHECK_FALSE(profile.maxLineWidthShare);
        CHECK_FALSE(profile.safeWidth);
        CHECK_FALSE(profile.safeHeight);
        CHECK((profile.balance == Balance::Even) == (id == "ted-en"));
    }
    CHECK(shipped("netflix-en").sourceDate == "2026-08-07");
}

TEST_CASE("every shipped profile is one that is compared here and is named as its file",
          "[qc][seeds]") {
    CHECK(shippedIds() ==
          std::vector<std::string>{"amazon-en", "house-km", "netflix-en", "ted-en"});
    for (const std::string& id : shippedIds())
        CHECK(shipped(id).id == id);
}

TEST_CASE("each language with a shipped profile has one that is taken unasked", "[qc][seeds]") {
    std::vector<std::string> defaults;
    for (const std::string& id : shippedIds()) {
        if (shipped(id).isDefault) defaults.push_back(id);
    }
    CHECK(defaults == std::vector<std::string>{"house-km", "netflix-en"});
}

TEST_CASE("a track is checked against the default profile of its language", "[qc][seeds]") {
    const auto known = profilesIn(kFolder);
    REQUIRE(known);
    REQUIRE(profileFor("en", *known));
    CHECK(profileFor("en", *known)->id == "netflix-en");
    CHECK(profileFor("en-GB", *known)->id == "netflix-en");
    CHECK(profileFor("km", *known)->id == "house-km");
    CHECK_FALSE(profileFor("th", *known));
    CHECK_FALSE(profileFor("", *known));
}
