// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/time/fraction.h>
#include <subs/time/time.h>

#include <span>
#include <vector>

namespace subs {

/// What is at `from` goes to `to`.
struct AnchorPoint {
    Time from;
    Time to;

    friend bool operator==(const AnchorPoint&, const AnchorPoint&) = default;
};

/// Where moments go: along straight lines that rise, so that what is earlier stays earlier and what
/// is at one time stays so. Exact up to the nearest flick, ties up; beyond the range of `Time` its
/// first or last value.
class TimeMap {
public:
    static TimeMap shift(Time by);
    /// `about` stays where it is. Error "time.bad-scale": `factor` is not above 0.
    static Result<TimeMap> scale(Fraction factor, Time about = {});
    /// Through all `points`, by `from` in any order; the lines through the first two and the last
    /// two go on beyond them. Errors "time.bad-anchors": fewer than two, two of one moment, or a
    /// later one that goes to no later moment.
    static Result<TimeMap> through(std::span<const AnchorPoint> points);

    /// O(log points).
    Time at(Time time) const;
    /// True where lengths stay as they are.
    bool keepsLengths() const;

private:
    /// A line that holds from one point to the next.
    struct Line {
        AnchorPoint begin;
        Fraction slope = 1;
    };

    explicit TimeMap(std::vector<Line> lines);

    std::vector<Line> lines_;  ///< One at least, by `begin.from`; the first holds before it too.
};

}  // namespace subs
