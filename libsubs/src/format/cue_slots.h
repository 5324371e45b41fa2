// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <cstddef>
#include <vector>

namespace subs {

/// Gives the cues of a list out again one after the other, so that the storage of their texts
/// serves the cues of the next part.
class CueSlots {
public:
    void begin(std::vector<Cue>& cues);
    /// The next cue, as new. Valid until the next call.
    Cue& next();
    /// Takes away the cues that were not given out.
    void finish();

private:
    std::vector<Cue>* cues_ = nullptr;
    std::size_t used_ = 0;
};

}  // namespace subs
