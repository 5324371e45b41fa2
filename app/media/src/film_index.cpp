// SPDX-License-Identifier: GPL-3.0-or-later
#include "film_index.h"

#include "index_pass.h"

extern "C" {
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace subs::media {

std::optional<std::size_t> FilmIndex::frameOf(std::int64_t stamp) const {
    const auto found =
        std::lower_bound(frames.begin(), frames.end(), stamp, [](const auto& frame, auto s) {
            return frame.stamp < s;
        });
    if (found == frames.end() || found->stamp != stamp) return std::nullopt;
    return static_cast<std::size_t>(found - frames.begin());
}

std::optional<std::size_t> FilmIndex::frameOf(const AVFrame& frame) const {
    return frameOf(frame.pts != AV_NOPTS_VALUE ? frame.pts : frame.best_effort_timestamp);
}

std::optional<std::size_t> FilmIndex::keyBefore(std::size_t number) const {
    const std::int64_t stamp = frames[number].stamp;
    const auto after = std::upper_bound(
        keys.begin(), keys.end(), stamp, [](auto s, const auto& key) { return s < key.stamp; });
    if (after == keys.begin()) return std::nullopt;
    return static_cast<std::size_t>(after - keys.begin()) - 1;
}

Result<FilmIndex> readIndex(const Container& container, const AVStream& stream) {
    IndexPass pass(container, stream);
    const auto done = pass.readOn(std::chrono::hours(24));
    if (!done) return tl::unexpected(done.error());
    return pass.take();
}

Result<FrameTimeline> timelineOf(const Container& container,
                                 const AVStream& stream,
                                 const FilmIndex& index,
                                 FrameRate rate) {
    const std::int64_t start = container.startTicks(stream);
    std::vector<std::int64_t> ticks;
    ticks.reserve(index.frames.size());
    for (const IndexedFrame& frame : index.frames)
        ticks.push_back(frame.stamp - start);
    return FrameTimeline::fromTicks(
        std::move(ticks), Fraction(stream.time_base.num, stream.time_base.den), rate);
}

std::optional<FrameRate> nominalRateOf(const Container& container, AVStream& stream) {
    const AVRational rate = av_guess_frame_rate(container.context.get(), &stream, nullptr);
    if (rate.num <= 0 || rate.den <= 0) return std::nullopt;
    const auto known = FrameRate::fromFraction(Fraction(rate.num, rate.den));
    return known ? std::optional(*known) : std::nullopt;
}

bool isConstantRate(const FilmIndex& index) {
    const auto& frames = index.frames;
    if (frames.size() < 2) return true;
    const auto last = static_cast<std::int64_t>(frames.size()) - 1;
    const std::int64_t length = frames.back().stamp - frames.front().stamp;
    std::int64_t number = 0;
    return std::all_of(frames.begin(), frames.end(), [&](const IndexedFrame& frame) {
        const std::int64_t constant = av_rescale(number++, length, last);
        return std::abs(frame.stamp - frames.front().stamp - constant) <= 1;
    });
}

}  // namespace subs::media
