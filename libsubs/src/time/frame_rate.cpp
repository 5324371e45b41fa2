// SPDX-License-Identifier: MIT
#include <subs/time/frame_rate.h>

#include "wide.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace subs {
namespace {

constexpr std::int64_t kMostFramesPerSecond = 1000;
constexpr std::int64_t kMostDenominator = 1'000'000;

struct CustomaryRate {
    Fraction written;
    Fraction meant;
};

/// What people write for the 1000/1001 rates of NTSC.
const std::array<CustomaryRate, 6> kCustomaryRates = {{
    {{23976, 1000}, {24000, 1001}},
    {{2398, 100}, {24000, 1001}},
    {{2997, 100}, {30000, 1001}},
    {{47952, 1000}, {48000, 1001}},
    {{5994, 100}, {60000, 1001}},
    {{11988, 100}, {120000, 1001}},
}};

}  // namespace

Result<FrameRate> FrameRate::fromFraction(Fraction framesPerSecond) {
    const bool inRange =
        framesPerSecond > Fraction(0) && framesPerSecond <= Fraction(kMostFramesPerSecond);
    if (inRange && framesPerSecond.denominator() <= kMostDenominator)
        return FrameRate(framesPerSecond);
    return failure(
        "time.bad-rate",
        fmt::format("{} is no frame rate; one is above 0 and at most {}, with at most six decimals",
                    formatted(framesPerSecond),
                    kMostFramesPerSecond));
}

std::int64_t FrameRate::nominal() const {
    return static_cast<std::int64_t>(
        wideCeiling(framesPerSecond_.numerator(), framesPerSecond_.denominator()));
}

bool FrameRate::allowsDropFrame() const {
    return framesPerSecond_ == Fraction(30000, 1001) || framesPerSecond_ == Fraction(60000, 1001);
}

Result<FrameRate> parseFrameRate(std::string_view text) {
    const auto written = parseFraction(text);
    if (!written) return tl::unexpected(written.error());
    const auto customary = std::ranges::find(kCustomaryRates, *written, &CustomaryRate::written);
    return FrameRate::fromFraction(customary == kCustomaryRates.end() ? *written
                                                                      : customary->meant);
}

}  // namespace subs
