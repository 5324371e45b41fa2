// SPDX-License-Identifier: MIT
#pragma once

#include <subs/media/sound_sink.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <vector>

namespace testing {

/// Gives `sink` the sound of whole chunks as a pass does, in blocks of uneven lengths: sample n
/// from film time 0 is `sample(n)`.
inline void giveChunks(subs::media::SoundSink& sink,
                       std::int64_t chunk,
                       std::int64_t count,
                       int rate,
                       const std::function<float(std::int64_t)>& sample) {
    const std::int64_t margin = (rate * std::int64_t{50} + 999) / 1000;
    const std::int64_t perHundred = rate * std::int64_t{2048};  // samples in a hundred chunks
    const auto begin = [&](std::int64_t number) {
        const std::int64_t product = number * perHundred;
        return product / 100 + (product % 100 > 0 ? 1 : 0);
    };
    std::mt19937 random(7);
    std::uniform_int_distribution<std::int64_t> anyLength(1, 9000);
    std::int64_t place = begin(chunk) - margin;
    const std::int64_t end = begin(chunk + count) + margin;
    sink.begin(chunk, rate);
    std::vector<float> samples;
    while (place < end) {
        samples.resize(static_cast<std::size_t>(std::min(anyLength(random), end - place)));
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = sample(place + static_cast<std::int64_t>(i));
        sink.take({place, rate, samples});
        place += static_cast<std::int64_t>(samples.size());
    }
}

}  // namespace testing
