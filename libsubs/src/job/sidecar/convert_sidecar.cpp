// SPDX-License-Identifier: MIT
#include "job/sidecar/convert_sidecar.h"

#include <subs/job/outputs.h>
#include <subs/job/sidecar.h>

#include "job/convert_document.h"
#include "job/convert_parts.h"
#include "job/sidecar/file_pair.h"
#include "job/sidecar/restore.h"
#include "job/target_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace subs {
namespace {

namespace fs = std::filesystem;

/// True where nothing but the format is asked for, so that a file may keep its bytes.
bool asksForFormatOnly(const ConvertOptions& options) {
    const WriteOptions& writing = options.writing;
    return writing.encoding.empty() && writing.newline == NewlineChoice::Keep &&
           writing.bom == BomChoice::Keep && !isFrameRule(writing.rounding) && !options.moving &&
           !options.normalising && !options.wrap;
}

const Format* targetOf(const ConvertTask& task,
                       const ConvertOptions& options,
                       const Sidecar& sidecar) {
    const Format* home = formatNamed(sidecar.original.format);
    if (options.format == nullptr) return formatNamed(sidecar.written.format);
    if (home == nullptr) return options.format;
    return &targetFor(*home, options.format, options.choice, task.output);
}

/// Frames that were told to read a file that counts them are not asked for in one that does not.
void dropFrameRule(ConvertOptions& options, const Sidecar& sidecar) {
    const Format* written = formatNamed(sidecar.written.format);
    const Format* home = formatNamed(sidecar.original.format);
    const bool wasForReading = written != nullptr && home == options.format &&
                               written->info().timeBase == TimeBase::Frames;
    if (wasForReading) options.writing.rounding = Rounding::Nearest;
}

/// The frames of the sidecar where none were told.
std::optional<KnownFrames> framesFor(const ConvertOptions& options, const Sidecar& sidecar) {
    auto timeline = options.frames == nullptr ? timelineOf(sidecar) : std::nullopt;
    if (!timeline) return std::nullopt;
    return KnownFrames{*std::move(timeline)};
}

std::string rateOf(const ConvertOptions& options) {
    if (options.frames == nullptr || !options.frames->timeline.isConstant()) return {};
    return formatted(options.frames->timeline.averageRate().framesPerSecond());
}

/// What is converted, and what a sidecar is to keep of it.
struct Source {
    ReadDocument read;
    KeptFile kept;
    bool isRestored = false;
    std::optional<std::string> ownBytes = {};  ///< Of the original where nothing was edited.
};

Result<Source> restoredSource(std::string bytes,
                              const ConvertTask& task,
                              const ConvertOptions& options,
                              Sidecar sidecar) {
    auto restored =
        restoredDocument(std::move(bytes), task.input.path, sidecar, readingOf(options));
    if (!restored) {
        const bool isOfSidecar = restored.error().code.starts_with("sidecar.");
        return tl::unexpected(isOfSidecar ? about(sidecarPathOf(task.input.path).string(),
                                                  std::move(restored.error()))
                                          : std::move(restored.error()));
    }
    Source source{std::move(restored->read), std::move(sidecar.original), true, {}};
    if (!restored->isEdited()) {
        source.ownBytes = source.kept.bytes;
        return source;
    }
    WriteOptions writing;
    writing.timeline = readingOf(options).timeline;
    auto saved = writtenDocument(source.read.document, *source.read.format, writing);
    if (!saved) return tl::unexpected(saved.error());
    source.kept.bytes = std::move(saved->bytes);
    return source;
}

Result<Source> plainSource(std::string bytes,
                           const ConvertTask& task,
                           const ConvertOptions& options) {
    KeptFile kept;
    kept.bytes = bytes;
    if (!task.input.isStandardInput()) kept.name = task.input.path.filename().string();
    auto read = readDocument(std::move(bytes), task.input.path, readingOf(options));
    if (!read) return tl::unexpected(read.error());
    kept.format = read->format->info().id;
    kept.encoding = read->document.origin->encoding.name;
    kept.language = options.reading.language;
    return Source{*std::move(read), std::move(kept)};
}

/// In which encoding `document` was written.
std::string encodingOf(const Converted& result, const ConvertOptions& options) {
    if (!options.writing.encoding.empty()) return options.writing.encoding;
    return result.from == result.to ? "" : "UTF-8";
}

void sayRemedy(LossReport& losses, const fs::path& sidecar) {
    const std::string kept =
        fmt::format("{} keeps it: convert back with --sidecar", sidecar.filename().string());
    for (LossItem& loss : losses.items)
        loss.remedy = loss.remedy.empty() ? kept : fmt::format("{}; {}", loss.remedy, kept);
}

Result<void> writeWithSidecar(Converted& result,
                              KeptFile kept,
                              const ConvertTask& task,
                              const ConvertOptions& options) {
    const fs::path path = sidecarPathOf(task.output);
    if (auto free = checkFree(path, options.existing); !free) return free;
    KeptFile written{task.output.filename().string(),
                     std::string(result.to->info().id),
                     encodingOf(result, options),
                     result.bytes};
    const auto bytes = packed({std::move(kept), std::move(written), rateOf(options)});
    if (!bytes) return tl::unexpected(bytes.error());
    if (auto made = makeFolderOf(task.output); !made) return made;
    auto done = writeBoth({task.output, result.bytes}, {path, *bytes}, options.existing);
    if (!done) return done;
    result.sidecar = path;
    sayRemedy(result.losses, path);
    return {};
}

Result<void> writeAlone(const Converted& result,
                        const ConvertTask& task,
                        const ConvertOptions& options) {
    if (auto made = makeFolderOf(task.output); !made) return made;
    return writeFileAtomically(task.output, result.bytes, {.existing = options.existing});
}

Result<Converted> convertedSource(Source source,
                                  const ConvertTask& task,
                                  const ConvertOptions& options) {
    const Format& from = *source.read.format;
    auto result = convertedDocument(std::move(source.read), options);
    if (!result) return result;
    if (source.isRestored)  // lines of a file that nobody sees
        for (LossItem& loss : result->losses.items)
            loss.line = 0;
    const bool isHome = result->to == &from;
    if (isHome && source.ownBytes && asksForFormatOnly(options))
        result->bytes = *std::move(source.ownBytes);
    const auto written = isHome ? writeAlone(*result, task, options)
                                : writeWithSidecar(*result, std::move(source.kept), task, options);
    if (!written) return tl::unexpected(written.error());
    result->bytes = {};
    return result;
}

}  // namespace

