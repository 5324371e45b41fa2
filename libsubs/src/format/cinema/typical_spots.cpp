// SPDX-License-Identifier: MIT
#include "format/cinema/typical_spots.h"

#include <algorithm>
#include <utility>

namespace subs::cinema {

bool isOfSubtitle(const UnreadLook& look) {
    return look.words.starts_with("Text ") || look.words.starts_with("Subtitle ");
}

void TypicalSpots::add(const ReadCue& read) {
    if (read.spot.lines.empty()) return;
    const auto things =
        static_cast<std::size_t>(std::ranges::count_if(read.spot.unreadLooks, isOfSubtitle));
    std::vector<Entry>& entries = entries_[read.cue.style];
    const auto known = std::ranges::find_if(
        entries, [&](const Entry& entry) { return entry.original.spot.look == read.spot.look; });
    if (known == entries.end()) {
        entries.push_back({{read.cue, read.spot, read.text}, 1, things});
        return;
    }
    ++known->count;
    if (things >= known->things) return;
    known->original = {read.cue, read.spot, read.text};
    known->things = things;
}

const Original& TypicalSpots::likeFor(const Cue& cue, const Original& neighbour) const {
    if (cue.piece == neighbour.cue.piece) return neighbour;
    const auto isLess = [](const Entry& a, const Entry& b) {
        return std::pair(a.things == 0, a.count) < std::pair(b.things == 0, b.count);
    };
    const Entry* most = nullptr;
    for (const auto& [style, entries] : entries_)
        for (const Entry& entry : entries) {
            if (!(entry.original.spot.look == neighbour.spot.look)) continue;
            if (style == cue.style) return entry.original;
            if (!most || isLess(*most, entry)) most = &entry;
        }
    return most ? most->original : neighbour;
}

}  // namespace subs::cinema
