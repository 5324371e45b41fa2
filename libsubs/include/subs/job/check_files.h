// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/registry.h>
#include <subs/job/batch.h>
#include <subs/job/inputs.h>
#include <subs/job/timeline_source.h>
#include <subs/qc/check.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace subs {

/// How `CheckFilesOptions::profiles` came to be.
enum class ProfileChoice : std::uint8_t { ByLanguage, Named };

struct CheckFilesOptions {
    std::span<const Profile>
        profiles;  ///< Chosen from by each document's language; a single one is for all.
    DocumentOptions reading = {};
    const KnownFrames* frames = nullptr;  ///< For rules that count in frames. Borrowed.
    ProfileChoice choice = ProfileChoice::ByLanguage;
    std::optional<double> aspect = {};  ///< Of the picture, where no film of `frames` says it.
};

struct CheckFileTask {
    InputFile input;
    std::optional<std::string> bytes;  ///< Of standard input; else the file is read.
};

struct CheckedFile {
    std::optional<Error> error;  ///< Then nothing was checked.
    std::string profile;         ///< Id of the one that was taken.
    std::string profileReason;   ///< "the default of en, which the letters of the text tell"
    std::string language;        ///< Of the document; empty where it is not known.
    /// Of reading; "qc.profile" says which profile was taken and why, "qc.no-letters" that no
    /// letter tells the language, "time.past-last-frame" see retime.h, "khmer.legacy-font" see
    /// legacy_font.h.
    Diagnostics diagnostics;
    std::vector<Finding> findings;
    std::vector<std::uint32_t> cueLines;  ///< Where each cue begins in the file, from 1.
};

/// Checks all `tasks`; `finished` gets the outcomes in their order. Answers how many were finished.
std::size_t checkFiles(std::span<const CheckFileTask> tasks,
                       const CheckFilesOptions& options,
                       const BatchOptions& batch,
                       const std::function<void(std::size_t, CheckedFile)>& finished);

}  // namespace subs
