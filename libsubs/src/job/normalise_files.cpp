// SPDX-License-Identifier: MIT
#include <subs/edit/writing.h>
#include <subs/job/normalise_files.h>
#include <subs/job/outputs.h>

#include "convert_parts.h"
#include "cue_places.h"
#include "unencodable.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace subs {
namespace {

constexpr std::string_view kByteOrderMark = "\uFEFF";
/// How much of a plain text is put right at once, to the end of a line.
constexpr std::size_t kBlock = std::size_t{64} * 1024;

/// The stretch of the file that `cue` was read from; empty where there is none.
std::string_view stretchOf(const Document& document, const Cue& cue) {
    if (!document.origin || !cue.piece.has() || cue.piece.index >= document.origin->pieces.size())
        return {};
    return document.origin->stretch(cue.piece.index);
}

/// An issue of one text, before it is placed.
struct FoundIssue {
    PlacedKind kind;
    std::uint32_t begin;
    std::uint32_t end;
};

/// By their beginnings.
std::vector<FoundIssue> foundIn(std::string_view text, const Wanted& wanted) {
    std::vector<FoundIssue> found;
    for (const Issue& issue : issuesIn(text))
        found.push_back({issue.kind, issue.begin, issue.end});
    for (const WritingChange& change : writingChanges(text, wanted.writing))
        found.push_back({change.kind, change.begin, change.end});
    for (const FoundInvisible& one : invisiblesIn(text, wanted.invisibles))
        found.push_back({one.kind, one.begin, one.end});
    std::ranges::stable_sort(found, {}, &FoundIssue::begin);
    return found;
}

void addIssues(const Document& document,
               std::size_t index,
               std::uint32_t line,
               const Wanted& wanted,
               std::vector<PlacedIssue>& placed) {
    const Cue& cue = document.cues[index];
    const std::string& plain = cue.text.plain;
    const std::vector<FoundIssue> found = foundIn(plain, wanted);
    if (found.empty()) return;
    CuePlaces places(plain, stretchOf(document, cue), line);
    for (const FoundIssue& issue : found)
        placed.push_back({issue.kind,
                          places.of(issue.begin),
                          index,
                          plain.substr(issue.begin, issue.end - issue.begin)});
}

/// All that was asked for is done; characters that are told of stay.
bool isPutRight(const PlacedKind& kind, NormalisePolicy policy) {
    const IssueKind* issue = std::get_if<IssueKind>(&kind);
    if (issue == nullptr) return std::holds_alternative<WritingKind>(kind);
    const IssueFix fix = fixOf(*issue);
    return fix == IssueFix::Safe || (fix == IssueFix::Full && policy == NormalisePolicy::Full);
}

/// Whether many lines written at once are as each of them written alone.
bool isByLine(const WritingOptions& options) {
    return !options.digits && !options.quotes && options.numberMarks == NumberMarks::None;
}

bool isAnyConverted(const std::vector<PlacedLegacy>& legacy) {
    return std::ranges::any_of(legacy, [](const PlacedLegacy& one) {
        return one.text.outcome == LegacyOutcome::Converted;
    });
}

/// UTF-8 where text was converted into Khmer that the file's own encoding does not have.
WriteOptions fileOptionsOf(const Document& document, bool isConverted) {
    WriteOptions options;
    const bool isUnicode = !document.origin || document.origin->encoding.name.starts_with("UTF-");
    if (isConverted && !isUnicode) options.encoding = "UTF-8";
    return options;
}

Result<void> writeFile(ReadDocument& read,
                       const NormaliseFileTask& task,
                       const NormaliseFilesOptions& options,
                       NormalisedFile& result) {
    auto bytes = writtenDocument(
        read.document, *read.format, fileOptionsOf(read.document, isAnyConverted(result.legacy)));
    if (!bytes) return tl::unexpected(placedInFile(bytes.error(), read.document, {}));
    if (task.output.empty()) {
        result.bytes = std::move(bytes->bytes);
        return {};
    }
    const auto made = makeFolderOf(task.output);
    return made ? writeFileAtomically(task.output, bytes->bytes, {.existing = options.existing})
                : made;
}

/// Converts what is asked for, or tells that there would be something.
Change legacyChange(const Document& document,
                    const NormaliseFilesOptions& options,
                    NormalisedFile& result) {
    if (!options.legacy) {
        if (auto remark = legacyRemark(document)) result.diagnostics.push_back(*std::move(remark));
        return {};
    }
    LegacyConversion conversion = legacyConversion(document, *options.legacy);
    const auto isConverted = [](const LegacyCue& cue) {
        return cue.outcome == LegacyOutcome::Converted;
    };
    if (options.legacy->font && std::ranges::none_of(conversion.cues, isConverted))
        result.diagnostics.push_back(noLegacyText(*options.legacy->font));
    result.legacy = placedLegacy(std::move(conversion.cues), document);
    if (options.aim == NormaliseAim::Write)
        for (Diagnostic& remark : legacyRemarks(result.legacy, result.cues, *options.legacy))
            result.diagnostics.push_back(std::move(remark));
    return std::move(conversion.change);
}

std::size_t changedCues(const Change& first, const Change& second) {
    std::set<std::size_t> cues;
    for (const Change* change : {&first, &second})
        for (const CueChange& step : change->steps)
            cues.insert(step.index);
    return cues.size();
}

Result<NormalisedFile> normaliseTask(const NormaliseFileTask& task,
                                     const NormaliseFilesOptions& options) {
    if (task.input.fault) return tl::unexpected(*task.input.fault);
    if (!task.output.empty())
        if (const auto free = checkFree(task.output, options.existing); !free)
            return tl::unexpected(free.error());
    auto read = task.bytes ? readDocument(*task.bytes, task.input.path, options.reading)
                           : openDocument(task.input.path, options.reading);
    if (!read) return tl::unexpected(read.error());
    NormalisedFile result;
    result.diagnostics = std::move(read->diagnostics);
    result.cues = read->document.cues.size();
    const Change converted = legacyChange(read->document, options, result);
    apply(converted, read->document);
    result.issues = placedIssues(read->document, {options.writing, options.invisibles});
    const Change change = withAllWritten(read->document, options.writing);
    result.changedCues = changedCues(converted, change);
    if (options.aim == NormaliseAim::Check) return result;
    apply(change, read->document);
    std::erase_if(result.issues, [&](const PlacedIssue& issue) {
        return isPutRight(issue.kind, options.writing.encoding.policy);
    });
    if (const auto done = writeFile(*read, task, options, result); !done)
        return tl::unexpected(done.error());
    return result;
}

}  // namespace

