// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>
#include <subs/job/extract.h>
#include <subs/job/mux.h>
#include <subs/media/container_library.h>

#include "catch.h"
#include "folder.h"
#include "test_films.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace testing {

/// A folder with a film that gets text tracks.
struct Bench {
    Folder folder;
    subs::MuxOptions options;

    explicit Bench(const std::string& film = "film.mkv", const std::string& output = "new.mkv") {
        options.film = filmPath(film);
        options.output = path(output);
    }
    std::filesystem::path path(const std::string& name) const { return folder.path / name; }
    void add(const std::string& name, std::string_view bytes) {
        REQUIRE(subs::writeFileAtomically(path(name), bytes));
        options.inputs.push_back({subs::InputFile{path(name), name, std::nullopt}});
    }
    std::string get(const std::string& name) const { return subs::readFile(path(name)).value(); }
    void ffmpeg(const std::string& arguments) const {
        outputOf("cd '" + folder.path.string() + "' && ffmpeg -nostdin -v error -y " + arguments);
    }
    subs::Muxed mux(const subs::Watch& watch = {}) const {
        const auto library = subs::media::makeContainerLibrary();
        auto done = subs::muxed(*library, options, watch);
        INFO((done ? std::string() : done.error().code + ": " + done.error().message));
        REQUIRE(done);
        return *std::move(done);
    }
    std::string codeOfRefusal() const {
        const auto library = subs::media::makeContainerLibrary();
        const auto done = subs::muxed(*library, options);
        return done ? "" : done.error().code;
    }
    std::string extract(const std::string& track, const std::string& name) const {
        const auto library = subs::media::makeContainerLibrary();
        subs::ExtractOptions choice;
        choice.tracks = {track};
        const auto done = subs::extracted(*library, {options.output, path(name), {}}, choice);
        INFO((done.error ? done.error->message : std::string()));
        REQUIRE_FALSE(done.error);
        return get(name);
    }
    nlohmann::json probe(const std::filesystem::path& film) const {
        return nlohmann::json::parse(
            outputOf("ffprobe -v error -of json -show_streams -show_chapters -show_format '" +
                     film.string() + "'"));
    }
    nlohmann::json probe() const { return probe(options.output); }
};

/// What ffmpeg says of each packet of a film's pictures and sound: its time to the millisecond and
/// a sum of its bytes.
inline std::string filmPackets(const std::filesystem::path& film) {
    return outputOf("ffmpeg -nostdin -v error -i '" + film.string() +
                    "' -map 0:v -map 0:a? -c copy -f framemd5 - | grep -v '^#' | sed "
                    "'s/.*, *//'");
}

}  // namespace testing
