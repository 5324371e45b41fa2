// SPDX-License-Identifier: MIT
#pragma once

#include "format/vtt/region.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace subs::vtt {

enum class Direction : std::uint8_t { Horizontal, VerticalRightToLeft, VerticalLeftToRight };
enum class LineAlign : std::uint8_t { Start, Center, End };
enum class PositionAlign : std::uint8_t { Auto, LineLeft, Center, LineRight };
enum class TextAlign : std::uint8_t { Center, Start, End, Left, Right };

/// Where and how a cue is shown, by the names and with the usual values of WebVTT §3.1.
struct CueSettings {
    Direction direction = Direction::Horizontal;
    std::optional<double>
        line;                  ///< A line of text, or a percentage of the picture; none is "auto".
    bool snapsToLines = true;  ///< `line` counts lines of text.
    LineAlign lineAlign = LineAlign::Start;
    std::optional<double> position;  ///< A percentage of the picture; none is "auto".
    PositionAlign positionAlign = PositionAlign::Auto;
    double size = 100;  ///< A percentage of the picture.
    TextAlign align = TextAlign::Center;
    const Region* region = nullptr;  ///< One of those that were handed in.
};

/// Reads what follows the times ("parse the WebVTT cue settings", WebVTT §6.3): what it does not
/// understand it passes over, and appends to `flaws` where that is not null.
CueSettings parsedSettings(std::string_view text,
                           const Regions& regions,
                           std::vector<std::string_view>* flaws = nullptr);

std::string_view nameOf(Direction direction);  ///< "", "rl" or "lr".
std::string_view nameOf(LineAlign align);      ///< "start", "center" or "end".
std::string_view nameOf(PositionAlign align);  ///< "auto", "line-left", "center" or "line-right".
std::string_view nameOf(TextAlign align);      ///< "center", "start", "end", "left" or "right".

}  // namespace subs::vtt
