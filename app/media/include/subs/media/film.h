// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/media/font_file.h>
#include <subs/media/picture.h>
#include <subs/time/frame_rate.h>
#include <subs/time/frame_timeline.h>
#include <subs/time/time.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace subs::media {

struct StreamInfo {
    int index = 0;
    std::string kind;      ///< "video", "audio", "subtitle" or FFmpeg's name of it.
    std::string codec;     ///< "h264"
    std::string language;  ///< As the container has it; may be empty.
    std::string title;
};

/// What a film is, known as soon as it is open.
struct FilmInfo {
    std::string container;  ///< "mov,mp4,m4a,3gp,3g2,mj2"
    std::vector<StreamInfo> streams;
    Time duration;  ///< 0 where it is not known.
    int width =
        0;  ///< Of the picture as shown (after sample aspect and rotation); 0 without video.
    int height = 0;
    bool hasVideo = false;
    bool hasAudio = false;
    std::optional<FrameRate>
        nominalRate;  ///< As the container names it; for labels only, see `Film::timeline`.
};

class FilmCache;

struct FilmOptions {
    /// Ends the opening early, with error "media.cancelled".
    std::stop_token stop = {};
    /// Where the index is looked for and kept; borrowed, as long as the film. Null: nowhere.
    const FilmCache* cache = nullptr;
    /// How long the opening reads the index for, where it is not kept; what is left then
    /// `Film::readOn` reads. Nothing: all of it.
    std::optional<std::chrono::microseconds> indexTime = {};
};

/// A film file opened for looking at single frames. Film time 0 is the container's start time as
/// FFmpeg gives it, which is what players and the burn-in filter count from. Frame numbers count
/// from the first frame in order of presentation. Use from one thread at a time; open another for
/// another thread.
class Film {
public:
    /// Opens and reads the index of all presentation times: that which was kept, else of an MP4 its
    /// table, else in one pass over the packets without decoding. Errors: "media.cancelled",
    /// "media.unreadable" (not a media file, truncated before its tables, ...), the io.* codes;
    /// each message names the file. A film without video opens, and says so in `info()`.
    static Result<Film> open(const std::filesystem::path& path, const FilmOptions& options = {});
    Film(Film&&) noexcept;
    Film& operator=(Film&&) noexcept;
    ~Film();

    const FilmInfo& info() const;
    /// True presentation times, exact in the container's time base. A constant rate where there is
    /// no video.
    const FrameTimeline& timeline() const;
    /// True where all frames are equally long within one unit of the container's time base;
    /// `timeline().averageRate()` is then their rate.
    bool isConstantRate() const;
    std::int64_t frameCount() const;              ///< 0 without video; those that are known so far.
    const Diagnostics& diagnostics() const;       ///< Damage met so far.
    std::vector<FontFile> attachedFonts() const;  ///< Of a Matroska film.

    /// True once all frames are known.
    bool isComplete() const;
    /// How much of the index is read, from 0 to 1.
    double indexedShare() const;
    /// Reads the index on, for `most`. More frames are known then behind those before, never
    /// between them; `timeline` and `diagnostics` are others. Error "media.cancelled", after which
    /// it can go on.
    Result<void> readOn(std::chrono::microseconds most, const std::stop_token& stop = {});

    /// Error "media.no-frames" where the film is to have a picture and not one frame of it is
    /// there.
    Result<void> checkCanBeShown() const;

    /// The picture of `frame`, at most `maxWidth` × `maxHeight` large with its shape kept (0: its
    /// own size), in BT.709/601/2020 as the stream says. Exact: never a neighbour. Near frames
    /// after the last one decoded cost one decode each; others a seek to the key frame before.
    /// Errors: "media.no-frame" for a number outside the film or damaged beyond showing,
    /// "media.cancelled" where `stop` was requested.
    Result<Picture> picture(Frame frame,
                            int maxWidth = 0,
                            int maxHeight = 0,
                            const std::stop_token& stop = {});
    /// A frame before `frame` whose picture is there sooner and lies on the way to it: the key
    /// frame that it is decoded from. Nothing where there is none, or where `frame` is as near at
    /// hand.
    std::optional<Frame> soonerFrame(Frame frame) const;
    /// The picture that is on the screen at `time`, as `picture`: exact also behind the frames that
    /// are known so far, where its number is not known yet.
    Result<Picture> pictureAt(Time time,
                              int maxWidth = 0,
                              int maxHeight = 0,
                              const std::stop_token& stop = {});

private:
    struct State;
    explicit Film(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace subs::media
