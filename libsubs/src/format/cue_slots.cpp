// SPDX-License-Identifier: MIT
#include "format/cue_slots.h"

namespace subs {

void CueSlots::begin(std::vector<Cue>& cues) {
    cues_ = &cues;
    used_ = 0;
}

Cue& CueSlots::next() {
    if (used_ < cues_->size()) {
        Cue& cue = (*cues_)[used_++];
        reset(cue);
        return cue;
    }
    ++used_;
    return cues_->emplace_back();
}

void CueSlots::finish() {
    cues_->resize(used_);
}

}  // namespace subs
