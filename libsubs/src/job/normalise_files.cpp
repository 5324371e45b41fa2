// SPDX-License-Identifier: MIT
#include <subs/edit/normalise.h>
#include <subs/job/normalise_files.h>
#include <subs/job/outputs.h>

#include "convert_parts.h"
#include "cue_places.h"
#include "unencodable.h"

#include <fmt/format.h>

#include <algorithm>
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

void addIssues(const Document& document,
               std::size_t index,
               std::uint32_t line,
               std::vector<PlacedIssue>& placed) {
    const Cue& cue = document.cues[index];
    const std::string& plain = cue.text.plain;
    const std::vector<Issue> issues = issuesIn(plain);
    if (issues.empty()) return;
    CuePlaces places(plain, stretchOf(document, cue), line);
    for (const Issue& issue : issues)
        placed.push_back({issue.kind,
                          places.of(issue.begin),
                          index,
                          plain.substr(issue.begin, issue.end - issue.begin)});
}

bool isPutRight(IssueKind kind, NormalisePolicy policy) {
    const IssueFix fix = fixOf(kind);
    return fix == IssueFix::Safe || (fix == IssueFix::Full && policy == NormalisePolicy::Full);
}

Result<void> written(ReadDocument& read,
                     const Change& change,
                     const NormaliseFileTask& task,
                     const NormaliseFilesOptions& options,
                     NormalisedFile& result) {
    apply(change, read.document);
    auto bytes = writtenDocument(read.document, *read.format);
    if (!bytes) return tl::unexpected(placedInFile(bytes.error(), read.document, {}));
    if (task.output.empty()) {
        result.bytes = std::move(bytes->bytes);
        return {};
    }
    const auto made = makeFolderOf(task.output);
    return made ? writeFileAtomically(task.output, bytes->bytes, {.existing = options.existing})
                : made;
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
    result.issues = placedIssues(read->document);
    const Change change = withAllNormalised(read->document, options.normalising);
    result.changedCues = change.steps.size();
    if (options.aim == NormaliseAim::Check) return result;
    std::erase_if(result.issues, [&](const PlacedIssue& issue) {
        return isPutRight(issue.kind, options.normalising.policy);
    });
    if (const auto done = written(*read, change, task, options, result); !done)
        return tl::unexpected(done.error());
    return result;
}

}  // namespace

std::vector<PlacedIssue> placedIssues(std::string_view text) {
    std::vector<PlacedIssue> placed;
    LineReader lines(text);
    for (const Issue& issue : issuesIn(text)) {
        while (lines.nextBegin() <= issue.begin && lines.next()) {
        }
        placed.push_back(
            {issue.kind,
             {lines.number(), static_cast<std::uint32_t>(issue.begin - lines.begin() + 1)},
             std::nullopt,
             std::string(text.substr(issue.begin, issue.end - issue.begin))});
    }
    return placed;
}

std::vector<PlacedIssue> placedIssues(const Document& document) {
    std::vector<PlacedIssue> placed;
    const std::vector<std::uint32_t> lines = cueLinesOf(document);
    for (std::size_t i = 0; i < document.cues.size(); ++i)
        addIssues(document, i, lines[i], placed);
    return placed;
}

Diagnostic issueDiagnostic(const PlacedIssue& issue) {
    const std::string cue = issue.cue ? fmt::format("cue {}: ", *issue.cue + 1) : std::string();
    const char* then = fixOf(issue.kind) == IssueFix::None ? "; a person has to put it right" : "";
    return {Severity::Warning,
            issue.place.line,
            issue.place.column,
            fmt::format("khmer.{}", nameOf(issue.kind)),
            fmt::format("{}{}{}", cue, sentenceOf(issue.kind), then)};
}

std::size_t normaliseFiles(std::span<const NormaliseFileTask> tasks,
                           const NormaliseFilesOptions& options,
                           const BatchOptions& batch,
                           const std::function<void(std::size_t, NormalisedFile)>& finished) {
    std::vector<NormalisedFile> outcomes(tasks.size());
    const auto work = [&](std::size_t item, std::size_t) {
        auto outcome = normaliseTask(tasks[item], options);
        if (outcome)
            outcomes[item] = std::move(*outcome);
        else
            outcomes[item].error = outcome.error();
    };
    return runBatch(tasks.size(), batch, work, [&](std::size_t item) {
        finished(item, std::exchange(outcomes[item], {}));
    });
}

std::string normalisedLines(std::string_view text, const NormaliseOptions& options) {
    std::string result;
    result.reserve(text.size());
    std::size_t at = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    result.append(text.substr(0, at));
    while (at < text.size()) {
        const std::size_t end = text.find('\n', std::min(at + kBlock, text.size()));
        const std::size_t next = end == std::string_view::npos ? text.size() : end + 1;
        result += normalised(text.substr(at, next - at), options).text;
        at = next;
    }
    return result;
}

}  // namespace subs
