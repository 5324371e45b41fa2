// SPDX-License-Identifier: GPL-3.0-or-later
#include "envelope.h"

#include "frames.h"

namespace subs::media::speech {
namespace {

/// exp(-2π · 150 / 16000)
constexpr float kDecay = 0.9428F;

}  // namespace

float EnvelopeMeter::HighPass::operator()(float sample) {
    value = kDecay * (value + sample - last);
    last = sample;
    return value;
}

void EnvelopeMeter::add(std::span<const float> samples, std::vector<float>& powers) {
    for (const float sample : samples) {
        const float heard = second_(first_(sample));
        sum_ += heard * heard;
        if (++count_ < kHop) continue;
        powers.push_back(sum_ / kHop);
        sum_ = 0;
        count_ = 0;
    }
}

}  // namespace subs::media::speech
