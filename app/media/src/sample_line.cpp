// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/sample_line.h>

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

/// The place of the first sample at or after `time`.
std::int64_t firstSampleFrom(Time time, int rate) {
    return av_rescale_rnd(time.flicks(), rate, Time::kPerSecond, AV_ROUND_UP);
}

}  // namespace

Result<SampleLine> SampleLine::read(Audio& audio, Stretch stretch) {
    SampleLine line(stretch, audio.sampleRate());
    line.begin_ = firstSampleFrom(stretch.from, line.rate_) - 1;
    const std::int64_t length = firstSampleFrom(stretch.to, line.rate_) + 1 - line.begin_;
    line.samples_.assign(static_cast<std::size_t>(length), 0.0F);
    // Film time of a sample is rounded to the flick, and back to the same sample.
    const Time from = timeFromTicks(line.begin_, {1, line.rate_});
    if (const auto sought = audio.seek(from); !sought) return tl::unexpected(sought.error());
    audio.read(line.samples_);
    return line;
}

double SampleLine::at(std::int64_t place) const {
    return samples_[static_cast<std::size_t>(place - begin_)];
}

/// On the straight line between the samples around `time`.
double SampleLine::valueAt(Time time) const {
    const std::int64_t after = firstSampleFrom(time, rate_);
    const double place =
        static_cast<double>(time.flicks()) * rate_ / static_cast<double>(Time::kPerSecond);
    const double back = std::clamp(static_cast<double>(after) - place, 0.0, 1.0);
    return at(after) + (at(after - 1) - at(after)) * back;
}

Peak SampleLine::swing(Time from, Time to) const {
    const double atBegin = valueAt(from);
    const double atEnd = valueAt(to);
    double lowest = std::min(atBegin, atEnd);
    double highest = std::max(atBegin, atEnd);
    double squares = 0;
    const std::int64_t first = firstSampleFrom(from, rate_);
    const std::int64_t end = firstSampleFrom(to, rate_);
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

std::vector<Peak> SampleLine::columns(Stretch stretch, int count) const {
    std::vector<Peak> columns;
    if (stretch.from >= stretch.to || count <= 0) return columns;
    columns.reserve(static_cast<std::size_t>(count));
    for (std::int64_t i = 0; i < count; ++i)
        columns.push_back(swing(partOf(stretch, i, count), partOf(stretch, i + 1, count)));
    return columns;
}

Result<std::vector<Peak>> sampleColumns(Audio& audio, Stretch stretch, int count) {
    std::vector<Peak> columns;
    if (stretch.from >= stretch.to || count <= 0) return columns;
    columns.reserve(static_cast<std::size_t>(count));
    const auto edge = [&](std::int64_t number) { return partOf(stretch, number, count); };
    const auto place = [&](std::int64_t number) {
        return firstSampleFrom(edge(number), audio.sampleRate());
    };
    for (std::int64_t first = 0; first < count;) {
        std::int64_t end = first + 1;
        while (end < count && place(end + 1) - place(first) < kHeld)
            ++end;
        const auto line = SampleLine::read(audio, {edge(first), edge(end)});
        if (!line) return tl::unexpected(line.error());
        for (std::int64_t number = first; number < end; ++number)
            columns.push_back(line->swing(edge(number), edge(number + 1)));
        first = end;
    }
    return columns;
}

}  // namespace subs::media
