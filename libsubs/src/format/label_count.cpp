// SPDX-License-Identifier: MIT
#include "format/label_count.h"

#include <algorithm>

namespace subs {

bool LabelCount::saysMore(const Cue& cue) {
    if (cue.kind != CueKind::Comment) countOn();
    if (cue.label.empty()) return false;
    return !std::equal(cue.label.rbegin(),
                       cue.label.rend(),
                       digits_.begin(),
                       digits_.begin() + static_cast<std::ptrdiff_t>(size_));
}

void LabelCount::countOn() {
    for (std::size_t i = 0; i < size_; ++i) {
        if (digits_.at(i) != '9') {
            ++digits_.at(i);
            return;
        }
        digits_.at(i) = '0';
    }
    digits_.at(size_++) = '1';
}

}  // namespace subs
