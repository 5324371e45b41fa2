// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace subs::media::speech {

/// The likeliest course of speech and silence: a hidden Markov model of the two, decoded by
/// Viterbi's algorithm as scores come. It answers as soon as both courses that are still possible
/// agree, and in bounded memory: what stays open for a minute is decided.
class SpeechPath {
public:
    /// `worth` is how much of each score counts, `change` what a change between the two costs.
    SpeechPath(double worth, double change) : worth_(worth), change_(change) {}

    /// One more frame. Appends to `decided` whether there is speech, for each frame that no later
    /// one can change, in their order.
    void add(float score, std::vector<bool>& decided);
    /// No more frames come: all are decided.
    void finish(std::vector<bool>& decided);

private:
    void decide(std::size_t count, std::uint8_t state, std::vector<bool>& decided);

    double worth_;
    double change_;
    std::array<double, 2> gain_{};  ///< Of the best course that ends without and with speech.
    std::vector<std::array<std::uint8_t, 2>> from_;  ///< For each open frame and state, the last.
};

/// The runs of true values, the first of which is of frame `first`.
std::vector<Run> runsOf(const std::vector<bool>& states, std::size_t first);

}  // namespace subs::media::speech
