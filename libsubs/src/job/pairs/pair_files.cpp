// SPDX-License-Identifier: MIT
#include <subs/edit/partner_times.h>
#include <subs/format/unread.h>
#include <subs/job/outputs.h>
#include <subs/job/pair_files.h>
#include <subs/job/pair_names.h>
#include <subs/text/script.h>

#include "job/convert_document.h"
#include "job/pairs/language_fields.h"
#include "job/pairs/pair_remarks.h"
#include "job/written_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace subs {
namespace {

/// What was made of two tracks, before it is written.
struct Joined {
    Document document;
    Stacked told;  ///< Without its document.
};

StackOptions stackingOf(const PairOptions& options) {
    return {options.times.value_or(StackTimes::First),
            options.place == SecondPlace::Below ? Upper::First : Upper::Second};
}

Joined joinedStacked(const Document& first, const Document& second, const PairOptions& options) {
    Joined joined;
    joined.told = stacked(first, second, stackingOf(options));
    joined.document = std::exchange(joined.told.document, {});
    return joined;
}

Joined joinedInStyles(const Document& first, const Document& second, const PairOptions& options) {
    Joined joined;
    joined.told.alone = withoutPartners(first, second);
    PartnerTimes timedFirst{first, {}};
    PartnerTimes timedSecond{second, {}};
    const StackTimes times = options.times.value_or(StackTimes::Exact);
    if (times == StackTimes::First) timedSecond = withPartnerTimes(second, first);
    if (times == StackTimes::Second) timedFirst = withPartnerTimes(first, second);
    joined.told.moved = {std::move(timedFirst.moved), std::move(timedSecond.moved)};
    joined.document = inTwoStyles(timedFirst.document, timedSecond.document, options.place);
    return joined;
}

/// What the name of a file tells of its language counts where its letters do not speak against it:
/// "film.hi.srt" may be Hindi or for the hard of hearing.
void takeLanguageOfName(const InputFile& input, Document& document) {
    const std::string tag = taggedName(input.path).tag;
    if (tag.empty()) return;
    const std::string& found = document.language;
    if (found.empty() || scriptOf(tag) == scriptOf(found)) document.language = tag;
}

Result<ReadDocument> read(const PairTask& task, std::size_t track, const PairOptions& options) {
    DocumentOptions reading = options.reading;
    if (options.frames != nullptr) reading.timeline = &options.frames->timeline;
    reading.language = track == 0 ? options.languages.first : options.languages.second;
    const InputFile& input = task.inputs.at(track);
    auto read = readInput(input, task.bytes.at(track), reading);
    if (!read) return read;
    if (read->document.cues.empty())
        return tl::unexpected(
            about(input.path.string(),
                  {"pair.no-cues", "there is no cue in the file, and so nothing to be paired"}));
    if (reading.language.empty()) takeLanguageOfName(input, read->document);
    return read;
}

bool isUnicode(const Document& document) {
    return document.origin == nullptr || document.origin->encoding.name.starts_with("UTF-");
}

/// The first file's encoding may not have the letters of the second.
WriteOptions writingOf(const Document& first, const Document& second, const PairOptions& options) {
    WriteOptions writing = options.writing;
    if (!writing.encoding.empty() || isUnicode(first)) return writing;
    if (isUnicode(second) || second.origin->encoding.name != first.origin->encoding.name)
        writing.encoding = "UTF-8";
    return writing;
}

/// Has each language of the two written into a field of its own, where `format` has these; the
/// language of the source then. Even in the first one's format that is a new file.
std::optional<std::string> giveFields(Document& first,
                                      Document& second,
                                      const Format& format,
                                      WriteOptions& writing,
                                      Diagnostics& made) {
    if (!hasLanguageFields(format)) return std::nullopt;
    auto fields = fieldLanguages(first, second, writing.targetLanguage);
    if (!fields) {
        made.push_back(remarkOneField(first, second, format));
        return std::nullopt;
    }
    first = markedAs(std::move(first), fields->tracks.first);
    second = markedAs(std::move(second), fields->tracks.second);
    writing.targetLanguage = std::move(fields->target);
    return std::move(fields->source);
}

Result<Paired> paired(const PairTask& task, const PairOptions& options) {
    if (const auto free =
            task.output.empty() ? Result<void>() : checkFree(task.output, options.existing);
        !free)
        return tl::unexpected(free.error());
    auto first = read(task, 0, options);
    if (!first) return tl::unexpected(first.error());
    auto second = read(task, 1, options);
    if (!second) return tl::unexpected(second.error());
    const Format& format = options.format != nullptr ? *options.format : *first->format;
    Paired result;
    WriteOptions writing = writingOf(first->document, second->document, options);
    const auto source = giveFields(first->document, second->document, format, writing, result.made);
    const Document& one = first->document;
    const Document& other = second->document;
    Joined joined = options.form == PairForm::Stacked ? joinedStacked(one, other, options)
                                                      : joinedInStyles(one, other, options);
    noteWithoutText(one, other, joined.told);
    const bool isOfFirst = &format == first->format;
    const bool isNewFile = source && isOfFirst;
    if (source) joined.document.language = *source;
    if (isNewFile) joined.document = detached(std::move(joined.document));
    result.written = joined.document.cues.size();
    auto made = madeOf(std::move(joined.document), format, {std::move(writing), options.frames});
    if (!made) return tl::unexpected(made.error());
    result.bytes = std::move(made->written.bytes);
    result.losses = std::move(made->written.losses);
    std::ranges::move(made->diagnostics, std::back_inserter(result.made));
    result.from = {first->format, second->format};
    result.to = &format;
    result.cues = {one.cues.size(), other.cues.size()};
    result.diagnostics = {std::move(first->diagnostics), std::move(second->diagnostics)};
    if (isNewFile) remarkNewFile("pair.new-file", result.diagnostics[0]);
    if (isNewFile || !isOfFirst) result.unread[0] = std::move(first->unread);
    result.unread[1] = std::move(second->unread);
    for (LossReport& unread : result.unread)
        std::erase_if(unread.items,
                      [&](const LossItem& loss) { return !isLostIn(format.info(), loss); });
    placeLosses(result.unread[0], one);
    placeLosses(result.unread[1], other);
    remarkPairing(one, other, joined.told, result.diagnostics);
    result.alone = std::move(joined.told.alone);
    result.moved = std::move(joined.told.moved);
    return result;
}

}  // namespace

PairOutcome pairOne(const PairTask& task, const PairOptions& options) {
    auto result = paired(task, options);
    if (!result) return {result.error(), {}};
    if (!task.output.empty()) {
        const auto written = writeMade(task.output, result->bytes, options.existing);
        if (!written) return {written.error(), {}};
        result->bytes = {};
    }
    return {std::nullopt, *std::move(result)};
}

std::size_t pairAll(std::span<const PairTask> tasks,
                    const PairOptions& options,
                    const BatchOptions& batch,
                    const std::function<void(std::size_t, PairOutcome)>& finished) {
    const auto work = [&](std::size_t item, std::size_t) { return pairOne(tasks[item], options); };
    return runBatchOf<PairOutcome>(tasks.size(), batch, work, finished);
}

}  // namespace subs
