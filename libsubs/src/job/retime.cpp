// SPDX-License-Identifier: MIT
#include <subs/base/counted.h>
#include <subs/job/cue_lines.h>
#include <subs/job/retime.h>
#include <subs/time/clock.h>
#include <subs/time/largest_time.h>

#include "model/inner_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace subs {
namespace {

tl::unexpected<Error> failureIn(const Document& document, std::size_t index, Error error) {
    error.message = fmt::format("{}: {}", cueName(document.cues[index], index), error.message);
    error.line = lineOfCue(document, index);
    return tl::unexpected(std::move(error));
}

/// True behind the end of the last frame, so that equal edges are treated alike.
bool isPast(const KnownFrames& frames, Time time, Edge edge, Rounding rounding) {
    if (!frames.end) return false;
    const Frame frame = frameOfEdge(frames.timeline, time, edge, rounding);
    return edge == Edge::Start ? frame > *frames.end : frame >= *frames.end;
}

bool isPast(const KnownFrames& frames, const Cue& cue, Rounding rounding) {
    return isPast(frames, cue.start, Edge::Start, rounding) ||
           (cue.end && isPast(frames, *cue.end, Edge::End, rounding));
}

/// `time`, inside of a text, where its cue, which was from `start` to `end`, is `cue` now: with the
/// start where it was at it, and no more than before on the other side of an edge.
Time keptInside(Time time, Time start, std::optional<Time> end, const Cue& cue) {
    // Times inside of a text are whole milliseconds.
    if (time.nearestMilliseconds() == start.nearestMilliseconds()) return cue.start;
    if (time > start) time = std::max(time, cue.start);
    if (end && cue.end && time <= *end) time = std::min(time, *cue.end);
    return time;
}

void keepInside(Time start, std::optional<Time> end, Cue& cue) {
    for (Span& span : cue.text.spans) {
        if (span.kind != SpanKind::InnerTime) continue;
        const auto time = innerTimeOf(span);
        if (!time) continue;
        const Time kept = keptInside(*time, start, end, cue);
        if (kept != *time) span.value = clockText(kept);
    }
}

/// Puts single edges on frames.
class Retimer {
public:
    Retimer(Rounding rounding, Time unit, const KnownFrames& frames)
        : rounding_(rounding), unit_(unit), frames_(frames) {}

    Result<void> move(Cue& cue) const {
        const Time oldStart = cue.start;
        const std::optional<Time> oldEnd = cue.end;
        const auto start = moved(cue.start, Edge::Start);
        if (!start) return tl::unexpected(start.error());
        if (cue.end) {
            const auto end = moved(*cue.end, Edge::End);
            if (!end) return tl::unexpected(end.error());
            cue.end = *end;
        }
        cue.start = *start;
        keepInside(oldStart, oldEnd, cue);
        return {};
    }

private:
    Result<Time> moved(Time time, Edge edge) const {
        if (isTooLarge(time) || time < Time()) return time;
        if (isPast(frames_, time, edge, rounding_)) return kept(time, edge);
        const auto units = rounded(time, edge, rounding_, unit_, &frames_.timeline);
        if (!units) return tl::unexpected(units.error());
        return timeOf(*units);
    }

    /// To the nearest unit, but not back onto the frames, so that a second run changes nothing.
    Result<Time> kept(Time time, Edge edge) const {
        const auto units = rounded(time, edge, Rounding::Nearest, unit_, nullptr);
        if (!units) return tl::unexpected(units.error());
        const bool staysPast = isPast(frames_, timeOf(*units), edge, rounding_);
        return timeOf(staysPast ? *units : *units + 1);
    }

    Time timeOf(std::int64_t units) const { return Time::fromFlicks(units * unit_.flicks()); }

    Rounding rounding_;
    Time unit_;
    const KnownFrames& frames_;
};

bool isTooLarge(const Cue& cue) {
    return isTooLarge(cue.start) || (cue.end && isTooLarge(*cue.end));
}

std::optional<Diagnostic> tooLarge(const Document& document) {
    std::size_t count = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; i < document.cues.size(); ++i)
        if (isTooLarge(document.cues[i]) && count++ == 0) first = i;
    if (count == 0) return std::nullopt;
    return Diagnostic{
        Severity::Warning,
        lineOfCue(document, first),
        0,
        "time.too-large",
        fmt::format("{} a time that is too large to be put on frames; the first is {}; such edges "
                    "keep their times",
                    counted(count, "cue has", "cues have"),
                    cueName(document.cues[first], first))};
}

/// A format of coarse units has no time for some frames.
Error withWayOut(Error error) {
    if (error.code == "time.no-unit-between-frames")
        error.message += "; --rounding nearest takes the nearest time that the format has";
    return error;
}

}  // namespace

std::optional<Diagnostic> pastLastFrame(const Document& document,
                                        const KnownFrames& frames,
                                        Rounding rounding,
                                        std::string_view done) {
    std::size_t count = 0;
    std::size_t first = 0;
    for (std::size_t i = 0; frames.end && i < document.cues.size(); ++i)
        if (isPast(frames, document.cues[i], rounding) && count++ == 0) first = i;
    if (count == 0) return std::nullopt;
    return Diagnostic{
        Severity::Warning,
        lineOfCue(document, first),
        0,
        "time.past-last-frame",
        fmt::format("{} past the last frame of {}, which ends at {}; the first is {}; {}",
                    counted(count, "cue lies", "cues lie"),
                    frames.source,
                    clockText(frames.timeline.timeOf(*frames.end)),
                    cueName(document.cues[first], first),
                    done)};
}

Result<Diagnostics> remarksOnFrames(const Document& document,
                                    Rounding rounding,
                                    const KnownFrames& frames) {
    Diagnostics remarks;
    auto past = pastLastFrame(
        document, frames, rounding, "edges there keep their times, since no frame is there");
    if (past && frames.isCutShort) {
        past = pastLastFrame(
            document,
            frames,
            rounding,
            "the film is cut short, so that their frames are not known, and nothing was written");
        return failureAt(past->line, 0, "time.film-cut-short", std::move(past->message));
    }
    if (past) remarks.push_back(std::move(*past));
    if (auto large = tooLarge(document)) remarks.push_back(std::move(*large));
    return remarks;
}

Result<Retimed> retimedToFrames(Document document,
                                Rounding rounding,
                                Time unit,
                                const KnownFrames& frames,
                                std::span<const CueId> unread) {
    auto remarks = remarksOnFrames(document, rounding, frames);
    if (!remarks) return tl::unexpected(remarks.error());
    Retimed result{std::move(document), std::move(*remarks)};
    const Retimer retimer(rounding, unit, frames);
    for (std::size_t i = 0; i < result.document.cues.size(); ++i) {
        Cue& cue = result.document.cues[i];
        if (std::ranges::binary_search(unread, cue.id)) continue;
        if (const auto done = retimer.move(cue); !done)
            return failureIn(result.document, i, withWayOut(done.error()));
    }
    return result;
}

}  // namespace subs
