// SPDX-License-Identifier: MIT
#include "job/pairs/held_track.h"

#include <subs/edit/text_parts.h>
#include <subs/format/capabilities.h>
#include <subs/format/features.h>
#include <subs/model/without_cues.h>
#include <subs/text/newline.h>
#include <subs/time/largest_time.h>

#include "format/document_losses.h"
#include "format/fades.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace subs {
namespace {

/// The step of the coarsest format (TMPlayer), in which a cue that is read again may have moved.
constexpr Time kCoarsest = Time::fromSeconds(1);

bool isOfTime(const LossItem& loss) {
    constexpr std::array kFeatures = {feature::kTimePrecision,
                                      feature::kSendingTime,
                                      feature::kNegativeTime,
                                      feature::kTimeRange,
                                      feature::kMissingEnd};
    return std::ranges::find(kFeatures, std::string_view(loss.feature)) != kFeatures.end();
}

/// True of what every format has a cue for.
bool hasWords(const Cue& cue) {
    return cue.kind == CueKind::Dialogue && !isBlank(cue.text.plain) && !isTooLarge(cue.start) &&
           !(cue.end && isTooLarge(*cue.end));
}

bool isNear(Time a, Time b) {
    return apart(a, b) <= kCoarsest;
}

/// Writes a track in a format and reads it again.
class Holder {
public:
    Holder(const Format& format,
           const Document& track,
           WriteOptions writing,
           const KnownFrames* frames)
        : format_(format), track_(track), shell_(withoutCues(track)), writing_(std::move(writing)) {
        // Neither times nor the second language of a file are taken from what is read again.
        const bool needsFrames = format.info().timeBase == TimeBase::Frames;
        if (frames != nullptr || needsFrames)
            writing_.timeline = frames != nullptr ? &frames->timeline : &anyFrames_;
        writing_.rounding = Rounding::Nearest;
        writing_.targetLanguage.clear();
        for (std::size_t i = 0; i < track.cues.size(); ++i)
            if (hasWords(track.cues[i])) places_.push_back(i);
    }

    Result<HeldTrack> held() {
        HeldTrack result{track_, planned()};
        // Whichever way a writer sorts them, they stay in this order.
        std::ranges::stable_sort(
            places_, {}, [&](std::size_t place) { return track_.cues[place].start; });
        auto again = readAgain(places_);
        if (!again) return tl::unexpected(again.error());
        takeLooks(*again, result.document);
        const bool isCueForCue = standsForAll(again->cues);
        for (std::size_t i = 0; i < places_.size(); ++i) {
            auto cue = isCueForCue ? Result<Cue>(std::move(again->cues[i])) : alone(places_[i]);
            if (!cue) return tl::unexpected(cue.error());
            take(*std::move(cue), result.document.cues[places_[i]]);
        }
        for (Cue& cue : result.document.cues)
            if (!hasWords(cue)) strip(cue, result.losses);
        result.document = detached(std::move(result.document));
        result.document.format = format_.info().id;
        return result;
    }

private:
    Document partOf(std::span<const std::size_t> places) const {
        Document part = shell_;
        for (const std::size_t place : places)
            part.cues.push_back(track_.cues[place]);
        return part;
    }

    LossReport planned() const {
        LossReport losses = format_.plan(partOf(places_), writing_);
        std::erase_if(losses.items, isOfTime);
        return losses;
    }

    Result<Document> readAgain(std::span<const std::size_t> places) const {
        if (places.empty()) return Document();
        auto text = format_.write(partOf(places), writing_);
        if (!text) return tl::unexpected(text.error());
        Origin origin;
        origin.isBinary = format_.info().bytes == FileBytes::Binary;
        origin.text = *std::move(text);
        return format_.read(std::move(origin), {track_.language, writing_.timeline}).document;
    }

    /// True where each of `cues` is one of the track's.
    bool standsForAll(const std::vector<Cue>& cues) const {
        if (cues.size() != places_.size()) return false;
        for (std::size_t i = 0; i < cues.size(); ++i) {
            const Cue& cue = track_.cues[places_[i]];
            if (!isNear(cues[i].start, cue.start)) return false;
            if (cues[i].end && cue.end && !isNear(*cues[i].end, *cue.end)) return false;
        }
        return true;
    }

    /// What one cue is in a file of its own.
    Result<Cue> alone(std::size_t place) const {
        auto again = readAgain(std::span(&place, 1));
        if (!again) return tl::unexpected(again.error());
        std::vector<CueText> texts;
        for (const Cue& cue : again->cues)
            texts.push_back(cue.text);
        Cue cue = again->cues.empty() ? Cue() : std::move(again->cues.front());
        cue.text = joinedLines(texts);
        return cue;
    }

    bool hasStyles() const { return !track_.styles.empty(); }

    /// Styles of a track without any are the format's, not its own; what its cues say in lengths is
    /// on the canvas of the format all the same.
    void takeLooks(Document& again, Document& held) const {
        held.canvas = again.canvas;
        if (hasStyles()) held.styles = std::move(again.styles);
    }

    void take(Cue again, Cue& held) const {
        again.id = held.id;
        again.kind = held.kind;
        again.start = held.start;
        again.end = held.end;
        if (held.label.empty()) again.label.clear();
        if (!hasStyles()) again.style = std::move(held.style);
        if (!hasStyles() && !again.alignment) again.alignment = held.alignment;
        // What a writer says by a class is read as what it says, too.
        std::erase_if(again.text.spans, [&](const Span& span) {
            return span.kind == SpanKind::Class && !hasClass(held.text, span.value);
        });
        held = std::move(again);
    }

    static bool hasClass(const CueText& text, std::string_view value) {
        return std::ranges::any_of(text.spans, [&](const Span& span) {
            return span.kind == SpanKind::Class && span.value == value;
        });
    }

    /// A note or a cue without words loses what its own format alone understands.
    void strip(Cue& cue, LossReport& losses) const {
        if (holds(format_.info(), feature::kOverrides)) return;
        std::erase_if(cue.text.spans, [&](const Span& span) {
            const bool isMarkup = span.kind == SpanKind::Opaque;
            if (isMarkup)
                losses.add(feature::kOverrides, LossSeverity::Dropped, cue.id, span.value, {});
            return isMarkup;
        });
        if (cue.settings.empty()) return;
        losses.add(featureOfSettings(cue.settings),
                   LossSeverity::Dropped,
                   cue.id,
                   shownSettings(cue.settings),
                   {});
        cue.settings.clear();
    }

    const Format& format_;
    const Document& track_;
    Document shell_;  ///< The track without cues.
    FrameTimeline anyFrames_ = FrameTimeline::constant(FrameRate());
    WriteOptions writing_;
    std::vector<std::size_t> places_;  ///< Of the cues that are written and read.
};

}  // namespace

Result<HeldTrack> heldBy(const Format& format,
                         const Document& track,
                         const WriteOptions& writing,
                         const KnownFrames* frames) {
    return Holder(format, track, writing, frames).held();
}

}  // namespace subs
