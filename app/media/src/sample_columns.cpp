// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/peaks.h>

#include "chunk_store.h"
#include "container.h"
#include "swing.h"

extern "C" {
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <cmath>

namespace subs::media {
namespace {

/// At most so many samples are held at a time, or those of one column.
constexpr std::int64_t kHeld = 1 << 20;

/// The samples around some columns, and where their edges lie among them.
class Line {
public:
    Line(Audio& audio, const Stretch& stretch, int count)
        : audio_(audio), stretch_(stretch), count_(count) {}

    /// Reads what columns `first` until before `end` need.
    Result<void> read(std::int64_t first, std::int64_t end) {
        begin_ = firstSampleFrom(edge(first)) - 1;
        const std::int64_t length = firstSampleFrom(edge(end)) + 1 - begin_;
        samples_.assign(static_cast<std::size_t>(length), 0.0F);
        // Film time of a sample is rounded to the flick, and back to the same sample.
        const Time from = timeFromTicks(begin_, {1, audio_.sampleRate()});
        if (auto sought = audio_.seek(from); !sought) return sought;
        audio_.read(samples_);
        return {};
    }

    /// What the line does in column `number`, which was read.
    Peak column(std::int64_t number) const {
        const Time from = edge(number);
        const Time to = edge(number + 1);
        const double atBegin = valueAt(from);
        const double atEnd = valueAt(to);
        double lowest = std::min(atBegin, atEnd);
        double highest = std::max(atBegin, atEnd);
        double squares = 0;
        const std::int64_t first = firstSampleFrom(from);
        const std::int64_t end = firstSampleFrom(to);
        for (std::int64_t place = first; place < end; ++place) {
            const double sample = at(place);
            lowest = std::min(lowest, sample);
            highest = std::max(highest, sample);
            squares += sample * sample;
        }
        const double mean = first < end ? squares / static_cast<double>(end - first)
                                        : (atBegin * atBegin + atEnd * atEnd) / 2;
        return {levelOf(lowest), levelOf(highest), levelOf(std::sqrt(mean))};
    }

    std::int64_t samplesUntil(std::int64_t number) const { return firstSampleFrom(edge(number)); }

private:
    Time edge(std::int64_t number) const { return partOf(stretch_, number, count_); }
    /// The first sample at or after `time`.
    std::int64_t firstSampleFrom(Time time) const {
        return av_rescale_rnd(time.flicks(), audio_.sampleRate(), Time::kPerSecond, AV_ROUND_UP);
    }
    double at(std::int64_t place) const {
        return samples_[static_cast<std::size_t>(place - begin_)];
    }
    /// On the straight line between the samples around `time`.
    double valueAt(Time time) const {
        const std::int64_t after = firstSampleFrom(time);
        const double place = static_cast<double>(time.flicks()) * audio_.sampleRate() /
                             static_cast<double>(Time::kPerSecond);
        const double back = std::clamp(static_cast<double>(after) - place, 0.0, 1.0);
        return at(after) + (at(after - 1) - at(after)) * back;
    }

    Audio& audio_;
    Stretch stretch_;
    std::int64_t count_;
    std::int64_t begin_ = 0;  ///< The place of the first of the samples.
    std::vector<float> samples_;
};

}  // namespace

Result<std::vector<Peak>> sampleColumns(Audio& audio, Stretch stretch, int count) {
    std::vector<Peak> columns;
    if (stretch.from >= stretch.to || count <= 0) return columns;
    columns.reserve(static_cast<std::size_t>(count));
    Line line(audio, stretch, count);
    for (std::int64_t first = 0; first < count;) {
        std::int64_t end = first + 1;
        while (end < count && line.samplesUntil(end + 1) - line.samplesUntil(first) < kHeld)
            ++end;
        if (const auto read = line.read(first, end); !read) return tl::unexpected(read.error());
        for (std::int64_t number = first; number < end; ++number)
            columns.push_back(line.column(number));
        first = end;
    }
    return columns;
}

}  // namespace subs::media
