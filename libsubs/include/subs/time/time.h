// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstdint>

namespace subs {

/// A moment or a length in a film, as a whole number of flicks. A flick is 1/705 600 000 s, so that
/// every frame of every standard rate, every millisecond, centisecond, 90 kHz and 4 ms tick is a
/// whole number (github.com/facebookarchive/Flicks). Range about ±414 years; negative times are
/// allowed.
class Time {
public:
    static constexpr std::int64_t kPerSecond = 705'600'000;
    static constexpr std::int64_t kPerMillisecond = kPerSecond / 1000;
    static constexpr std::int64_t kPerCentisecond = kPerSecond / 100;

    constexpr Time() = default;

    static constexpr Time fromFlicks(std::int64_t flicks) { return Time(flicks); }
    static constexpr Time fromSeconds(std::int64_t s) { return Time(s * kPerSecond); }
    static constexpr Time fromMilliseconds(std::int64_t ms) { return Time(ms * kPerMillisecond); }
    static constexpr Time fromCentiseconds(std::int64_t cs) { return Time(cs * kPerCentisecond); }

    constexpr std::int64_t flicks() const { return flicks_; }
    /// Whole milliseconds, rounded down (towards minus infinity).
    constexpr std::int64_t floorMilliseconds() const { return floorTo(kPerMillisecond); }
    /// Whole milliseconds, nearest, ties up.
    constexpr std::int64_t nearestMilliseconds() const { return nearestTo(kPerMillisecond); }
    constexpr std::int64_t floorCentiseconds() const { return floorTo(kPerCentisecond); }
    constexpr std::int64_t nearestCentiseconds() const { return nearestTo(kPerCentisecond); }
    /// For people and graphs only; rounds.
    constexpr double seconds() const {
        return static_cast<double>(flicks_) / static_cast<double>(kPerSecond);
    }

    friend constexpr auto operator<=>(Time, Time) = default;
    constexpr Time operator-() const { return Time(-flicks_); }
    friend constexpr Time operator+(Time a, Time b) { return Time(a.flicks_ + b.flicks_); }
    friend constexpr Time operator-(Time a, Time b) { return Time(a.flicks_ - b.flicks_); }
    /// How far one is from the other, never negative.
    friend constexpr Time apart(Time a, Time b) { return a < b ? b - a : a - b; }
    constexpr Time& operator+=(Time other) { return *this = *this + other; }
    constexpr Time& operator-=(Time other) { return *this = *this - other; }

private:
    explicit constexpr Time(std::int64_t flicks) : flicks_(flicks) {}

    constexpr std::int64_t floorTo(std::int64_t unit) const {
        return flicks_ / unit - (flicks_ % unit < 0 ? 1 : 0);
    }
    constexpr std::int64_t nearestTo(std::int64_t unit) const {
        return Time(flicks_ + unit / 2).floorTo(unit);
    }

    std::int64_t flicks_ = 0;
};

}  // namespace subs
