// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

namespace subs {

/// The places of as many of `values` as can be that ascend. O(n log n).
inline std::vector<std::size_t> longestAscending(const std::vector<std::size_t>& values) {
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> ends;  // by length: the place that such a list ends at lowest
    std::vector<std::size_t> before(values.size(), kNone);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto end = std::ranges::lower_bound(
            ends, values[i], {}, [&](std::size_t place) { return values[place]; });
        if (end != ends.begin()) before[i] = *std::prev(end);
        if (end == ends.end())
            ends.push_back(i);
        else
            *end = i;
    }
    std::vector<std::size_t> result;
    for (std::size_t at = ends.empty() ? kNone : ends.back(); at != kNone; at = before[at])
        result.push_back(at);
    std::ranges::reverse(result);
    return result;
}

}  // namespace subs
