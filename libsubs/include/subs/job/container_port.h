// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/file.h>
#include <subs/base/result.h>
#include <subs/time/tick_rate.h>
#include <subs/time/time.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

/// The text tracks of film containers, which jobs read and write through this port: libsubs knows
/// no FFmpeg. The film library (app/media) fulfils it; `subs-film` hands it to the jobs.
namespace subs {

/// How a track keeps its texts. What a packet holds is said in libsubs/src/job/tracks/README.md.
enum class TextCodec : std::uint8_t {
    SubRip,     ///< Matroska S_TEXT/UTF8, S_TEXT/ASCII
    Ass,        ///< Matroska S_TEXT/ASS, S_TEXT/SSA
    WebVtt,     ///< WebM D_WEBVTT/…: times inside of a text are those of the film.
    BlockVtt,   ///< Matroska S_TEXT/WEBVTT: times inside of a text count from its packet's start.
    TimedText,  ///< MP4 tx3g and QuickTime text (3GPP TS 26.245)
    Other,      ///< Pictures, or a text that is not known here.
};

/// "SubRip", "ASS", "WebVTT", "3GPP timed text" or "unknown".
std::string_view nameOf(TextCodec codec);

/// One subtitle track of a container.
struct TextTrack {
    int number = 0;  ///< Of its stream, from 0, as `subs info` counts them.
    TextCodec codec = TextCodec::Other;
    std::string codecName;  ///< The film library's name of it, for messages.
    std::string language;   ///< As the container has it ("khm", "km"); may be empty.
    std::string name;       ///< UTF-8; may be empty.
    bool isDefault = false;
    bool isForced = false;
    std::string codecPrivate;  ///< What the track says of all its packets: bytes.
};

/// A file inside of a container.
struct AttachedFile {
    std::string name;       ///< As the container has it: not to be trusted as a path.
    std::string mediaType;  ///< "font/ttf"
    std::string bytes;
    friend bool operator==(const AttachedFile&, const AttachedFile&) = default;
};

/// One text of a track.
struct TextPacket {
    Time start;                    ///< Film time.
    std::optional<Time> duration;  ///< Absent where the container gives none.
    std::string bytes;
    std::string id;          ///< WebVTT: the cue's identifier.
    std::string settings;    ///< WebVTT: the cue's settings.
    std::string additional;  ///< Matroska's BlockAdditional of S_TEXT/WEBVTT.
    friend bool operator==(const TextPacket&, const TextPacket&) = default;
};

/// What timed text of an MP4 is measured by.
struct TextRoom {
    TickRate rate;           ///< Of its times.
    std::int32_t width = 0;  ///< Of the picture as it is shown, in pixels; 0 where there is none.
    std::int32_t height = 0;
};

/// What a container has beside pictures and sound.
struct ContainerFacts {
    std::string format;  ///< "matroska,webm"; of all films of MP4's family it begins with "mov".
    std::vector<TextTrack> tracks;
    std::vector<AttachedFile> attachments;  ///< Fonts and all else, in their order.
    TextRoom room;                          ///< For new tracks, where the film is an MP4.
};

/// The packets of tracks, each in the order of the file, and what is to be said of the film: that
/// it is cut short.
struct ReadPackets {
    std::vector<std::vector<TextPacket>> tracks;
    Diagnostics diagnostics = {};
};

/// A track that is to be written.
struct NewTextTrack {
    TextCodec codec = TextCodec::SubRip;  ///< In Matroska SubRip, Ass or WebVtt, in MP4 TimedText.
    std::string codecPrivate;
    std::string language;  ///< BCP 47 or ISO 639-2; may be empty.
    std::string name;
    bool isDefault = false;
    bool isForced = false;
    std::vector<TextPacket> packets;  ///< In the order of their starts. Timed text: one at a time.
    /// The stream of the old file whose place it takes; else it comes after all of them.
    std::optional<int> inPlaceOf;
};

/// Told while a long job goes on, `done` from 0 to 1, on the thread that does it.
struct Watch {
    std::stop_token stop = {};
    std::function<void(double done)> progress = {};

    void tell(double done) const {
        if (progress) progress(done);
    }
};

enum class ContainerKind : std::uint8_t { Matroska, Mp4 };

/// A new file: all of an old film, nothing encoded anew, and text tracks with it.
struct MuxRequest {
    std::filesystem::path film;
    std::filesystem::path output;
    ContainerKind kind = ContainerKind::Matroska;
    Existing existing = Existing::Refuse;
    std::vector<NewTextTrack> tracks = {};
    std::vector<AttachedFile> attachments = {};  ///< Added behind those of the film; none in MP4.
    /// A subtitle stream of the film that was default no longer is.
    bool clearsDefault = false;
};

/// Reads and writes containers. Each call stands alone and may be made from any thread.
class ContainerLibrary {
public:
    ContainerLibrary() = default;
    ContainerLibrary(const ContainerLibrary&) = delete;
    ContainerLibrary& operator=(const ContainerLibrary&) = delete;
    virtual ~ContainerLibrary() = default;

    /// The tracks and attachments of `film`. Errors as of `FilmLibrary::facts`.
    virtual Result<ContainerFacts> contents(const std::filesystem::path& film,
                                            std::stop_token stop) = 0;
    /// The packets of the tracks `numbers`, in one pass.
    virtual Result<ReadPackets> packets(const std::filesystem::path& film,
                                        std::span<const int> numbers,
                                        const Watch& watch) = 0;
    /// Writes `request.output`, whole or not at all.
    ///
    /// Matroska: chapters, tags, attachments, dispositions and the order of streams are kept; what
    /// it cannot hold is an error ("mux.stream") or, where it is no part of the film itself, a
    /// remark. Times are its milliseconds, so that text and picture are moved alike.
    ///
    /// MP4: the film is one too, and all of it stays byte for byte where it was. Times of texts are
    /// in the ticks of `ContainerFacts::room`. Error "mux.film" for one that cannot be added to:
    /// damaged, cut off, or in fragments.
    virtual Result<Diagnostics> mux(const MuxRequest& request, const Watch& watch) = 0;
};

}  // namespace subs
