// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>
#include <subs/base/result.h>
#include <subs/format/registry.h>
#include <subs/job/batch.h>
#include <subs/job/cue_lines.h>
#include <subs/job/inputs.h>
#include <subs/job/legacy_font.h>
#include <subs/text/conformance.h>
#include <subs/text/doubts.h>
#include <subs/text/invisibles.h>
#include <subs/text/writing.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace subs {

/// What is wrong, or not as it was asked for: an issue of text/conformance.h, a change of
/// text/writing.h, a character of text/invisibles.h, or a doubt of text/doubts.h.
using PlacedKind = std::variant<IssueKind, WritingKind, InvisibleKind, DoubtKind>;

/// It, where a person finds it.
struct PlacedIssue {
    PlacedKind kind = IssueKind::SignOrder;
    TextPlace place;  ///< In the file, or text; line 0 where it is not known, column 0 likewise.
    std::optional<std::size_t> cue;  ///< Its place in the document; absent for a plain text.
    std::string text;                ///< What is wrong, as it is written.
};

/// What is looked for in a text beyond the issues of its encoding.
struct Wanted {
    WritingOptions writing = {};     ///< What would change by them.
    InvisibleTable invisibles = {};  ///< Those that it wants told of.
};

/// The issues of a plain text, a line of which is a text, and what is doubtful in it: of files the
/// rules of qc/rule.h tell that.
std::vector<PlacedIssue> placedIssues(std::string_view text, const Wanted& wanted = {});
/// The issues of all cues, placed in the file that `document` was read from.
std::vector<PlacedIssue> placedIssues(const Document& document, const Wanted& wanted = {});

/// "safe" and "full" are policies of the normaliser, "style" is what was asked for; empty: a person
/// has to put it right.
std::string_view fixNameOf(const PlacedKind& kind);

/// As a warning about a file: "cue 3: the signs of a syllable are out of order", code
/// "khmer.sign-order".
Diagnostic issueDiagnostic(const PlacedIssue& issue);

enum class NormaliseAim : std::uint8_t { Write, Check };

struct NormaliseFilesOptions {
    NormaliseAim aim = NormaliseAim::Write;
    DocumentOptions reading = {};
    WritingOptions writing = {};
    InvisibleTable invisibles = {};  ///< Those that it wants told of are told among the issues.
    Existing existing = Existing::Refuse;
    /// Absent: text for fonts from before Unicode stays, and is told of.
    std::optional<LegacyOptions> legacy = {};
};

struct NormaliseFileTask {
    InputFile input;
    std::optional<std::string> bytes;   ///< Of standard input; else the file is read.
    std::filesystem::path output = {};  ///< Empty: the bytes stay in the outcome.
};

struct NormalisedFile {
    std::optional<Error> error;  ///< Then nothing was written.
    std::string bytes;           ///< Where they did not go into a file.
    /// Of reading; "khmer.legacy-font" says what became of text for fonts from before Unicode,
    /// where files are not checked, or that there is some and nobody asked.
    Diagnostics diagnostics;
    std::size_t cues = 0;
    std::size_t changedCues = 0;  ///< That were written anew, or could be.
    /// All there are where files are checked; else those that are left.
    std::vector<PlacedIssue> issues;
    /// Text for fonts from before Unicode; empty where nobody asked.
    std::vector<PlacedLegacy> legacy;
};

/// Writes all cues of the files as asked, their Khmer put right, and the files in their own format,
/// whole or not at all; untouched cues stay byte for byte. A file in an encoding that has no Khmer
/// becomes UTF-8 where text for fonts from before Unicode is converted. `finished` gets the
/// outcomes in the order of `tasks`. Answers how many were finished.
std::size_t normaliseFiles(std::span<const NormaliseFileTask> tasks,
                           const NormaliseFilesOptions& options,
                           const BatchOptions& batch,
                           const std::function<void(std::size_t, NormalisedFile)>& finished);

/// A plain text of any length, written as asked a block of lines at a time; each line is a text of
/// its own. A byte order mark at its very beginning stays.
std::string normalisedLines(std::string_view text, const WritingOptions& options);

}  // namespace subs
