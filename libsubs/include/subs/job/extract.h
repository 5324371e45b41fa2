// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>
#include <subs/base/result.h>
#include <subs/format/registry.h>
#include <subs/job/container_port.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// Text tracks and fonts out of film files.
namespace subs {

struct ExtractOptions {
    /// Numbers as `subs info` counts, or languages. Empty: the one that there is.
    std::vector<std::string> tracks;
    bool takesAll = false;           ///< All text tracks.
    const Format* format = nullptr;  ///< Null: each in its own.
    WriteOptions writing = {};
    Existing existing = Existing::Refuse;
    /// Where fonts go that are attached to the film; empty: they stay.
    std::filesystem::path fontFolder = {};
};

/// One film and where its tracks go.
struct ExtractTask {
    std::filesystem::path film;
    /// The file of the one track; "-": its bytes stay in the outcome. Empty: into `folder`.
    std::filesystem::path output = {};
    /// FILM.km.srt and so on go there.
    std::filesystem::path folder = {};
};

struct ExtractedTrack {
    TextTrack track;
    std::filesystem::path output;
    const Format* format = nullptr;
    std::size_t cues = 0;
    std::string bytes;  ///< Only where `output` is "-".
    LossReport losses;
    Diagnostics diagnostics;
    std::optional<Error> error;  ///< Then nothing was written of it.
};

struct ExtractedFont {
    std::string name;  ///< As the container has it.
    std::filesystem::path output;
    std::optional<Error> error;
};

struct ExtractOutcome {
    std::optional<Error> error;  ///< About the film as a whole: then nothing was written.
    std::vector<ExtractedTrack> tracks;
    std::vector<ExtractedFont> fonts;
    Diagnostics diagnostics;  ///< About the film: tracks that are no text.
};

/// Errors: "extract.no-tracks" where there is no text track; "extract.several" where it is not said
/// which of several is meant; "extract.no-such-track"; "output.collision"; those of the port.
ExtractOutcome extracted(ContainerLibrary& library,
                         const ExtractTask& task,
                         const ExtractOptions& options,
                         const Watch& watch = {});

/// "2 khm SubRip \"Khmer\"", for a person.
std::string trackLine(const TextTrack& track);

/// The last part of `name`, the name of an attachment, as one that a file can have in any folder;
/// `number` stands for one that has none. Never a path, nor hidden.
std::string safeFileName(std::string_view name, std::size_t number);

}  // namespace subs
