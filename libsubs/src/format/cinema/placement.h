// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include "format/xml/xml_events.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Where on the picture a line stands: Valign, Vposition and the like, in per cent of it.
namespace subs::cinema {

enum class Row : std::uint8_t { Top, Centre, Bottom };
enum class Column : std::uint8_t { Left, Centre, Right };

/// Points of the picture's height: 11 inches (ST 428-7, §6.7).
inline constexpr double kPointsOfHeight = 792;

/// What of a Text stands at its vertical position.
enum class Anchor : std::uint8_t {
    Edge,      ///< That of its box which Valign names, or the middle (ST 428-7 of 2007 and 2010).
    Baseline,  ///< What its letters stand on, by whatever Valign (ST 428-7 of 2014, CineCanvas).
};

/// Of one Text or Image element; the usual values are those of ST 428-7, §6.9.
struct Placement {
    Row row = Row::Centre;
    Column column = Column::Centre;
    double vertical = 0;    ///< From the top or bottom edge inwards; from the centre downwards.
    double horizontal = 0;  ///< From the left or right edge inwards; from the centre to the right.
    bool isVerticalWriting = false;

    friend bool operator==(const Placement&, const Placement&) = default;
};

/// What an element says. Values that mean nothing are added to `unknown`.
Placement placementOf(const XmlTag& tag, std::vector<std::string_view>& unknown);

Alignment alignmentOf(const Placement& placement);
Row rowOf(Alignment alignment);
Column columnOf(Alignment alignment);
std::string_view nameOf(Row row);
std::string_view nameOf(Column column);

/// How far down a line at that place is, in per cent: to put lines into the order of reading.
double depthOf(const Placement& placement);

/// The vertical position of line `index` of `count`, of which the one nearest to the edge is at
/// `vertical` (of lines at the centre: their middle), and which are `step` per cent apart.
double lineVertical(Row row, double vertical, double step, std::size_t index, std::size_t count);

/// "8.5": with three decimals at most, not outside of 100.
std::string percentText(double percent);

/// How much more the vertical position of a line says than how far its box is from where `row`
/// counts from, in per cent of the picture. The box is that of a style's size: 1.069 of the em
/// above the baseline and 0.293 below, as of Noto Sans.
double anchorShift(Anchor anchor, Row row, std::int64_t points);

/// Per cent of a length of the canvas, and back: a margin is never 0, which would be none, and the
/// per cent have as few decimals as tell it. `shift` per cent come on top of the margin.
std::int32_t marginOf(double percent, std::int32_t length);
double percentOf(std::int32_t margin, std::int32_t length, double shift = 0);

}  // namespace subs::cinema
