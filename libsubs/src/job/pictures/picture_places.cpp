// SPDX-License-Identifier: MIT
#include "job/pictures/picture_places.h"

#include <algorithm>

namespace subs {

const PicturePlaces::Shown* PicturePlaces::touching(const PixelBox& box) const {
    const auto found =
        std::ranges::find_if(shown_, [&](const Shown& shown) { return shown.box.touches(box); });
    return found == shown_.end() ? nullptr : &*found;
}

/// Each step goes beyond one of those that are shown, so that it ends.
std::optional<PixelBox> PicturePlaces::freed(PixelBox box, Way way) const {
    for (const Shown* other = touching(box); other != nullptr; other = touching(box)) {
        box.top = way == Way::Up ? other->box.top - box.height : other->box.bottom();
        if (box.top < 0 || box.bottom() > height_) return std::nullopt;
    }
    return box;
}

PlacedPicture PicturePlaces::place(const PixelBox& box, Time start, Time end, PictureMoves moves) {
    std::erase_if(shown_, [&](const Shown& shown) { return shown.end <= start; });
    PlacedPicture placed{box, touching(box) != nullptr};
    if (placed.isCovered && moves == PictureMoves::Allowed) {
        const bool isLow = box.top + box.bottom() >= height_;
        auto free = freed(box, isLow ? Way::Up : Way::Down);
        if (!free) free = freed(box, isLow ? Way::Down : Way::Up);
        if (free) placed = {*free, false};
    }
    shown_.push_back({placed.box, end});
    return placed;
}

}  // namespace subs
