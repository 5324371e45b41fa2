// SPDX-License-Identifier: MIT
#include <subs/time/clock.h>
#include <subs/time/time_map.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace subs {
namespace {

__extension__ using Wide = __int128;

Time clamped(Wide flicks) {
    constexpr Wide kLeast = std::numeric_limits<std::int64_t>::min();
    constexpr Wide kMost = std::numeric_limits<std::int64_t>::max();
    return Time::fromFlicks(static_cast<std::int64_t>(std::clamp(flicks, kLeast, kMost)));
}

/// `length` times `factor` to the nearest flick, ties up.
Wide scaled(Wide length, Fraction factor) {
    const Wide divisor = factor.denominator();
    const Wide product = length * factor.numerator();
    const Wide below = product / divisor - (product % divisor < 0 ? 1 : 0);
    const Wide rest = product - below * divisor;
    return below + (rest >= divisor - rest ? 1 : 0);
}

tl::unexpected<Error> badAnchors(std::string message) {
    return failure("time.bad-anchors", std::move(message));
}

}  // namespace

TimeMap::TimeMap(std::vector<Line> lines) : lines_(std::move(lines)) {}

TimeMap TimeMap::shift(Time by) {
    return TimeMap({Line{{Time(), by}, 1}});
}

Result<TimeMap> TimeMap::scale(Fraction factor, Time about) {
    if (factor <= Fraction(0))
        return failure(
            "time.bad-scale",
            fmt::format("times cannot be scaled by {}; a factor is above 0", formatted(factor)));
    return TimeMap({Line{{about, about}, factor}});
}

Result<TimeMap> TimeMap::through(std::span<const AnchorPoint> points) {
    if (points.size() < 2)
        return badAnchors("times are stretched between two points or more; there is one at most");
    std::vector<AnchorPoint> sorted(points.begin(), points.end());
    std::ranges::stable_sort(sorted, {}, &AnchorPoint::from);
    std::vector<Line> lines;
    for (std::size_t i = 0; i + 1 < sorted.size(); ++i) {
        const AnchorPoint& here = sorted[i];
        const AnchorPoint& next = sorted[i + 1];
        if (here.from == next.from)
            return badAnchors(fmt::format("two points are at {}", clockText(here.from)));
        if (here.to >= next.to)
            return badAnchors(
                fmt::format("the point at {} goes to {}, which is not after {}, "
                            "where the one before it goes",
                            clockText(next.from),
                            clockText(next.to),
                            clockText(here.to)));
        lines.push_back(
            {here, Fraction((next.to - here.to).flicks(), (next.from - here.from).flicks())});
    }
    return TimeMap(std::move(lines));
}

Time TimeMap::at(Time time) const {
    const auto beyond = std::ranges::upper_bound(
        lines_, time, {}, [](const Line& line) { return line.begin.from; });
    const Line& line = beyond == lines_.begin() ? *beyond : *(beyond - 1);
    const Wide length = Wide{time.flicks()} - line.begin.from.flicks();
    return clamped(line.begin.to.flicks() + scaled(length, line.slope));
}

bool TimeMap::keepsLengths() const {
    return std::ranges::all_of(lines_, [](const Line& line) { return line.slope == Fraction(1); });
}

}  // namespace subs
