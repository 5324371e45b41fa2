// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/registry.h>
#include <subs/job/ports.h>

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>

namespace subs {

/// One frame with subtitles, as a viewer sees it.
struct RenderOptions {
    std::filesystem::path film;  ///< Empty: a black picture of `width` × `height`.
    std::optional<std::filesystem::path> subtitles;  ///< None: the picture alone.
    std::optional<std::string> subtitleBytes;        ///< Of standard input; else the file is read.
    FilmOrigin origin = FilmOrigin::Container;       ///< Of the film.
    std::variant<Time, Frame> moment;
    std::optional<FrameRate> rate;  ///< Turns a frame into a time where there is no film.
    int width = 1920;
    int height = 1080;
    DocumentOptions reading;
    TextLook look = TextLook::Delivered;
};

/// The picture as a PNG file's bytes, with the remarks of reading and drawing. Error
/// "render.no-rate" for a frame without a film and a rate.
Result<RenderedPicture> renderedPicture(FilmLibrary& library,
                                        const RenderOptions& options,
                                        std::stop_token stop = {});

}  // namespace subs
