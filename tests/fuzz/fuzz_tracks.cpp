// SPDX-License-Identifier: MIT
#include <subs/job/track_text.h>

#include "fuzz/text_format.h"
#include "job/tracks/timed_text_sample.h"
#include "job/tracks/timed_text_writer.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

// The packets of a container's text track. An input is a list of fields parted by bytes 1E: the
// CodecPrivate, then of each packet its start and duration (eight bytes each, in flicks) with
// its bytes behind them, the identifier, the settings and Matroska's addition.
namespace {

using subs::TextCodec;
using subs::TextPacket;

constexpr std::array kCodecs = {TextCodec::SubRip,
                                TextCodec::Ass,
                                TextCodec::WebVtt,
                                TextCodec::BlockVtt,
                                TextCodec::TimedText};
constexpr char kBetween = '\x1E';

std::vector<std::string_view> fieldsOf(std::string_view bytes) {
    std::vector<std::string_view> fields;
    for (std::size_t end = bytes.find(kBetween); end != bytes.npos; end = bytes.find(kBetween)) {
        fields.push_back(bytes.substr(0, end));
        bytes.remove_prefix(end + 1);
    }
    fields.push_back(bytes);
    return fields;
}

/// Any number, as flicks: those that no container gives too.
subs::Time timeIn(std::string_view& bytes) {
    std::uint64_t value = 0;
    const std::size_t size = std::min<std::size_t>(bytes.size(), 8);
    for (const char byte : bytes.substr(0, size))
        value = value << 8U | static_cast<std::uint8_t>(byte);
    bytes.remove_prefix(size);
    return subs::Time::fromFlicks(static_cast<std::int64_t>(value));
}

TextPacket packetOf(const std::vector<std::string_view>& fields, std::size_t at) {
    const auto field = [&](std::size_t i) {
        return i < fields.size() ? fields[i] : std::string_view();
    };
    std::string_view bytes = field(at);
    TextPacket packet;
    packet.start = timeIn(bytes);
    const subs::Time duration = timeIn(bytes);
    if (duration != subs::Time()) packet.duration = duration;
    packet.bytes = bytes;
    packet.id = field(at + 1);
    packet.settings = field(at + 2);
    packet.additional = field(at + 3);
    return packet;
}

/// Whatever the packets are, the file is one, and it has a cue of each of them.
void checkText(const subs::TrackText& text,
               const std::vector<TextPacket>& packets,
               TextCodec codec) {
    FUZZ_REQUIRE(codec == TextCodec::TimedText || text.cues == packets.size());
    if (text.cues == 0) return;
    const subs::Document read = fuzzing::documentOf(*text.format, text.text);
    const auto isShown = [](const subs::Cue& cue) { return cue.kind == subs::CueKind::Dialogue; };
    FUZZ_REQUIRE(static_cast<std::size_t>(std::ranges::count_if(read.cues, isShown)) >= text.cues);
}

/// The file as a track again: no packet begins before the film or has no length.
void checkPackets(const subs::TrackText& text) {
    const auto made = subs::packetsOfText(text.text, *text.format);
    FUZZ_REQUIRE(made || text.text.empty());
    if (!made) return;
    for (const TextPacket& packet : made->packets) {
        FUZZ_REQUIRE(packet.start >= subs::Time());
        FUZZ_REQUIRE(packet.duration && *packet.duration > subs::Time());
    }
    FUZZ_REQUIRE(std::ranges::is_sorted(made->packets, {}, &TextPacket::start));
}

/// The file as timed text: whole samples, none before the film, none beside another.
void checkTimedText(const subs::TrackText& text) {
    const subs::Document document = fuzzing::documentOf(*text.format, text.text);
    const auto made = subs::tracks::timedTextPackets(document, {subs::TickRate(24'000), 640, 360});
    if (!made) return;
    subs::Time done;
    for (const TextPacket& packet : made->track.packets) {
        FUZZ_REQUIRE(packet.start >= done);
        FUZZ_REQUIRE(packet.duration && *packet.duration > subs::Time());
        done = packet.start + *packet.duration;
        const subs::tracks::TimedTextSample sample = subs::tracks::timedTextSample(packet.bytes);
        FUZZ_REQUIRE(!sample.isDamaged && !sample.text.empty());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// A byte chooses the codec, the rest are the fields.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes(data + 1, data + size);
    const auto fields = fieldsOf(bytes);
    subs::TextTrack track;
    track.codec = kCodecs.at(data[0] % kCodecs.size());
    track.codecPrivate = fields[0];
    std::vector<TextPacket> packets;
    for (std::size_t at = 1; at < fields.size(); at += 4)
        packets.push_back(packetOf(fields, at));
    const auto text = subs::textOfTrack(track, packets);
    FUZZ_REQUIRE(text || track.codec == TextCodec::TimedText);
    if (!text) return 0;
    checkText(*text, packets, track.codec);
    checkPackets(*text);
    checkTimedText(*text);
    return 0;
}
