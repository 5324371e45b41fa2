// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace subs::editor {

/// Where rows of different heights begin, as prefix sums: looking up is O(1) by row and O(log n) by
/// position.
class RowOffsets {
public:
    /// Takes the heights of `rows` rows from `heightOf`. O(n).
    void assign(int rows, const std::function<int(int row)>& heightOf);
    /// Takes the heights of rows [first, last] anew; O(1) where none differs, else O(n) additions.
    void update(int first, int last, const std::function<int(int row)>& heightOf);

    /// More rows after the last. O(rows).
    void append(int rows, const std::function<int(int row)>& heightOf);

    int rows() const { return static_cast<int>(tops_.size()) - 1; }
    int total() const { return tops_.back(); }
    int top(int row) const { return tops_[static_cast<std::size_t>(row)]; }
    int height(int row) const { return top(row + 1) - top(row); }
    /// The row that covers `y`; the nearest one outside, -1 where there are none.
    int rowAt(int y) const;

private:
    std::vector<int> tops_{0};
};

}  // namespace subs::editor
