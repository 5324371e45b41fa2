// SPDX-License-Identifier: MIT
#include <subs/base/counted.h>
#include <subs/job/cue_lines.h>
#include <subs/job/move_times.h>
#include <subs/time/clock.h>
#include <subs/time/largest_time.h>
#include <subs/time/time_map.h>

#include "model/ends_by_next.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace subs {
namespace {

/// How moments go, and whether lengths stay.
struct Way {
    TimeMove move;
    bool keepsLengths = true;
};

Way along(TimeMap map) {
    const bool keepsLengths = map.keepsLengths();
    return {[map = std::move(map)](Time time) { return map.at(time); }, keepsLengths};
}

Result<Way> along(const Result<TimeMap>& map) {
    if (!map) return tl::unexpected(map.error());
    return along(*map);
}

/// Finds how the times of one document go.
class WayFinder {
public:
    WayFinder(const Document& document, const KnownFrames* frames, std::span<const CueId> unread)
        : document_(document), frames_(frames), unread_(unread) {}

    Result<Way> operator()(const ShiftByTime& shift) const {
        return along(TimeMap::shift(shift.by));
    }

    Result<Way> operator()(const ShiftByFrames& shift) const {
        if (frames_ == nullptr)
            return failure("time.no-timeline",
                           "shifting by frames needs a frame rate or a film's frame times");
        return Way{[timeline = &frames_->timeline, frames = shift.frames](Time time) {
            return shiftedByFrames(time, frames, *timeline);
        }};
    }

    Result<Way> operator()(const ScaleTimes& scale) const {
        return along(TimeMap::scale(scale.factor, scale.about));
    }

    Result<Way> operator()(const StretchBetween& stretch) const {
        std::vector<AnchorPoint> points;
        for (const TimeAnchor& anchor : stretch.anchors) {
            const auto from = momentOf(anchor);
            if (!from) return tl::unexpected(from.error());
            points.push_back({*from, anchor.to});
        }
        return along(TimeMap::through(points));
    }

private:
    /// As far into the frame so many frames on as it is into its own.
    static Time shiftedByFrames(Time time, std::int64_t by, const FrameTimeline& timeline) {
        const Frame frame = timeline.frameAt(time);
        const auto begin = [&](std::int64_t n) { return timeline.timeOf({frame.number + n}); };
        const AnchorPoint here{begin(0), begin(by)};
        const AnchorPoint next{begin(1), begin(by + 1)};
        const AnchorPoint both[] = {here, next};
        const auto map = TimeMap::through(both);
        return map ? map->at(time) : time + (here.to - here.from);
    }

    Result<Time> momentOf(const TimeAnchor& anchor) const {
        if (const Time* time = std::get_if<Time>(&anchor.from)) return *time;
        const std::size_t number = std::get<std::size_t>(anchor.from);
        if (number >= 1 && number <= document_.cues.size()) return startOf(number - 1);
        return failure("retime.no-such-cue",
                       fmt::format("there is no cue {} to hold on to; the file has {}",
                                   number,
                                   counted(document_.cues.size(), "cue")));
    }

    Result<Time> startOf(std::size_t index) const {
        const Cue& cue = document_.cues[index];
        if (!std::ranges::binary_search(unread_, cue.id)) return cue.start;
        return failureAt(lineOfCue(document_, index),
                         0,
                         "retime.unread-anchor",
                         fmt::format("{} has no start that can be read, and so none to hold on to; "
                                     "an anchor may name a time instead",
                                     cueName(cue, index)));
    }

    const Document& document_;
    const KnownFrames* frames_;
    std::span<const CueId> unread_;
};

/// Moves the cues of one document and keeps account.
class Mover {
public:
    Mover(Document document, const MoveOptions& options, Way way, std::span<const CueId> unread)
        : options_(options), way_(std::move(way)), unread_(unread) {
        result_.document = std::move(document);
    }

    Result<MovedDocument> moved() {
        std::vector<std::optional<Time>> ends = endsByNext(result_.document);
        for (std::size_t i = 0; i < cues().size(); ++i) {
            // What is shown from nobody knows when has no end that anybody knows.
            if (isUnread(cues()[i])) ends[i].reset();
            const bool isMoved = ends[i] && moves(cues()[i]);
            if (isMoved && !isTooLarge(*ends[i])) ends[i] = way_.move(*ends[i]);
            moveCue(i);
        }
        keepEnds(result_.document, ends);
        remarkTags();
        remarkUnread();
        if (!early_.empty()) {
            if (options_.beforeZero == BeforeZero::Refuse) return refusal();
            cutOff();
        }
        return std::move(result_);
    }

private:
    std::vector<Cue>& cues() { return result_.document.cues; }

