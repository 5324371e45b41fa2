// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

namespace subs::media {

/// A run of frames that goes to black or white, or comes from it.
struct Fade {
    bool isIn = false;
    std::int64_t from = 0;  ///< The first frame that is changed by it.
    std::int64_t to = 0;    ///< The last one; of a fade-out the first that is flat.
};

/// Finds fades by two numbers a frame, its contrast (the standard deviation of its samples) and its
/// mean luma: in a fade the distance of a picture to black or white, which both make up, falls
/// steadily to nothing or rises from it.
class FadeSearch {
public:
    /// The longest fade, in frames.
    static constexpr std::int64_t kLongest = 120;

    struct Light {
        double contrast = 0;
        double luma = 0;
    };

    /// To be called once a frame, in order; answers what is complete with it.
    std::optional<Fade> next(Light light);
    /// Of frames that are left at the end of the film.
    std::optional<Fade> finish();

private:
    std::optional<Fade> nextFlat();
    std::optional<Fade> leaveFlat();
    std::optional<Fade> fadeOut(std::int64_t flat) const;
    std::optional<Fade> fadeIn() const;
    bool isRiseOver() const;
    const Light& at(std::int64_t frame) const {
        return lights_[static_cast<std::size_t>(frame - begin_)];
    }

    std::deque<Light> lights_;  ///< From frame `begin_` on.
    std::int64_t begin_ = 0;
    std::int64_t end_ = 0;
    double ground_ = 0;  ///< The luma of the last flat run, at its flattest.
    bool isFlat_ = false;
    bool isGroundReached_ = false;  ///< In this flat run.
    std::optional<std::int64_t>
        rising_;  ///< The last frame at the ground, while the picture comes.
};

}  // namespace subs::media
