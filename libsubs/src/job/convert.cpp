// SPDX-License-Identifier: MIT
#include <subs/job/convert.h>

#include <fmt/format.h>

#include <system_error>
#include <utility>

namespace subs {
namespace {

namespace fs = std::filesystem;

bool isFrameRule(Rounding rounding) {
    return rounding == Rounding::Frame || rounding == Rounding::FrameNearest;
}

tl::unexpected<Error> failureAt(const Cue& cue, std::size_t index, const Error& error) {
    const std::string label =
        cue.label.empty() ? std::string() : fmt::format(" (\"{}\")", cue.label);
    return failure(error.code, fmt::format("cue {}{}: {}", index + 1, label, error.message));
}

Result<void> makeFolderOf(const fs::path& output) {
    std::error_code error;
    if (output.has_parent_path()) fs::create_directories(output.parent_path(), error);
    if (error)
        return failure(
            "io.failed",
            fmt::format(
                "cannot make the folder {}: {}", output.parent_path().string(), error.message()));
    return {};
}

Result<void> writeOutput(const fs::path& output, std::string_view bytes, Existing existing) {
    const auto made = makeFolderOf(output);
    return made ? writeFileAtomically(output, bytes, {.existing = existing}) : made;
}

/// Says early that a file is there already, before any work is done for it.
Result<void> checkOutput(const fs::path& output, Existing existing) {
    std::error_code ignored;
    if (output.empty() || existing == Existing::Replace || !fs::exists(output, ignored)) return {};
    return failure(
        "io.exists",
        fmt::format("cannot write {}: there is a file of that name; --overwrite replaces it",
                    output.string()));
}

Result<Converted> convertTask(const ConvertTask& task, const ConvertOptions& options) {
    if (task.input.fault) return tl::unexpected(*task.input.fault);
    if (const auto free = checkOutput(task.output, options.existing); !free)
        return tl::unexpected(free.error());
    auto bytes = task.bytes ? Result<std::string>(*task.bytes) : readFile(task.input.path);
    if (!bytes) return tl::unexpected(bytes.error());
    auto result = converted(std::move(*bytes), task.input.path, options);
    if (!result || task.output.empty()) return result;
    if (const auto written = writeOutput(task.output, result->bytes, options.existing); !written)
        return tl::unexpected(written.error());
    result->bytes = {};
    return result;
}

}  // namespace

Result<Document> retimedToFrames(Document document,
                                 Rounding rounding,
                                 Time unit,
                                 const FrameTimeline* timeline) {
    const auto moved = [&](Time time, Edge edge) -> Result<Time> {
        const auto units = rounded(time, edge, rounding, unit, timeline);
        if (!units) return tl::unexpected(units.error());
        return Time::fromFlicks(*units * unit.flicks());
    };
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        Cue& cue = document.cues[i];
        const auto start = moved(cue.start, Edge::Start);
        if (!start) return failureAt(cue, i, start.error());
        const auto end = moved(cue.end.value_or(Time()), Edge::End);
        if (cue.end && !end) return failureAt(cue, i, end.error());
        cue.start = *start;
        if (cue.end) cue.end = *end;
    }
    return document;
}

Result<Converted> converted(std::string bytes,
                            const fs::path& name,
                            const ConvertOptions& options) {
    auto read = readDocument(std::move(bytes), name, options.reading);
    if (!read) return tl::unexpected(read.error());
    const Format& target = options.format != nullptr ? *options.format : *read->format;
    WriteOptions writing = options.writing;
    std::optional<Document> retimed;
    if (isFrameRule(writing.rounding)) {
        auto moved =
            retimedToFrames(read->document, writing.rounding, target.info().unit, writing.timeline);
        if (!moved) return tl::unexpected(moved.error());
        retimed = std::move(*moved);
        writing.rounding = Rounding::Nearest;  // the times are whole units now
    }
    auto written = writtenDocument(retimed ? *retimed : read->document, target, writing);
    if (!written) return tl::unexpected(written.error());
    return Converted{std::move(written->bytes),
                     std::move(written->losses),
                     std::move(read->diagnostics),
                     read->format,
                     &target,
                     std::move(read->document)};
}

ConvertOutcome convertOne(const ConvertTask& task, const ConvertOptions& options) {
    auto result = convertTask(task, options);
    if (!result) return {result.error(), {}};
    return {std::nullopt, std::move(*result)};
}

std::size_t convertAll(std::span<const ConvertTask> tasks,
                       const ConvertOptions& options,
                       const BatchOptions& batch,
                       const std::function<void(std::size_t, ConvertOutcome)>& finished) {
    std::vector<ConvertOutcome> outcomes(tasks.size());
    return runBatch(
        tasks.size(),
        batch,
        [&](std::size_t item, std::size_t) { outcomes[item] = convertOne(tasks[item], options); },
        [&](std::size_t item) { finished(item, std::exchange(outcomes[item], {})); });
}

}  // namespace subs
