// SPDX-License-Identifier: GPL-3.0-or-later
#include "sketch.h"

#include <algorithm>
#include <cstdlib>

namespace subs::media {
namespace {

constexpr std::size_t kShades = ShadeCounts::kShades;
constexpr std::size_t kOfPlane = std::size_t{ShadeCounts::kParts} * kShades;

/// Adds a plane's samples; a shade is `Step` wide and the first begins at `First`.
template <int Width, int Height, int First, int Step>
void count(const std::uint8_t* plane, std::uint16_t* counts) {
    constexpr int kLast = ShadeCounts::kWeight * (ShadeCounts::kShades - 1);
    for (int y = 0; y < Height; ++y) {
        std::uint16_t* row = counts + static_cast<std::size_t>(y * ShadeCounts::kRows / Height *
                                                               ShadeCounts::kColumns) *
                                          kShades;
        for (int x = 0; x < Width; ++x) {
            const int place =
                std::clamp((plane[y * Width + x] - First) * ShadeCounts::kWeight / Step, 0, kLast);
            std::uint16_t* part =
                row + static_cast<std::size_t>(x * ShadeCounts::kColumns / Width) * kShades;
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
constexpr int kWideWidth = Sketch::kWidth + 2 * kReach;
constexpr int kWideHeight = Sketch::kHeight + 2 * kReach;
constexpr int kAcross = Sketch::kWidth / kBlock;
constexpr int kDown = Sketch::kHeight / kBlock;

/// The luma with its edges drawn out on all sides.
std::array<std::uint8_t, std::size_t{kWideWidth} * kWideHeight> widened(const Sketch& sketch) {
    std::array<std::uint8_t, std::size_t{kWideWidth} * kWideHeight> wide{};
    for (int y = 0; y < kWideHeight; ++y) {
        const int from = std::clamp(y - kReach, 0, Sketch::kHeight - 1);
        for (int x = 0; x < kWideWidth; ++x)
            wide[static_cast<std::size_t>(y * kWideWidth + x)] =
                sketch.luma[static_cast<std::size_t>(
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
            const int difference =
                int{row[y * Sketch::kWidth + x]} - int{moved[y * kWideWidth + x]};
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
    count<Sketch::kWidth, Sketch::kHeight, 8, 16>(sketch.luma.data(), counts);
    // Colours lie near the middle, which is grey: finer there, and what lies beyond is as far as it
    // goes.
    constexpr int kWide = Sketch::kChromaWidth;
    constexpr int kTall = Sketch::kChromaHeight;
    count<kWide, kTall, 72, 8>(sketch.blue.data(), counts + kOfPlane);
    count<kWide, kTall, 72, 8>(sketch.red.data(), counts + 2 * kOfPlane);
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
                keepLeast(row, wide.data() + (block * kBlock + dy) * kWideWidth + dx, least);
        for (const std::uint16_t each : least)
            sum += each;
    }
    return static_cast<float>(sum) / static_cast<float>(a.luma.size());
}

}  // namespace subs::media
