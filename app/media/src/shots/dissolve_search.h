// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "blend_window.h"

#include <cstdint>
#include <optional>

namespace subs::media {

/// A stretch of frames of which each is a mixture of the two beside it.
struct Blend {
    std::int64_t before = 0;  ///< The last frame of the one picture.
    std::int64_t after = 0;   ///< The first of the other.
    double quality = 0;       ///< How much changes, less for what does not fit.
};

/// Finds dissolves: stretches in which one picture turns into another that it has nothing to do
/// with, each frame a mixture of both, at a steady pace. What moves is told from it by three
/// things: between two moments of a camera's way lie pictures that are mixtures of neither, as full
/// of contrast as both, while a mixture of two pictures has less (its variance falls to the half
/// for equal shares); and the way goes on before and behind.
class DissolveSearch {
public:
    /// Frames that it takes until a stretch is told, behind its end.
    static constexpr std::int64_t kDelay = 12;

    /// To be called once after each frame that `window` takes; answers a stretch that is complete.
    std::optional<Blend> next(const BlendWindow& window);
    /// What is left at the end of the film.
    std::optional<Blend> finish();

private:
    std::optional<Blend> open_;
    std::int64_t told_ = 0;  ///< Where the last one that was told ends.
};

}  // namespace subs::media
