// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/job/sound_port.h>
#include <subs/time/time.h>

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace subs::media {

/// The sound of a film as interleaved 32-bit floats, converted to one rate and number of channels.
/// One thread at a time.
class Audio {
public:
    /// The first (or default) sound stream. Error "media.no-audio" where there is none.
    static Result<Audio> open(const std::filesystem::path& path,
                              int sampleRate = 48000,
                              int channels = 2);
    /// One channel of it, at `sampleRate`, or where that is 0 at the stream's own. `stop` ends this
    /// and all later reading, which then is as at the end. Error "media.no-channel" where the sound
    /// has not the one asked for; the message names those that it has. Where the channels change on
    /// the way and the one asked for is gone, the mean of all is heard.
    static Result<Audio> openChannel(const std::filesystem::path& path,
                                     SoundChannel channel,
                                     std::stop_token stop = {},
                                     int sampleRate = 0);
    Audio(Audio&&) noexcept;
    Audio& operator=(Audio&&) noexcept;
    ~Audio();

    int sampleRate() const;
    int channels() const;
    /// What is known of the sound without decoding it; `asked` as it was opened, `Mix` otherwise.
    SoundFacts facts() const;
    /// Goes to film time `time`, to the sample; what lies before the first sound or in a gap is
    /// silence.
    Result<void> seek(Time time);
    /// The film time of the next sample to be read.
    Time position() const;
    /// Fills `samples` (whole frames of `channels()`); answers how many samples were filled, less
    /// than asked only at the end.
    std::size_t read(std::span<float> samples);

private:
    struct State;
    explicit Audio(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// The channels that sound of `layout` has ("5.1(side)", as in `SoundFacts`); none where FFmpeg
/// knows no layout of that name.
std::vector<SoundChannel> soundChannelsIn(const std::string& layout);

}  // namespace subs::media
