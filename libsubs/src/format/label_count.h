// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <array>
#include <cstddef>
#include <string_view>

namespace subs {

/// Tells labels that merely count the cues, 1, 2, 3, which come back by counting, from those that
/// say more. Allocates nothing.
class LabelCount {
public:
    /// Takes the next cue. True where its label says more than how many cues that are no comments
    /// there were so far, it among them.
    bool saysMore(const Cue& cue);

private:
    void countOn();

    std::array<char, 20> digits_ = {'0'};  ///< Of the count, the last first.
    std::size_t size_ = 1;
};

}  // namespace subs
