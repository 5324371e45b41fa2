// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace subs::media::speech {

/// What is kept of each frame until the spans that it may belong to are known.
struct Course {
    std::vector<float> envelope;  ///< Power of the frame's own samples (see envelope.h).
    std::vector<float> passing;   ///< Level of the passing part (see traits.h).
    std::vector<float> scores;    ///< See score.h.
};

/// Frames `begin` to `end`, the latter not one of them.
struct Run {
    std::size_t begin = 0;
    std::size_t end = 0;

    std::size_t length() const { return end - begin; }
    friend bool operator==(const Run&, const Run&) = default;
};

}  // namespace subs::media::speech
