// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace subs {

/// Answers questions about the largest of a run of values in O(log n).
class MaxTree {
public:
    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

    explicit MaxTree(const std::vector<std::int64_t>& values) {
        while (leaves_ < values.size())
            leaves_ *= 2;
        nodes_.assign(2 * leaves_, std::numeric_limits<std::int64_t>::min());
        std::copy(
            values.begin(), values.end(), nodes_.begin() + static_cast<std::ptrdiff_t>(leaves_));
        for (std::size_t i = leaves_ - 1; i > 0; --i)
            nodes_[i] = std::max(nodes_[2 * i], nodes_[2 * i + 1]);
    }

    /// The first place in [from, to) whose value is at least `least`, or `kNone`.
    std::size_t firstAtLeast(std::size_t from, std::size_t to, std::int64_t least) const {
        return first(1, 0, leaves_, {from, to, least});
    }
    /// The last such place.
    std::size_t lastAtLeast(std::size_t from, std::size_t to, std::int64_t least) const {
        return last(1, 0, leaves_, {from, to, least});
    }
    /// The first place of the largest value in [from, to), which must not be empty.
    std::size_t largest(std::size_t from, std::size_t to) const {
        return firstAtLeast(from, to, maximum(from, to));
    }

private:
    struct Query {
        std::size_t from;
        std::size_t to;
        std::int64_t least;
    };

    bool misses(std::size_t node, std::size_t begin, std::size_t end, const Query& query) const {
        return end <= query.from || begin >= query.to || nodes_[node] < query.least;
    }
    std::size_t first(std::size_t node,
                      std::size_t begin,
                      std::size_t end,
                      const Query& query) const {
        if (misses(node, begin, end, query)) return kNone;
        if (end - begin == 1) return begin;
        const std::size_t middle = begin + (end - begin) / 2;
        const std::size_t left = first(2 * node, begin, middle, query);
        return left != kNone ? left : first(2 * node + 1, middle, end, query);
    }
    std::size_t last(std::size_t node,
                     std::size_t begin,
                     std::size_t end,
                     const Query& query) const {
        if (misses(node, begin, end, query)) return kNone;
        if (end - begin == 1) return begin;
        const std::size_t middle = begin + (end - begin) / 2;
        const std::size_t right = last(2 * node + 1, middle, end, query);
        return right != kNone ? right : last(2 * node, begin, middle, query);
    }
    std::int64_t maximum(std::size_t from, std::size_t to) const {
        std::int64_t best = std::numeric_limits<std::int64_t>::min();
        for (from += leaves_, to += leaves_; from < to; from /= 2, to /= 2) {
            if (from % 2 == 1) best = std::max(best, nodes_[from++]);
            if (to % 2 == 1) best = std::max(best, nodes_[--to]);
        }
        return best;
    }

    std::size_t leaves_ = 1;
    std::vector<std::int64_t> nodes_;
};

}  // namespace subs
