// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/cue_painter.h>
#include <subs/time/time.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace subs {

/// Whether a picture may be moved out of the way of another.
enum class PictureMoves : std::uint8_t { Allowed, Never };

struct PlacedPicture {
    PixelBox box;
    bool isCovered = false;  ///< It lies over another that is shown with it.
};

/// Places for pictures, none over another that is on the screen with it: servers lay pictures over
/// each other in ways of their own.
class PicturePlaces {
public:
    explicit PicturePlaces(int height) : height_(height) {}

    /// The place of a picture that is shown in [start, end) and was drawn at `box`: there, or where
    /// it is free above it (below it, in the upper half of the canvas), or else on the other side.
    /// To be asked in the order of the starts.
    PlacedPicture place(const PixelBox& box, Time start, Time end, PictureMoves moves);

private:
    struct Shown {
        PixelBox box;
        Time end;
    };
    enum class Way : std::uint8_t { Up, Down };

    const Shown* touching(const PixelBox& box) const;
    std::optional<PixelBox> freed(PixelBox box, Way way) const;

    int height_;  ///< Of the canvas.
    std::vector<Shown> shown_;
};

}  // namespace subs
