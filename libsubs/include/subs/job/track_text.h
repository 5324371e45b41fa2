// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/format/format.h>
#include <subs/job/container_port.h>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Packets of a container's track and the subtitle file that they are one of, both ways. What is
/// done to each codec and why is in libsubs/src/job/tracks/README.md.
namespace subs {

/// A track as the text of a file in its own format.
struct TrackText {
    std::string text;  ///< UTF-8, lines ended by '\n'.
    const Format* format = nullptr;
    std::size_t cues = 0;
    LossReport losses;        ///< What the file does not hold; cue n is that of the file.
    Diagnostics diagnostics;  ///< Damage, and what was made of it. Every packet gave a cue or
                              ///< stands here.
};

/// The format that a track of `codec` is a file of; null for `TextCodec::Other`. An ASS track may
/// be a file of SSA, which its text says.
const Format* formatOf(TextCodec codec);

/// Error "track.no-text" for a track whose codec is not known here. Damage is no error.
Result<TrackText> textOfTrack(const TextTrack& track, std::span<const TextPacket> packets);

/// A file as a track.
struct TrackPackets {
    TextCodec codec = TextCodec::SubRip;
    std::string codecPrivate;
    std::vector<TextPacket> packets;  ///< In the order of their starts, those of one in the file's.
    std::vector<AttachedFile> fonts;  ///< That the file had in it.
    LossReport losses;                ///< Cue n is that of the file.
    Diagnostics diagnostics;
};

/// `text` (UTF-8) is a whole file of `format`: SubRip, ASS, SSA or WebVTT. Error "track.format" of
/// any other one.
Result<TrackPackets> packetsOfText(std::string text, const Format& format);

/// Whether `packetsOfText` takes files of `format`.
bool hasTrackCodec(const Format& format);

}  // namespace subs
