// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>
#include <subs/job/track_text.h>

#include "job/tracks/ass_track.h"
#include "job/tracks/srt_track.h"
#include "job/tracks/timed_text.h"
#include "job/tracks/vtt_track.h"

#include <fmt/format.h>

#include <utility>

namespace subs {

std::string_view nameOf(TextCodec codec) {
    switch (codec) {
        case TextCodec::SubRip:
            return "SubRip";
        case TextCodec::Ass:
            return "ASS";
        case TextCodec::WebVtt:
        case TextCodec::BlockVtt:
            return "WebVTT";
        case TextCodec::TimedText:
            return "3GPP timed text";
        case TextCodec::Other:
            break;
    }
    return "unknown";
}

const Format* formatOf(TextCodec codec) {
    switch (codec) {
        case TextCodec::SubRip:
        case TextCodec::TimedText:
            return formatNamed("srt");
        case TextCodec::Ass:
            return formatNamed("ass");
        case TextCodec::WebVtt:
        case TextCodec::BlockVtt:
            return formatNamed("vtt");
        case TextCodec::Other:
            break;
    }
    return nullptr;
}

Result<TrackText> textOfTrack(const TextTrack& track, std::span<const TextPacket> packets) {
    switch (track.codec) {
        case TextCodec::SubRip:
            return tracks::srtText(packets);
        case TextCodec::Ass:
            return tracks::assText(track.codecPrivate, packets);
        case TextCodec::WebVtt:
        case TextCodec::BlockVtt:
            return tracks::vttText(track.codec, track.codecPrivate, packets);
        case TextCodec::TimedText:
            return tracks::timedText(track.codecPrivate, packets);
        case TextCodec::Other:
            break;
    }
    return failure("track.no-text",
                   fmt::format("track {} is {}: pictures, or a text that cannot be read yet",
                               track.number,
                               track.codecName));
}

bool hasTrackCodec(const Format& format) {
    const std::string_view id = format.info().id;
    return id == "srt" || id == "ass" || id == "ssa" || id == "vtt";
}

Result<TrackPackets> packetsOfText(std::string text, const Format& format) {
    if (!hasTrackCodec(format))
        return failure("track.format",
                       fmt::format("{} has no place in Matroska", format.info().name));
    if (format.info().id == "ass" || format.info().id == "ssa")
        return tracks::assPackets(text, format);
    DocumentOptions reading;
    reading.encoding = "UTF-8";
    reading.format = format.info().id;
    const auto read = readDocument(std::move(text), {}, reading);
    if (!read) return tl::unexpected(read.error());
    const bool isVtt = format.info().id == "vtt";
    return isVtt ? tracks::vttPackets(read->document) : tracks::srtPackets(read->document);
}

}  // namespace subs
