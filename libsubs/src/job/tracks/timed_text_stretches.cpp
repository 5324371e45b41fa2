// SPDX-License-Identifier: MIT
#include "job/tracks/timed_text_stretches.h"

#include <subs/base/utf8.h>
#include <subs/format/features.h>

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace subs::tracks {
namespace {

constexpr std::size_t kMostText = 0xFFFF;
constexpr std::size_t kMostBytes = std::size_t{256} << 20U;

/// The numbers of cues, those by start and those by end.
std::vector<std::size_t> orderBy(const std::vector<TimedTextCue>& cues,
                                 std::int64_t TimedTextCue::*edge) {
    std::vector<std::size_t> order(cues.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return cues[i].*edge; });
    return order;
}

/// Walks over the edges of all cues.
class Stretches {
public:
    Stretches(const std::vector<TimedTextCue>& cues, TickRate rate, LossReport& losses)
        : cues_(cues),
          rate_(rate),
          losses_(losses),
          starts_(orderBy(cues, &TimedTextCue::start)),
          ends_(orderBy(cues, &TimedTextCue::end)),
          isTogether_(cues.size(), false) {}

    Result<std::vector<TextPacket>> run() {
        std::vector<TextPacket> packets;
        std::size_t bytes = 0;
        std::int64_t begin = 0;
        // Of two edges at one time the end comes first.
        while (nextEnd_ < ends_.size()) {
            const std::int64_t edge = nextEdge();
            if (edge > begin && !shown_.empty()) {
                auto packet = packetOf(begin, edge);
                if (!packet) return tl::unexpected(packet.error());
                bytes += packet->bytes.size();
                if (bytes > kMostBytes) return tooLarge();
                packets.push_back(*std::move(packet));
            }
            begin = edge;
            pass(edge);
        }
        tellTogether();
        return packets;
    }

private:
    std::int64_t nextEdge() const {
        const std::int64_t end = cues_[ends_[nextEnd_]].end;
        return nextStart_ < starts_.size() ? std::min(end, cues_[starts_[nextStart_]].start) : end;
    }

    void pass(std::int64_t edge) {
        while (nextEnd_ < ends_.size() && cues_[ends_[nextEnd_]].end == edge)
            shown_.erase(ends_[nextEnd_++]);
        while (nextStart_ < starts_.size() && cues_[starts_[nextStart_]].start == edge)
            shown_.insert(starts_[nextStart_++]);
    }

    Result<TextPacket> packetOf(std::int64_t begin, std::int64_t end) {
        TimedTextSample sample;
        std::uint32_t characters = 0;
        for (const std::size_t i : shown_) {
            const TimedTextCue& cue = cues_[i];
            if (!sample.text.empty()) {
                sample.text += '\n';
                ++characters;
            }
            sample.text += cue.text;
            if (sample.text.size() > kMostText) return tooLong(cue);
            for (StyleRecord style : cue.styles) {
                style.begin += characters;
                style.end += characters;
                sample.styles.push_back(style);
            }
            characters += static_cast<std::uint32_t>(countCodePoints(cue.text));
            if (shown_.size() > 1) isTogether_[i] = true;
        }
        TextPacket packet;
        packet.start = rate_.timeOf(begin);
        packet.duration = rate_.timeOf(end) - packet.start;
        packet.bytes = sampleBytes(sample);
        return packet;
    }

    tl::unexpected<Error> tooLong(const TimedTextCue& cue) const {
        return failure(
            "track.text-too-long",
            fmt::format("cue {}: {} longer than the {} bytes that MP4 has room for at "
                        "one time; nothing was written",
                        cue.number,
                        shown_.size() > 1 ? "it and what is shown with it are" : "its text is",
                        kMostText));
    }

    static tl::unexpected<Error> tooLarge() {
        return failure("track.too-large",
                       fmt::format("so many cues are shown at one time that their texts would take "
                                   "more than {} MB as timed text of MP4; nothing was written",
                                   kMostBytes >> 20U));
    }

    void tellTogether() {
        for (std::size_t i = 0; i < cues_.size(); ++i)
            if (isTogether_[i])
                losses_.add(feature::kText,
                            LossSeverity::Approximated,
                            cues_[i].id,
                            "cues that are shown at one time",
                            "one text of all of them for as long");
    }

    const std::vector<TimedTextCue>& cues_;
    TickRate rate_;
    LossReport& losses_;
    std::vector<std::size_t> starts_;
    std::vector<std::size_t> ends_;
    std::vector<bool> isTogether_;
    std::size_t nextStart_ = 0;
    std::size_t nextEnd_ = 0;
    std::set<std::size_t> shown_;
};

}  // namespace

Result<std::vector<TextPacket>> timedTextSamples(const std::vector<TimedTextCue>& cues,
                                                 TickRate rate,
                                                 LossReport& losses) {
    return Stretches(cues, rate, losses).run();
}

}  // namespace subs::tracks
