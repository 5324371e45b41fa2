// SPDX-License-Identifier: MIT
#include <subs/job/extract.h>
#include <subs/job/track_language.h>
#include <subs/job/tracks_json.h>

#include "catch.h"
#include "folder.h"
#include "job/fake_containers.h"
#include "job/track_packets.h"

#include <nlohmann/json.hpp>

using namespace subs;
using testing::packet;

namespace {

TextTrack track(int number, TextCodec codec, const char* language, const char* name = "") {
    TextTrack track;
    track.number = number;
    track.codec = codec;
    track.codecName = codec == TextCodec::Other ? "hdmv_pgs_subtitle" : "text";
    track.language = language;
    track.name = name;
    return track;
}

/// Khmer SubRip, English ASS, pictures, and a second Khmer track.
struct Film : testing::FakeContainers {
    Film() {
        facts.tracks = {track(2, TextCodec::SubRip, "khm", "Khmer"),
                        track(3, TextCodec::Ass, "eng"),
                        track(4, TextCodec::Other, "eng"),
                        track(5, TextCodec::SubRip, "km-KH")};
        texts[2] = {packet(1'000, 1'000, "មួយ")};
        texts[3] = {packet(1'000, 1'000, "0,0,Default,,0,0,0,,one")};
        texts[5] = {packet(2'000, 1'000, "ពីរ")};
    }
};

std::string read(const std::filesystem::path& path) {
    return readFile(path).value();
}

}  // namespace

TEST_CASE("the one text track is taken unasked, of several none", "[job][extract]") {
    const testing::Folder folder;
    Film containers;
    const ExtractTask task{"film.mkv", folder.path / "out.srt", {}};
    const auto several = extracted(containers, task, {});
    REQUIRE(several.error);
    CHECK(several.error->code == "extract.several");
    CHECK(several.error->message ==
          "it has 3 text tracks: 2 khm SubRip \"Khmer\", 3 eng ASS, 5 km-KH SubRip; --track says "
          "which, --all takes all of them");
    CHECK(std::filesystem::is_empty(folder.path));
    containers.facts.tracks = {containers.facts.tracks[2], containers.facts.tracks[0]};
    const auto one = extracted(containers, task, {});
    REQUIRE_FALSE(one.error);
    CHECK(one.tracks.size() == 1);
    CHECK(read(task.output) == "1\n00:00:01,000 --> 00:00:02,000\nមួយ\n\n");
    containers.facts.tracks = {containers.facts.tracks[0]};
    CHECK(extracted(containers, task, {}).error->code == "extract.no-tracks");
    containers.facts.tracks.clear();
    CHECK(extracted(containers, task, {}).error->code == "extract.no-tracks");
}

TEST_CASE("tracks are chosen by number and by language in either spelling", "[job][extract]") {
    Film containers;
    const ExtractTask task{"film.mkv", "-", {}};
    ExtractOptions options;
    options.tracks = {"en"};
    const auto english = extracted(containers, task, options);
    REQUIRE_FALSE(english.error);
    CHECK(english.tracks[0].track.number == 3);
    CHECK(english.tracks[0].bytes.find("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,one\n") !=
          std::string::npos);
    options.tracks = {"5"};
    CHECK(extracted(containers, task, options).tracks[0].bytes.find("ពីរ") != std::string::npos);
    options.tracks = {"khm"};
    CHECK(extracted(containers, task, options).error->code == "extract.several");
    options.tracks = {"fr"};
    CHECK(extracted(containers, task, options).error->code == "extract.no-such-track");
    options.tracks = {"4"};
    const auto pictures = extracted(containers, task, options);
    REQUIRE(pictures.tracks.size() == 1);
    CHECK(pictures.tracks[0].error->code == "track.no-text");
}

TEST_CASE("all tracks go into a folder, named by language and number", "[job][extract]") {
    const testing::Folder folder;
    Film containers;
    containers.facts.tracks[1].isForced = true;
    containers.remarks = {{Severity::Warning, 0, 0, "media.truncated", "it is short"}};
    ExtractOptions options;
    options.takesAll = true;
    const ExtractTask task{"films/ខ្សែ.mkv", {}, folder.path / "out"};
    const auto all = extracted(containers, task, options);
    REQUIRE_FALSE(all.error);
    CHECK(testing::codes(all.diagnostics) ==
          std::vector<std::string>{"extract.no-text", "media.truncated"});
    REQUIRE(all.tracks.size() == 3);
    CHECK(all.tracks[0].output == folder.path / "out" / "ខ្សែ.km.srt");
    CHECK(all.tracks[1].output == folder.path / "out" / "ខ្សែ.forced.en.ass");
    CHECK(all.tracks[2].output == folder.path / "out" / "ខ្សែ.km-KH.srt");
    CHECK(read(all.tracks[2].output).find("ពីរ") != std::string::npos);
    CHECK(extracted(containers, task, options).error->code == "io.exists");
    options.existing = Existing::Replace;
    containers.facts.tracks[3].language = "khm";
    const auto again = extracted(containers, task, options);
    CHECK(again.tracks[0].output == folder.path / "out" / "ខ្សែ.2.km.srt");
    CHECK(again.tracks[2].output == folder.path / "out" / "ខ្សែ.5.km.srt");
}

