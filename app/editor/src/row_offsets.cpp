// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/row_offsets.h>

#include <algorithm>

namespace subs::editor {

void RowOffsets::assign(int rows, const std::function<int(int)>& heightOf) {
    tops_.resize(static_cast<std::size_t>(rows) + 1);
    int top = 0;
    for (int row = 0; row < rows; ++row) {
        tops_[static_cast<std::size_t>(row)] = top;
        top += heightOf(row);
    }
    tops_.back() = top;
}

void RowOffsets::append(int rows, const std::function<int(int row)>& heightOf) {
    for (const int end = this->rows() + rows; this->rows() < end;)
        tops_.push_back(tops_.back() + heightOf(this->rows()));
}

void RowOffsets::update(int first, int last, const std::function<int(int)>& heightOf) {
    int moved = 0;
    for (int row = first; row <= last; ++row) {
        const int height = top(row + 1) - (top(row) - moved);
        moved += heightOf(row) - height;
        tops_[static_cast<std::size_t>(row) + 1] += moved;
    }
    if (moved == 0) return;
    for (auto i = static_cast<std::size_t>(last) + 2; i < tops_.size(); ++i)
        tops_[i] += moved;
}

int RowOffsets::rowAt(int y) const {
    if (rows() == 0) return -1;
    const auto after = std::ranges::upper_bound(tops_, y);
    const auto row = static_cast<int>(after - tops_.begin()) - 1;
    return std::clamp(row, 0, rows() - 1);
}

}  // namespace subs::editor
