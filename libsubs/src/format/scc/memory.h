// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include "format/scc/codes.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace subs::scc {

/// A place on the grid; without a letter the picture is seen through it.
struct Cell {
    char32_t letter = 0;
    Pen pen;
    friend bool operator==(const Cell&, const Cell&) = default;
};

/// One of the two memories of a decoder: a grid of 15 rows. Rows are longer here than the 32
/// columns that a decoder shows, since files have longer ones; see `kMostColumns`.
class Memory {
public:
    /// Where a decoder would write over the last column again and again.
    static constexpr int kMostColumns = 128;

    /// The place in row `row`, from 1, and column `column`, from 0; columns beyond the last are it.
    void put(int row, int column, Cell cell);
    Cell at(int row, int column) const;
    void eraseFrom(int row, int column);
    void clear();
    /// Moves rows `first` + 1 to `last` up by one; `last` becomes blank.
    void rollUp(int first, int last);
    /// Moves the rows that end with `from`, `count` of them, so that they end with `to`.
    void moveRows(int from, int to, int count);

    bool isBlank() const;
    bool hasText(int row) const;
    const std::vector<Cell>& row(int number) const { return rows_.at(index(number)); }
    friend bool operator==(const Memory&, const Memory&) = default;

private:
    static std::size_t index(int row) { return static_cast<std::size_t>(row - 1); }

    std::array<std::vector<Cell>, kRows> rows_;
};

/// Where the letters of a caption are: rows from 1, columns from 0, below `Memory::kMostColumns`.
/// Small, since a long file has many.
struct CaptionPlace {
    std::uint8_t firstRow = 0;
    std::uint8_t lastRow = 0;
    std::uint8_t rows = 0;  ///< With letters.
    std::uint8_t firstColumn = 0;
    std::uint8_t lastColumn = 0;
    std::uint8_t widest = 0;  ///< Columns of the longest row.
};

/// What a viewer reads.
struct Shown {
    CueText text;
    std::optional<Alignment> alignment;  ///< Nothing for the middle of the bottom.
    CaptionPlace place;
    bool isTooWide = false;  ///< There is text beyond column 32.
};

/// The text of all rows from the top. Empty places between letters are one space; spaces at both
/// ends of a row go. O(n).
Shown shownIn(const Memory& memory);

}  // namespace subs::scc
