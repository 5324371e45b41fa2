// SPDX-License-Identifier: GPL-3.0-or-later
#include "sound_drawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace subs::media {
namespace {

struct Colour {
    double red;
    double green;
    double blue;
};

constexpr Colour mixed(const Colour& from, const Colour& to, double share) {
    return {from.red + (to.red - from.red) * share,
            from.green + (to.green - from.green) * share,
            from.blue + (to.blue - from.blue) * share};
}

// The editor's light theme.
constexpr Colour kGround = {0xFF, 0xFF, 0xFF};
constexpr Colour kMiddle = {0xD5, 0xDA, 0xE0};
constexpr Colour kSwing = {0xA9, 0xB6, 0xC6};
constexpr Colour kRms = {0x64, 0x75, 0x8A};
constexpr Colour kHatch = {0xEC, 0xEE, 0xF1};
constexpr std::array<Colour, 5> kLoudness = {{{0xF7, 0xF8, 0xFA},
                                              {0xDD, 0xE5, 0xF0},
                                              {0xA3, 0xB9, 0xD9},
                                              {0x4F, 0x74, 0xAE},
                                              {0x17, 0x2F, 0x5E}}};
/// What is fainter is drawn as silence: rooms and tape hiss, of which a picture would be grey.
constexpr double kFaintest = -80;
/// Bands hardly get louder than this, since the sound is parted among them.
constexpr double kLoudest = -12;
/// A line thinner than this is hard to see.
constexpr double kThinnest = 1.25;
constexpr int kHatchStep = 8;

void put(Picture& picture, int x, int y, const Colour& colour) {
    const std::size_t at =
        static_cast<std::size_t>(y) * picture.stride() + static_cast<std::size_t>(x) * 4;
    const auto byte = [](double part) { return static_cast<std::uint8_t>(std::lround(part)); };
    picture.pixels[at] = byte(colour.blue);
    picture.pixels[at + 1] = byte(colour.green);
    picture.pixels[at + 2] = byte(colour.red);
}

/// Heights in a picture, from its top.
struct Span {
    double top;
    double bottom;

    /// How much of the pixel row `y` lies within.
    double share(int y) const {
        return std::clamp(
            std::min(bottom, y + 1.0) - std::max(top, static_cast<double>(y)), 0.0, 1.0);
    }
    Span atLeast(double thickness) const {
        const double more = std::max(0.0, thickness - (bottom - top)) / 2;
        return {top - more, bottom + more};
    }
};

/// Where a level is in a picture of that height: 0 in the middle, full scale at the edges.
double heightOf(int level, int height) {
    return height / 2.0 - level / 32768.0 * height / 2.0;
}

/// How far column `at` swings, drawn out to where its neighbour to the left ends, so that the line
/// has no gaps.
Span swingOf(std::span<const PeakColumn> columns, std::size_t at, int height) {
    int lowest = columns[at].peak.minimum;
    int highest = columns[at].peak.maximum;
    if (at > 0 && columns[at - 1].isThere) {
        lowest = std::min<int>(lowest, columns[at - 1].peak.maximum);
        highest = std::max<int>(highest, columns[at - 1].peak.minimum);
    }
    return Span{heightOf(highest, height), heightOf(lowest, height)}.atLeast(kThinnest);
}

void drawHatch(Picture& picture, int x) {
    for (int y = 0; y < picture.height; ++y)
        put(picture, x, y, (x + y) % kHatchStep == 0 ? kMiddle : kHatch);
}

void drawColumn(Picture& picture, int x, const Span& swing, const Span& rms) {
    for (int y = 0; y < picture.height; ++y) {
        Colour colour = y == picture.height / 2 ? kMiddle : kGround;
        colour = mixed(colour, kSwing, swing.share(y));
        put(picture, x, y, mixed(colour, kRms, rms.share(y)));
    }
}

Colour colourOf(double level) {
    const double decibels = level * 90 / 255 - 90;
    const double share = std::clamp((decibels - kFaintest) / (kLoudest - kFaintest), 0.0, 1.0);
    const double place = share * (kLoudness.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), kLoudness.size() - 2);
    return mixed(kLoudness[below], kLoudness[below + 1], place - static_cast<double>(below));
}

}  // namespace

Picture drawnWaveform(std::span<const PeakColumn> columns, int height) {
    Picture picture = blackPicture(static_cast<int>(columns.size()), height);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int x = static_cast<int>(i);
        if (!columns[i].isThere) {
            drawHatch(picture, x);
            continue;
        }
        const Peak& peak = columns[i].peak;
        const Span rms = Span{heightOf(std::min(peak.rms, peak.maximum), height),
                              heightOf(std::max<int>(-peak.rms, peak.minimum), height)}
                             .atLeast(kThinnest);
        drawColumn(picture, x, swingOf(columns, i, height), rms);
    }
    return picture;
}

Picture drawnSpectrogram(std::span<const SpectrumColumn> columns, int height) {
    Picture picture = blackPicture(static_cast<int>(columns.size()), height);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int x = static_cast<int>(i);
        if (!columns[i].isThere) {
            drawHatch(picture, x);
            continue;
        }
        for (int y = 0; y < height; ++y) {
            const double place =
                std::clamp((height - y - 0.5) / height * kBands - 0.5, 0.0, kBands - 1.0);
            const auto below = std::min(static_cast<std::size_t>(place), kBands - 2);
            const double share = place - static_cast<double>(below);
            const auto& levels = columns[i].levels;
            put(picture, x, y, colourOf(levels[below] * (1 - share) + levels[below + 1] * share));
        }
    }
    return picture;
}

}  // namespace subs::media
