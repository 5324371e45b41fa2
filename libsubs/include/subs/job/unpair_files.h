// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>
#include <subs/base/result.h>
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
#include <set>
#include <span>
#include <string>
#include <vector>

namespace subs {

/// What tells the languages of a bilingual file apart.
enum class UnpairBy : std::uint8_t {
    Any,     ///< Fields where there are two, else scripts where they differ, styles, rows.
    Field,   ///< Source and target of a translation file, columns of a table.
    Script,  ///< `byScript`, of lines that hold both too (`withLinesParted`); what has no letters
             ///< by its style, where that tells.
    Style,   ///< `byStyle`
    Row,     ///< `byRow`; see `Unpaired::diagnostics` for what is no second language.
    Half,    ///< `byHalf`
};

struct UnpairOptions {
    /// Null: the format that the input is in.
    std::array<const Format*, 2> formats{};
    FormatChoice choice = FormatChoice::Named;
    UnpairBy by = UnpairBy::Any;
    /// Empty: as a file with fields for each says, the source or the column before the other
    /// first; else by the scripts: the one that stands above the other in most cues is the first.
    LanguagePair languages = {};
    /// Of the second language. Empty: those whose lines are all in its script, else the one of two
    /// that is named like it, else the later one in the file.
    std::vector<std::string> secondStyles = {};
    DocumentOptions reading = {};
    WriteOptions writing = {};
    const KnownFrames* frames = nullptr;  ///< Borrowed.
    Existing existing = Existing::Refuse;
    /// Files that are read in the same run (`std::filesystem::weakly_canonical`), which are not
    /// written over.
    std::set<std::filesystem::path> inputs = {};
};

/// One file and where its two languages go.
struct UnpairTask {
    InputFile input;
    std::optional<std::string> bytes;  ///< Of standard input; else the file is read.
    /// Empty: the bytes stay in the outcome.
    std::array<std::filesystem::path, 2> outputs;
    /// "film.srt": the outputs are film.km.srt and film.en.srt. Used where it is not empty.
    std::filesystem::path named = {};
};

/// What became of one file. Arrays are of the first language and of the second.
struct Unpaired {
    std::array<std::string, 2> bytes;
    std::array<std::filesystem::path, 2> outputs;
    std::array<std::string, 2> languages;
    UnpairBy by = UnpairBy::Any;  ///< What told them apart.
    const Format* from = nullptr;
    std::array<const Format*, 2> to{};
    std::size_t cues = 0;                  ///< That were read.
    std::array<std::size_t, 2> written{};  ///< Cues of each.
    std::vector<std::size_t> inBoth;       ///< Places of comments and of cues that do not tell.
    /// Places of cues whose field for this language is empty: they are in the other output alone.
    std::array<std::vector<std::size_t>, 2> missing;
    std::array<LossReport, 2> losses;  ///< Cue n is that of the output.
    /// What another format, or a new file with one field, does not get of the file, see `Parsed`;
    /// cue n is that of the file.
    LossReport unread;
    /// Of reading, and "unpair.unclear" for each cue that is in both; "unpair.one-line" where lines
    /// held both languages (`withLinesParted`); "unpair.missing" for each language; "unpair.uneven"
    /// where rows or styles that nothing else tells of look like one language: the texts are in one
    /// script, and of one row there are not half as many cues as of the other, or most of one have
    /// no partner in time (`withoutPartners`) in the other. By `Any` rows are then no languages at
    /// all ("unpair.one-language").
    Diagnostics diagnostics;
};

struct UnpairOutcome {
    std::optional<Error> error;  ///< Then nothing was written.
    Unpaired unpaired;           ///< Without bytes where they went into files.
};

/// Parts one file. Errors: "unpair.one-language" where nothing tells two languages apart;
/// "unpair.languages" where a file has fields for two languages and others are asked for;
/// "unpair.no-cues" where no cue is in one of them, which it names;
/// "unpair.names" where a language has no name for its file; "output.collision".
UnpairOutcome unpairOne(const UnpairTask& task, const UnpairOptions& options);

/// All `tasks`; `finished` gets the outcomes in their order. Answers how many were finished.
std::size_t unpairAll(std::span<const UnpairTask> tasks,
                      const UnpairOptions& options,
                      const BatchOptions& batch,
                      const std::function<void(std::size_t, UnpairOutcome)>& finished);

/// "field", "script", "style", "row", "half" or "any".
std::string_view nameOf(UnpairBy by);

}  // namespace subs
