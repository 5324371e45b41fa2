// SPDX-License-Identifier: GPL-3.0-or-later
#include "sketch.h"

#include <algorithm>
#include <cstdlib>

namespace subs::media {
namespace {

constexpr std::size_t kShades = ShadeCounts::kShades;
constexpr std::size_t kOfPlane = std::size_t{ShadeCounts::kParts} * kShades;

/// Adds a plane's samples; a shade is `step` wide and the first begins at `first`.
void count(
    const std::uint8_t* plane, int width, int height, int first, int step, std::uint16_t* counts) {
    const int last = ShadeCounts::kWeight * (ShadeCounts::kShades - 1);
    for (int y = 0; y < height; ++y) {
        const int row = y * ShadeCounts::kRows / height;
        for (int x = 0; x < width; ++x) {
            const int column = x * ShadeCounts::kColumns / width;
            const int place =
                std::clamp((plane[y * width + x] - first) * ShadeCounts::kWeight / step, 0, last);
            std::uint16_t* part =
                counts + static_cast<std::size_t>(row * ShadeCounts::kColumns + column) * kShades;
            const int shade = place / ShadeCounts::kWeight;
            const int rest = place % ShadeCounts::kWeight;
            part[shade] = static_cast<std::uint16_t>(part[shade] + ShadeCounts::kWeight - rest);
            if (rest > 0) part[shade + 1] = static_cast<std::uint16_t>(part[shade + 1] + rest);
        }
    }
}

/// Half of the differences between two planes' counts, as a share of all.
float distance(const std::uint16_t* a, const std::uint16_t* b, int samples) {
    int sum = 0;
    for (std::size_t i = 0; i < kOfPlane; ++i)
        sum += std::abs(int{a[i]} - int{b[i]});
    return static_cast<float>(sum) / static_cast<float>(2 * ShadeCounts::kWeight * samples);
}

constexpr int kReach = 6;
constexpr int kBlock = 4;
constexpr int kWide = Sketch::kWidth + 2 * kReach;
constexpr int kTall = Sketch::kHeight + 2 * kReach;
constexpr int kAcross = Sketch::kWidth / kBlock;
constexpr int kDown = Sketch::kHeight / kBlock;

/// The luma with its edges drawn out on all sides.
std::array<std::uint8_t, std::size_t{kWide} * kTall> widened(const Sketch& sketch) {
    std::array<std::uint8_t, std::size_t{kWide} * kTall> wide{};
    for (int y = 0; y < kTall; ++y) {
        const int from = std::clamp(y - kReach, 0, Sketch::kHeight - 1);
        for (int x = 0; x < kWide; ++x)
            wide[static_cast<std::size_t>(y * kWide + x)] = sketch.luma[static_cast<std::size_t>(
                from * Sketch::kWidth + std::clamp(x - kReach, 0, Sketch::kWidth - 1))];
    }
    return wide;
}

/// The differences of one row of blocks to what lies at `moved`, each where it is the least so far.
void keepLeast(const std::uint8_t* row,
               const std::uint8_t* moved,
               std::array<std::uint16_t, kAcross>& least) {
    std::array<std::uint16_t, Sketch::kWidth> columns{};
    for (int y = 0; y < kBlock; ++y) {
        for (int x = 0; x < Sketch::kWidth; ++x) {
            const int difference = int{row[y * Sketch::kWidth + x]} - int{moved[y * kWide + x]};
            columns[static_cast<std::size_t>(x)] = static_cast<std::uint16_t>(
                columns[static_cast<std::size_t>(x)] + std::abs(difference));
        }
    }
    for (std::size_t block = 0; block < kAcross; ++block) {
        const std::uint16_t* of = columns.data() + block * kBlock;
        least[block] =
            std::min(least[block], static_cast<std::uint16_t>(of[0] + of[1] + of[2] + of[3]));
    }
}

}  // namespace

ShadeCounts shadeCounts(const Sketch& sketch) {
    ShadeCounts shades;
    std::uint16_t* counts = shades.counts.data();
    count(sketch.luma.data(), Sketch::kWidth, Sketch::kHeight, 8, 16, counts);
    // Colours lie near the middle, which is grey: finer there, and what lies beyond is as far as it
    // goes.
    count(
        sketch.blue.data(), Sketch::kChromaWidth, Sketch::kChromaHeight, 72, 8, counts + kOfPlane);
    count(sketch.red.data(),
          Sketch::kChromaWidth,
          Sketch::kChromaHeight,
          72,
          8,
          counts + 2 * kOfPlane);
    return shades;
}

float shadeDistance(const ShadeCounts& a, const ShadeCounts& b) {
    constexpr int kChroma = Sketch::kChromaWidth * Sketch::kChromaHeight;
    const float luma = distance(a.counts.data(), b.counts.data(), Sketch::kWidth * Sketch::kHeight);
    const float blue = distance(a.counts.data() + kOfPlane, b.counts.data() + kOfPlane, kChroma);
    const float red =
        distance(a.counts.data() + 2 * kOfPlane, b.counts.data() + 2 * kOfPlane, kChroma);
    // Colour adds to it, but a film without colours is not to be told worse.
    return std::max(luma, (luma + (blue + red) / 2) / 2);
}

float plainDifference(const Sketch& a, const Sketch& b) {
    int sum = 0;
    for (std::size_t i = 0; i < a.luma.size(); ++i)
        sum += std::abs(int{a.luma[i]} - int{b.luma[i]});
    return static_cast<float>(sum) / static_cast<float>(a.luma.size());
}

float movedDifference(const Sketch& a, const Sketch& b) {
    const auto wide = widened(a);
    int sum = 0;
    for (int block = 0; block < kDown; ++block) {
        std::array<std::uint16_t, kAcross> least{};
        least.fill(UINT16_MAX);
        const std::uint8_t* row = b.luma.data() + block * kBlock * Sketch::kWidth;
        for (int dy = 0; dy <= 2 * kReach; ++dy)
            for (int dx = 0; dx <= 2 * kReach; ++dx)
                keepLeast(row, wide.data() + (block * kBlock + dy) * kWide + dx, least);
        for (const std::uint16_t each : least)
            sum += each;
    }
    return static_cast<float>(sum) / static_cast<float>(a.luma.size());
}

}  // namespace subs::media
