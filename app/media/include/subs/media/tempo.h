// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>

#include <cstddef>
#include <memory>
#include <span>

namespace subs::media {

/// Sound that goes by faster or slower, its pitch kept (FFmpeg's atempo: overlapping windows, put
/// together where they are most alike). Interleaved 32-bit floats. One thread at a time.
class Tempo {
public:
    static constexpr double kSlowest = 0.5;
    static constexpr double kFastest = 2;

    /// `speed` 2 is twice as fast. Error "media.no-tempo" where FFmpeg has no such filter.
    static Result<Tempo> make(double speed, int sampleRate, int channels);
    Tempo(Tempo&&) noexcept;
    Tempo& operator=(Tempo&&) noexcept;
    ~Tempo();

    /// Whole frames of all channels.
    void put(std::span<const float> samples);
    /// Nothing more is put.
    void finish();
    /// Moves what is ready into `samples`; answers how many, 0 where more is to be put first.
    std::size_t take(std::span<float> samples);

private:
    struct State;
    explicit Tempo(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace subs::media
