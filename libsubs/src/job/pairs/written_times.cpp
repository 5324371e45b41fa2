// SPDX-License-Identifier: MIT
#include "job/pairs/written_times.h"

#include <subs/format/counts_frames.h>
#include <subs/model/without_cues.h>

#include "format/own_rate.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace subs {
namespace {

/// Longer than half of a frame of any film.
constexpr Time kNear = Time::fromMilliseconds(50);
constexpr Time kLength = Time::fromSeconds(2);  ///< Of a cue that is written to be read again.

bool isAsRead(Time a, Time b) {
    return apart(a, b) <= kNear;
}

/// Writes times as a format does, and reads them again.
class Written {
public:
    Written(const Format& format,
            const Document& track,
            const WriteOptions& writing,
            const KnownFrames* frames)
        : format_(format), writing_(writing) {
        if (frames != nullptr) writing_.timeline = &frames->timeline;
        const bool isOwnFile = track.format == format.info().id && track.origin != nullptr;
        countsFrames_ = countsFrames(format.info()) ||
                        (isOwnFile && dynamic_cast<const OwnRateReader*>(&format) != nullptr);
        if (!countsFrames_) return;
        shell_ = withoutCues(track);
    }

    std::vector<Time> of(std::span<const Time> times) const {
        return countsFrames_ ? inFrames(times) : inUnits(times);
    }

private:
    std::vector<Time> inUnits(std::span<const Time> times) const {
        std::vector<Time> written(times.begin(), times.end());
        const Time unit = format_.info().unit;
        for (Time& time : written) {
            if (time < Time()) continue;
            const auto units =
                rounded(time, Edge::Start, writing_.rounding, unit, writing_.timeline);
            if (units) time = Time::fromFlicks(*units * unit.flicks());
        }
        return written;
    }

    std::vector<Time> inFrames(std::span<const Time> times) const {
        std::vector<Time> written(times.begin(), times.end());
        const auto together = readAgain(times);
        const bool areAll = together && together->size() == times.size();
        for (std::size_t i = 0; i < times.size(); ++i) {
            if (times[i] < Time()) continue;
            if (areAll && isAsRead((*together)[i], times[i]))
                written[i] = (*together)[i];
            else if (const auto alone = readAgain(times.subspan(i, 1)); alone && !alone->empty())
                written[i] = alone->front();
        }
        return written;
    }

    /// The starts of a file with a cue for each of `times`.
    std::optional<std::vector<Time>> readAgain(std::span<const Time> times) const {
        Document document = shell_;
        for (const Time time : times) {
            Cue cue;
            cue.id = document.newId();
            cue.start = time;
            cue.end = time + kLength;
            cue.text.plain = std::to_string(document.cues.size());
            document.cues.push_back(std::move(cue));
        }
        auto text = format_.write(document, writing_);
        if (!text) return std::nullopt;
        Origin origin;
        origin.isBinary = format_.info().bytes == FileBytes::Binary;
        origin.text = *std::move(text);
        const Document again =
            format_.read(std::move(origin), {document.language, writing_.timeline}).document;
        std::vector<Time> starts;
        for (const Cue& cue : again.cues)
            starts.push_back(cue.start);
        return starts;
    }

    const Format& format_;
    WriteOptions writing_;
    bool countsFrames_ = false;
    Document shell_;  ///< The track without cues.
};

}  // namespace

WrittenTimes writtenTimesOf(const Format& format,
                            const Document& track,
                            const WriteOptions& writing,
                            const KnownFrames* frames) {
    return [written = Written(format, track, writing, frames)](std::span<const Time> times) {
        return written.of(times);
    };
}

}  // namespace subs
