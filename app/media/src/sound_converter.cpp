// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound_converter.h"

#include "channel_choice.h"

extern "C" {
#include <libavutil/samplefmt.h>
}

#include <array>
#include <span>

namespace subs::media {
namespace {

/// Has `context` take `channel` of `from` and nothing else.
int takeChannel(SwrContext* context, SoundChannel channel, const AVChannelLayout& from) {
    const std::vector<double> weights = channelWeights(heardChannel(channel, from), from);
    return swr_set_matrix(context, weights.data(), from.nb_channels);
}

}  // namespace

bool SoundConverter::fits(const AVFrame& frame) const {
    return !resampler_ || (frame.format == inputFormat_ && frame.sample_rate == inputRate_ &&
                           frame.ch_layout.nb_channels == inputChannels_);
}

bool SoundConverter::prepare(const AVFrame& frame) {
    if (resampler_) return true;
    AVChannelLayout from = namedLayout(frame.ch_layout);
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
    if (result >= 0 && channel_) result = takeChannel(context, *channel_, from);
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

/// Of what most decoders give, at its own rate, a channel is taken without FFmpeg's help, which is
/// quicker.
bool SoundConverter::isPlain(const AVFrame& frame) const {
    return channel_ && !resampler_ && frame.format == AV_SAMPLE_FMT_FLTP &&
           frame.sample_rate == sampleRate_;
}

void SoundConverter::appendPlain(const AVFrame& frame,
                                 int skip,
                                 std::vector<float>& samples) const {
    const SoundChannel heard = heardChannel(*channel_, frame.ch_layout);
    const std::vector<double> weights = channelWeights(heard, frame.ch_layout);
    const std::size_t before = samples.size();
    samples.resize(before + static_cast<std::size_t>(frame.nb_samples - skip));
    const std::span<float> added = std::span(samples).subspan(before);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const auto weight = static_cast<float>(weights[i]);
        if (weight == 0) continue;
        const float* plane = reinterpret_cast<const float*>(frame.extended_data[i]) + skip;
        for (float& sample : added)
            sample += weight * *plane++;
    }
}

bool SoundConverter::append(const AVFrame& frame, int skip, std::vector<float>& samples) {
    if (isPlain(frame)) {
        appendPlain(frame, skip, samples);
        return true;
    }
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