TEST_CASE("a track is converted on the way where another format is asked for", "[job][extract]") {
    Film containers;
    ExtractOptions options;
    options.tracks = {"3"};
    options.format = formatNamed("srt");
    const auto made = extracted(containers, {"film.mkv", "-", {}}, options);
    REQUIRE(made.tracks.size() == 1);
    CHECK(made.tracks[0].bytes == "1\n00:00:01,000 --> 00:00:02,000\none\n");
    CHECK(made.tracks[0].format->info().id == "srt");
}

TEST_CASE("a track without texts writes no file", "[job][extract]") {
    const testing::Folder folder;
    Film containers;
    containers.texts[2].clear();
    ExtractOptions options;
    options.tracks = {"2"};
    const auto none = extracted(containers, {"film.mkv", folder.path / "a.srt", {}}, options);
    CHECK(none.tracks[0].error->code == "extract.empty");
    CHECK(std::filesystem::is_empty(folder.path));
}

TEST_CASE("neither the film is written over nor its names leave their folder", "[job][extract]") {
    const testing::Folder folder;
    Film containers;
    const auto path = folder.path / "film.mkv";
    REQUIRE(writeFileAtomically(path, "film"));
    ExtractOptions options;
    options.tracks = {"2"};
    options.existing = Existing::Replace;
    CHECK(extracted(containers, {path, path, {}}, options).error->code == "output.collision");
    CHECK(read(path) == "film");

    CHECK(safeFileName("../../etc/a.ttf", 1) == "a.ttf");
    CHECK(safeFileName("C:\\fonts\\a.ttf", 1) == "a.ttf");
    CHECK(safeFileName("..", 3) == "attachment-3");
    CHECK(safeFileName("", 3) == "attachment-3");
    CHECK(safeFileName(".bashrc", 1) == "_bashrc");
    CHECK(safeFileName("a\nb.ttf", 1) == "a_b.ttf");
    CHECK(safeFileName(std::string(500, 'x') + ".ttf", 1).size() == 200);
}

TEST_CASE("fonts go into their folder, and equal ones are not in the way", "[job][extract]") {
    const testing::Folder folder;
    Film containers;
    containers.facts.attachments = {{"../Khmer OS.ttf", "application/x-truetype-font", "one"},
                                    {"cover.jpg", "image/jpeg", "two"},
                                    {"Khmer OS.ttf", "font/ttf", "three"}};
    ExtractOptions options;
    options.tracks = {"2"};
    options.fontFolder = folder.path / "fonts";
    const auto made = extracted(containers, {"film.mkv", "-", {}}, options);
    REQUIRE(made.fonts.size() == 2);
    CHECK(read(folder.path / "fonts" / "Khmer OS.ttf") == "one");
    CHECK(read(folder.path / "fonts" / "3-Khmer OS.ttf") == "three");
    const auto again = extracted(containers, {"film.mkv", "-", {}}, options);
    CHECK_FALSE(again.fonts[0].error);
    containers.facts.attachments[0].bytes = "other";
    const auto another = extracted(containers, {"film.mkv", "-", {}}, options);
    CHECK(another.fonts[0].error->code == "io.exists");
    CHECK(read(folder.path / "fonts" / "Khmer OS.ttf") == "one");
}

TEST_CASE("an extraction is told as JSON", "[job][extract]") {
    Film containers;
    ExtractOptions options;
    options.tracks = {"2"};
    const auto json = nlohmann::json::parse(
        extractionJson(extracted(containers, {"film.mkv", "-", {}}, options), "film.mkv"));
    CHECK(json["film"] == "film.mkv");
    CHECK(json["error"].is_null());
    CHECK(json["tracks"][0]["track"] == 2);
    CHECK(json["tracks"][0]["language"] == "km");
    CHECK(json["tracks"][0]["codec"] == "SubRip");
    CHECK(json["tracks"][0]["cues"] == 1);
    const auto missing = nlohmann::json::parse(
        extractionJson(extracted(containers, {"missing.mkv", "-", {}}, options), "missing.mkv"));
    CHECK(missing["error"]["code"] == "io.not-found");
}

TEST_CASE("languages are spelt as containers do, and back", "[job][extract]") {
    CHECK(containerLanguage("km") == "khm");
    CHECK(containerLanguage("km-KH") == "khm");
    CHECK(containerLanguage("de") == "ger");
    CHECK(containerLanguage("fr") == "fre");
    CHECK(containerLanguage("") == "und");
    CHECK(mp4Language("km-KH") == "khm");
    CHECK(mp4Language("de") == "deu");
    CHECK(mp4Language("ger") == "deu");
    CHECK(mp4Language("zh-Hant") == "zho");
    CHECK(mp4Language("x-own") == "und");
    CHECK(languageOfContainer("khm") == "km");
    CHECK(languageOfContainer("ger") == "de");
    CHECK(languageOfContainer("pt-BR") == "pt-BR");
    CHECK(languageOfContainer("und").empty());
    CHECK(languageOfContainer("").empty());
}
