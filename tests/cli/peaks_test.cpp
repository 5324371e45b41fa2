// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

using nlohmann::json;
using testing::get;
using testing::put;
using testing::Ran;
using testing::run;

namespace {

const std::string kFilm = SUBS_SOURCE_DIR "/samples/seven-lanterns.mp4";

}  // namespace

TEST_CASE("the sound of a film is summed up", "[cli][peaks]") {
    const Ran ran = run({"peaks", kFilm});
    CHECK(ran.status == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out.find(kFilm + "\nsound: stereo, 48000 Hz\nchannel: mix\n"
                               "from 00:00:00.000 to 00:01:20.") == 0);
    CHECK(ran.out.find("\nloudest: -") != std::string::npos);
    CHECK(ran.out.find("\nrms: -") != std::string::npos);
}

TEST_CASE("the waveform is told to programs", "[cli][peaks]") {
    const Ran ran = run({"peaks", kFilm, "--json", "--bin", "20", "--from", "10", "--to", "0:12"});
    CHECK(ran.status == 0);
    const json told = json::parse(ran.out);
    CHECK(told["film"] == kFilm);
    CHECK(told["start_ms"] == 10'000);
    CHECK(told["bin_ms"] == 20);
    for (const char* part : {"min", "max", "rms"})
        CHECK(told[part].size() == 100);
    const json fine = json::parse(
        run({"peaks", kFilm, "--json", "--bin", "0.5", "--from", "10", "--to", "10.1"}).out);
    CHECK(fine["bin_ms"] == 0.5);
    CHECK(fine["max"].size() == 200);
}

TEST_CASE("the waveform and the spectrogram are drawn into pictures", "[cli][peaks]") {
    const testing::Folder folder;
    const Ran wave =
        run({"peaks", kFilm, "-o", "wave.png", "--size", "640x120"}, {.folder = folder.path});
    CHECK(wave.status == 0);
    CHECK(wave.out.empty());
    CHECK(get(folder.path / "wave.png").substr(16, 8) == std::string("\0\0\x02\x80\0\0\0\x78", 8));
    const Ran seen = run(
        {"peaks", kFilm, "--from", "3", "--to", "4", "--spectrogram", "-o", "seen.png", "--json"},
        {.folder = folder.path});
    CHECK(seen.status == 0);
    CHECK(json::parse(seen.out)["output"] == "seen.png");
    CHECK(get(folder.path / "seen.png").substr(1, 3) == "PNG");
    CHECK(run({"peaks", kFilm, "-o", "-"}).out.substr(1, 3) == "PNG");
    const Ran again = run({"peaks", kFilm, "-o", "wave.png"}, {.folder = folder.path});
    CHECK(again.status == 2);
    CHECK(again.err.find("[io.exists]") != std::string::npos);
}

TEST_CASE("what peaks cannot do is said", "[cli][peaks]") {
    const std::vector<std::pair<std::vector<std::string>, std::string>> mistakes = {
        {{"peaks"}, "FILM"},
        {{"peaks", kFilm, "--channel", "centre"}, "it has left, right"},
        {{"peaks", kFilm, "--channel", "center"}, "the nearest is centre"},
        {{"peaks", kFilm, "--bin", "0"}, "no length of a bin"},
        {{"peaks", kFilm, "--bin", "wide"}, "no length of a bin"},
        {{"peaks", kFilm, "--from", "soon"}, "soon"},
        {{"peaks", kFilm, "--from", "9", "--to", "8"}, "there is no sound from 9.000 s to 8.000 s"},
        {{"peaks", kFilm, "--spectrogram"}, "--output"},
        {{"peaks", kFilm, "--json", "-o", "-"}, "both write to standard output"},
        {{"peaks", kFilm, "-o", "wave.jpg"}, "does not end with .png"},
        {{"peaks", "none.mkv"}, "there is no such file"}};
    for (const auto& [arguments, message] : mistakes) {
        const Ran ran = run(arguments);
        INFO(message << " | " << ran.err);
        CHECK(ran.status == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.find(message) != std::string::npos);
    }
}
