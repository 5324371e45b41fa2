// SPDX-License-Identifier: MIT
#include "format/xlsx/cue_rows.h"

#include <charconv>
#include <string_view>

namespace subs::xlsx {

std::map<std::uint32_t, const Cue*> cuesByRow(const Document& document) {
    std::map<std::uint32_t, const Cue*> cues;
    for (const Cue& cue : document.cues) {
        if (!cue.piece.has()) continue;
        const std::string_view line = document.origin->stretch(cue.piece.index);
        std::uint32_t row = 0;
        std::from_chars(line.data(), line.data() + line.size(), row);
        cues[row] = &cue;
    }
    return cues;
}

}  // namespace subs::xlsx
