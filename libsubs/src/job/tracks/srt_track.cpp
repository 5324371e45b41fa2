// SPDX-License-Identifier: MIT
#include "job/tracks/srt_track.h"

#include <subs/format/features.h>
#include <subs/format/registry.h>
#include <subs/text/newline.h>

#include "format/srt/marks.h"
#include "format/srt/time_line.h"
#include "job/tracks/cue_packets.h"
#include "job/tracks/packet_text.h"
#include "job/tracks/packet_times.h"

#include <fmt/format.h>

#include <iterator>

namespace subs::tracks {
namespace {

bool looksLikeTimes(std::string_view line) {
    return srt::parsedTimeLine(line) || srt::isDamagedTimeLine(line) || srt::isCutOffTimeLine(line);
}

/// `line` so that it does not begin a cue: with U+2060, as the format guards its own texts.
std::string guarded(std::string_view line) {
    std::string out = withEdits(line, srt::guardsOf(line));
    if (!looksLikeTimes(out)) return out;
    return "\xE2\x81\xA0" + out;
}

/// Appends the lines of `text`, each ended.
void appendBody(std::string& out, std::string_view text, Time at, PacketRemarks& remarks) {
    for (LineReader lines(text); lines.next();) {
        const bool isGuarded = looksLikeTimes(lines.line());
        if (isGuarded)
            remarks.add(
                "track.time-line",
                "has a line that would begin another one; an invisible U+2060 keeps it apart",
                at);
        out += isGuarded ? guarded(lines.line()) : std::string(lines.line());
        out += '\n';
    }
}

void loseRest(const Document& document, LossReport& losses) {
    std::size_t number = 0;
    for (const Cue& cue : document.cues) {
        ++number;
        const std::string settings(cue.settings);
        if (!settings.empty())
            losses.add(feature::kCoordinates, LossSeverity::Dropped, cue.id, settings, "");
        const std::string usual = fmt::format("{}", number);
        if (!cue.label.empty() && cue.label != usual)
            losses.add(feature::kLabel, LossSeverity::Info, cue.id, cue.label, "");
    }
    loseRaw(document, losses);
}

}  // namespace

TrackText srtText(std::span<const TextPacket> packets) {
    TrackText result;
    PacketRemarks remarks;
    const auto times = timesOf(packets, remarks);
    for (std::size_t i = 0; i < packets.size(); ++i) {
        const std::string text = packetText(packets[i].bytes, times[i].start, remarks);
        fmt::format_to(std::back_inserter(result.text), "{}\n", i + 1);
        srt::appendTime(result.text, times[i].start.nearestMilliseconds());
        result.text += " --> ";
        srt::appendTime(result.text, times[i].end.nearestMilliseconds());
        result.text += '\n';
        appendBody(result.text, text, times[i].start, remarks);
        result.text += '\n';
    }
    remarks.tell(result.diagnostics);
    result.format = formatNamed("srt");
    result.cues = packets.size();
    return result;
}

TrackPackets srtPackets(const Document& document) {
    TrackPackets result;
    result.codec = TextCodec::SubRip;
    const Format& format = *formatNamed("srt");
    CuePackets packets(document, result.losses);
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        TextPacket packet = packets.timed(i);
        packet.bytes = format.markupOf(document, document.cues[i]);
        // FFmpeg takes a packet without bytes for none.
        if (packet.bytes.empty()) packet.bytes = " ";
        packets.add(std::move(packet));
    }
    result.packets = packets.inOrder(result.diagnostics);
    loseRest(document, result.losses);
    return result;
}

}  // namespace subs::tracks