    bool isUnread(const Cue& cue) const { return std::ranges::binary_search(unread_, cue.id); }

    bool moves(const Cue& cue) const { return options_.range.holds(cue) && !isUnread(cue); }

    void moveCue(std::size_t index) {
        Cue& cue = cues()[index];
        if (!moves(cue)) return;
        const bool wasEarly = cue.start < Time();
        moveTimes(cue, way_.move);
        ++result_.moved;
        if (cue.start < Time() && !wasEarly) early_.push_back(index);
        if (!way_.keepsLengths && hasTimedTags(cue)) tagged_.push_back(index);
    }

    void remarkTags() {
        if (tagged_.empty()) return;
        const std::vector<std::uint32_t> lines = cueLinesOf(result_.document);
        for (const std::size_t index : tagged_)
            remark(index,
                   lines[index],
                   "retime.timed-tags",
                   "has tags with times of their own (\\t, \\move, \\fad), which stay as they are");
    }

    void remarkUnread() {
        const auto stays = [&](const Cue& cue) {
            return options_.range.holds(cue) && isUnread(cue);
        };
        const auto count = static_cast<std::size_t>(std::ranges::count_if(cues(), stays));
        if (count == 0) return;
        const auto first = std::ranges::find_if(cues(), stays);
        const auto index = static_cast<std::size_t>(first - cues().begin());
        result_.diagnostics.push_back(
            {Severity::Warning,
             lineOfCue(result_.document, index),
             0,
             "retime.unread-times",
             fmt::format("{} no start that can be read, and {} not moved; the first is {}",
                         counted(count, "cue has", "cues have"),
                         count == 1 ? "was" : "were",
                         cueName(*first, index))});
    }

    tl::unexpected<Error> refusal() {
        const std::size_t first = early_.front();
        const std::string more =
            early_.size() > 1 ? fmt::format(", and {} more", early_.size() - 1) : std::string();
        return failureAt(lineOfCue(result_.document, first),
                         0,
                         "retime.before-zero",
                         fmt::format("{} would begin at {}, before the film does{}; "
                                     "--before-zero cut takes off what is there",
                                     cueName(cues()[first], first),
                                     clockText(cues()[first].start),
                                     more));
    }

    bool isGone(const Cue& cue) const { return cue.end.value_or(cue.start) <= Time(); }

    /// What ends before 0 goes, what reaches beyond it begins there.
    void cutOff() {
        const std::vector<std::uint32_t> lines = cueLinesOf(result_.document);
        for (const std::size_t index : early_) {
            const bool goes = isGone(cues()[index]);
            remark(index,
                   lines[index],
                   "retime.before-zero",
                   goes ? "ends before the film begins, and went"
                        : "begins before the film does, and was cut to begin with it");
            if (!goes && cutToBegin(cues()[index], Time()) == CutCue::BeginsAnew)
                remark(index,
                       lines[index],
                       "retime.cut-tags",
                       "has a syllable or an effect that was under way where it was cut, and that "
                       "begins anew");
        }
        std::size_t kept = 0;
        auto early = early_.begin();
        for (std::size_t i = 0; i < cues().size(); ++i) {
            Cue& cue = cues()[i];
            const bool isEarly = early != early_.end() && *early == i;
            if (isEarly) ++early;
            if (isEarly && isGone(cue)) continue;
            if (kept != i) cues()[kept] = std::move(cue);
            ++kept;
        }
        cues().resize(kept);
    }

    void remark(std::size_t index, std::uint32_t line, std::string code, std::string_view what) {
        result_.diagnostics.push_back({Severity::Warning,
                                       line,
                                       0,
                                       std::move(code),
                                       fmt::format("{} {}", cueName(cues()[index], index), what)});
    }

    const MoveOptions& options_;
    const Way way_;
    std::span<const CueId> unread_;
    std::vector<std::size_t> early_;   ///< Cues that were moved to before 0, ascending.
    std::vector<std::size_t> tagged_;  ///< Cues whose tags have times of their own.
    MovedDocument result_;
};

}  // namespace

Result<MovedDocument> movedTimes(Document document,
                                 const MoveOptions& options,
                                 const KnownFrames* frames,
                                 std::span<const CueId> unread) {
    auto way = std::visit(WayFinder(document, frames, unread), options.how);
    if (!way) return tl::unexpected(way.error());
    MovedTimes times{way->move, options.range};
    auto moved = Mover(std::move(document), options, *std::move(way), unread).moved();
    if (moved) moved->times = std::move(times);
    return moved;
}

}  // namespace subs
