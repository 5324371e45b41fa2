// SPDX-License-Identifier: GPL-3.0-or-later
#include "blend_window.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace subs::media {
namespace {

/// Each sample is the mean of four of the plane's middle, less the middle grey.
void halve(const std::uint8_t* plane, int width, int height, std::int16_t* half) {
    const int left = width / 8;
    const int top = height / 6;
    for (int y = top; y + top < height; y += 2) {
        const std::uint8_t* upper = plane + static_cast<std::ptrdiff_t>(y) * width;
        const std::uint8_t* lower = upper + width;
        for (int x = left; x + left < width; x += 2) {
            const int sum = upper[x] + upper[x + 1] + lower[x] + lower[x + 1];
            *half++ = static_cast<std::int16_t>((sum + 2) / 4 - 128);
        }
    }
}

double meanOf(const std::int16_t* first, std::size_t count) {
    return static_cast<double>(std::accumulate(first, first + count, 0)) /
           static_cast<double>(count);
}

std::int32_t dot(const std::int16_t* a, const std::int16_t* b, std::size_t length) {
    std::int32_t sum = 0;  // 432 products of 128² at the most
    for (std::size_t i = 0; i < length; ++i)
        sum += std::int32_t{a[i]} * std::int32_t{b[i]};
    return sum;
}

}  // namespace

void BlendWindow::add(const Sketch& sketch) {
    const std::size_t at = place(end_);
    Vector& vector = vectors_[at];
    halve(sketch.luma.data(), Sketch::kWidth, Sketch::kHeight, vector.data());
    halve(sketch.blue.data(), Sketch::kChromaWidth, Sketch::kChromaHeight, vector.data() + kLuma);
    halve(sketch.red.data(),
          Sketch::kChromaWidth,
          Sketch::kChromaHeight,
          vector.data() + kLuma + kChroma);
    means_[at] = {meanOf(vector.data(), kLuma),
                  meanOf(vector.data() + kLuma, kChroma),
                  meanOf(vector.data() + kLuma + kChroma, kChroma)};
    ++end_;
    for (std::int64_t other = begin(); other < end_; ++other) {
        const double mean =
            static_cast<double>(dot(vector.data(), vectors_[place(other)].data(), kLength)) /
            static_cast<double>(kLength);
        products_[at][place(other)] = mean;
        products_[place(other)][at] = mean;
    }
}

double BlendWindow::distance(std::int64_t a, std::int64_t b) const {
    return std::max(product(a, a) + product(b, b) - 2 * product(a, b), 0.0);
}

double BlendWindow::covariance(std::int64_t a, std::int64_t b) const {
    const auto& meanA = means_[place(a)];
    const auto& meanB = means_[place(b)];
    const double ofMeans =
        static_cast<double>(kLuma) * meanA[0] * meanB[0] +
        static_cast<double>(kChroma) * (meanA[1] * meanB[1] + meanA[2] * meanB[2]);
    return product(a, b) - ofMeans / static_cast<double>(kLength);
}

double BlendWindow::correlation(std::int64_t a, std::int64_t b) const {
    const double variances = covariance(a, a) * covariance(b, b);
    return variances < 1e-6 ? 0 : covariance(a, b) / std::sqrt(variances);
}

BlendWindow::Mixture BlendWindow::mixture(std::int64_t frame,
                                          std::int64_t a,
                                          std::int64_t b) const {
    const double whole = distance(a, b);
    if (whole <= 0) return {0, distance(frame, a)};
    const double along = product(frame, b) - product(frame, a) - product(a, b) + product(a, a);
    const double share = along / whole;
    return {share, std::max(distance(frame, a) - share * share * whole, 0.0)};
}

}  // namespace subs::media
