// SPDX-License-Identifier: MIT
#include "format/unread_starts.h"

#include <algorithm>

namespace subs {

std::vector<CueId> cuesAt(const std::vector<UnreadStart>& starts, const Document& document) {
    std::vector<CueId> cues;
    if (starts.empty()) return cues;
    for (const Cue& cue : document.cues) {
        const auto start =
            std::ranges::lower_bound(starts, cue.piece.index, {}, &UnreadStart::piece);
        if (start != starts.end() && start->piece == cue.piece.index && start->taken == cue.start)
            cues.push_back(cue.id);
    }
    std::ranges::sort(cues);
    return cues;
}

}  // namespace subs
