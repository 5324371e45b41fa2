// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <string>

using nlohmann::json;
using testing::get;
using testing::put;
using testing::Ran;
using testing::run;

namespace {

const std::string kOverlap =
    "1\n00:00:01,000 --> 00:00:04,000\nThis is fine.\n\n2\n00:00:03,000 --> 00:00:06,000\nThis overlaps.\n";
const std::string kFine = "1\n00:00:01,000 --> 00:00:04,000\nThis is fine.\n";

}  // namespace

TEST_CASE("findings are told with file and line and make the exit status 1", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "en.srt", kOverlap);
    const Ran ran = run({"qc", "en.srt"}, {.folder = folder.path});
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("en.srt:") != std::string::npos);
    CHECK(ran.err.find("[overlap]") != std::string::npos);
    CHECK(run({"qc", "en.srt", "--fail-on", "never"}, {.folder = folder.path}).status == 0);
}

TEST_CASE("a clean file is done without a word", "[cli]") {
    const Ran ran = run({"qc", "-"}, {.input = kFine});
    CHECK(ran.status == 0);
    CHECK(ran.out.empty());
    CHECK(ran.err.empty());
}

TEST_CASE("findings are told as JSON with their unit and limit", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "en.srt", kOverlap);
    const Ran ran = run({"qc", "en.srt", "--json"}, {.folder = folder.path});
    CHECK(ran.status == 1);
    const json told = json::parse(ran.out);
    CHECK(told["file"] == "en.srt");
    REQUIRE(told["findings"].size() >= 1);
    for (const json& finding : told["findings"]) {
        CHECK(finding["unit"].is_string());
        CHECK(finding["measured"].is_number());
        CHECK(finding["limit"].is_number());
    }
    CHECK(run({"qc", "en.srt", "--format", "json"}, {.folder = folder.path}).out == ran.out);
    CHECK(run({"qc", "en.srt", "--json", "--report-file", "r.json"}, {.folder = folder.path})
              .out.empty());
    CHECK(json::parse(get(folder.path / "r.json")) == told);
}

TEST_CASE("the profile is chosen by language or by name or by file", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "km.srt", "1\n00:00:01,000 --> 00:00:04,000\nសួស្តី\n");
    put(folder.path / "fr.srt", "1\n00:00:01,000 --> 00:00:04,000\nBonjour\n");
    CHECK(json::parse(run({"qc", "km.srt", "--json"}, {.folder = folder.path}).out)["profile"] ==
          "house-km");
    CHECK(json::parse(
              run({"qc", "fr.srt", "--profile", "house-km", "--json"}, {.folder = folder.path})
                  .out)["profile"] == "house-km");
    put(folder.path / "mine.toml", "not a profile");
    const Ran broken = run({"qc", "fr.srt", "--profile", "mine.toml"}, {.folder = folder.path});
    CHECK(broken.status == 2);
    CHECK(broken.err.find("mine.toml:1:") == 0);
    const Ran ran =
        run({"qc", "km.srt"},
            {.folder = folder.path, .environment = {{"SUBS_SEEDS", folder.path.string()}}});
    CHECK(ran.status == 2);
}

TEST_CASE("which profile was chosen and why is told when asked for", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "en.srt", kFine);
    const Ran verbose = run({"qc", "en.srt", "--verbose"}, {.folder = folder.path});
    CHECK(verbose.status == 0);
    CHECK(
        verbose.err ==
        "en.srt: info: checked by netflix-en: the default for en, which the letters of the text tell [qc.profile]\n");
    const json told = json::parse(run({"qc", "en.srt", "--json"}, {.folder = folder.path}).out);
    CHECK(told["language"] == "en");
    CHECK(told["profile_reason"] == "the default for en, which the letters of the text tell");
}

TEST_CASE("a text without letters is not checked by a guess", "[cli]") {
    const Ran ran = run({"qc", "-"}, {.input = "1\n00:00:01,000 --> 00:00:04,000\n1985\n"});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("-: error: no letter tells the language of the text") == 0);
    CHECK(
        run({"qc", "-", "--language", "en"}, {.input = "1\n00:00:01,000 --> 00:00:04,000\n1985\n"})
            .status == 0);
}

TEST_CASE("a file that is damaged does not pass", "[cli]") {
    const std::string cut = kFine + "\n2\n00:00:05,0";
    const Ran ran = run({"qc", "-"}, {.input = cut});
    CHECK(ran.status == 1);
    CHECK(ran.err.find("-:6: error: ") == 0);
    CHECK(run({"qc", "-", "--fail-on", "never"}, {.input = cut}).status == 0);
}

TEST_CASE("marks of Khmer are found, and a profile turns a rule off", "[cli][khmer]") {
    const testing::Folder folder;
    put(folder.path / "km.srt",
        "1\n00:00:01,000 --> 00:00:04,000\nមាន ៣0 នាក់\n\n"
        "2\n00:00:05,000 --> 00:00:08,000\nស្រី: ទៅ\n");
    const Ran ran = run({"qc", "km.srt", "--profile", "house-km"}, {.folder = folder.path});
    CHECK(ran.status == 1);
    CHECK(ran.err.find("cue 1: line 1 has \"៣0\"; a number is written in one kind of digits "
                       "[khmer.mixed-digits]") != std::string::npos);
    CHECK(ran.err.find("info: cue 2: line 1 has \":\"; behind Khmer it is probably ៖ "
                       "[khmer.colon]") != std::string::npos);
    put(folder.path / "mine.toml",
        "id = \"mine\"\ntitle = \"Mine\"\nsource = \"house\"\n"
        "[severity]\nkhmer.mixed-digits = \"off\"\n");
    const Ran off = run({"qc", "km.srt", "--profile", "mine.toml"}, {.folder = folder.path});
    CHECK(off.status == 0);
    CHECK(off.err.find("mixed-digits") == std::string::npos);
    const json told = json::parse(
        run({"qc", "km.srt", "--profile", "mine.toml", "--json"}, {.folder = folder.path}).out);
    REQUIRE(told["findings"].size() == 1);
    CHECK(told["findings"][0]["cue_line"] == 1);
    CHECK(told["findings"][0]["cue_column"] == 5);
}
