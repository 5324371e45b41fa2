// SPDX-License-Identifier: MIT
#include <subs/text/clusters.h>

#include "qc/cue_drawing.h"
#include "qc/rule.h"
#include "qc/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace subs::rules_of {
namespace {

/// How deep ink of a line runs into ink of the next.
struct Collision {
    double depth = 0;
    std::uint32_t at = 0;  ///< Of the upper cluster.
};

/// How far glyphs reach towards the other line, column by column of the picture. As a bound on time
/// and memory a column is as wide as it must be for there to be no more than 65,536.
class Skyline {
public:
    Skyline(double left, double right, double height) : left_(left) {
        constexpr double kMostColumns = 65536;
        constexpr double kColumnsInHeight = 64;
        column_ = std::max(height / kColumnsInHeight, (right - left) / kMostColumns);
        reach_.resize(columnOf(right), {kNothing, 0});
    }

    /// Adds the ink of a line that begins at `lineLeft`, as far as it reaches more than `least` on
    /// `side`.
    void add(const DrawnLine& line, double lineLeft, double DrawnInk::*side, double least) {
        for (const DrawnInk& glyph : line.glyphs) {
            if (glyph.*side <= least) continue;
            const std::size_t end = columnOf(lineLeft + glyph.right);
            for (std::size_t i = columnOf(lineLeft + glyph.left); i < end; ++i)
                if (glyph.*side > reach_[i].units) reach_[i] = {glyph.*side, glyph.at};
        }
    }

    /// Where this and `other` together reach most over `pitch`.
    Collision deepest(const Skyline& other, double pitch) const {
        Collision worst;
        for (std::size_t i = 0; i < reach_.size(); ++i) {
            const double depth = reach_[i].units + other.reach_[i].units - pitch;
            if (depth > worst.depth) worst = {depth, reach_[i].at};
        }
        return worst;
    }

private:
    static constexpr double kNothing = -std::numeric_limits<double>::infinity();

    struct Reach {
        double units = kNothing;
        std::uint32_t at = 0;
    };

    /// The nearest border of a column, inside.
    std::size_t columnOf(double x) const {
        const double columns = std::round((x - left_) / column_);
        const double most = reach_.empty() ? columns : static_cast<double>(reach_.size());
        return static_cast<std::size_t>(std::clamp(columns, 0.0, std::max(most, 0.0)));
    }

    double left_;
    double column_ = 1;
    std::vector<Reach> reach_;
};

/// By the boxes of single glyphs.
Collision deepest(const DrawnLine& upper,
                  double upperLeft,
                  const DrawnLine& lower,
                  double lowerLeft,
                  double pitch) {
    const double left = std::max(upperLeft + upper.ink.left, lowerLeft + lower.ink.left);
    const double right = std::min(upperLeft + upper.ink.right, lowerLeft + lower.ink.right);
    const double height = lower.ascent + lower.descent;
    if (!(left < right) || !(height > 0) || !std::isfinite(right - left)) return {};
    Skyline above(left, right, height);
    Skyline below(left, right, height);
    above.add(upper, upperLeft, &DrawnInk::bottom, pitch - lower.ink.top);
    below.add(lower, lowerLeft, &DrawnInk::top, pitch - upper.ink.bottom);
    return above.deepest(below, pitch);
}

}  // namespace

void fontInkCollision(const RuleContext& context, Violations& violations) {
    CueDrawing& drawing = context.drawing;
    if (context.lines.size() < 2 || !drawing.canMeasure()) return;
    const std::string_view plain = context.cue.text.plain;
    for (std::size_t i = 0; i + 1 < context.lines.size(); ++i) {
        const DrawnLine& above = drawing.sketch(i);
        const DrawnLine& below = drawing.sketch(i + 1);
        const double pitch = above.descent + below.ascent;
        const double least = kInkTolerance * (below.ascent + below.descent);
        if (above.ink.bottom + below.ink.top - pitch <= least) continue;
        const auto places = drawing.places();
        if (!places) return;
        const Collision worst = deepest(
            drawing.line(i), (*places)[i].x, drawing.line(i + 1), (*places)[i + 1].x, pitch);
        if (worst.depth <= least) continue;
        const std::size_t end = nextCluster(plain, worst.at);
        violations.push_back(
            {i,
             worst.depth,
             0,
             "px",
             fmt::format(
                 "line {} runs {} px into line {} under \"{}\"; break it elsewhere or use a font with higher lines",
                 i + 1,
                 roundedUp(worst.depth),
                 i + 2,
                 shortened(plain.substr(worst.at, end - worst.at)))});
    }
}

}  // namespace subs::rules_of
