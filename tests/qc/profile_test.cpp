// SPDX-License-Identifier: MIT
#include <subs/qc/profile.h>

#include "catch.h"

#include <string>

using namespace subs;

namespace {

/// A file with the required keys on lines 1 to 3 and `rest` from line 4 on.
std::string fileOf(const std::string& rest) {
    return "id = \"own\"\ntitle = \"Own\"\nsource = \"house\"\n" + rest;
}

Error errorOf(const std::string& toml) {
    const auto profile = parseProfile(toml, "own.toml");
    REQUIRE_FALSE(profile);
    return profile.error();
}

}  // namespace

TEST_CASE("a profile is read with every key", "[qc]") {
    const auto profile = parseProfile(fileOf(R"(source_url = "https://example.org"
source_date = 2026-01-31
provisional = true
languages = ["km", "en"]
default = true
[line]
unit = "clusters"
max_count = 24.5
count_applies = "without-font"
max_width_em = 20.24
max_width_share = 0.9
max_lines = 3
[speed]
unit = "code-points"
max_per_second = 17
[duration]
min_seconds = "5/6"
max_seconds = 7
tolerance_frames = 2
[gap]
min_frames = 4
overlap_allowed = true
[severity]
gap = "error"
line-count = "info"
line-width = "off"
khmer.colon = "warning"
"khmer.spaces" = "off"
)"),
                                      "own.toml");
    REQUIRE(profile);
    CHECK(profile->id == "own");
    CHECK(profile->title == "Own");
    CHECK(profile->source == "house");
    CHECK(profile->sourceUrl == "https://example.org");
    CHECK(profile->sourceDate == "2026-01-31");
    CHECK(profile->off == std::set<std::string, std::less<>>{"khmer.spaces", "line-width"});
    CHECK(profile->severities.at("khmer.colon") == Severity::Warning);
    CHECK(profile->provisional);
    CHECK(profile->languages == std::vector<std::string>{"km", "en"});
    CHECK(profile->isDefault);
    CHECK(profile->lineUnit == CountUnit::Clusters);
    CHECK(profile->maxLineCount == 24.5);
    CHECK(profile->lineCountUse == LineCountUse::WithoutFont);
    CHECK(profile->maxLineWidthEm == 20.24);
    CHECK(profile->maxLineWidthShare == 0.9);
    CHECK(profile->maxLines == 3);
    CHECK(profile->speedUnit == CountUnit::CodePoints);
    CHECK(profile->maxSpeed == 17.0);
    CHECK(profile->minDuration == Time::fromFlicks(588'000'000));
    CHECK(profile->maxDuration == Time::fromSeconds(7));
    CHECK(profile->durationToleranceFrames == 2);
    CHECK(profile->minGapFrames == 4);
    CHECK(profile->overlapAllowed);
    CHECK(profile->severities.at("gap") == Severity::Error);
    CHECK(profile->severities.at("line-count") == Severity::Info);
}

TEST_CASE("a profile says how lines are balanced and what is safe", "[qc]") {
    const auto profile = parseProfile(
        fileOf("[line]\nbalance = \"even\"\n[picture]\nsafe_width = 0.93\nsafe_height = 0.9\n"),
        "own.toml");
    REQUIRE(profile);
    CHECK(profile->balance == Balance::Even);
    CHECK(profile->safeWidth == 0.93);
    CHECK(profile->safeHeight == 0.9);
    CHECK(errorOf(fileOf("[line]\nbalance = \"odd\"\n")).code == "profile.bad-value");
    CHECK(errorOf(fileOf("[picture]\nsafe_width = 1.1\n")).code == "profile.bad-value");
}

TEST_CASE("rules with a dot in their id may be written with and without quotes", "[qc]") {
    const auto profile = parseProfile(
        fileOf("[severity]\nfont.fallback = \"warning\"\n\"font.missing\" = \"error\"\n"),
        "own.toml");
    REQUIRE(profile);
    CHECK(profile->severities.at("font.fallback") == Severity::Warning);
    CHECK(profile->severities.at("font.missing") == Severity::Error);
}

TEST_CASE("limits that a profile does not name are not checked", "[qc]") {
    const auto profile = parseProfile(fileOf(""), "own.toml");
    REQUIRE(profile);
    CHECK_FALSE(profile->maxLineCount);
    CHECK_FALSE(profile->maxLineWidthEm);
    CHECK_FALSE(profile->maxLines);
    CHECK_FALSE(profile->maxSpeed);
    CHECK_FALSE(profile->minDuration);
    CHECK_FALSE(profile->minGapFrames);
    CHECK(profile->durationToleranceFrames == 0);
    CHECK_FALSE(profile->overlapAllowed);
    CHECK_FALSE(profile->isDefault);
    CHECK(profile->lineUnit == CountUnit::Graphemes);
}

