// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/time.h>

#include <cstdint>

namespace subs {

/// Times as whole ticks of a container or format, `perSecond` of them: from 1 to
/// `Time::kPerSecond`.
class TickRate {
public:
    constexpr TickRate() = default;
    constexpr explicit TickRate(std::int64_t perSecond) : perSecond_(perSecond) {}

    constexpr std::int64_t perSecond() const { return perSecond_; }
    /// The nearest tick, ties up; held within 64 bits.
    std::int64_t ticksOf(Time time) const;
    /// The nearest flick, which `ticksOf` makes `ticks` of again.
    Time timeOf(std::int64_t ticks) const;
    /// `time` at the nearest tick.
    Time nearest(Time time) const { return timeOf(ticksOf(time)); }

    friend constexpr bool operator==(TickRate, TickRate) = default;

private:
    std::int64_t perSecond_ = 1000;
};

}  // namespace subs
