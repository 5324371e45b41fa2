// SPDX-License-Identifier: MIT
#include <subs/job/check_files.h>

#include "catch.h"

#include <cstdint>
#include <string>
#include <vector>

using namespace subs;

namespace {

const std::string kThreeLines =
    "1\n00:00:01,000 --> 00:00:04,000\nOne\nTwo\nThree\n\n2\n00:00:05,000 --> 00:00:08,000\nFine\n";

Profile twoLines(const char* id, const char* language) {
    Profile profile;
    profile.id = id;
    profile.languages = {language};
    profile.maxLines = 2;
    return profile;
}

CheckFileTask task(const char* name, const std::string& bytes) {
    return {{name, name, std::nullopt}, bytes};
}

}  // namespace

TEST_CASE("each file is checked by the profile of its language", "[job]") {
    const std::vector<Profile> profiles = {twoLines("for-en", "en"), twoLines("for-km", "km")};
    const std::vector<CheckFileTask> tasks = {
        task("en.srt", kThreeLines),
        task("km.srt", "1\n00:00:01,000 --> 00:00:04,000\nសួស្តី\n"),
        task("th.srt", "1\n00:00:01,000 --> 00:00:04,000\nสวัสดี\n"),
        {{"/nowhere/x.srt", "x.srt", std::nullopt}, std::nullopt}};
    std::vector<CheckedFile> files;
    CHECK(checkFiles(tasks, {profiles, {}, {}}, {2, {}}, [&](std::size_t, CheckedFile file) {
              files.push_back(std::move(file));
          }) == 4);
    CHECK(files[0].profile == "for-en");
    REQUIRE(files[0].findings.size() == 1);
    CHECK(files[0].findings[0].rule == "line-count");
    CHECK(files[0].cueLines == std::vector<std::uint32_t>{1, 7});
    CHECK(files[1].profile == "for-km");
    CHECK(files[1].findings.empty());
    CHECK(files[2].error->code == "qc.no-profile");
    CHECK(files[3].error->code == "io.not-found");
}

TEST_CASE("a single profile is for every language", "[job]") {
    const std::vector<Profile> profiles = {twoLines("for-km", "km")};
    const std::vector<CheckFileTask> tasks = {task("en.srt", kThreeLines)};
    checkFiles(tasks, {profiles, {}, {}}, {}, [&](std::size_t, const CheckedFile& file) {
        CHECK(file.findings.size() == 1);
    });
}

TEST_CASE("cues know their lines in files of every line end and a new cue has none", "[job]") {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        std::string bytes;
        for (const char c : kThreeLines)
            bytes += c == '\n' ? end : std::string(1, c);
        auto read = readDocument(bytes, "a.srt");
        REQUIRE(read);
        read->document.cues.emplace_back();
        CHECK(cueLinesOf(read->document) == std::vector<std::uint32_t>{1, 7, 0});
    }
}
