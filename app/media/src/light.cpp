// SPDX-License-Identifier: GPL-3.0-or-later
#include "light.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace subs::media {
namespace {

constexpr double kPqLight = 10000;
constexpr double kM1 = 2610.0 / 16384;
constexpr double kM2 = 2523.0 / 4096 * 128;
constexpr double kC1 = 3424.0 / 4096;
constexpr double kC2 = 2413.0 / 4096 * 32;
constexpr double kC3 = 2392.0 / 4096 * 32;

constexpr double kHlgA = 0.17883277;
constexpr double kHlgB = 0.28466892;
constexpr double kHlgC = 0.55991073;

Color times(const std::array<Color, 3>& rows, const Color& light) {
    Color result{};
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = 0; j < light.size(); ++j)
            result.at(i) += rows.at(i).at(j) * light.at(j);
    return result;
}

}  // namespace

double lightOfSrgb(double signal) {
    return signal <= 0.04045 ? signal / 12.92 : std::pow((signal + 0.055) / 1.055, 2.4);
}

double srgbOf(double light) {
    return light <= 0.0031308 ? light * 12.92 : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
}

double lightOfPq(double signal) {
    const double power = std::pow(std::max(signal, 0.0), 1 / kM2);
    return kPqLight * std::pow(std::max(power - kC1, 0.0) / (kC2 - kC3 * power), 1 / kM1);
}

double pqOf(double light) {
    const double power = std::pow(std::max(light, 0.0) / kPqLight, kM1);
    return std::pow((kC1 + kC2 * power) / (1 + kC3 * power), kM2);
}

double lightOfHlg(double signal) {
    return signal <= 0.5 ? signal * signal / 3 : (std::exp((signal - kHlgC) / kHlgA) + kHlgB) / 12;
}

double hlgOf(double light) {
    return light <= 1.0 / 12 ? std::sqrt(3 * std::max(light, 0.0))
                             : kHlgA * std::log(12 * light - kHlgB) + kHlgC;
}

Color inWidePrimaries(const Color& light) {
    return times({{{0.6274, 0.3293, 0.0433}, {0.0691, 0.9195, 0.0114}, {0.0164, 0.0880, 0.8956}}},
                 light);
}

Color inUsualPrimaries(const Color& light) {
    return times(
        {{{1.6605, -0.5876, -0.0728}, {-0.1246, 1.1329, -0.0083}, {-0.0182, -0.1006, 1.1187}}},
        light);
}

}  // namespace subs::media
