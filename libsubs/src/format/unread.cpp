// SPDX-License-Identifier: MIT
#include <subs/format/capabilities.h>
#include <subs/format/features.h>
#include <subs/format/unread.h>

#include "format/unread_ends.h"

#include <algorithm>
#include <iterator>

namespace subs {

bool isLostIn(const FormatInfo& target, const LossItem& unread) {
    return unread.feature != feature::kRegion ||
           !(holds(target, feature::kCanvas) && holds(target, feature::kMargins));
}

void addUnread(const LossReport& unread, const FormatInfo& target, LossReport& losses) {
    nameUnreadEnds(unread, losses);
    std::ranges::copy_if(unread.items, std::back_inserter(losses.items), [&](const LossItem& loss) {
        return isLostIn(target, loss);
    });
}

}  // namespace subs
