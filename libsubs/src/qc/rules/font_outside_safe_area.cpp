// SPDX-License-Identifier: MIT
#include "qc/cue_drawing.h"
#include "qc/rule.h"
#include "qc/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace subs::rules_of {
namespace {

/// Less than this share of a line's height is within what a renderer rounds.
constexpr double kTolerance = 0.01;
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
struct Excess {
    double units = 0;
    std::string_view side;
};

Excess worst(const DrawnInk& ink, const CanvasPoint& place, const Area& area) {
    const std::array<Excess, 4> sides{{{area.left - (place.x + ink.left), "left"},
                                       {place.x + ink.right - area.right, "right"},
                                       {area.top - (place.y - ink.top), "top"},
                                       {place.y + ink.bottom - area.bottom, "bottom"}}};
    return *std::ranges::max_element(sides, {}, &Excess::units);
}

/// The line as exact as it must be: a sketch where it is inside for certain.
Excess excessOf(const RuleContext& context, std::size_t line, const Area& area) {
    CueDrawing& drawing = context.drawing;
    const DrawnLine& sketch = drawing.sketch(line);
    const Excess sketched = worst(sketch.ink, (*drawing.places())[line], area);
    if (sketched.units + kDoubt * sketch.advance <= 0) return sketched;
    return worst(drawing.line(line).ink, (*drawing.places())[line], area);
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

}  // namespace

void fontOutsideSafeArea(const RuleContext& context, Violations& violations) {
    CueDrawing& drawing = context.drawing;
    if (context.lines.empty() || !isJudged(context)) return;
    if (!drawing.canMeasure() || !drawing.places()) return;
    const Profile& profile = context.profile;
    const Placement& picture = drawing.cue().placement();
    const Area whole = middle(picture, 1, 1);
    const Area safe =
        middle(picture, profile.safeWidth.value_or(1), profile.safeHeight.value_or(1));
    for (std::size_t i = 0; i < context.lines.size(); ++i) {
        const DrawnLine& sketch = drawing.sketch(i);
        const double least = kTolerance * (sketch.ascent + sketch.descent);
        if (sketch.ink.left >= sketch.ink.right) continue;
        const Excess excess = excessOf(context, i, safe);
        if (excess.units <= least) continue;
        const Excess outside = excessOf(context, i, whole);
        const bool isOutside = outside.units > least;
        const Excess& told = isOutside ? outside : excess;
        violations.push_back({i,
                              told.units,
                              0,
                              "px",
                              fmt::format("line {} leaves the {} by {} px at the {}; {}",
                                          i + 1,
                                          isOutside ? "picture" : "safe area",
                                          roundedUp(told.units),
                                          told.side,
                                          remedyFor(told.side))});
    }
}

}  // namespace subs::rules_of
