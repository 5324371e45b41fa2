// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/time/fraction.h>

#include <cstdint>
#include <string_view>

namespace subs {

/// Frames a second, exact: above 0, at most 1000, with a denominator of at most 1 000 000
/// (a decimal of six places, as timecode files have: 23.976024).
class FrameRate {
public:
    /// 24 frames a second.
    constexpr FrameRate() = default;

    /// Refuses what lies outside of the limits above.
    static Result<FrameRate> fromFraction(Fraction framesPerSecond);

    constexpr Fraction framesPerSecond() const { return framesPerSecond_; }
    /// Frames that a time code counts in a second: the rate rounded up, so 24 for 24000/1001.
    std::int64_t nominal() const;
    /// True of 30000/1001 and 60000/1001 alone: the rates that drop-frame time code is for (SMPTE
    /// ST 12-1).
    bool allowsDropFrame() const;

    friend bool operator==(FrameRate, FrameRate) = default;

private:
    explicit constexpr FrameRate(Fraction framesPerSecond) : framesPerSecond_(framesPerSecond) {}

    Fraction framesPerSecond_ = Fraction(24);
};

/// A decimal or a quotient. 23.976, 23.98, 29.97, 47.952, 59.94 and 119.88 mean n·1000/1001; every
/// other decimal is literal.
Result<FrameRate> parseFrameRate(std::string_view text);

}  // namespace subs
