// SPDX-License-Identifier: MIT
// Text tracks into the sample film and out of it again.
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using nlohmann::json;
using testing::get;
using testing::put;
using testing::Ran;
using testing::run;
namespace fs = std::filesystem;

namespace {

const std::string kSamples = SUBS_SOURCE_DIR "/samples/";
const std::string kFilm = kSamples + "seven-lanterns.mp4";
const std::string kSrt = "1\n00:00:01,000 --> 00:00:02,000\nHello there\n\n";

/// A folder with an MKV of the sample film that has a Khmer ASS track and an English one.
struct Muxed {
    testing::Folder folder;
    Ran ran;

    Muxed() {
        fs::copy_file(kSamples + "seven-lanterns.km.ass", folder.path / "ខ្សែ.km.ass");
        put(folder.path / "film.en.srt", kSrt);
        ran = in({"mux",
                  kFilm,
                  "ខ្សែ.km.ass",
                  "film.en.srt",
                  "-o",
                  "film.mkv",
                  "--default",
                  "km",
                  "--json"});
    }
    Ran in(const std::vector<std::string>& arguments, const std::string& input = {}) const {
        return run(arguments, {.input = input, .folder = folder.path});
    }
    std::string file(const char* name) const { return get(folder.path / name); }
    bool has(const char* name) const { return fs::exists(folder.path / name); }
};

}  // namespace

TEST_CASE("subtitles go into a film and come out as they were", "[cli][film][tracks]") {
    const Muxed muxed;
    CHECK(muxed.ran.status == 0);
    const json told = json::parse(muxed.ran.out);
    CHECK(told["output"] == "film.mkv");
    CHECK(told["tracks"][0]["language"] == "km");
    CHECK(told["tracks"][0]["default"] == true);
    CHECK(told["tracks"][1]["codec"] == "SubRip");
    const json info = json::parse(muxed.in({"info", "--json", "film.mkv"}).out);
    CHECK(info["streams"].back()["language"] == "eng");
    const Ran all = muxed.in({"extract", "--all", "film.mkv", "--out-dir", "out"});
    CHECK(all.status == 0);
    CHECK(muxed.file("out/film.en.srt") == kSrt);
    const json was = json::parse(muxed.in({"dump", "ខ្សែ.km.ass"}).out);
    const json is = json::parse(muxed.in({"dump", "out/film.km.ass"}).out);
    CHECK(is["cues"] == was["cues"]);
}

TEST_CASE("a track is chosen by language, converted, and written to standard output",
          "[cli][film][tracks]") {
    const Muxed muxed;
    const Ran which = muxed.in({"extract", "film.mkv", "-o", "a.srt"});
    CHECK(which.status == 2);
    CHECK(
        which.err.find(
            "film.mkv: error: it has 2 text tracks: 2 khm ASS \"គោមប្រាំពីរ\", 3 eng SubRip; --track "
            "says which, --all takes all of them [extract.several]") == 0);
    CHECK_FALSE(muxed.has("a.srt"));
    const Ran english = muxed.in({"extract", "--track", "en", "film.mkv", "-o", "-"});
    CHECK(english.status == 0);
    CHECK(english.out == kSrt);
    const Ran khmer = muxed.in({"extract", "--track", "2", "film.mkv", "-o", "a.srt"});
    CHECK(khmer.status == 0);
    CHECK(muxed.file("a.srt").find("[Script Info]") == std::string::npos);
    CHECK(khmer.err.find("a.srt: warning: ") == 0);
    const Ran strict = muxed.in({"extract",
                                 "--track",
                                 "2",
                                 "film.mkv",
                                 "-o",
                                 "b.srt",
                                 "--fail-on",
                                 "dropped",
                                 "--report",
                                 "json",
                                 "--report-file",
                                 "r.json"});
    CHECK(strict.status == 1);
    CHECK(json::parse(muxed.file("r.json"))["tracks"][0]["format"] == "srt");
    const Ran wrong = muxed.in({"extract", "--track", "fr", "film.mkv", "-o", "c.srt", "--json"});
    CHECK(wrong.status == 2);
}

TEST_CASE("many films are taken apart in one run", "[cli][film][tracks]") {
    const Muxed muxed;
    fs::copy_file(muxed.folder.path / "film.mkv", muxed.folder.path / "second.mkv");
    put(muxed.folder.path / "none.mkv", "no film");
    const Ran ran = muxed.in({"extract",
                              "--track",
                              "en",
                              "film.mkv",
                              "none.mkv",
                              "second.mkv",
                              "--out-dir",
                              "out",
                              "--json",
                              "-j",
                              "2"});
    CHECK(ran.status == 2);
    CHECK(muxed.file("out/film.en.srt") == kSrt);
    CHECK(muxed.file("out/second.en.srt") == kSrt);
    CHECK(ran.err.find("none.mkv: error: ") == 0);
    CHECK(std::ranges::count(ran.out, '\n') == 3);
    const Ran same = muxed.in({"extract", "film.mkv", "out/../film.mkv", "--out-dir", "two"});
    CHECK(same.status == 2);
    CHECK(same.err.find("[output.collision]") != std::string::npos);
    CHECK_FALSE(muxed.has("two"));
}

