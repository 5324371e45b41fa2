// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/time/fraction.h>

#include <string_view>

namespace subs {

/// Frames a second, exact and above 0.
class FrameRate {
public:
    constexpr FrameRate() = default;

    /// Refuses what is not above 0 or beyond 1000 frames a second.
    static Result<FrameRate> fromFraction(Fraction framesPerSecond);

    constexpr Fraction framesPerSecond() const { return framesPerSecond_; }
    /// Frames that a time code counts in a second: 24 for 24000/1001.
    std::int64_t nominal() const;
    /// True of 29.97 and 59.94 alone: the rates that drop-frame time code is defined for (SMPTE ST 12-1).
    bool allowsDropFrame() const;

    friend bool operator==(FrameRate, FrameRate) = default;

private:
    explicit constexpr FrameRate(Fraction framesPerSecond) : framesPerSecond_(framesPerSecond) {}

    Fraction framesPerSecond_ = Fraction(24);
};

/// A decimal or a quotient. 23.976, 23.98, 29.97, 47.952, 59.94 and 119.88 mean n·1000/1001; every other decimal is literal.
Result<FrameRate> parseFrameRate(std::string_view text);

}  // namespace subs
