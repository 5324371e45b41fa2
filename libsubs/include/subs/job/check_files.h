// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/registry.h>
#include <subs/job/batch.h>
#include <subs/job/inputs.h>
#include <subs/qc/check.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace subs {

struct CheckFilesOptions {
    std::span<const Profile>
        profiles;  ///< Chosen from by each document's language; a single one is for all.
    DocumentOptions reading;
    CheckOptions checking;
};

struct CheckFileTask {
    InputFile input;
    std::optional<std::string> bytes;  ///< Of standard input; else the file is read.
};

struct CheckedFile {
    std::optional<Error> error;  ///< Then nothing was checked.
    std::string profile;         ///< Id of the one that was taken.
    Diagnostics diagnostics;     ///< Of reading.
    std::vector<Finding> findings;
    std::vector<std::uint32_t> cueLines;  ///< Where each cue begins in the file, from 1.
};

/// Checks all `tasks`; `finished` gets the outcomes in their order. Answers how many were finished.
std::size_t checkFiles(std::span<const CheckFileTask> tasks,
                       const CheckFilesOptions& options,
                       const BatchOptions& batch,
                       const std::function<void(std::size_t, CheckedFile)>& finished);

/// The line, from 1, at which each cue of `document` begins in the file that it was read from; 0
/// for one that is not in it.
std::vector<std::uint32_t> cueLinesOf(const Document& document);

}  // namespace subs
