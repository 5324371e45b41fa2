// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>
#include <subs/base/result.h>
#include <subs/edit/wrap.h>
#include <subs/format/registry.h>
#include <subs/job/batch.h>
#include <subs/job/format_choice.h>
#include <subs/job/inputs.h>
#include <subs/job/move_times.h>
#include <subs/job/pictures.h>
#include <subs/job/timeline_source.h>
#include <subs/text/writing.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace subs {

/// Whether a sidecar is taken and written; see subs/job/sidecar.h.
enum class SidecarUse : std::uint8_t { None, TakeAndWrite };

struct ConvertOptions {
    const Format* format = nullptr;  ///< Null: the format that the input is in.
    FormatChoice choice = FormatChoice::Named;
    DocumentOptions reading;
    WriteOptions writing;
    const KnownFrames* frames = nullptr;  ///< For a frame rule as `writing.rounding`. Borrowed.
    Existing existing = Existing::Refuse;
    std::optional<MoveOptions> moving = {};          ///< Absent: times stay.
    std::optional<WritingOptions> normalising = {};  ///< Absent: no text is changed.
    /// Cue texts are broken into lines anew; in the shape of the film of `frames` where it is
    /// known.
    std::optional<WrapOptions> wrap = {};
    /// For files: standard output has no place for one.
    SidecarUse sidecar = SidecarUse::None;
    /// Cues become pictures; the target has to hold them ("pictures.format"). Lines that leave the
    /// picture are broken where `wrap` is absent. No sidecar then. Where the output is a file the
    /// pictures are written beside it, all or nothing of both.
    std::optional<PictureOptions> pictures = {};
};

/// A converted document: its bytes, and what became of it on the way.
struct Converted {
    std::string bytes;
    LossReport losses;  ///< Its cues are those of the file as it was read: cue n has the id n.
    /// So many of them, the first, are of the document; the others of what its reader left out.
    std::size_t lossesOfDocument = 0;
    Diagnostics diagnostics;  ///< Of reading, moving, retiming and wrapping.
    const Format* from = nullptr;
    const Format* to = nullptr;
    std::size_t cues = 0;     ///< That were read.
    std::size_t moved = 0;    ///< Cues that were moved as `ConvertOptions::moving` says.
    std::size_t wrapped = 0;  ///< Cues that got other lines, or other U+200B.
    /// Cues whose lines do not fit; "wrap.too-wide" and "wrap.too-many-lines" in `diagnostics`.
    std::size_t misfits = 0;
    std::filesystem::path sidecar = {};  ///< Where one was written; else empty.
    /// True where a text has a time inside that is before its cue: no remedy names a format for it.
    bool hasEarlyTimes = false;
};

/// Converts the bytes of a file; `name` is used for its ending. With the format kept and no other
/// option the bytes come back as they are. Errors name line and cue where they are about one; those
/// of `movedTimes` and `retimedToFrames`; "convert.no-cues" where there is no cue to put into
/// another format; what the reader says is an error in a file without cues, where its times are to
/// be moved or it is to be another format.
Result<Converted> converted(std::string bytes,
                            const std::filesystem::path& name,
                            const ConvertOptions& options);

/// One file of a batch.
struct ConvertTask {
    InputFile input;
    std::optional<std::string> bytes;  ///< Of standard input; else the file is read.
    std::filesystem::path output;      ///< Empty: the bytes stay in the outcome.
};

struct ConvertOutcome {
    std::optional<Error> error;  ///< Then nothing was written.
    Converted converted;         ///< Without bytes where they went into a file.
};

/// With how many threads a long file may be converted.
enum class FileThreads : std::uint8_t { One, Two };

/// Reads, converts and writes one file, whole or not at all. Missing folders of the output are
/// made. An input that somebody writes to while it is read is an error ("io.changed"): half of two
/// texts is none.
ConvertOutcome convertOne(const ConvertTask& task,
                          const ConvertOptions& options,
                          FileThreads threads = FileThreads::Two);

/// All `tasks`; `finished` gets the outcomes in their order. Answers how many were finished.
std::size_t convertAll(std::span<const ConvertTask> tasks,
                       const ConvertOptions& options,
                       const BatchOptions& batch,
                       const std::function<void(std::size_t, ConvertOutcome)>& finished);

}  // namespace subs
