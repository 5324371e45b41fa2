// SPDX-License-Identifier: MIT
#include <subs/edit/partner_times.h>
#include <subs/format/capabilities.h>
#include <subs/format/features.h>
#include <subs/format/unread.h>
#include <subs/job/outputs.h>
#include <subs/job/pair_files.h>
#include <subs/job/pair_names.h>
#include <subs/model/unread_starts.h>
#include <subs/text/script.h>

#include "format/document_losses.h"
#include "job/convert_document.h"
#include "job/pairs/held_track.h"
#include "job/pairs/language_fields.h"
#include "job/pairs/pair_losses.h"
#include "job/pairs/pair_remarks.h"
#include "job/pairs/placed_cues.h"
#include "job/pairs/written_times.h"
#include "job/target_format.h"
#include "job/written_anew.h"
#include "job/written_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

namespace subs {
namespace {

/// What was made of two tracks, before it is written.
struct Joined {
    Document document;
    Stacked told;  ///< Without its document.
    PairForm form = PairForm::Stacked;
    MarginsOf margins = MarginsOf::Styles;
};

/// True of a file of `format` that has tags for all of a cue: as ASS has them, or as they stand in
/// the first track.
bool hasWholeCueTags(const Document& first, const Format& format) {
    const std::string_view id = format.info().id;
    return !hasLanguageFields(format) && (id == "ass" || id == "ssa" || id == first.format);
}

/// How `format` holds partners with times inside of their texts.
TimesInside timesInsideOf(const Document& first, const Format& format) {
    const bool holdsTimes = gradeOf(format.info(), feature::kInnerTime) != Grade::None;
    if (hasLanguageFields(format) || (!holdsTimes && !hasWholeCueTags(first, format)))
        return TimesInside::AsTheyAre;
    // Of texts of one time its players show one line.
    return format.info().id == "lrc" ? TimesInside::OfOne : TimesInside::Apart;
}

StackOptions stackingOf(const Document& first,
                        const Format& format,
                        const WriteOptions& writing,
                        const PairOptions& options,
                        const Startless& startless) {
    return {options.times.value_or(StackTimes::First),
            options.place == SecondPlace::Below ? Upper::First : Upper::Second,
            hasWholeCueTags(first, format) ? WholeCueTags::Apart : WholeCueTags::Together,
            holds(format.info(), feature::kVoice) ? Speakers::InText : Speakers::OfCue,
            timesInsideOf(first, format),
            writtenTimesOf(format, first, writing, options.frames),
            startless};
}

Joined joinedStacked(const Document& first,
                     const Document& second,
                     const Format& format,
                     const WriteOptions& writing,
                     const PairOptions& options,
                     const Startless& startless) {
    Joined joined;
    joined.told = stacked(first, second, stackingOf(first, format, writing, options, startless));
    joined.document = std::exchange(joined.told.document, {});
    return joined;
}

/// Of places in `timed`, which has the times that they got.
std::vector<MovedCue> movedIn(const PartnerTimes& timed) {
    std::vector<MovedCue> moved;
    for (const std::size_t place : timed.moved) {
        const Cue& cue = timed.document.cues[place];
        moved.push_back({place, cue.start, cue.end.value_or(cue.start)});
    }
    return moved;
}

Joined joinedInStyles(const Document& first,
                      const Document& second,
                      const PairOptions& options,
                      const Startless& startless) {
    Joined joined;
    joined.told.alone = withoutPartners(first, second, startless);
    PartnerTimes timedFirst{first, {}};
    PartnerTimes timedSecond{second, {}};
    const StackTimes times = options.times.value_or(StackTimes::Exact);
    if (times == StackTimes::First)
        timedSecond = withPartnerTimes(second, first, {startless[1], startless[0]});
    if (times == StackTimes::Second) timedFirst = withPartnerTimes(first, second, startless);
    joined.told.moved = {movedIn(timedFirst), movedIn(timedSecond)};
    joined.document = inTwoStyles(timedFirst.document, timedSecond.document, options.place);
    joined.form = PairForm::Styles;
    return joined;
}

/// True where texts that are shown at once stand in the same rows, so that two languages, each in a
/// cue of its own, would not be in two places.
bool hasOnePlace(const Format& format, SecondPlace place) {
    const std::string_view id = format.info().id;
    return place != SecondPlace::Top && (id == "ebu-stl" || id == "scc");
}

/// With two languages in one cue in place of two styles.
PairOptions asStacked(PairOptions options, const Format& format, Diagnostics& made) {
    options.form = PairForm::Stacked;
    options.times = options.times.value_or(StackTimes::Exact);
    made.push_back({Severity::Warning,
                    0,
                    0,
                    "pair.stacked",
                    fmt::format("{} has one place for texts that are shown at once: the two "
                                "languages are lines of one text, as with --as stacked",
                                format.info().name)});
    return options;
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

/// Two tracks as they are put into one.
struct Tracks {
    Document first;
    Document second;
    std::array<LossReport, 2> lost;  ///< Of the one that is of the other's format now.
};

/// `track` as the result's format holds it.
Result<void> hold(Document& track,
                  LossReport& lost,
                  const InputFile& input,
                  const Format& format,
                  const WriteOptions& writing,
                  const PairOptions& options) {
    auto held = heldBy(format, track, writing, options.frames);
    if (!held) return tl::unexpected(about(input.path.string(), held.error()));
    track = std::move(held->document);
    lost = std::move(held->losses);
    return {};
}

/// What stands in a file of the format of one of the two is to be of that format: of the other what
/// that holds.
Result<Tracks> tracksOf(const std::array<const ReadDocument*, 2>& read,
                        const PairTask& task,
                        const Format& format,
                        const WriteOptions& writing,
                        const PairOptions& options) {
    Tracks tracks{read[0]->document, read[1]->document, {}};
    if (read[0]->format == read[1]->format) return tracks;
    Result<void> done;
    if (&format == read[0]->format)
        done = hold(tracks.second, tracks.lost[1], task.inputs[1], format, writing, options);
    if (&format == read[1]->format)
        done = hold(tracks.first, tracks.lost[0], task.inputs[0], format, writing, options);
    if (!done) return tl::unexpected(done.error());
    return tracks;
}

/// What two tracks are put into.
struct Target {
    const Format& format;
    const WriteOptions& writing;
    bool isEdited = false;  ///< It is the file of the first track.
};

Joined joinedTracks(const Tracks& tracks,
                    const Target& target,
                    const PairOptions& options,
                    const Startless& startless,
                    Diagnostics& made) {
    const Format& format = target.format;
    const bool isStacked = options.form == PairForm::Stacked;
    if (isStacked || hasOnePlace(format, options.place)) {
        const PairOptions stacking = isStacked ? options : asStacked(options, format, made);
        return joinedStacked(
            tracks.first, tracks.second, format, target.writing, stacking, startless);
    }
    Joined joined = joinedInStyles(tracks.first, tracks.second, options, startless);
    if (!target.isEdited || takesStyles(format)) return joined;
    placeByCues(joined.document, tracks.first, format);
    if (!takesMargins(format)) joined.margins = MarginsOf::Nobody;
    return joined;
}

/// By file, with their lines.
std::array<LossReport, 2> lossesOf(const Tracks& tracks,
                                   const Joined& joined,
                                   const Document& first,
                                   const Document& second) {
    std::array<LossReport, 2> losses = lossesOfPairing(tracks.first, tracks.second, joined.told);
    if (joined.form == PairForm::Styles)
        reportMovedStyles(tracks.first, tracks.second, joined.document, joined.margins, losses);
    if (joined.document.canvas) reportUnscaled(tracks.second, *joined.document.canvas, losses[1]);
    reportHead(tracks.second, joined.document, losses[1]);
    const bool isOfOther = tracks.second.format != second.format;
    if (!isOfOther) reportDroppedRaw(second, losses[1]);
    for (std::size_t i = 0; i < losses.size(); ++i)
        losses[i].items.insert(
            losses[i].items.begin(), tracks.lost[i].items.begin(), tracks.lost[i].items.end());
    placeLosses(losses[0], first);
    placeLosses(losses[1], second);
    return losses;
}

std::vector<std::size_t> placesOf(const std::vector<MovedCue>& moved) {
    std::vector<std::size_t> places;
    std::ranges::transform(moved, std::back_inserter(places), &MovedCue::place);
    return places;
}

/// Of what the files say and their documents do not, what is lost in the result.
void takeUnread(ReadDocument& first, ReadDocument& second, bool isFirstKept, Paired& result) {
    if (!isFirstKept) result.unread[0] = std::move(first.unread);
    result.unread[1] = std::move(second.unread);
    for (LossReport& unread : result.unread)
        std::erase_if(unread.items,
                      [&](const LossItem& loss) { return !isLostIn(result.to->info(), loss); });
    placeLosses(result.unread[0], first.document);
    placeLosses(result.unread[1], second.document);
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
    const Document& one = first->document;
    const Document& other = second->document;
    const Startless startless{unreadStartsOf(one), unreadStartsOf(other)};
    const Format& format = targetFor(*first->format, options.format, options.choice, task.output);
    Paired result;
    result.to = &format;
    WriteOptions writing = writingOf(one, other, options);
    auto tracks = tracksOf({&*first, &*second}, task, format, writing, options);
    if (!tracks) return tl::unexpected(tracks.error());
    const auto source = giveFields(tracks->first, tracks->second, format, writing, result.made);
    const bool isOfFirst = &format == first->format;
    const bool isNewFile = source && isOfFirst;
    const Target target{format, writing, isOfFirst && !isNewFile};
    Joined joined = joinedTracks(*tracks, target, options, startless, result.made);
    noteNobodys(one, other, startless, joined.told);
    result.lost = lossesOf(*tracks, joined, one, other);
    if (source) joined.document.language = *source;
    if (isNewFile) joined.document = detached(std::move(joined.document));
    result.written = joined.document.cues.size();
    auto made = madeOf(std::move(joined.document), format, {std::move(writing), options.frames});
    if (!made) return tl::unexpected(made.error());
    result.bytes = std::move(made->written.bytes);
    result.losses = std::move(made->written.losses);
    std::ranges::move(made->diagnostics, std::back_inserter(result.made));
    result.from = {first->format, second->format};
    result.cues = {one.cues.size(), other.cues.size()};
    result.diagnostics = {std::move(first->diagnostics), std::move(second->diagnostics)};
    if (isNewFile) remarkNewFile("pair.new-file", result.diagnostics[0]);
    if (isNewFile) reportDroppedRaw(one, first->unread);
    if (made->anew) result.diagnostics[0].push_back(newFileRemark(*made->anew));
    takeUnread(*first, *second, isOfFirst && !isNewFile && !made->anew, result);
    remarkPairing(one, other, startless, joined.told, result.diagnostics);
    result.moved = {placesOf(joined.told.moved[0]), placesOf(joined.told.moved[1])};
    result.alone = std::move(joined.told.alone);
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