TEST_CASE("durations are exact", "[qc]") {
    const auto minimumOf = [](const std::string& value) {
        const auto profile = parseProfile(fileOf("[duration]\nmin_seconds = " + value), "own.toml");
        REQUIRE(profile);
        return *profile->minDuration;
    };
    CHECK(minimumOf("\"0.833\"") == Time::fromMilliseconds(833));
    CHECK(minimumOf("\"1001/24000\"") == Time::fromFlicks(29'429'400));
    CHECK(minimumOf("1") == Time::fromSeconds(1));
}

TEST_CASE("an unknown key is an error that names the nearest one", "[qc]") {
    const Error key = errorOf(fileOf("[line]\nmax_cuont = 42\n"));
    CHECK(key.code == "profile.unknown-key");
    CHECK(placed(key) ==
          "own.toml:5: line.max_cuont is no key of a profile; the nearest is line.max_count");
    CHECK(placed(errorOf(fileOf("[lines]\nmax_count = 42\n"))) ==
          "own.toml:4: lines is no key of a profile; the nearest is line");
    CHECK(placed(errorOf(fileOf("tilte = \"x\"\n"))) ==
          "own.toml:4: tilte is no key of a profile; the nearest is title");
    CHECK(
        placed(errorOf(fileOf("[severity]\nline_length = \"error\"\n"))) ==
        "own.toml:5: severity.line_length is no key of a profile; the nearest is severity.line-length");
    CHECK(
        placed(errorOf(fileOf("[severity]\nfont.mising = \"error\"\n"))) ==
        "own.toml:5: severity.font.mising is no key of a profile; the nearest is severity.font.missing");
    CHECK(placed(errorOf(fileOf("quite_another_thing = 1\n"))) ==
          "own.toml:4: quite_another_thing is no key of a profile; there are id, title, source, "
          "source_url, source_date, provisional, languages, default, line, picture, speed, "
          "duration, gap, severity");
}

TEST_CASE("a value that is not what it has to be is an error", "[qc]") {
    const auto [rest, message] = GENERATE(table<std::string, std::string>({
        {"[line]\nmax_count = \"42\"", "own.toml:5: line.max_count has to be a number above 0"},
        {"[line]\nmax_count = 0", "own.toml:5: line.max_count has to be a number above 0"},
        {"[line]\nmax_count = nan", "own.toml:5: line.max_count has to be a number above 0"},
        {"[line]\nmax_lines = 2.5", "own.toml:5: line.max_lines has to be a whole number above 0"},
        {"[line]\nmax_width_share = 90",
         "own.toml:5: line.max_width_share has to be a number above 0 and up to 1"},
        {"[line]\nunit = \"letters\"",
         "own.toml:5: line.unit has to be \"code-points\", \"graphemes\", \"clusters\" or \"columns\""},
        {"[line]\ncount_applies = \"never\"",
         "own.toml:5: line.count_applies has to be \"always\" or \"without-font\""},
        {"[duration]\nmin_seconds = 0.833",
         "own.toml:5: duration.min_seconds has to be seconds above 0 and up to a day: a whole number, or \"5/6\" or \"0.5\" "
         "between quotes"},
        {"[duration]\nmin_seconds = \"5/0\"",
         "own.toml:5: duration.min_seconds has to be seconds above 0 and up to a day: a whole number, or \"5/6\" or \"0.5\" "
         "between quotes"},
        {"[duration]\ntolerance_frames = -1",
         "own.toml:5: duration.tolerance_frames has to be a whole number, 0 or more"},
        {"[gap]\noverlap_allowed = 1", "own.toml:5: gap.overlap_allowed has to be true or false"},
        {"source_date = \"2026-01-31\"",
         "own.toml:4: source_date has to be a date like 2026-08-07"},
        {"languages = \"km\"",
         "own.toml:4: languages has to be a list of language tags like [\"km\"]"},
        {"line = 4", "own.toml:4: line has to be a section: [line]"},
        {"[severity]\ngap = \"fatal\"",
         "own.toml:5: severity.gap has to be \"info\", \"warning\", \"error\" or \"off\""},
        {"[duration]\nmin_seconds = 8\nmax_seconds = 7",
         "own.toml:5: duration.min_seconds is more than duration.max_seconds"},
    }));
    const Error error = errorOf(fileOf(rest));
    CHECK(placed(error) == message);
}

TEST_CASE("a profile without a name is an error", "[qc]") {
    const Error error = errorOf("title = \"Own\"\nsource = \"house\"\n");
    CHECK(error.code == "profile.missing-key");
    CHECK(placed(error) == "own.toml:1: the key id is missing");
    CHECK(errorOf("").code == "profile.missing-key");
}

TEST_CASE("a file that is no TOML is an error with its line", "[qc]") {
    const Error error = errorOf("id = \"own\"\ntitle = = 4\n");
    CHECK(error.code == "profile.syntax");
    CHECK(placed(error).rfind("own.toml:2:", 0) == 0);
    CHECK(errorOf("\xFF\xFE").code == "profile.syntax");
}
