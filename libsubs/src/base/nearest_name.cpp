// SPDX-License-Identifier: MIT
#include <subs/base/nearest_name.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace subs {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool same(char a, char b) {
    return lower(a) == lower(b);
}

/// Optimal string alignment distance, by rows.
std::size_t distanceBetween(std::string_view a, std::string_view b) {
    std::vector<std::size_t> beforeLast(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        beforeLast.swap(last);
        last.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = last[j - 1] + (same(a[i - 1], b[j - 1]) ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, changed});
            const bool swapped =
                i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1]);
            if (swapped) row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
    }
    return row.back();
}

}  // namespace

std::optional<std::string_view> nearestName(std::string_view asked,
                                            std::span<const std::string_view> names) {
    std::optional<std::string_view> nearest;
    std::size_t least = 0;
    for (const std::string_view name : names) {
        const std::size_t distance = distanceBetween(asked, name);
        const std::size_t most = std::max<std::size_t>(1, std::max(asked.size(), name.size()) / 3);
        if (distance > most || (nearest && distance >= least)) continue;
        nearest = name;
        least = distance;
    }
    return nearest;
}

std::string namesThatAre(std::string_view asked, std::span<const std::string_view> names) {
    if (const auto nearest = nearestName(asked, names))
        return fmt::format("the nearest is {}", *nearest);
    return fmt::format("there are {}", fmt::join(names, ", "));
}

}  // namespace subs
