// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/model/document.h>
#include <subs/time/frame_timeline.h>
#include <subs/time/time.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

/// What jobs need of a film and cannot do themselves, since libsubs knows no FFmpeg and no libass.
/// The film library (app/media) fulfils it; `subs-film` hands it to the jobs.
namespace subs {

struct FilmStream {
    int index = 0;
    std::string kind;  ///< "video", "audio", "subtitle" or the film library's name of it.
    std::string codec;
    std::string language;  ///< As the container has it; may be empty.
    std::string title;
};

/// What is said of a film, and when its frames begin.
struct FilmFacts {
    std::string container;
    std::vector<FilmStream> streams;
    Time duration;  ///< 0 where it is not known.
    int width = 0;  ///< Of the picture as shown; 0 without video.
    int height = 0;
    bool hasVideo = false;
    bool hasAudio = false;
    bool isConstantRate = false;
    std::int64_t frameCount = 0;
    FrameTimeline timeline = FrameTimeline::constant(FrameRate());
    Diagnostics diagnostics;

    /// The picture's width divided by its height.
    std::optional<double> aspect() const {
        if (width <= 0 || height <= 0) return std::nullopt;
        return static_cast<double>(width) / height;
    }
};

/// What is time 0 of a film.
enum class FilmOrigin : std::uint8_t {
    Container,   ///< The container's start time, which players and the burn-in filter count from.
    FirstFrame,  ///< The time of the first frame.
};

/// Whom a text is drawn for.
enum class TextLook : std::uint8_t {
    /// As the project has it: with its own fonts first (`fontFoldersBeside`, then those attached to
    /// the subtitles and to the film), and with Khmer lines that would run out of the picture
    /// broken between words (edit/wrap_shown.h).
    Delivered,
    /// As players show it that have neither: in the system's fonts, and Khmer broken nowhere but at
    /// spaces.
    OtherPlayers,
};

/// The folders named "fonts" or "Fonts" beside `files`, each once, in their order. Looks at the
/// disk; what cannot be looked at is not there.
std::vector<std::filesystem::path> fontFoldersBeside(
    const std::vector<std::filesystem::path>& files);

/// One picture with subtitles over it.
struct PictureRequest {
    std::filesystem::path film;  ///< Empty: black, of `width` × `height`.
    int width = 1920;
    int height = 1080;
    std::variant<Time, Frame>
        moment;  ///< A `Frame` needs a film or is turned into a `Time` before.
    const Document* subtitles = nullptr;        ///< Borrowed; null: the picture alone.
    FilmOrigin origin = FilmOrigin::Container;  ///< Of `moment` and of the subtitles' times.
    TextLook look = TextLook::Delivered;
    std::vector<std::filesystem::path> fontFolders = {};
};

/// A PNG file's bytes, and remarks.
struct RenderedPicture {
    std::string png;
    Diagnostics diagnostics;      ///< Of drawing the subtitles, such as fonts that were not found.
    Diagnostics filmDiagnostics;  ///< About the film, such as damage.
};

/// Opens films and draws pictures. Each call stands alone and may be made from any thread.
class FilmLibrary {
public:
    FilmLibrary() = default;
    FilmLibrary(const FilmLibrary&) = delete;
    FilmLibrary& operator=(const FilmLibrary&) = delete;
    virtual ~FilmLibrary() = default;

    /// Reads the index of `film`. `stop` ends it early with error "media.cancelled".
    virtual Result<FilmFacts> facts(const std::filesystem::path& film, std::stop_token stop) = 0;
    virtual Result<RenderedPicture> rendered(const PictureRequest& request,
                                             std::stop_token stop) = 0;
};

}  // namespace subs
