// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/sound_port.h>

#include "ffmpeg.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace subs::media {

/// Turns decoded sound into interleaved floats of one rate and number of channels. The first sample
/// that comes out belongs to the moment of the first that went in.
class SoundConverter {
public:
    SoundConverter(int sampleRate, int channels) : sampleRate_(sampleRate), channels_(channels) {}
    /// One channel, taken out of what goes in.
    SoundConverter(int sampleRate, SoundChannel channel)
        : sampleRate_(sampleRate), channels_(1), channel_(channel) {}

    /// Whether `frame` is of the kind that the last one was; another kind needs `drain` and `reset`
    /// before it.
    bool fits(const AVFrame& frame) const;
    /// Appends the samples of `frame` from `skip` on. False where FFmpeg cannot convert it.
    bool append(const AVFrame& frame, int skip, std::vector<float>& samples);
    /// Appends what is still held back by the resampling filter.
    void drain(std::vector<float>& samples);
    void reset() { resampler_.reset(); }

private:
    bool isPlain(const AVFrame& frame) const;
    void appendPlain(const AVFrame& frame, int skip, std::vector<float>& samples) const;
    bool prepare(const AVFrame& frame);
    bool convert(const std::uint8_t** input, int count, std::vector<float>& samples);

    int sampleRate_;
    int channels_;
    std::optional<SoundChannel> channel_;  ///< None: mixed as FFmpeg does.
    Resampler resampler_;
    int inputFormat_ = -1;
    int inputRate_ = 0;
    int inputChannels_ = 0;
};

}  // namespace subs::media
