// SPDX-License-Identifier: MIT
#include <subs/job/json.h>

#include "catch.h"
#include "job/fake_films.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace subs;
using nlohmann::json;

TEST_CASE("a document is dumped cue by cue", "[job]") {
    const auto read = readDocument(
        "1\n00:00:01,234 --> 00:00:02,500\n<i>One</i> &\nសួស្តី\n\n2\n00:00:05,000 --> 00:00:04,000\nback\n",
        "a.srt");
    REQUIRE(read);
    const json dump = json::parse(dumpJson(*read));
    CHECK(dump["format"] == "srt");
    CHECK(dump["encoding"] == "UTF-8");
    REQUIRE(dump["cues"].size() == 2);
    const json& cue = dump["cues"][0];
    CHECK(cue["index"] == 1);
    CHECK(cue["start_ms"] == 1234);
    CHECK(cue["end_ms"] == 2500);
    CHECK(cue["text"] == "One &\nសួស្តី");
    CHECK(cue["markup"] == "<i>One</i> &\nសួស្តី");
    CHECK(cue["style"].is_null());
    CHECK(cue["layer"] == 0);
    CHECK(cue["kind"] == "dialogue");
    CHECK(cue["settings"].is_object());
    REQUIRE(dump["diagnostics"].size() >= 1);
    CHECK(dump["diagnostics"][0]["severity"] == "warning");
    CHECK(dump["diagnostics"][0]["line"] == 7);
}

TEST_CASE("bytes that are no characters do not break the JSON", "[job]") {
    const auto read = readDocument(
        "1\n00:00:01,000 --> 00:00:02,000\ncaf\xE9 \xE1\x9E\x81\xE1\x9F\x92\xE1\x9E\x98\xE1\x9F\x82\xE1\x9E\x9A\n",
        "a.srt",
        {"UTF-8", {}, {}});
    REQUIRE(read);
    CHECK(json::parse(dumpJson(*read))["cues"][0]["text"] == "caf\xEF\xBF\xBD ខ្មែរ");
}

TEST_CASE("a conversion and an error are told as JSON", "[job]") {
    ConvertOptions options;
    options.format = formatNamed("srt");
    const std::string ass =
        "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,x\nDialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\k30}la\n";
    auto result = converted(ass, "a.ass", options);
    REQUIRE(result);
    const json told =
        json::parse(conversionJson({std::nullopt, std::move(*result)}, "a.ass", "a.srt"));
    CHECK(told["input"] == "a.ass");
    CHECK(told["output"] == "a.srt");
    CHECK(told["from"] == "ass");
    CHECK(told["to"] == "srt");
    CHECK(told["cues"] == 2);
    CHECK(told["error"].is_null());
    bool karaokeFound = false;
    for (const json& loss : told["losses"])
        if (loss["feature"] == "karaoke") {
            karaokeFound = true;
            CHECK(loss["cues"] == json::array({2}));
            CHECK(loss["severity"] == "dropped");
        }
    CHECK(karaokeFound);
    const json failed = json::parse(conversionJson({Error{"io.denied", "no"}, {}}, "a", "b"));
    CHECK(failed["error"]["code"] == "io.denied");
    CHECK(failed["from"].is_null());
    CHECK(json::parse(errorJson({"a", "b"}, "c"))["file"] == "c");
}

TEST_CASE("a film is told as JSON", "[job]") {
    testing::FakeFilms films;
    const json told = json::parse(filmJson(films.facts("film.mkv", {}).value(), "film.mkv"));
    CHECK(told["kind"] == "film");
    CHECK(told["rate"] == "25");
    CHECK(told["frames"] == 2000);
    CHECK(told["duration_ms"] == 80000);
    CHECK(told["streams"][1]["language"] == "khm");
    CHECK(told["streams"][0]["language"].is_null());
    films.frames = 0;
    const json empty = json::parse(filmJson(films.facts("film.mkv", {}).value(), "film.mkv"));
    CHECK(empty["frames"] == 0);
    for (const char* name : {"rate", "constant_rate", "first_frame_ms"})
        CHECK(empty[name].is_null());
}

TEST_CASE("formats and findings are told as JSON", "[job]") {
    const json told = json::parse(formatsJson());
    REQUIRE(told["formats"].size() >= 3);
    CHECK(told["formats"][0]["id"].is_string());
    Finding finding;
    finding.rule = "gap";
    finding.index = 1;
    finding.measured = 29.6816;
    finding.limit = 28;
    finding.unit = "frames";
    CheckedFile checked;
    checked.profile = "house-km";
    checked.profileReason = "the default for km";
    checked.language = "km";
    checked.findings = {finding};
    checked.cueLines = {1, 5};
    const json report = json::parse(findingsJson(checked, "a.srt"));
    CHECK(report["profile"] == "house-km");
    CHECK(report["profile_reason"] == "the default for km");
    CHECK(report["language"] == "km");
    CHECK(report["findings"][0]["cue"] == 2);
    CHECK(report["findings"][0]["measured"] == 29.69);
    CHECK(report["findings"][0]["file_line"] == 5);
    CHECK(report["findings"][0]["unit"] == "frames");
    CHECK(report["findings"][0]["cue_line"].is_null());
    CHECK(json::parse(piecesJson(
              std::vector<std::vector<std::string>>{{"a", "b"}, {}}))["lines"][0][1] == "b");
    CHECK(json::parse(answersJson(std::vector<std::string>{"1"}, {}))["answers"][0] == "1");
    CHECK(json::parse(outputJson("a.png"))["output"] == "a.png");
}
