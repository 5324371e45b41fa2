// SPDX-License-Identifier: GPL-3.0-or-later
#include "text_tracks.h"

#include <subs/time/largest_time.h>

#include "text_room.h"

extern "C" {
#include <libavutil/common.h>
}

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace subs::media {
namespace {

std::string bytesOf(const std::uint8_t* data, std::size_t size) {
    return data == nullptr ? std::string() : std::string(data, data + size);
}

std::string extradataOf(const AVStream& stream) {
    const AVCodecParameters& codec = *stream.codecpar;
    return bytesOf(codec.extradata, static_cast<std::size_t>(std::max(codec.extradata_size, 0)));
}

TextCodec codecOf(const AVStream& stream) {
    switch (stream.codecpar->codec_id) {
        case AV_CODEC_ID_SUBRIP:
        case AV_CODEC_ID_TEXT:
            return TextCodec::SubRip;
        case AV_CODEC_ID_ASS:
            return TextCodec::Ass;
        case AV_CODEC_ID_WEBVTT:
            return TextCodec::WebVtt;
        case AV_CODEC_ID_MOV_TEXT:
            return TextCodec::TimedText;
        case AV_CODEC_ID_NONE:
            // FFmpeg 5.1 does not know S_TEXT/WEBVTT, whose head is a file's (Matroska codecs).
            return extradataOf(stream).starts_with("WEBVTT") ? TextCodec::BlockVtt
                                                             : TextCodec::Other;
        default:
            return TextCodec::Other;
    }
}

TextTrack trackOf(const AVStream& stream) {
    TextTrack track;
    track.number = stream.index;
    track.codec = codecOf(stream);
    track.codecName = avcodec_get_name(stream.codecpar->codec_id);
    track.language = tagOf(stream.metadata, "language");
    track.name = tagOf(stream.metadata, "title");
    track.isDefault = (stream.disposition & AV_DISPOSITION_DEFAULT) != 0;
    track.isForced = (stream.disposition & AV_DISPOSITION_FORCED) != 0;
    track.codecPrivate = extradataOf(stream);
    // All texts of it are (Apple's QuickTime File Format, subtitle media), which FFmpeg passes
    // over.
    if (track.codec == TextCodec::TimedText && !track.codecPrivate.empty())
        track.isForced = track.isForced || (track.codecPrivate[0] & 0x80) != 0;
    return track;
}

/// Text beside a packet.
std::string besideOf(const AVPacket& packet, AVPacketSideDataType type) {
    std::size_t size = 0;
    const std::uint8_t* data = av_packet_get_side_data(&packet, type, &size);
    return bytesOf(data, size);
}

/// Matroska's BlockAdditional of number 1, which FFmpeg gives behind that number in eight bytes.
std::string additionalOf(const AVPacket& packet) {
    constexpr std::size_t kNumber = 8;
    std::string bytes = besideOf(packet, AV_PKT_DATA_MATROSKA_BLOCKADDITIONAL);
    const bool isFirst = bytes.size() > kNumber && bytes[kNumber - 1] == 1;
    return isFirst ? bytes.substr(kNumber) : std::string();
}

/// The same as a time that can be worked with, whatever a damaged file says.
Time heldTime(std::int64_t ticks, AVRational timeBase) {
    const Time time = timeFromTicks(ticks, timeBase);
    // FFmpeg's answer for what is too large.
    if (time.flicks() == INT64_MIN) return ticks < 0 ? -kLargestTime : kLargestTime;
    return std::clamp(time, -kLargestTime, kLargestTime);
}

TextPacket packetOf(const AVPacket& packet, const Container& container, const AVStream& stream) {
    const std::int64_t stamp = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
    TextPacket text;
    if (stamp != AV_NOPTS_VALUE)
        text.start =
            Time::fromFlicks(av_sat_sub64(heldTime(stamp, stream.time_base).flicks(),
                                          heldTime(originOf(container), AV_TIME_BASE_Q).flicks()));
    if (packet.duration > 0) text.duration = heldTime(packet.duration, stream.time_base);
    text.bytes = bytesOf(packet.data, static_cast<std::size_t>(std::max(packet.size, 0)));
    text.id = besideOf(packet, AV_PKT_DATA_WEBVTT_IDENTIFIER);
    text.settings = besideOf(packet, AV_PKT_DATA_WEBVTT_SETTINGS);
    text.additional = additionalOf(packet);
    return text;
}

/// MP4 has a table of samples: other streams need not be read, and it tells what is missing.
bool hasTable(const Container& container) {
    return std::string_view(container.context->iformat->name).starts_with("mov");
}

/// Which of `numbers` each stream is, -1 for none.
Result<std::vector<std::ptrdiff_t>> chooseStreams(const Container& container,
                                                  std::span<const int> numbers) {
    std::vector<std::ptrdiff_t> places(container.context->nb_streams, -1);
    if (hasTable(container))
        for (unsigned i = 0; i < container.context->nb_streams; ++i)
            container.context->streams[i]->discard = AVDISCARD_ALL;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const int number = numbers[i];
        const bool isThere = number >= 0 && static_cast<std::size_t>(number) < places.size();
        AVStream* stream =
            isThere ? container.context->streams[static_cast<std::size_t>(number)] : nullptr;
        if (stream == nullptr || stream->codecpar->codec_type != AVMEDIA_TYPE_SUBTITLE)
            return failure(
                "media.no-track",
                fmt::format(
                    "there is no subtitle track {} in {}", number, container.path.string()));
        stream->discard = AVDISCARD_NONE;
        places[static_cast<std::size_t>(number)] = static_cast<std::ptrdiff_t>(i);
    }
    return places;
}

}  // namespace

