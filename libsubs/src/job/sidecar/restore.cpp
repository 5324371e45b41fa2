// SPDX-License-Identifier: MIT
#include "job/sidecar/restore.h"

#include <subs/base/counted.h>
#include <subs/base/utf8.h>
#include <subs/job/cue_lines.h>

#include "job/sidecar/merge.h"
#include "job/sidecar/style_names.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace subs {
namespace {

Result<ReadDocument> readKept(const KeptFile& file, DocumentOptions options) {
    options.encoding = file.encoding;
    options.format = file.format;
    if (!file.language.empty()) options.language = file.language;
    if (formatNamed(file.format) == nullptr || formatNamed(file.format)->info().id != file.format)
        return failure(
            "sidecar.damaged",
            fmt::format("the sidecar is damaged: there is no format \"{}\"", file.format));
    auto read = readDocument(file.bytes, file.name, options);
    if (read) return read;
    return failure("sidecar.damaged",
                   fmt::format("the sidecar is damaged: {}", read.error().message));
}

/// The edited file is in the format that was written, and in its encoding unless it was stored as
/// UTF-8 since.
DocumentOptions optionsForEdited(std::string_view bytes,
                                 const Sidecar& sidecar,
                                 DocumentOptions options) {
    if (options.format.empty()) options.format = sidecar.written.format;
    const bool isUtf8 = sidecar.written.encoding == "UTF-8" || isValidUtf8(bytes);
    if (!options.encoding && !isUtf8) options.encoding = sidecar.written.encoding;
    return options;
}

tl::unexpected<Error> otherFile(const Sidecar& sidecar) {
    return failure(
        "sidecar.other-file",
        fmt::format("the sidecar is of another file: hardly a cue is of those that were "
                    "made of {}",
                    sidecar.original.name.empty() ? "its original" : sidecar.original.name));
}

std::string countsOf(const Restored& restored) {
    if (!restored.isEdited()) return "nothing was edited since";
    return fmt::format("{} edited since, {} added, {} removed, {} moved",
                       counted(restored.changed, "cue"),
                       restored.added,
                       restored.removed,
                       restored.moved);
}

Diagnostic restoredRemark(const Sidecar& sidecar, const Restored& restored) {
    const std::string name = sidecar.original.name.empty() ? "the original" : sidecar.original.name;
    return {Severity::Info,
            0,
            0,
            "sidecar.restored",
            fmt::format("{} is taken from the sidecar; {}", name, countsOf(restored))};
}

}  // namespace

std::optional<FrameTimeline> timelineOf(const Sidecar& sidecar) {
    if (sidecar.frameRate.empty()) return std::nullopt;
    const auto rate = parseFrameRate(sidecar.frameRate);
    return rate ? std::optional(FrameTimeline::constant(*rate)) : std::nullopt;
}

Result<Restored> restoredDocument(std::string bytes,
                                  const std::filesystem::path& name,
                                  const Sidecar& sidecar,
                                  const DocumentOptions& options) {
    DocumentOptions kept = options;
    const auto timeline = timelineOf(sidecar);
    if (kept.timeline == nullptr && timeline) kept.timeline = &*timeline;
    auto original = readKept(sidecar.original, kept);
    if (!original) return tl::unexpected(original.error());
    Restored result{*std::move(original), 0, 0, 0, 0};
    result.read.diagnostics.clear();  // they were told when it was converted
    if (bytes == sidecar.written.bytes) {
        result.read.diagnostics.push_back(restoredRemark(sidecar, result));
        return result;
    }
    const auto written = readKept(sidecar.written, kept);
    if (!written) return tl::unexpected(written.error());
    const DocumentOptions reading = optionsForEdited(bytes, sidecar, kept);
    auto edited = readDocument(std::move(bytes), name, reading);
    if (!edited) return tl::unexpected(edited.error());
    if (edited->document.cues.empty()) {
        // The caller says that there is nothing to convert.
        result.read = *std::move(edited);
        return result;
    }
    result.read.diagnostics = edited->diagnostics;
    if (!namesStyles(*edited->format)) takeStyleNames(written->document, edited->document);
    if (!merge(result, *written, *edited, kept.timeline)) return otherFile(sidecar);
    result.read.diagnostics.push_back(restoredRemark(sidecar, result));
    return result;
}

}  // namespace subs
