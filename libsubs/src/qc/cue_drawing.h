// SPDX-License-Identifier: MIT
#pragma once

#include "model/drawn_lines.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace subs {

/// Ink that goes over by less than this share of a line's height is not told: it is within what a
/// renderer rounds.
inline constexpr double kInkTolerance = 0.01;

/// The lines of a cue as they are drawn. Nothing is measured before a rule asks, and nothing twice.
/// Borrows all that it is made of.
class CueDrawing {
public:
    CueDrawing(DrawnLines& drawn,
               const Document& document,
               const Cue& cue,
               std::span<const std::string_view> lines)
        : drawn_(drawn), document_(document), cue_(cue), lines_(lines) {}

    const DrawnCue& cue();
    /// False where there is no font at all; ask nothing below then.
    bool canMeasure() { return cue().canMeasure(); }
    /// Whether all fonts that the line is asked to be drawn in are on this machine.
    bool hasFonts(std::size_t line);
    const DrawnLine& sketch(std::size_t line) { return sketches()[line]; }
    std::span<const DrawnLine> sketches();
    const DrawnLine& line(std::size_t line);
    /// Where the lines begin on their base lines, from their sketches or as measured; nothing where
    /// that is not known.
    std::optional<std::vector<CanvasPoint>> sketchedPlaces();
    std::optional<std::vector<CanvasPoint>> places();
    /// Byte of the cue's plain text where the line begins.
    std::size_t beginOf(std::size_t line) const {
        return static_cast<std::size_t>(lines_[line].data() - cue_.text.plain.data());
    }

private:
    std::size_t endOf(std::size_t line) const { return beginOf(line) + lines_[line].size(); }

    DrawnLines& drawn_;
    const Document& document_;
    const Cue& cue_;
    std::span<const std::string_view> lines_;
    std::optional<DrawnCue> prepared_;
    std::vector<DrawnLine> sketches_;
    std::vector<std::optional<DrawnLine>> exact_;
};

}  // namespace subs
