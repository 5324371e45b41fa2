// SPDX-License-Identifier: GPL-3.0-or-later
#include "range_mapping.h"

#include "light.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <utility>

namespace subs::media {
namespace {

/// Where HLG is looked at, and what PQ is mastered on where nothing else is said.
constexpr double kBrightest = 1000;

/// ITU-R BT.2390-10, 5.4.1: from black to `kBrightest` onto black to the white of graphics.
double broughtTogether(double light) {
    const double most = pqOf(kBrightest);
    const double white = pqOf(kGraphicsWhite) / most;
    const double knee = 1.5 * white - 0.5;
    const double signal = std::min(pqOf(light) / most, 1.0);
    if (signal < knee) return light;
    const double t = (signal - knee) / (1 - knee);
    const double curved = (2 * t * t * t - 3 * t * t + 1) * knee +
                          (t * t * t - 2 * t * t + t) * (1 - knee) +
                          (-2 * t * t * t + 3 * t * t) * white;
    return lightOfPq(curved * most);
}

double luminanceOf(const Color& light) {
    return 0.2627 * light[0] + 0.6780 * light[1] + 0.0593 * light[2];
}

/// The light of a screen, in cd/m². Of HLG by its OOTF for `kBrightest` (BT.2100-2, table 5).
Color lightOf(Color signal, AVColorTransferCharacteristic transfer) {
    constexpr double kGamma = 1.2;
    const bool isPq = transfer == AVCOL_TRC_SMPTE2084;
    for (double& part : signal)
        part = isPq ? lightOfPq(part) : lightOfHlg(part);
    if (isPq) return signal;
    const double scale = kBrightest * std::pow(luminanceOf(signal), kGamma - 1);
    for (double& part : signal)
        part *= scale;
    return signal;
}

std::array<float, 3> shownFor(const Color& signal, AVColorTransferCharacteristic transfer) {
    Color light = lightOf(signal, transfer);
    const double luminance = luminanceOf(light);
    const double scale = luminance > 0 ? broughtTogether(luminance) / luminance : 0;
    for (double& part : light)
        part *= scale / kGraphicsWhite;
    light = inUsualPrimaries(light);
    std::array<float, 3> shown{};
    for (std::size_t i = 0; i < shown.size(); ++i)
        shown.at(i) = static_cast<float>(255 * srgbOf(std::clamp(light.at(i), 0.0, 1.0)));
    return shown;
}

}  // namespace

RangeMapping::RangeMapping(AVColorTransferCharacteristic transfer) : transfer_(transfer) {
    grid_.reserve(std::size_t{kSteps} * kSteps * kSteps);
    constexpr double kLast = kSteps - 1;
    for (int red = 0; red < kSteps; ++red)
        for (int green = 0; green < kSteps; ++green)
            for (int blue = 0; blue < kSteps; ++blue)
                grid_.push_back(shownFor({red / kLast, green / kLast, blue / kLast}, transfer));
}

RangeMapping::Srgb RangeMapping::mapped(std::array<std::uint16_t, 3> signal) const {
    constexpr float kMost = 65535;
    // By tetrahedra, so that greys lie between greys: from the lowest corner to the highest, along
    // the colour with the largest share first.
    constexpr std::array<std::size_t, 3> kStride{std::size_t{kSteps} * kSteps, kSteps, 1};
    std::size_t at = 0;
    std::array<std::pair<float, std::size_t>, 3> ways{};
    for (std::size_t i = 0; i < 3; ++i) {
        const float place = static_cast<float>(signal[i]) * (kSteps - 1) / kMost;
        const int low = std::min(static_cast<int>(place), kSteps - 2);
        at += static_cast<std::size_t>(low) * kStride[i];
        ways[i] = {place - static_cast<float>(low), kStride[i]};
    }
    std::ranges::sort(ways, std::greater());
    std::array<float, 3> sum = grid_[at];
    for (const auto& [share, stride] : ways) {
        const std::array<float, 3>& from = grid_[at];
        const std::array<float, 3>& to = grid_[at + stride];
        for (std::size_t i = 0; i < 3; ++i)
            sum[i] += share * (to[i] - from[i]);
        at += stride;
    }
    Srgb result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = static_cast<std::uint8_t>(std::lrint(sum[i]));
    return result;
}

}  // namespace subs::media
