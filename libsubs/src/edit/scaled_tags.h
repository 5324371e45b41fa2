// SPDX-License-Identifier: MIT
#pragma once

#include "edit/canvas_scale.h"

#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// `tags`, tags of ASS as an opaque mark has them ("\\pos(9,9)"), with places, clips, sizes,
/// distances, outlines, shadows and blurs as they look the same on another canvas; inside of `\t`
/// too. What counts in shares, angles or times stays as it is. Tags that libass 0.17 does not know
/// and that have a number stay, too: they are added to `unscaled`.
std::string scaledTags(std::string_view tags,
                       const CanvasScale& scale,
                       std::vector<std::string>& unscaled);

/// A drawing with its tags likewise: its points are scaled, whatever its `\p`.
std::string scaledDrawing(std::string_view drawing,
                          const CanvasScale& scale,
                          std::vector<std::string>& unscaled);

}  // namespace subs
