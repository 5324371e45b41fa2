// SPDX-License-Identifier: GPL-3.0-or-later
#include "sliding.h"

#include <algorithm>
#include <deque>
#include <functional>

namespace subs::media::speech {
namespace {

/// The value that comes before all others by `before`.
template <class Before>
std::vector<float> slidingFirst(std::span<const float> values, std::size_t reach, Before before) {
    std::vector<float> firsts(values.size());
    std::deque<std::size_t> open;  // Places of values that none behind them comes before.
    std::size_t next = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (; next < std::min(i + reach + 1, values.size()); ++next) {
            while (!open.empty() && !before(values[open.back()], values[next]))
                open.pop_back();
            open.push_back(next);
        }
        while (open.front() + reach < i)
            open.pop_front();
        firsts[i] = values[open.front()];
    }
    return firsts;
}

}  // namespace

std::vector<float> slidingMean(std::span<const float> values, std::size_t reach) {
    std::vector<double> sums(values.size() + 1);
    for (std::size_t i = 0; i < values.size(); ++i)
        sums[i + 1] = sums[i] + values[i];
    std::vector<float> means(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t begin = i - std::min(i, reach);
        const std::size_t end = std::min(i + reach + 1, values.size());
        means[i] = static_cast<float>((sums[end] - sums[begin]) / static_cast<double>(end - begin));
    }
    return means;
}

std::vector<float> slidingGreatest(std::span<const float> values, std::size_t reach) {
    return slidingFirst(values, reach, std::greater());
}

std::vector<float> slidingLeast(std::span<const float> values, std::size_t reach) {
    return slidingFirst(values, reach, std::less());
}

}  // namespace subs::media::speech