TEST_CASE("subtitles go into an MP4, of which no byte moves, and come out again",
          "[cli][film][tracks]") {
    const Muxed muxed;
    const Ran ran = muxed.in({"mux",
                              kFilm,
                              "ខ្សែ.km.ass",
                              "film.en.srt",
                              "-o",
                              "film.mp4",
                              "--default",
                              "km",
                              "--forced",
                              "en",
                              "--json"});
    CHECK(ran.status == 0);
    const json told = json::parse(ran.out);
    CHECK(told["tracks"][0]["codec"] == "3GPP timed text");
    CHECK(told["tracks"][0]["language"] == "km");
    const json& losses = told["tracks"][0]["losses"];
    CHECK(
        std::ranges::any_of(losses, [](const json& loss) { return loss["feature"] == "styles"; }));
    CHECK(told["tracks"][1]["losses"].empty());
    std::string film = get(kFilm);
    film.replace(film.find("moov"), 4, "free");
    CHECK(muxed.file("film.mp4").substr(0, film.size()) == film);
    const json info = json::parse(muxed.in({"info", "--json", "film.mp4"}).out);
    CHECK(info["streams"].back()["language"] == "eng");
    CHECK(muxed.in({"extract", "--track", "en", "film.mp4", "-o", "-"}).out + "\n" == kSrt);
    const Ran strict =
        muxed.in({"mux", kFilm, "ខ្សែ.km.ass", "-o", "strict.mp4", "--fail-on", "approximated"});
    CHECK(strict.status == 1);
    CHECK(muxed.has("strict.mp4"));
}

TEST_CASE("an MP4 that cannot be written is refused in plain words", "[cli][film][tracks]") {
    const Muxed muxed;
    const Ran other = muxed.in({"mux", "film.mkv", "film.en.srt", "-o", "new.mp4"});
    CHECK(other.status == 2);
    CHECK(other.err.find("ffmpeg -i FILM -c copy FILM.mp4 [mux.output]") != std::string::npos);
    put(muxed.folder.path / "a.ttf", std::string("\0\1\0\0font", 8));
    const Ran font = muxed.in({"mux", kFilm, "film.en.srt", "--attach", "a.ttf", "-o", "new.mp4"});
    CHECK(font.status == 2);
    CHECK(font.err.find("leave --attach out, or name an output that ends with .mkv") !=
          std::string::npos);
    put(muxed.folder.path / "cut.mp4",
        get(kFilm).substr(0, 3'000'000) + get(kFilm).substr(3'000'008));
    CHECK(muxed.in({"mux", "cut.mp4", "film.en.srt", "-o", "new.mp4"}).status == 2);
    CHECK_FALSE(muxed.has("new.mp4"));
}

TEST_CASE("mux writes over nothing that it was not told to", "[cli][film][tracks]") {
    const Muxed muxed;
    const std::string before = muxed.file("film.mkv");
    const Ran there = muxed.in({"mux", kFilm, "film.en.srt", "-o", "film.mkv"});
    CHECK(there.status == 2);
    CHECK(there.err.find("[io.exists]") != std::string::npos);
    const Ran itself =
        muxed.in({"mux", "film.mkv", "film.en.srt", "-o", "./film.mkv", "--overwrite"});
    CHECK(itself.status == 2);
    CHECK(itself.err.find("[output.collision]") != std::string::npos);
    CHECK(muxed.in({"mux", "film.mkv", "-o", "new.mkv"}).status == 2);
    CHECK(muxed.in({"mux", "film.mkv", "film.en.srt", "-o", "-"}).status == 2);
    CHECK(muxed.file("film.mkv") == before);
    CHECK_FALSE(muxed.has("new.mkv"));
}

TEST_CASE("mux takes subtitles from standard input, in the language that is given",
          "[cli][film][tracks]") {
    const Muxed muxed;
    const Ran ran =
        muxed.in({"mux", "film.mkv", "-", "--lang", "lo", "-o", "new.mkv", "--verbose"}, kSrt);
    CHECK(ran.status == 0);
    CHECK(ran.err.find("lo SubRip, 1 cue") != std::string::npos);
    CHECK(muxed.in({"extract", "--track", "lo", "new.mkv", "-o", "-"}).out == kSrt);
    const Ran many =
        muxed.in({"mux", "film.mkv", "film.en.srt", "--lang", "en", "--lang", "km", "-o", "x.mkv"});
    CHECK(many.status == 2);
}
