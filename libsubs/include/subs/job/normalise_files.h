// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>
#include <subs/base/result.h>
#include <subs/format/registry.h>
#include <subs/job/batch.h>
#include <subs/job/cue_lines.h>
#include <subs/job/inputs.h>
#include <subs/text/conformance.h>
#include <subs/text/normalise.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// An issue of text/conformance.h where a person finds it.
struct PlacedIssue {
    IssueKind kind = IssueKind::SignOrder;
    TextPlace place;  ///< In the file, or text; line 0 where it is not known, column 0 likewise.
    std::optional<std::size_t> cue;  ///< Its place in the document; absent for a plain text.
    std::string text;                ///< What is wrong, as it is written.
};

/// The issues of a plain text.
std::vector<PlacedIssue> placedIssues(std::string_view text);
/// The issues of all cues, placed in the file that `document` was read from.
std::vector<PlacedIssue> placedIssues(const Document& document);

/// As a warning about a file: "cue 3: the signs of a syllable are out of order", code
/// "khmer.sign-order".
Diagnostic issueDiagnostic(const PlacedIssue& issue);

enum class NormaliseAim : std::uint8_t { Write, Check };

struct NormaliseFilesOptions {
    NormaliseAim aim = NormaliseAim::Write;
    DocumentOptions reading = {};
    NormaliseOptions normalising = {};
    Existing existing = Existing::Refuse;
};

struct NormaliseFileTask {
    InputFile input;
    std::optional<std::string> bytes;   ///< Of standard input; else the file is read.
    std::filesystem::path output = {};  ///< Empty: the bytes stay in the outcome.
};

struct NormalisedFile {
    std::optional<Error> error;  ///< Then nothing was written.
    std::string bytes;           ///< Where they did not go into a file.
    Diagnostics diagnostics;     ///< Of reading.
    std::size_t cues = 0;
    std::size_t changedCues = 0;  ///< That were put right, or could be.
    /// All there are where files are checked; else those that are left.
    std::vector<PlacedIssue> issues;
};

/// Puts the Khmer in all cues of the files right and writes them in their own format, whole or not
/// at all; untouched cues stay byte for byte. `finished` gets the outcomes in the order of `tasks`.
/// Answers how many were finished.
std::size_t normaliseFiles(std::span<const NormaliseFileTask> tasks,
                           const NormaliseFilesOptions& options,
                           const BatchOptions& batch,
                           const std::function<void(std::size_t, NormalisedFile)>& finished);

/// A plain text of any length, put right a block of lines at a time. A byte order mark at its very
/// beginning stays.
std::string normalisedLines(std::string_view text, const NormaliseOptions& options);

}  // namespace subs
