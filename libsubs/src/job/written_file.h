// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>
#include <subs/base/result.h>
#include <subs/format/registry.h>
#include <subs/job/inputs.h>
#include <subs/job/timeline_source.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

/// What jobs share that make a new document of what they read.
namespace subs {

/// The document of `input`; `bytes` are those of standard input. Errors name the file.
Result<ReadDocument> readInput(const InputFile& input,
                               const std::optional<std::string>& bytes,
                               const DocumentOptions& options);

/// How a document is written that is of no single file.
struct MadeOptions {
    WriteOptions writing;
    const KnownFrames* frames = nullptr;
};

struct Made {
    WrittenDocument written;  ///< Its losses tell cues by their numbers.
    Diagnostics diagnostics;  ///< Of putting times on frames.
    /// Why it is a new file, where the one that the document is of could not take its edits.
    std::optional<std::string> anew = {};
};

/// `document` in `format`, its times on frames where the rounding asks for that. Its cues get their
/// numbers as ids.
Result<Made> madeOf(Document document, const Format& format, const MadeOptions& options);

/// Writes a file and makes the folders that it is in.
Result<void> writeMade(const std::filesystem::path& output,
                       std::string_view bytes,
                       Existing existing);

}  // namespace subs
