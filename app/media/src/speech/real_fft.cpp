// SPDX-License-Identifier: GPL-3.0-or-later
#include "real_fft.h"

#include <cassert>
#include <cmath>
#include <numbers>

namespace subs::media::speech {
namespace {

using Complex = std::complex<float>;

/// a · b without std::complex's care for infinities, which keeps loops from being vectorised.
Complex times(Complex a, Complex b) {
    return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
}

std::vector<Complex> turnsOf(std::size_t count, std::size_t circle) {
    std::vector<Complex> turns(count);
    for (std::size_t k = 0; k < count; ++k) {
        const double angle =
            -2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(circle);
        turns[k] = {static_cast<float>(std::cos(angle)), static_cast<float>(std::sin(angle))};
    }
    return turns;
}

std::vector<std::size_t> turnedBits(std::size_t count) {
    std::vector<std::size_t> order(count, 0);
    for (std::size_t i = 1; i < count; ++i)
        order[i] = order[i / 2] / 2 + (i % 2 == 1 ? count / 2 : 0);
    return order;
}

}  // namespace

RealFft::RealFft(std::size_t size)
    : half_(size / 2),
      order_(turnedBits(size / 2)),
      turns_(turnsOf(size / 4, size / 2)),
      halves_(turnsOf(size / 2, size)),
      work_(size / 2) {
    assert(size >= 4 && (size & (size - 1)) == 0);
}

void RealFft::transform() {
    for (std::size_t length = 1; length < half_; length *= 2) {
        const std::size_t step = half_ / (2 * length);
        for (std::size_t begin = 0; begin < half_; begin += 2 * length) {
            Complex* low = work_.data() + begin;
            Complex* high = low + length;
            for (std::size_t k = 0; k < length; ++k) {
                const Complex turned = times(high[k], turns_[k * step]);
                high[k] = low[k] - turned;
                low[k] += turned;
            }
        }
    }
}

void RealFft::power(std::span<const float> samples, std::span<float> power) {
    assert(samples.size() == size() && power.size() <= half_);
    for (std::size_t i = 0; i < half_; ++i)
        work_[order_[i]] = {samples[2 * i], samples[2 * i + 1]};
    transform();
    for (std::size_t k = 0; k < power.size(); ++k) {
        const Complex here = work_[k];
        const Complex mirror = std::conj(work_[(half_ - k) % half_]);
        const Complex even = (here + mirror) * 0.5F;
        const Complex difference = (here - mirror) * 0.5F;
        const Complex odd = {difference.imag(), -difference.real()};
        const Complex value = even + times(odd, halves_[k]);
        power[k] = value.real() * value.real() + value.imag() * value.imag();
    }
}

}  // namespace subs::media::speech