Result<Converted> convertedWithSidecar(const ConvertTask& task, const ConvertOptions& options) {
    auto bytes = task.bytes ? Result<std::string>(*task.bytes)
                            : readFile(task.input.path, {.stop = options.reading.stop});
    if (!bytes) return tl::unexpected(bytes.error());
    auto sidecar = task.input.isStandardInput() ? Result<std::optional<Sidecar>>()
                                                : sidecarOf(task.input.path, options.reading.stop);
    if (!sidecar) return tl::unexpected(sidecar.error());
    if (!*sidecar) {
        auto source = plainSource(*std::move(bytes), task, options);
        if (!source) return tl::unexpected(source.error());
        ConvertOptions own = options;
        own.format = &targetFor(*source->read.format, options.format, options.choice, task.output);
        return convertedSource(*std::move(source), task, own);
    }
    ConvertOptions own = options;
    const auto frames = framesFor(options, **sidecar);
    if (frames) own.frames = &*frames;
    own.format = targetOf(task, options, **sidecar);
    dropFrameRule(own, **sidecar);
    auto source = restoredSource(*std::move(bytes), task, own, **std::move(sidecar));
    if (!source) return tl::unexpected(source.error());
    return convertedSource(*std::move(source), task, own);
}

void remarkSidecar(const ConvertTask& task, Converted& converted) {
    if (task.input.isStandardInput() || converted.from == converted.to) return;
    if (converted.to == nullptr || formatKeptBeside(task.input.path) != converted.to->info().id)
        return;
    const std::string name = sidecarPathOf(task.input.path).filename().string();
    converted.diagnostics.push_back(
        {Severity::Warning,
         0,
         0,
         "sidecar.not-asked",
         fmt::format("{} keeps the {} file that this one was made of; --sidecar brings it back",
                     name,
                     converted.to->info().name)});
}

}  // namespace subs
