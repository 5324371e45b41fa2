// SPDX-License-Identifier: MIT
#include <subs/job/check_files.h>
#include <subs/job/cue_lines.h>

#include "catch.h"

#include <algorithm>
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
    CHECK(checkFiles(tasks, {profiles, {}, nullptr}, {2, {}}, [&](std::size_t, CheckedFile file) {
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
    checkFiles(tasks, {profiles, {}, nullptr}, {}, [&](std::size_t, const CheckedFile& file) {
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

namespace {

const Diagnostic* remarkOf(const CheckedFile& file, std::string_view code) {
    const auto found = std::ranges::find(file.diagnostics, code, &Diagnostic::code);
    return found == file.diagnostics.end() ? nullptr : &*found;
}

CheckedFile checkedAlone(const std::string& bytes, const CheckFilesOptions& options) {
    const std::vector<CheckFileTask> tasks = {task("a.srt", bytes)};
    CheckedFile result;
    checkFiles(
        tasks, options, {}, [&](std::size_t, CheckedFile file) { result = std::move(file); });
    return result;
}

}  // namespace

TEST_CASE("which profile was taken is told with the language and why", "[job]") {
    std::vector<Profile> profiles = {twoLines("for-en", "en"), twoLines("for-km", "km")};
    profiles[0].isDefault = true;
    CheckedFile file = checkedAlone(kThreeLines, {profiles});
    CHECK(file.language == "en");
    CHECK(file.profileReason == "the default for en, which the letters of the text tell");
    REQUIRE(remarkOf(file, "qc.profile"));
    CHECK(remarkOf(file, "qc.profile")->severity == Severity::Info);
    CHECK(remarkOf(file, "qc.profile")->message == "checked by for-en: " + file.profileReason);
    CHECK_FALSE(remarkOf(file, "qc.no-letters"));
    CheckFilesOptions asked{profiles};
    asked.reading.language = "km";
    CHECK(checkedAlone(kThreeLines, asked).profileReason == "the first for km, which was named");
    const std::vector<Profile> one = {twoLines("mine", "km")};
    CHECK(checkedAlone(kThreeLines, {one, {}, nullptr, ProfileChoice::Named}).profileReason ==
          "the one that was named");
}

TEST_CASE("a text without a letter is checked with a warning or not at all", "[job]") {
    const std::string numbers = "1\n00:00:01,000 --> 00:00:04,000\n1985\n";
    std::vector<Profile> profiles = {twoLines("for-en", "en"), twoLines("any", "")};
    profiles[1].languages.clear();
    const CheckedFile file = checkedAlone(numbers, {profiles});
    CHECK(file.profile == "any");
    REQUIRE(remarkOf(file, "qc.no-letters"));
    CHECK(remarkOf(file, "qc.no-letters")->severity == Severity::Warning);
    profiles.pop_back();
    profiles.push_back(twoLines("for-km", "km"));
    const CheckedFile refused = checkedAlone(numbers, {profiles});
    REQUIRE(refused.error);
    CHECK(refused.error->code == "qc.no-profile");
    CHECK(refused.error->message.find("no letter") == 0);
}

TEST_CASE("cues past the last frame of a film are told once for the file that is checked",
          "[job]") {
    const std::vector<Profile> profiles = {twoLines("mine", "en")};
    KnownFrames frames{FrameTimeline::constant(parseFrameRate("25").value()), "film.mkv"};
    frames.end = Frame{100};  // 4 s
    const CheckedFile file = checkedAlone(kThreeLines, {profiles, {}, &frames});
    REQUIRE(remarkOf(file, "time.past-last-frame"));
    CHECK(remarkOf(file, "time.past-last-frame")->line == 7);
    CHECK(remarkOf(file, "time.past-last-frame")
              ->message.find("1 cue lies past the last frame of film.mkv") == 0);
    frames.end = Frame{200};
    CHECK_FALSE(
        remarkOf(checkedAlone(kThreeLines, {profiles, {}, &frames}), "time.past-last-frame"));
}

TEST_CASE("a file without cues needs no profile and an empty one does not pass", "[job]") {
    const std::vector<Profile> profiles = {twoLines("for-km", "km"), twoLines("for-fr", "fr")};
    const CheckedFile empty = checkedAlone("\n", {profiles});
    CHECK_FALSE(empty.error);
    CHECK(empty.profile.empty());
    REQUIRE(remarkOf(empty, "format.empty"));
    CHECK(remarkOf(empty, "format.empty")->severity == Severity::Error);
    CHECK_FALSE(remarkOf(empty, "qc.no-cues"));
    const CheckedFile head = checkedAlone("[Script Info]\nScriptType: v4.00+\n", {profiles});
    CHECK_FALSE(head.error);
    REQUIRE(remarkOf(head, "qc.no-cues"));
    CHECK(remarkOf(head, "qc.no-cues")->severity == Severity::Warning);
}
