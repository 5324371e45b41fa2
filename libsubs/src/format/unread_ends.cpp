// SPDX-License-Identifier: MIT
#include "format/unread_ends.h"

#include <subs/format/features.h>

#include <algorithm>

namespace subs {
namespace {

constexpr std::string_view kNoEnd = "no end";

}  // namespace

void addUnreadEnd(LossReport& ends, CueId cue, std::string_view typed) {
    ends.add(feature::kUnread, LossSeverity::Dropped, cue, typed, kNoEnd);
}

void nameUnreadEnds(const LossReport& unread, LossReport& losses) {
    const auto ends = std::ranges::find_if(unread.items, [](const LossItem& item) {
        return item.feature == feature::kUnread && item.after == kNoEnd && !item.cues.empty();
    });
    if (ends == unread.items.end()) return;
    // A report has the words of the first cue only, and the first without an end is the first of
    // these or has really none.
    for (LossItem& item : losses.items)
        if (item.feature == feature::kMissingEnd && item.before == kNoEnd && !item.cues.empty() &&
            item.cues.front() == ends->cues.front())
            item.before = ends->before;
}

}  // namespace subs
