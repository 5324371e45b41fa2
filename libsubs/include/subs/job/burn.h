// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/registry.h>
#include <subs/job/burn_port.h>

#include <filesystem>
#include <optional>
#include <string>

/// A film with a subtitle file drawn into its pictures.
namespace subs {

struct BurnOptions {
    std::filesystem::path film;
    std::filesystem::path output;  ///< Ends with .mp4, .m4v or .mov, or with .mkv.
    std::filesystem::path subtitles;
    std::optional<std::string> subtitleBytes = {};  ///< Of standard input; else the file is read.
    FilmOrigin origin = FilmOrigin::Container;      ///< Of the subtitles' times.
    BurnQuality quality = {};
    Existing existing = Existing::Refuse;
    DocumentOptions reading = {};
};

/// Errors: "burn.output" for another ending; "output.collision" where the output is the film or the
/// subtitles; those of `openDocument` and of the port.
Result<BurnedFilm> burned(FilmBurner& burner, const BurnOptions& options, const Watch& watch = {});

/// `{"film":…,"subtitles":…,"output":…,"frames":…,"drawn":…,"width":…,"height":…,"diagnostics":[…],
/// "film_diagnostics":[…]}`, one line.
std::string burningJson(const BurnedFilm& burned, const BurnOptions& options);

}  // namespace subs
