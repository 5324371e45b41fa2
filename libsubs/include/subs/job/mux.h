// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>
#include <subs/base/result.h>
#include <subs/format/registry.h>
#include <subs/job/container_port.h>
#include <subs/job/inputs.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Subtitle files into a film, as text tracks of a new Matroska file or MP4.
namespace subs {

/// One subtitle file.
struct MuxInput {
    InputFile file;
    std::optional<std::string> bytes = {};  ///< Of standard input; else the file is read.
    std::string language = {};              ///< BCP 47. Empty: by the file's name, else its text.
};

/// What becomes of a text track of the film that is in the language of a new one.
enum class SameLanguage : std::uint8_t { Keep, Replace };

struct MuxOptions {
    std::filesystem::path film;
    std::filesystem::path output;  ///< Ends with .mkv or .mks, or for MP4 .mp4, .m4v or .mov.
    std::vector<MuxInput> inputs;
    std::vector<std::filesystem::path> fonts;  ///< Attached, in Matroska alone.
    std::string defaultTrack = {};  ///< An input by its place, from 1, or its language; or "none".
    std::vector<std::string> forcedTracks = {};  ///< In the same way.
    SameLanguage sameLanguage = SameLanguage::Keep;
    DocumentOptions reading = {};
    Existing existing = Existing::Refuse;
};

/// A track that was written.
struct MuxedTrack {
    std::string input;  ///< The file; empty for a track of the film that was put in another form.
    TextCodec codec = TextCodec::SubRip;
    std::string language;
    bool isDefault = false;
    bool isForced = false;
    std::optional<int> inPlaceOf;  ///< The stream of the film whose place it has.
    std::size_t cues = 0;          ///< That are shown.
    LossReport losses;             ///< Cue n is that of the file.
    Diagnostics diagnostics;
};

struct Muxed {
    std::vector<MuxedTrack> tracks;
    std::vector<std::string> attachments;  ///< Names of those that were added.
    Diagnostics diagnostics;               ///< About the film.
};

/// Into Matroska: subtitles in formats that it has no codec for are put into SubRip first; text
/// tracks of the film that it has none for (those of MP4) become SubRip where they stand.
///
/// Into MP4, of a film that is one: all subtitles become timed text (3GPP TS 26.245), and what that
/// does not hold is told; tracks of the film stay as they are.
///
/// Errors: "mux.output" for another ending, an MP4 of another film, and fonts into one;
/// "mux.no-such-track"; "mux.no-font"; "output.collision" where the output is one of the files that
/// are read; those of the port and, into MP4, of libsubs/src/job/tracks/timed_text_writer.h.
Result<Muxed> muxed(ContainerLibrary& library, const MuxOptions& options, const Watch& watch = {});

}  // namespace subs
