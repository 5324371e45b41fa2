// SPDX-License-Identifier: MIT
#include <subs/model/unread_starts.h>

#include <algorithm>

namespace subs {

std::vector<CueId> unreadStartsOf(const Document& document) {
    std::vector<CueId> cues;
    if (!document.origin || document.origin->unreadStarts.empty()) return cues;
    const std::vector<UnreadStart>& starts = document.origin->unreadStarts;
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
