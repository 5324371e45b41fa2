// SPDX-License-Identifier: MIT
#include "job/written_file.h"

#include <subs/format/counts_frames.h>
#include <subs/job/retime.h>
#include <subs/model/unread_starts.h>

#include "format/in_place.h"
#include "job/convert_parts.h"
#include "job/unencodable.h"

#include <utility>
#include <vector>

namespace subs {
namespace {

/// On the frames that are asked for, or as it is.
Result<Retimed> timed(Document document, const Format& format, const MadeOptions& options) {
    const Rounding rounding = options.writing.rounding;
    if (!isFrameRule(rounding) || format.info().timeBase == TimeBase::Frames)
        return Retimed{std::move(document), {}};
    if (options.frames == nullptr)
        return failure("time.no-timeline",
                       "rounding to frames needs a frame rate or a film's frame times");
    if (!countsFrames(format.info())) {
        const std::vector<CueId> unread = unreadStartsOf(document);
        return retimedToFrames(
            std::move(document), rounding, format.info().unit, *options.frames, unread);
    }
    auto remarks = remarksOnFrames(document, rounding, *options.frames);
    if (!remarks) return tl::unexpected(remarks.error());
    return Retimed{std::move(document), std::move(*remarks)};
}

void numberIds(Document& document) {
    document.lastId = 0;
    for (Cue& cue : document.cues)
        cue.id = document.newId();
}

}  // namespace

Result<ReadDocument> readInput(const InputFile& input,
                               const std::optional<std::string>& bytes,
                               const DocumentOptions& options) {
    const std::string name = input.path.string();
    if (input.fault) return tl::unexpected(about(name, *input.fault));
    auto content =
        bytes ? Result<std::string>(*bytes) : readFile(input.path, {.stop = options.stop});
    if (!content) return tl::unexpected(about(name, content.error()));
    auto read = readDocument(*std::move(content), input.path, options);
    if (!read) return tl::unexpected(about(name, read.error()));
    return read;
}

Result<Made> madeOf(Document document, const Format& format, const MadeOptions& options) {
    numberIds(document);
    auto onFrames = timed(std::move(document), format, options);
    if (!onFrames) return tl::unexpected(onFrames.error());
    WriteOptions writing = options.writing;
    if (options.frames != nullptr) writing.timeline = &options.frames->timeline;
    const bool isOnFrames = isFrameRule(writing.rounding) && !countsFrames(format.info());
    if (isOnFrames) writing.rounding = Rounding::Nearest;  // the times are whole units now
    auto written = writtenDocument(onFrames->document, format, writing);
    const auto reason = written ? std::nullopt : refusalReason(written.error());
    if (reason)
        if (auto anew = writtenDocument(asNewFile(onFrames->document), format, writing))
            return Made{*std::move(anew), std::move(onFrames->diagnostics), std::string(*reason)};
    if (!written) return tl::unexpected(placedInFile(written.error(), onFrames->document, writing));
    return Made{*std::move(written), std::move(onFrames->diagnostics)};
}

Result<void> writeMade(const std::filesystem::path& output,
                       std::string_view bytes,
                       Existing existing) {
    const auto made = makeFolderOf(output);
    return made ? writeFileAtomically(output, bytes, {.existing = existing}) : made;
}

}  // namespace subs
