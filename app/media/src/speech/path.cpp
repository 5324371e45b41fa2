// SPDX-License-Identifier: GPL-3.0-or-later
#include "path.h"

#include <algorithm>

namespace subs::media::speech {
namespace {

/// A minute.
constexpr std::size_t kLongestOpen = 6000;

}  // namespace

void SpeechPath::add(float score, std::vector<bool>& decided) {
    const auto [silence, speech] = gain_;
    const double worth = worth_ * double{score} / 2;
    from_.push_back({static_cast<std::uint8_t>(speech - change_ > silence),
                     static_cast<std::uint8_t>(speech >= silence - change_)});
    gain_ = {std::max(silence, speech - change_) - worth,
             std::max(speech, silence - change_) + worth};
    // Only differences count.
    const double most = std::max(gain_[0], gain_[1]);
    gain_ = {gain_[0] - most, gain_[1] - most};
    const auto [first, second] = from_.back();
    const std::size_t before = from_.size() - 1;
    if (first == second || from_.size() > kLongestOpen)
        decide(before, gain_[1] > gain_[0] ? second : first, decided);
}

void SpeechPath::finish(std::vector<bool>& decided) {
    decide(from_.size(), gain_[1] > gain_[0] ? 1 : 0, decided);
}

/// The first `count` open frames, of which the last has `state`.
void SpeechPath::decide(std::size_t count, std::uint8_t state, std::vector<bool>& decided) {
    std::vector<bool> states(count);
    for (std::size_t frame = count; frame-- > 0;) {
        states[frame] = state == 1;
        state = from_[frame][state];
    }
    decided.insert(decided.end(), states.begin(), states.end());
    from_.erase(from_.begin(), from_.begin() + static_cast<std::ptrdiff_t>(count));
}

std::vector<Run> runsOf(const std::vector<bool>& states, std::size_t first) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (!states[i]) continue;
        if (runs.empty() || runs.back().end != first + i) runs.push_back({first + i, first + i});
        ++runs.back().end;
    }
    return runs;
}

}  // namespace subs::media::speech
