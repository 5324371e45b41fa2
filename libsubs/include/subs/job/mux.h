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

/// Subtitle files into a film, as text tracks of a new Matroska file.
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
    std::filesystem::path output;  ///< Ends with .mkv or .mks.
    std::vector<MuxInput> inputs;
    std::vector<std::filesystem::path> fonts;  ///< Attached.
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

/// Subtitles in formats that Matroska has no codec for are put into SubRip first. Text tracks of
/// the film that it has none for (those of MP4) become SubRip where they stand. Errors:
/// "mux.output" for another ending, MP4 among them; "mux.no-such-track"; "mux.no-font";
/// "output.collision" where the output is one of the files that are read; those of the port.
Result<Muxed> muxed(ContainerLibrary& library, const MuxOptions& options, const Watch& watch = {});

}  // namespace subs
