// SPDX-License-Identifier: GPL-3.0-or-later
#include "channel_choice.h"

#include <subs/media/audio.h>

#include <array>
#include <cstddef>
#include <memory>
#include <utility>

namespace subs::media {
namespace {

AVChannel ffmpegChannel(SoundChannel channel) {
    switch (channel) {
        case SoundChannel::Left:
            return AV_CHAN_FRONT_LEFT;
        case SoundChannel::Right:
            return AV_CHAN_FRONT_RIGHT;
        case SoundChannel::Centre:
            return AV_CHAN_FRONT_CENTER;
        case SoundChannel::LowEffects:
            return AV_CHAN_LOW_FREQUENCY;
        case SoundChannel::BackLeft:
            return AV_CHAN_BACK_LEFT;
        case SoundChannel::BackRight:
            return AV_CHAN_BACK_RIGHT;
        case SoundChannel::SideLeft:
            return AV_CHAN_SIDE_LEFT;
        case SoundChannel::SideRight:
            return AV_CHAN_SIDE_RIGHT;
        case SoundChannel::BackCentre:
            return AV_CHAN_BACK_CENTER;
        case SoundChannel::Dialogue:
        case SoundChannel::Mix:
            break;
    }
    return AV_CHAN_NONE;
}

/// Its place among the channels of `layout`; below 0 where it is none of them.
int placeOf(SoundChannel channel, const AVChannelLayout& layout) {
    const AVChannel wanted = ffmpegChannel(channel);
    if (wanted == AV_CHAN_NONE) return -1;
    AVChannelLayout named = namedLayout(layout);
    const int place = av_channel_layout_index_from_channel(&named, wanted);
    av_channel_layout_uninit(&named);
    return place;
}

}  // namespace

AVChannelLayout namedLayout(const AVChannelLayout& layout) {
    AVChannelLayout named{};
    if (layout.order == AV_CHANNEL_ORDER_UNSPEC) {
        av_channel_layout_default(&named, layout.nb_channels);
    } else {
        av_channel_layout_copy(&named, &layout);
    }
    return named;
}

std::string layoutName(const AVChannelLayout& layout) {
    AVChannelLayout named = namedLayout(layout);
    std::array<char, 256> name{};
    const int length = av_channel_layout_describe(&named, name.data(), name.size());
    av_channel_layout_uninit(&named);
    return length > 0 ? std::string(name.data()) : std::string();
}

std::string channelsOf(const AVChannelLayout& layout) {
    std::string names;
    for (const NamedChannel& named : kSoundChannels) {
        if (placeOf(named.channel, layout) < 0) continue;
        if (!names.empty()) names += ", ";
        names += named.name;
    }
    return names.empty() ? std::string(nameOf(SoundChannel::Mix)) : names;
}

std::vector<SoundChannel> soundChannelsIn(const std::string& layout) {
    AVChannelLayout named{};
    std::vector<SoundChannel> channels;
    if (av_channel_layout_from_string(&named, layout.c_str()) < 0) return channels;
    for (const NamedChannel& each : kSoundChannels)
        if (placeOf(each.channel, named) >= 0) channels.push_back(each.channel);
    av_channel_layout_uninit(&named);
    return channels;
}

bool hasChannel(SoundChannel channel, const AVChannelLayout& layout) {
    return ffmpegChannel(channel) == AV_CHAN_NONE || placeOf(channel, layout) >= 0;
}

SoundChannel heardChannel(SoundChannel channel, const AVChannelLayout& layout) {
    const SoundChannel wanted = channel == SoundChannel::Dialogue ? SoundChannel::Centre : channel;
    return placeOf(wanted, layout) >= 0 ? wanted : SoundChannel::Mix;
}

std::vector<double> channelWeights(SoundChannel channel, const AVChannelLayout& layout) {
    const auto count = static_cast<std::size_t>(layout.nb_channels);
    if (channel == SoundChannel::Mix)
        return std::vector<double>(count, 1.0 / static_cast<double>(count));
    std::vector<double> weights(count, 0.0);
    weights[static_cast<std::size_t>(placeOf(channel, layout))] = 1.0;
    return weights;
}

}  // namespace subs::media
