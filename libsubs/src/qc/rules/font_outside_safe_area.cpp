// SPDX-License-Identifier: MIT
#include "qc/cue_drawing.h"
#include "qc/rule.h"
#include "qc/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace subs::rules_of {
namespace {

/// What the width of a sketch may be off by.
constexpr double kDoubt = 0.03;

/// An area in the middle of the picture.
struct Area {
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
};

Area middle(const Placement& picture, double width, double height) {
    const double across = picture.width * (1 - width) / 2;
    const double down = picture.height * (1 - height) / 2;
    return {across, picture.width - across, down, picture.height - down};
}

/// How far ink is outside on one side.
struct Overhang {
    double units = 0;
    std::string_view side;
};

Overhang worst(const DrawnInk& ink, const CanvasPoint& place, const Area& area) {
    const std::array<Overhang, 4> sides{{{area.left - (place.x + ink.left), "left"},
                                         {place.x + ink.right - area.right, "right"},
                                         {area.top - (place.y - ink.top), "top"},
                                         {place.y + ink.bottom - area.bottom, "bottom"}}};
    return *std::ranges::max_element(sides, {}, &Overhang::units);
}

/// False where the sketches of all lines are inside for certain.
bool mayBeOutside(CueDrawing& drawing, std::span<const CanvasPoint> places, const Area& area) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        const DrawnLine& line = drawing.sketch(i);
        const bool isInked = line.ink.left < line.ink.right;
        if (isInked && worst(line.ink, places[i], area).units + kDoubt * line.advance > 0)
            return true;
    }
    return false;
}

/// A file without styles leaves it to the player where its lines stand.
bool isJudged(const RuleContext& context) {
    const Profile& profile = context.profile;
    return profile.safeWidth || profile.safeHeight || styleOf(context.document, context.cue);
}

std::string_view remedyFor(std::string_view side) {
    const bool isWide = side == "left" || side == "right";
    return isWide ? "make it shorter or move it" : "give it a larger margin or move it";
}

Violation leaving(std::size_t line, std::string_view what, const Overhang& excess) {
    return {line,
            excess.units,
            0,
            "px",
            fmt::format("line {} leaves the {} by {} px at the {}; {}",
                        line + 1,
                        what,
                        roundedUp(excess.units),
                        excess.side,
                        remedyFor(excess.side))};
}

}  // namespace

void fontOutsideSafeArea(const RuleContext& context, Violations& violations) {
    CueDrawing& drawing = context.drawing;
    if (context.lines.empty() || !isJudged(context) || !drawing.canMeasure()) return;
    const Profile& profile = context.profile;
    const Placement& picture = drawing.cue().placement();
    const Area whole = middle(picture, 1, 1);
    const Area safe =
        middle(picture, profile.safeWidth.value_or(1), profile.safeHeight.value_or(1));
    const auto sketched = drawing.sketchedPlaces();
    if (!sketched || !mayBeOutside(drawing, *sketched, safe)) return;
    const auto places = drawing.places();
    for (std::size_t i = 0; places && i < context.lines.size(); ++i) {
        const DrawnLine& line = drawing.line(i);
        const double least = kInkTolerance * (line.ascent + line.descent);
        if (line.ink.left >= line.ink.right) continue;
        const Overhang fromPicture = worst(line.ink, (*places)[i], whole);
        const Overhang fromArea = worst(line.ink, (*places)[i], safe);
        if (fromPicture.units > least)
            violations.push_back(leaving(i, "picture", fromPicture));
        else if (fromArea.units > least)
            violations.push_back(leaving(i, "safe area", fromArea));
    }
}

}  // namespace subs::rules_of
