// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/file.h>
#include <subs/base/result.h>
#include <subs/job/container_port.h>
#include <subs/job/ports.h>
#include <subs/model/document.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

/// Subtitles drawn into the pictures of a film for good, through this port: libsubs encodes no
/// film. The film library (app/media) fulfils it; `subs-film` hands it to the command.
namespace subs {

/// How pictures are encoded: H.264, by x264.
struct BurnQuality {
    static constexpr int kWorst = 51;

    /// x264's constant rate factor, from 0 (as drawn, to the bit, for pictures of 8 bits) to
    /// `kWorst`; the numbers are those of 8 bits, for 10 too.
    int factor = 18;
    /// How much time is spent to make the file small: "ultrafast" to "placebo", as x264 has them.
    std::string preset = "medium";
};

struct BurnRequest {
    std::filesystem::path film;
    std::filesystem::path output;
    ContainerKind kind = ContainerKind::Mp4;
    Existing existing = Existing::Refuse;
    const Document* subtitles = nullptr;        ///< Borrowed.
    FilmOrigin origin = FilmOrigin::Container;  ///< Of the subtitles' times.
    BurnQuality quality = {};
    std::vector<std::filesystem::path> fontFolders = {};  ///< Of the project (`fontFoldersBeside`).
};

struct BurnedFilm {
    std::int64_t frames = 0;  ///< That were written.
    std::int64_t drawn = 0;   ///< Those of them with a text.
    int width = 0;
    int height = 0;
    Diagnostics diagnostics;      ///< Of drawing the subtitles, such as fonts that were not found.
    Diagnostics filmDiagnostics;  ///< Damage of the film, and what of it is not in the new one.
};

/// Draws subtitles into films. Each call stands alone and may be made from any thread.
class FilmBurner {
public:
    FilmBurner() = default;
    FilmBurner(const FilmBurner&) = delete;
    FilmBurner& operator=(const FilmBurner&) = delete;
    virtual ~FilmBurner() = default;

    /// Writes `request.output`, whole or not at all: every frame of the film at its time, with what
    /// is shown then drawn (`TextLook::Delivered`), its sound as it is, chapters and tags. Film
    /// time 0 is that of the new film. Pictures that are turned or have other pixels than square
    /// ones come upright and square, those of odd sides a pixel larger. Text tracks and attached
    /// files are left out.
    ///
    /// Errors as of `FilmLibrary::facts`; "media.no-frames" for a film without pictures,
    /// "media.no-encoder" where FFmpeg has no x264, "mux.stream" for sound that the container has
    /// no place for, "mux.refused", those of `FileWriter`, "media.cancelled".
    virtual Result<BurnedFilm> burned(const BurnRequest& request, const Watch& watch) = 0;
};

}  // namespace subs