std::string tagOf(const AVDictionary* metadata, const char* name) {
    const AVDictionaryEntry* entry = av_dict_get(metadata, name, nullptr, 0);
    return entry == nullptr ? std::string() : std::string(entry->value);
}

double shareRead(const Container& container) {
    AVIOContext* io = container.context->pb;
    const std::int64_t size = io == nullptr ? 0 : avio_size(io);
    if (size <= 0) return 0;
    return std::clamp(static_cast<double>(avio_tell(io)) / static_cast<double>(size), 0.0, 1.0);
}

ContainerFacts factsOf(const Container& container) {
    ContainerFacts facts;
    facts.format = container.context->iformat->name;
    facts.room = textRoomOf(container);
    for (unsigned i = 0; i < container.context->nb_streams; ++i) {
        const AVStream& stream = *container.context->streams[i];
        if (stream.codecpar->codec_type == AVMEDIA_TYPE_SUBTITLE)
            facts.tracks.push_back(trackOf(stream));
        if (stream.codecpar->codec_type == AVMEDIA_TYPE_ATTACHMENT)
            facts.attachments.push_back({tagOf(stream.metadata, "filename"),
                                         tagOf(stream.metadata, "mimetype"),
                                         extradataOf(stream)});
    }
    return facts;
}

std::int64_t originOf(const Container& container) {
    const bool hasFilm =
        pictureStreamOf(container) != nullptr || soundStreamOf(container) != nullptr;
    return hasFilm ? container.startMicroseconds() : 0;
}

std::int64_t endOf(const AVPacket& packet, const AVStream& stream) {
    if (packet.pts == AV_NOPTS_VALUE) return INT64_MIN;
    const std::int64_t end = av_sat_add64(packet.pts, std::max<std::int64_t>(packet.duration, 0));
    return av_rescale_q(end, stream.time_base, AV_TIME_BASE_Q);
}

Diagnostics truncationOf(const Container& container, std::int64_t last) {
    const std::int64_t duration = container.context->duration;
    const bool isGuess =
        container.context->duration_estimation_method == AVFMT_DURATION_FROM_BITRATE;
    if (duration == AV_NOPTS_VALUE || isGuess || last == INT64_MIN) return {};
    const std::int64_t length = last - container.startMicroseconds();
    if (duration - length < std::int64_t{2} * AV_TIME_BASE) return {};
    return {{Severity::Warning,
             0,
             0,
             "media.truncated",
             fmt::format("the file is shorter than its tables say: {:.1f} of {:.1f} seconds are "
                         "there",
                         static_cast<double>(length) / AV_TIME_BASE,
                         static_cast<double>(duration) / AV_TIME_BASE)}};
}

namespace {

/// The same of a file with a table, by the packets of the tracks that were read.
Diagnostics missingOf(const Container& container,
                      std::span<const int> numbers,
                      const ReadPackets& read) {
    Diagnostics diagnostics;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const AVStream* stream = container.context->streams[static_cast<std::size_t>(numbers[i])];
        const int promised = avformat_index_get_entries_count(stream);
        const std::size_t there = read.tracks[i].size();
        if (promised < 0 || static_cast<std::size_t>(promised) <= there) continue;
        diagnostics.push_back(
            {Severity::Warning,
             0,
             0,
             "media.truncated",
             fmt::format("the file is shorter than its tables say: of track {} {} of {} texts are "
                         "there",
                         numbers[i],
                         there,
                         promised)});
    }
    return diagnostics;
}

}  // namespace

Result<ReadPackets> readTextPackets(const Container& container,
                                    std::span<const int> numbers,
                                    const Watch& watch) {
    const auto places = chooseStreams(container, numbers);
    if (!places) return tl::unexpected(places.error());
    ReadPackets read;
    read.tracks.resize(numbers.size());
    const PacketHandle packet(av_packet_alloc());
    if (!packet) return tl::unexpected(mediaError(container, AVERROR(ENOMEM)));
    std::int64_t last = INT64_MIN;
    int got = 0;
    while ((got = av_read_frame(container.context.get(), packet.get())) >= 0) {
        const auto index = static_cast<std::size_t>(packet->stream_index);
        const AVStream& stream = *container.context->streams[index];
        // Streams that turn up on the way are no tracks that anybody asked for.
        const std::ptrdiff_t place = index < places->size() ? (*places)[index] : -1;
        if (place >= 0)
            read.tracks[static_cast<std::size_t>(place)].push_back(
                packetOf(*packet, container, stream));
        last = std::max(last, endOf(*packet, stream));
        av_packet_unref(packet.get());
        watch.tell(shareRead(container));
        if (watch.stop.stop_requested()) return tl::unexpected(mediaError(container, AVERROR_EXIT));
    }
    if (got != AVERROR_EOF) return tl::unexpected(mediaError(container, got));
    read.diagnostics =
        hasTable(container) ? missingOf(container, numbers, read) : truncationOf(container, last);
    watch.tell(1);
    return read;
}

}  // namespace subs::media
