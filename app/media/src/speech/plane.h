// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace subs::media::speech {

/// A number for each frame and band, frame after frame.
class Plane {
public:
    Plane(std::size_t frames, std::size_t bands)
        : frames_(frames), bands_(bands), values_(frames * bands) {}

    std::size_t frames() const { return frames_; }
    std::size_t bands() const { return bands_; }
    std::span<float> operator[](std::size_t frame) {
        return std::span(values_).subspan(frame * bands_, bands_);
    }
    std::span<const float> operator[](std::size_t frame) const {
        return std::span(values_).subspan(frame * bands_, bands_);
    }

private:
    std::size_t frames_;
    std::size_t bands_;
    std::vector<float> values_;
};

}  // namespace subs::media::speech
