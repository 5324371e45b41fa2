// SPDX-License-Identifier: GPL-3.0-or-later
#include "spectra.h"

#include "frames.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace subs::media::speech {
namespace {

/// Hann's window, scaled so that the power of a sine of amplitude 1 is 1 in its band.
std::vector<float> hannWindow() {
    std::vector<float> window(kWindow);
    for (std::size_t i = 0; i < kWindow; ++i) {
        const double turn = 2 * std::numbers::pi * (static_cast<double>(i) + 0.5) / kWindow;
        window[i] = static_cast<float>((0.5 - 0.5 * std::cos(turn)) * 4 / kWindow);
    }
    return window;
}

}  // namespace

Spectra::Spectra() : transform_(kWindow), window_(hannWindow()), seen_(kWindow) {}

/// What is under the window round the middle of `frame`.
void Spectra::look(std::span<const float> samples, std::size_t frame) {
    const auto begin = static_cast<std::ptrdiff_t>(frame * kHop + kHop / 2) -
                       static_cast<std::ptrdiff_t>(kWindow / 2);
    const auto size = static_cast<std::ptrdiff_t>(samples.size());
    for (std::ptrdiff_t i = 0; i < static_cast<std::ptrdiff_t>(kWindow); ++i) {
        const std::ptrdiff_t place = begin + i;
        const bool isThere = place >= 0 && place < size;
        seen_[static_cast<std::size_t>(i)] = isThere ? samples[static_cast<std::size_t>(place)] *
                                                           window_[static_cast<std::size_t>(i)]
                                                     : 0.0F;
    }
}

Plane Spectra::of(std::span<const float> samples) {
    Plane spectra(samples.size() / kHop, kBands);
    for (std::size_t frame = 0; frame < spectra.frames(); ++frame) {
        look(samples, frame);
        transform_.power(seen_, spectra[frame]);
    }
    return spectra;
}

Plane calmed(const Plane& spectra) {
    Plane calm(spectra.frames(), spectra.bands());
    for (std::size_t frame = 0; frame < spectra.frames(); ++frame) {
        const auto before = spectra[frame > 0 ? frame - 1 : 0];
        const auto here = spectra[frame];
        const auto behind = spectra[std::min(frame + 1, spectra.frames() - 1)];
        const auto mean = calm[frame];
        for (std::size_t band = 0; band < mean.size(); ++band)
            mean[band] = (before[band] + here[band] + behind[band]) / 3;
    }
    return calm;
}

}  // namespace subs::media::speech
