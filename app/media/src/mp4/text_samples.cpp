// SPDX-License-Identifier: GPL-3.0-or-later
#include "mp4/text_samples.h"

#include <algorithm>
#include <string_view>

namespace subs::media::mp4 {
namespace {

/// A length of text that is empty.
constexpr std::string_view kEmpty("\0\0", 2);
/// Readers that take it for a signed number are known (FFmpeg's is one).
constexpr std::int64_t kLongest = 0x7FFF'FFFF;

class Table {
public:
    void add(std::string_view bytes, std::int64_t duration) {
        while (duration > 0) {
            const std::int64_t part = std::min(duration, kLongest);
            addOne(bytes, static_cast<std::uint32_t>(part));
            duration -= part;
        }
    }
    void end(std::int64_t duration) {
        if (samples_.sizes.empty()) return;
        samples_.shown = samples_.length;
        addOne(kEmpty, static_cast<std::uint32_t>(std::min(duration, kLongest)));
    }
    std::int64_t length() const { return samples_.length; }
    TextSamples take() { return std::move(samples_); }

private:
    void addOne(std::string_view bytes, std::uint32_t duration) {
        samples_.bytes += bytes;
        samples_.sizes.push_back(static_cast<std::uint32_t>(bytes.size()));
        std::vector<TextSamples::Run>& runs = samples_.durations;
        if (runs.empty() || runs.back().duration != duration) runs.push_back({0, duration});
        ++runs.back().count;
        samples_.length += duration;
    }

    TextSamples samples_;
};

}  // namespace

TextSamples samplesOf(std::span<const TextPacket> packets, const TrackClock& clock) {
    Table table;
    for (const TextPacket& packet : packets) {
        const std::int64_t start = clock.rate.ticksOf(packet.start) + clock.offset;
        const std::int64_t end =
            clock.rate.ticksOf(packet.start + packet.duration.value_or(Time())) + clock.offset;
        table.add(kEmpty, start - table.length());
        table.add(packet.bytes, std::max<std::int64_t>(end - table.length(), 1));
    }
    table.end(clock.before > 0 ? clock.before + 1 : 0);
    return table.take();
}

}  // namespace subs::media::mp4
