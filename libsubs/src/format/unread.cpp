// SPDX-License-Identifier: MIT
#include <subs/format/features.h>
#include <subs/format/unread.h>

#include <algorithm>
#include <iterator>

namespace subs {

bool isLostIn(const FormatInfo& target, const LossItem& unread) {
    const auto holds = [&](std::string_view feature) {
        return std::ranges::any_of(target.capabilities, [&](const Capability& capability) {
            return capability.feature == feature && capability.grade == Grade::Full;
        });
    };
    return unread.feature != feature::kRegion ||
           !(holds(feature::kCanvas) && holds(feature::kMargins));
}

void addUnread(const LossReport& unread, const FormatInfo& target, LossReport& losses) {
    std::ranges::copy_if(unread.items, std::back_inserter(losses.items), [&](const LossItem& loss) {
        return isLostIn(target, loss);
    });
}

}  // namespace subs
