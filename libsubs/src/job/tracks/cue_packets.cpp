// SPDX-License-Identifier: MIT
#include "job/tracks/cue_packets.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>
#include <subs/time/clock.h>

#include "format/edges.h"
#include "format/time_losses.h"

#include <algorithm>
#include <utility>

namespace subs::tracks {
namespace {

constexpr Time kLeast = Time::fromMilliseconds(1);

std::string spanText(Time start, Time end) {
    return clockText(start) + " to " + clockText(end);
}

}  // namespace

PacketSpan packetSpan(Time start, Time end, CueId cue, LossReport& losses, TickRate rate) {
    PacketSpan span{std::max(start, Time()), std::max(end, Time())};
    if (start < Time())
        losses.add(feature::kNegativeTime,
                   LossSeverity::Approximated,
                   cue,
                   clockText(start),
                   clockText(span.start));
    if (rate.ticksOf(span.end) <= rate.ticksOf(span.start)) {
        span.end = span.start + kLeast;
        losses.add(feature::kTimePrecision,
                   LossSeverity::Approximated,
                   cue,
                   spanText(start, end),
                   spanText(span.start, span.end));
    }
    for (const Time time : {start, end})
        if (rate.nearest(time) != time)
            losses.add(feature::kTimePrecision,
                       LossSeverity::Info,
                       cue,
                       shownTime(time),
                       shownTime(rate.nearest(time)));
    return span;
}

CuePackets::CuePackets(const Document& document, LossReport& losses, TickRate rate)
    : document_(document), losses_(losses), rate_(rate) {}

TextPacket CuePackets::timed(std::size_t index) {
    const Cue& cue = document_.cues[index];
    const WriteOptions options;
    const Time end = EdgeRounder(document_, options, NegativeTimes::Kept).endOf(index);
    if (!cue.end)
        losses_.add(feature::kMissingEnd,
                    LossSeverity::Approximated,
                    cue.id,
                    clockText(cue.start),
                    spanText(cue.start, end));
    const PacketSpan span = packetSpan(cue.start, end, cue.id, losses_, rate_);
    TextPacket packet;
    packet.start = span.start;
    packet.duration = span.end - span.start;
    return packet;
}

std::vector<TextPacket> CuePackets::inOrder(Diagnostics& diagnostics) {
    if (sortByStart(packets_))
        diagnostics.push_back({Severity::Info,
                               0,
                               0,
                               "track.order",
                               "the texts are not in the order of time; in a container they are"});
    return std::move(packets_);
}

bool sortByStart(std::vector<TextPacket>& packets) {
    if (std::ranges::is_sorted(packets, {}, &TextPacket::start)) return false;
    std::ranges::stable_sort(packets, {}, &TextPacket::start);
    return true;
}

void loseRaw(const Document& document, LossReport& losses) {
    if (!document.origin) return;
    const Origin& origin = *document.origin;
    for (std::size_t i = 0; i < origin.pieces.size(); ++i) {
        const PieceKind kind = origin.pieces[i].kind;
        const bool isRest = kind == PieceKind::Raw || kind == PieceKind::Section;
        const std::string_view stretch = origin.stretch(i);
        if (isRest && !isBlank(stretch))
            losses.add(feature::kRaw, LossSeverity::Dropped, CueId(), stretch, "");
    }
}

}  // namespace subs::tracks
