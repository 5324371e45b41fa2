// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace subs {

/// What was found out about clusters, each once and for all. A film has some hundreds; where a file
/// has very many, or very long ones, those that come late are not kept.
template <class Known>
class ClusterMemory {
public:
    /// What is known of `cluster`, from `find(cluster)` the first time. Holds until the next call.
    template <class Find>
    const Known& of(std::string_view cluster, Find find) {
        constexpr std::size_t kMostKept = std::size_t{1} << 16U;
        constexpr std::size_t kLongestKept = 64;
        const auto known = known_.find(cluster);
        if (known != known_.end()) return known->second;
        Known found = find(cluster);
        if (known_.size() < kMostKept && cluster.size() <= kLongestKept)
            return known_.emplace(cluster, std::move(found)).first->second;
        return unkept_ = std::move(found);
    }

private:
    /// For looking up what is stored as `std::string` without making one.
    struct StringHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };

    std::unordered_map<std::string, Known, StringHash, std::equal_to<>> known_;
    Known unkept_ = {};
};

}  // namespace subs
