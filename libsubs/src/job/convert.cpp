// SPDX-License-Identifier: MIT
#include <subs/edit/writing.h>
#include <subs/format/counts_frames.h>
#include <subs/format/unread.h>
#include <subs/job/convert.h>
#include <subs/job/cue_lines.h>
#include <subs/job/outputs.h>
#include <subs/job/retime.h>
#include <subs/model/unread_starts.h>
#include <subs/text/charset.h>
#include <subs/text/newline.h>

#include "convert_document.h"
#include "convert_parts.h"
#include "format/document_losses.h"
#include "format/karaoke_times.h"
#include "lost_marks.h"
#include "other_rate.h"
#include "pictures/picture_files.h"
#include "pictures/write_pictures.h"
#include "remedies.h"
#include "sidecar/convert_sidecar.h"
#include "still_times.h"
#include "target_format.h"
#include "unencodable.h"
#include "wrap_document.h"
#include "written_anew.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <span>
#include <system_error>
#include <utility>

namespace subs {
namespace {

namespace fs = std::filesystem;

Result<void> writeOutput(const fs::path& output, std::string_view bytes, Existing existing) {
    const auto made = makeFolderOf(output);
    return made ? writeFileAtomically(output, bytes, {.existing = existing}) : made;
}

/// What is to be said where it was asked how a text is stored, and the file is none.
void remarkNoText(const Format& target, const WriteOptions& writing, Diagnostics& diagnostics) {
    const bool asks = !writing.encoding.empty() || writing.newline != NewlineChoice::Keep ||
                      writing.bom == BomChoice::Yes;
    if (target.info().bytes == FileBytes::Text || !asks) return;
    diagnostics.push_back(
        {Severity::Warning,
         0,
         0,
         "convert.no-text",
         fmt::format("a file of {} is no text: --out-encoding, --newline and --bom change nothing",
                     target.info().name)});
}

/// What is to be said where a byte order mark was asked for and there is none in the encoding.
void remarkBom(const Document& document,
               const Format& target,
               const WriteOptions& writing,
               Diagnostics& diagnostics) {
    if (writing.bom != BomChoice::Yes || target.info().bytes != FileBytes::Text) return;
    std::string name = "UTF-8";
    if (document.format == target.info().id) name = document.origin->encoding.name;
    if (!writing.encoding.empty()) name = encodingNamed(writing.encoding).value_or(name);
    if (name.starts_with("UTF-")) return;
    diagnostics.push_back(
        {Severity::Warning,
         0,
         0,
         "convert.no-bom",
         fmt::format("{} has no byte order mark, so that none was written; UTF-8 has one", name)});
}

/// What the reader takes for an error in a file without cues, besides that it has none.
std::optional<Error> unreadableSince(const ReadDocument& read) {
    const auto reason = std::ranges::find_if(read.diagnostics, [](const Diagnostic& said) {
        return said.severity == Severity::Error && !said.code.ends_with(".no-cues");
    });
    if (!read.document.cues.empty() || reason == read.diagnostics.end()) return std::nullopt;
    return failureAt(reason->line, reason->column, reason->code, reason->message).value();
}

/// Why there is nothing to convert.
tl::unexpected<Error> noCuesIn(const ReadDocument& read) {
    if (auto error = unreadableSince(read)) return tl::unexpected(*std::move(error));
    return failureAt(isBlank(read.document.origin->text) ? 1 : 0,
                     0,
                     "convert.no-cues",
                     "there is no cue in the file, and so nothing to convert");
}

/// The document on the frames of the rate that its times were moved to; nothing where there is
/// none, or where it is written in frames.
Result<std::optional<Retimed>> onMovedFrames(const ReadDocument& read,
                                             const Format& target,
                                             const MoveOptions& moving,
                                             std::span<const CueId> unread) {
    if (!moving.onto || countsFrames(target.info())) return std::optional<Retimed>();
    const KnownFrames frames{FrameTimeline::constant(*moving.onto)};
    const Time unit = target.info().unit;
    if (unit >= frames.timeline.timeOf(Frame{1})) return std::optional<Retimed>();
    return retimedToFrames(read.document, Rounding::Frame, unit, frames, unread);
}

/// The document on the frames of `options`; nothing where they are not asked for.
Result<std::optional<Retimed>> onFrames(ReadDocument& read,
                                        const Format& target,
                                        const ConvertOptions& options,
                                        std::span<const CueId> unread) {
    const Rounding rounding = options.writing.rounding;
    const bool hasMoved = options.moving && options.frames == nullptr;
    if (hasMoved && !isFrameRule(rounding))
        return onMovedFrames(read, target, *options.moving, unread);
    if (!isFrameRule(rounding) || target.info().timeBase == TimeBase::Frames)
        return std::optional<Retimed>();
    if (options.frames == nullptr)
        return failure("time.no-timeline",
                       "rounding to frames needs a frame rate or a film's frame times");
    if (!countsFrames(target.info()))
        return retimedToFrames(
            read.document, rounding, target.info().unit, *options.frames, unread);
    // The writer puts the edges on frames.
    auto remarks = remarksOnFrames(read.document, rounding, *options.frames);
    if (!remarks) return tl::unexpected(remarks.error());
    std::ranges::move(*remarks, std::back_inserter(read.diagnostics));
    return std::optional<Retimed>();
}

/// Reads, converts and writes the file of `task` as a whole.
Result<Converted> convertWhole(const ConvertTask& task, const ConvertOptions& options) {
    auto bytes = task.bytes ? Result<std::string>(*task.bytes)
                            : readFile(task.input.path, {.stop = options.reading.stop});
    if (!bytes) return tl::unexpected(bytes.error());
    auto read = readDocument(std::move(*bytes), task.input.path, readingOf(options));
    if (!read) return tl::unexpected(read.error());
    ConvertOptions own = options;
    own.format = &targetFor(*read->format, options.format, options.choice, task.output);
    auto result = convertedDocument(*std::move(read), own);
    if (!result || task.output.empty()) return result;
    if (const auto written = writeOutput(task.output, result->bytes, options.existing); !written)
        return tl::unexpected(written.error());
    result->bytes = {};
    return result;
}

/// With pictures beside the output.
Result<Converted> convertWithPictures(const ConvertTask& task, const ConvertOptions& options) {
    PictureFiles files(task.output.parent_path(), options.existing);
    PictureOptions pictures = *options.pictures;
    pictures.put = [&files](const std::string& name, std::string_view png) {
        return files.put(name, png);
    };
    ConvertOptions own = options;
    own.pictures.emplace(std::move(pictures));
    auto result = convertWhole(task, own);
    if (result) files.keep();
    return result;
}

Result<Converted> convertTask(const ConvertTask& task,
                              const ConvertOptions& options,
                              FileThreads threads) {
    if (task.input.fault) return tl::unexpected(*task.input.fault);
    if (const auto free =
            task.output.empty() ? Result<void>() : checkFree(task.output, options.existing);
        !free)
        return tl::unexpected(free.error());
    if (options.pictures && !task.output.empty()) return convertWithPictures(task, options);
    if (options.sidecar == SidecarUse::TakeAndWrite && !task.output.empty())
        return convertedWithSidecar(task, options);
    if (!task.bytes && !task.output.empty()) {
        auto done =
            convertedInParts(task.input.path, task.output, options, {threads, kUsualPartSize});
        if (!done) return tl::unexpected(done.error());
        if (*done) return **std::move(done);
    }
    return convertWhole(task, options);
}

/// The rate of the file where it is saved into and counts other frames than are asked for.
std::optional<OwnRate> otherRate(const Document& document,
                                 const Format& target,
                                 const ConvertOptions& options) {
    return options.frames == nullptr ? std::nullopt
                                     : otherRateOf(document, target, &options.frames->timeline);
}

/// A new file in place of it has the frames that are asked for.
void remarkOtherRate(const OwnRate& rate,
                     const Format& target,
                     const KnownFrames& frames,
                     Diagnostics& diagnostics) {
    if (std::ranges::count(diagnostics, "convert.new-file", &Diagnostic::code) == 0)
        diagnostics.push_back(otherRateRemark(rate, target, frames));
}

/// How many cues were moved, and how.
struct Moves {
    std::size_t count = 0;
    std::optional<MovedTimes> times = {};
};

/// Moves the times of what was read, where that is asked for.
Result<Moves> move(ReadDocument& read,
                   const Format& target,
                   const ConvertOptions& options,
                   std::span<const CueId> unread) {
    if (!options.moving) return Moves();
    auto moved = movedTimes(std::move(read.document), *options.moving, options.frames, unread);
    if (!moved) return tl::unexpected(moved.error());
    read.document = std::move(moved->document);
    std::ranges::move(moved->diagnostics, std::back_inserter(read.diagnostics));
    // Another format does not get them, which is told.
    const bool mayStay = &target == read.format && (moved->moved > 0 || read.document.cues.empty());
    if (auto still = mayStay ? stillTimesOf(read.document) : std::nullopt)
        read.diagnostics.push_back(*std::move(still));
    Moves moves{moved->moved, std::nullopt};
    // What came home with a sidecar may have been edited before.
    if (options.sidecar == SidecarUse::None) moves.times = std::move(moved->times);
    return moves;
}

/// Adds losses that are each about a cue to those of the same kind.
void addAgain(const LossReport& losses, LossReport& all) {
    for (const LossItem& loss : losses.items) {
        for (const CueId cue : loss.cues)
            all.add(loss.feature, loss.severity, cue, loss.before, loss.after);
        const auto added = std::ranges::find_if(all.items, [&](const LossItem& item) {
            return item.feature == loss.feature && item.severity == loss.severity;
        });
        // A cue may have lost more than one.
        if (added != all.items.end()) added->count += loss.count - loss.cues.size();
    }
}

/// How lines are broken: as is asked for, or so that they stay in their pictures; nothing where
/// they stay as they are.
std::optional<WrapOptions> wrappingOf(const ConvertOptions& options) {
    if (!options.wrap && !options.pictures) return std::nullopt;
    WrapOptions wrapping = options.wrap ? *options.wrap : wrapOptionsFor(*options.pictures);
    wrapping.aspect = options.pictures ? wrapOptionsFor(*options.pictures).aspect
                                       : aspectOf(options.frames, wrapping.aspect);
    return wrapping;
}

/// The file's bytes, with pictures in place of its texts where they are asked for.
Result<WrittenDocument> written(const Document& document,
                                const Format& target,
                                const WriteOptions& writing,
                                const ConvertOptions& options,
                                ReadDocument& read) {
    if (!options.pictures)
        return &target == read.format ? editedOrAnew(document, read, writing)
                                      : writtenDocument(document, target, writing);
    auto made = writtenPictures(document, target, writing, *options.pictures, options.reading.stop);
    if (!made) return tl::unexpected(made.error());
    std::ranges::move(made->diagnostics, std::back_inserter(read.diagnostics));
    return std::move(made->written);
}

/// Puts texts right where that is asked for, and tells what goes by it.
LossReport normalise(Document& document, const ConvertOptions& options) {
    LossReport lostMarks;
    if (!options.normalising) return lostMarks;
    const Change change = withAllWritten(document, *options.normalising);
    addLostMarks(change, lostMarks);
    apply(change, document);
    return lostMarks;
}

/// `arePut`: the edges of the document were put on frames, in whole units of its format.
WriteOptions writingOf(const ConvertOptions& options, bool arePut) {
    WriteOptions writing = options.writing;
    if (options.frames != nullptr) writing.timeline = &options.frames->timeline;
    if (arePut) writing.rounding = Rounding::Nearest;
    return writing;
}

}  // namespace

void placeLosses(LossReport& losses, const Document& document) {
    for (LossItem& loss : losses.items) {
        if (isOfRaw(loss)) loss.line = lineOfRaw(document, loss.before);
        const auto first = loss.cues.empty() ? std::nullopt : indexOf(document, loss.cues.front());
        if (first) loss.line = lineOfCue(document, *first);
    }
}

Result<Converted> converted(std::string bytes,
                            const fs::path& name,
                            const ConvertOptions& options) {
    auto read = readDocument(std::move(bytes), name, readingOf(options));
    if (!read) return tl::unexpected(read.error());
    return convertedDocument(*std::move(read), options);
}

DocumentOptions readingOf(const ConvertOptions& options) {
    DocumentOptions reading = options.reading;
    if (options.frames != nullptr) reading.timeline = &options.frames->timeline;
    return reading;
}

Result<Converted> convertedDocument(ReadDocument read, const ConvertOptions& options) {
    const Format& target = options.format != nullptr ? *options.format : *read.format;
    if (read.document.cues.empty() && &target != read.format) return noCuesIn(read);
    // Times that cannot be read cannot be moved, and the file is not handed on as if they were.
    if (auto error = options.moving ? unreadableSince(read) : std::nullopt)
        return tl::unexpected(*std::move(error));
    const std::size_t cues = read.document.cues.size();
    const std::vector<CueId> unread = unreadStartsOf(read.document);
    auto moved = move(read, target, options, unread);
    if (!moved) return tl::unexpected(moved.error());
    LossReport lostMarks = normalise(read.document, options);
    const auto rate = options.pictures ? std::nullopt : otherRate(read.document, target, options);
    const bool hasOwnFrames = rate && !rate->yields;
    const auto frames =
        hasOwnFrames ? Result<std::optional<Retimed>>() : onFrames(read, target, options, unread);
    if (!frames) return tl::unexpected(frames.error());
    WriteOptions writing = writingOf(options, frames->has_value());
    if (moved->times) writing.moved = std::move(moved->times);
    const Document& timed = *frames ? (*frames)->document : read.document;
    const auto wrapping = wrappingOf(options);
    auto wrapped = wrapping ? wrappedDocument(timed, *wrapping) : Result<WrappedDocument>();
    if (!wrapped) return tl::unexpected(wrapped.error());
    const Document& document = wrapping ? wrapped->document : timed;
    auto made = written(document, target, writing, options, read);
    if (!made) return tl::unexpected(placedInFile(made.error(), read.document, writing));
    if (rate) remarkOtherRate(*rate, target, *options.frames, read.diagnostics);
    addAgain(wrapped->losses, lostMarks);
    std::ranges::move(lostMarks.items, std::back_inserter(made->losses.items));
    const std::size_t lossesOfDocument = made->losses.items.size();
    if (&target != read.format) addUnread(read.unread, target.info(), made->losses);
    placeLosses(made->losses, read.document);
    if (*frames) std::ranges::copy((*frames)->diagnostics, std::back_inserter(read.diagnostics));
    if (wrapping) remarkWrapped(*wrapped, read.document, *wrapping, read.diagnostics);
    remarkNoText(target, writing, read.diagnostics);
    remarkBom(document, target, writing, read.diagnostics);
    const bool hasEarlyTimes = std::ranges::any_of(read.document.cues, hasEarlyTime);
    return Converted{std::move(made->bytes),
                     std::move(made->losses),
                     lossesOfDocument,
                     std::move(read.diagnostics),
                     read.format,
                     &target,
                     cues,
                     moved->count,
                     wrapped->changed,
                     wrapped->misfits.size(),
                     {},
                     hasEarlyTimes};
}

ConvertOutcome convertOne(const ConvertTask& task,
                          const ConvertOptions& options,
                          FileThreads threads) {
    auto result = convertTask(task, options, threads);
    if (!result) return {result.error(), {}};
    addRemedies(*result, options);
    if (options.sidecar == SidecarUse::None) remarkSidecar(task, *result);
    return {std::nullopt, std::move(*result)};
}

std::size_t convertAll(std::span<const ConvertTask> tasks,
                       const ConvertOptions& options,
                       const BatchOptions& batch,
                       const std::function<void(std::size_t, ConvertOutcome)>& finished) {
    // Several files keep all cores busy as they are.
    const FileThreads threads =
        tasks.size() == 1 && batch.threads != 1 ? FileThreads::Two : FileThreads::One;
    const auto work = [&](std::size_t item, std::size_t) {
        return convertOne(tasks[item], options, threads);
    };
    // One after the other: files in one folder may have pictures in common.
    BatchOptions workers = batch;
    if (options.pictures) workers.threads = 1;
    return runBatchOf<ConvertOutcome>(tasks.size(), workers, work, finished);
}

}  // namespace subs
