// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound_converter.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/samplefmt.h>
}

#include <array>

namespace subs::media {
namespace {

/// The layout of `frame`, or the usual one for its number of channels where it names none.
AVChannelLayout layoutOf(const AVFrame& frame) {
    AVChannelLayout layout{};
    if (frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC) {
        av_channel_layout_default(&layout, frame.ch_layout.nb_channels);
    } else {
        av_channel_layout_copy(&layout, &frame.ch_layout);
    }
    return layout;
}

}  // namespace

bool SoundConverter::fits(const AVFrame& frame) const {
    return !resampler_ || (frame.format == inputFormat_ && frame.sample_rate == inputRate_ &&
                           frame.ch_layout.nb_channels == inputChannels_);
}

bool SoundConverter::prepare(const AVFrame& frame) {
    if (resampler_) return true;
    AVChannelLayout from = layoutOf(frame);
    AVChannelLayout to{};
    av_channel_layout_default(&to, channels_);
    SwrContext* context = nullptr;
    int result = swr_alloc_set_opts2(&context,
                                     &to,
                                     AV_SAMPLE_FMT_FLT,
                                     sampleRate_,
                                     &from,
                                     static_cast<AVSampleFormat>(frame.format),
                                     frame.sample_rate,
                                     0,
                                     nullptr);
    resampler_.reset(context);
    if (result >= 0) result = swr_init(context);
    av_channel_layout_uninit(&from);
    av_channel_layout_uninit(&to);
    if (result < 0) resampler_.reset();
    inputFormat_ = frame.format;
    inputRate_ = frame.sample_rate;
    inputChannels_ = frame.ch_layout.nb_channels;
    return result >= 0;
}

bool SoundConverter::convert(const std::uint8_t** input, int count, std::vector<float>& samples) {
    const int room = swr_get_out_samples(resampler_.get(), count);
    if (room < 0) return false;
    const std::size_t before = samples.size();
    const auto channels = static_cast<std::size_t>(channels_);
    samples.resize(before + static_cast<std::size_t>(room) * channels);
    auto* output = reinterpret_cast<std::uint8_t*>(samples.data() + before);
    const int got = swr_convert(resampler_.get(), &output, room, input, count);
    samples.resize(before + (got > 0 ? static_cast<std::size_t>(got) * channels : 0));
    return got >= 0;
}

bool SoundConverter::append(const AVFrame& frame, int skip, std::vector<float>& samples) {
    if (!prepare(frame)) return false;
    const auto format = static_cast<AVSampleFormat>(frame.format);
    const bool isPlanar = av_sample_fmt_is_planar(format) != 0;
    const int channels = frame.ch_layout.nb_channels;
    const std::ptrdiff_t step =
        std::ptrdiff_t{av_get_bytes_per_sample(format)} * (isPlanar ? 1 : channels);
    std::vector<const std::uint8_t*> planes(static_cast<std::size_t>(isPlanar ? channels : 1));
    for (std::size_t i = 0; i < planes.size(); ++i)
        planes[i] = frame.extended_data[i] + skip * step;
    return convert(planes.data(), frame.nb_samples - skip, samples);
}

void SoundConverter::drain(std::vector<float>& samples) {
    if (resampler_) convert(nullptr, 0, samples);
}

}  // namespace subs::media
