// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/sound_port.h>

#include "ffmpeg.h"

extern "C" {
#include <libavutil/channel_layout.h>
}

#include <string>
#include <vector>

namespace subs::media {

/// `layout`, or the usual one for its number of channels where it names none. To be freed with
/// av_channel_layout_uninit.
AVChannelLayout namedLayout(const AVChannelLayout& layout);
/// "5.1(side)"
std::string layoutName(const AVChannelLayout& layout);
/// The channels that can be asked for, for a person: "left, right, centre". One channel alone is
/// "mix".
std::string channelsOf(const AVChannelLayout& layout);
/// Whether sound of `layout` has `channel`; `Dialogue` and `Mix` are always there.
bool hasChannel(SoundChannel channel, const AVChannelLayout& layout);
/// What `channel` means there: `Dialogue` is `Centre` or `Mix`, and what is not there is `Mix`.
SoundChannel heardChannel(SoundChannel channel, const AVChannelLayout& layout);
/// How much of each channel of `layout` is heard in `channel`, which is there.
std::vector<double> channelWeights(SoundChannel channel, const AVChannelLayout& layout);

}  // namespace subs::media
