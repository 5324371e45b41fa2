// SPDX-License-Identifier: MIT
#pragma once

#include "format/xlsx/cell_value.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace subs::xlsx {

/// The cells of "B2:C3", or of "B2" alone.
struct CellBlock {
    CellPlace first;
    CellPlace last;
};

/// How far a cell is from another one.
struct CellOffset {
    std::int64_t columns = 0;
    std::int64_t rows = 0;
};

/// Which cells of its own sheet a formula reads (ECMA-376-1, 18.17.2.3): "A3", "$A$3", "A2:B9",
/// "A:B", "2:3".
class FormulaReads {
public:
    /// `formula` is without its "=". O(n).
    explicit FormulaReads(std::string_view formula);

    /// Of a formula that stands elsewhere.
    static FormulaReads unknown();

    /// False where it may read more: by a name, a table, another sheet, INDIRECT or OFFSET.
    bool areAllKnown() const { return areAllKnown_; }
    /// False of a formula of constants alone.
    bool any() const { return !areAllKnown_ || !blocks_.empty(); }
    /// What it reads in a cell that shares it and is so far from its own.
    std::vector<CellBlock> blocks(const CellOffset& offset = {}) const;

private:
    /// A corner of a block; what has a "$" before it does not go along with the cell.
    struct Corner {
        CellPlace place;
        bool isColumnFixed = false;
        bool isRowFixed = false;
    };
    struct Block {
        Corner first;
        Corner last;
    };
    class Scanner;

    std::vector<Block> blocks_;
    bool areAllKnown_ = true;
};

}  // namespace subs::xlsx
