// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>
#include <subs/base/result.h>
#include <subs/edit/stack.h>
#include <subs/edit/two_styles.h>
#include <subs/edit/unstack.h>
#include <subs/format/registry.h>
#include <subs/job/batch.h>
#include <subs/job/format_choice.h>
#include <subs/job/inputs.h>
#include <subs/job/timeline_source.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace subs {

/// How two languages are in one file.
enum class PairForm : std::uint8_t {
    Stacked,  ///< In one cue, one above the other.
    Styles,   ///< Each in cues and styles of its own.
};

struct PairOptions {
    const Format* format = nullptr;  ///< Null: the format that the first is in.
    FormatChoice choice = FormatChoice::Named;
    PairForm form = PairForm::Stacked;
    /// Where the second language stands. `Top` is for styles alone: stacked it is as `Above`.
    SecondPlace place = SecondPlace::Below;
    /// Absent: the first's times where cues are stacked, each its own in styles. Times of styles
    /// that are kept to are those of `withPartnerTimes`.
    std::optional<StackTimes> times = {};
    LanguagePair languages = {};  ///< Empty: as their names tell, else by their scripts.
    DocumentOptions reading = {};
    WriteOptions writing = {};
    const KnownFrames* frames = nullptr;  ///< Borrowed.
    Existing existing = Existing::Refuse;
};

/// Two files, and where the one goes that is made of them.
struct PairTask {
    std::array<InputFile, 2> inputs;
    std::array<std::optional<std::string>, 2> bytes;  ///< Of standard input; else files are read.
    std::filesystem::path output = {};                ///< Empty: the bytes stay in the outcome.
};

/// Two tracks in one, and what became of them. Places are those in the first track and in the
/// second.
struct Paired {
    std::string bytes;
    std::array<const Format*, 2> from{};
    const Format* to = nullptr;
    std::array<std::size_t, 2> cues{};  ///< That were read.
    std::size_t written = 0;            ///< Cues of the result.
    /// Without a partner; those without a text, or without a start that can be read, too.
    std::array<std::vector<std::size_t>, 2> alone;
    std::array<std::vector<std::size_t>, 2> moved;  ///< Got the times of the other track.
    LossReport losses;                              ///< Of writing the result; cue n is that of it.
    /// Of putting each file into the result, cue n is that of the file: times that are moved to
    /// those of the other track ("time"), ends that no file gave ("missing-end"), times inside of
    /// texts that share a line ("inner-time", "karaoke"), styles that make place for the other
    /// language, looks of cues of the second that have those of a cue of the first, its notes and
    /// style sheets, and of one in another format than the result's and the other's all that
    /// `convert` of it would lose.
    std::array<LossReport, 2> lost;
    /// What the result does not get of the files, see `Parsed`; cue n is that of the file. Of the
    /// first nothing where its format is kept, and with it the file: not where each language gets a
    /// field of its own (XLIFF, TMX, CSV, TSV, XLSX), for then a new file is written.
    std::array<LossReport, 2> unread;
    /// Of reading, and of pairing: "pair.alone" for each cue without a partner, "pair.apart" for
    /// each that is not in its partner's cue, "pair.shifted", "pair.cut-tags", "pair.new-file". By
    /// file.
    std::array<Diagnostics, 2> diagnostics;
    /// About the result: of putting it on frames, and "pair.one-field" where its format has a field
    /// for each language and it is not known which these are.
    Diagnostics made;
};

struct PairOutcome {
    std::optional<Error> error;  ///< Names its file. Then nothing was written.
    Paired paired;               ///< Without bytes where they went into a file.
};

/// Puts two tracks into one. Where the second is in another format than the first, whose format is
/// kept, it is put in as that format holds it. In a format with a field for each language each gets
/// its own, whose language the second's is where `PairOptions::writing` names no target. Errors
/// name the file that they are about; "pair.no-cues" where there is no cue in one of them.
PairOutcome pairOne(const PairTask& task, const PairOptions& options);

/// All `tasks`; `finished` gets the outcomes in their order. Answers how many were finished.
std::size_t pairAll(std::span<const PairTask> tasks,
                    const PairOptions& options,
                    const BatchOptions& batch,
                    const std::function<void(std::size_t, PairOutcome)>& finished);

}  // namespace subs