std::vector<PlacedIssue> placedIssues(std::string_view text, const Wanted& wanted) {
    std::vector<PlacedIssue> placed;
    const std::vector<Doubt> doubts = doubtsIn(text);
    auto doubt = doubts.begin();
    for (LineReader lines(text); lines.next();) {
        const std::string_view line = lines.line();
        std::vector<FoundIssue> found = foundIn(line, wanted);
        const auto begin = static_cast<std::uint32_t>(lines.begin());
        for (; doubt != doubts.end() && doubt->begin < lines.end(); ++doubt)
            found.push_back({doubt->kind, doubt->begin - begin, doubt->end - begin});
        std::ranges::stable_sort(found, {}, &FoundIssue::begin);
        for (const FoundIssue& issue : found)
            placed.push_back({issue.kind,
                              {lines.number(), issue.begin + 1},
                              std::nullopt,
                              std::string(line.substr(issue.begin, issue.end - issue.begin))});
    }
    return placed;
}

std::vector<PlacedIssue> placedIssues(const Document& document, const Wanted& wanted) {
    std::vector<PlacedIssue> placed;
    const std::vector<std::uint32_t> lines = cueLinesOf(document);
    for (std::size_t i = 0; i < document.cues.size(); ++i)
        addIssues(document, i, lines[i], wanted, placed);
    return placed;
}

std::string_view fixNameOf(const PlacedKind& kind) {
    if (const WritingKind* writing = std::get_if<WritingKind>(&kind))
        return *writing == WritingKind::Spaces ? "safe" : "style";
    const IssueKind* issue = std::get_if<IssueKind>(&kind);
    if (issue == nullptr || fixOf(*issue) == IssueFix::None) return "";
    return fixOf(*issue) == IssueFix::Safe ? "safe" : "full";
}

Diagnostic issueDiagnostic(const PlacedIssue& issue) {
    const std::string cue = issue.cue ? fmt::format("cue {}: ", *issue.cue + 1) : std::string();
    const auto told = [&](std::string_view name, std::string_view sentence) {
        return Diagnostic{Severity::Warning,
                          issue.place.line,
                          issue.place.column,
                          fmt::format("khmer.{}", name),
                          fmt::format("{}{}", cue, sentence)};
    };
    if (const WritingKind* writing = std::get_if<WritingKind>(&issue.kind))
        return told(nameOf(*writing), sentenceOf(*writing));
    if (const InvisibleKind* one = std::get_if<InvisibleKind>(&issue.kind))
        return told("invisible", fmt::format("there is an invisible {}", nameOf(*one)));
    if (const DoubtKind* doubt = std::get_if<DoubtKind>(&issue.kind))
        return told(nameOf(*doubt), fmt::format("\"{}\": {}", issue.text, sentenceOf(*doubt)));
    const IssueKind kind = std::get<IssueKind>(issue.kind);
    const bool isOpen = fixOf(kind) == IssueFix::None;
    return told(
        nameOf(kind),
        fmt::format("{}{}", sentenceOf(kind), isOpen ? "; a person has to put it right" : ""));
}

std::size_t normaliseFiles(std::span<const NormaliseFileTask> tasks,
                           const NormaliseFilesOptions& options,
                           const BatchOptions& batch,
                           const std::function<void(std::size_t, NormalisedFile)>& finished) {
    const auto work = [&](std::size_t item, std::size_t) {
        return normaliseTask(tasks[item], options);
    };
    return runBatchOf<NormalisedFile>(tasks.size(), batch, work, finished);
}

std::string normalisedLines(std::string_view text, const WritingOptions& options) {
    std::string result;
    result.reserve(text.size());
    std::size_t at = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    result.append(text.substr(0, at));
    const std::size_t block = isByLine(options) ? kBlock : 0;
    while (at < text.size()) {
        const std::size_t end = text.find('\n', std::min(at + block, text.size()));
        const std::size_t next = end == std::string_view::npos ? text.size() : end + 1;
        result += written(text.substr(at, next - at), options);
        at = next;
    }
    return result;
}

}  // namespace subs
