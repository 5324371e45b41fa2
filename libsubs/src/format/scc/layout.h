// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/scc/memory.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace subs::scc {

/// A row of a caption as it is sent.
struct PlacedRow {
    int row = kRows;
    int column = 0;
    std::vector<Cell> cells;
};

/// The lines of one cue, of 32 columns at most.
struct CueRows {
    std::vector<std::vector<Cell>> lines;
    Alignment alignment = Alignment::BottomCentre;
};

/// The rows of `document.cues[index]`. Lines that are too long are broken anew, what cannot be said
/// is left out, and both are told. Errors "format.unrepresentable" (a character that captions do
/// not have), "scc.too-wide" (a word of more than 32), "scc.too-many-rows": they name the cue.
Result<CueRows> rowsOf(const Document& document,
                       std::size_t index,
                       const Style* style,
                       LossReport* losses);

/// Where the rows of cues that are shown at one time go: at the top, in the middle and at the
/// bottom, one below the other. Nothing where there are more than 15.
std::optional<std::vector<PlacedRow>> placed(const std::vector<const CueRows*>& cues);

}  // namespace subs::scc
