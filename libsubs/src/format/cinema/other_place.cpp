// SPDX-License-Identifier: MIT
#include "format/cinema/other_place.h"

#include <subs/format/features.h>

#include "format/cinema/style_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace subs::cinema {
namespace {

/// Lines of Khmer are 1.6 of the em apart; twice that is a line left out, and more another place.
constexpr double kMostEmsApart = 3.2;

/// In per cent of the picture, for the largest letters of the subtitle.
double furthestApart(const Spot& spot) {
    std::int64_t points = spot.look.size;
    for (const Run& run : spot.runs)
        points = std::max(points, run.look.size);
    return static_cast<double>(points) * 100 / kPointsOfHeight * kMostEmsApart;
}

/// `Text Halign="left" Hposition="10" Valign="bottom" Vposition="8"`
std::string placeTag(const Placement& place) {
    std::string words = "Text";
    if (place.column != Column::Centre)
        words += fmt::format(" Halign=\"{}\"", nameOf(place.column));
    if (place.horizontal != 0)
        words += fmt::format(" Hposition=\"{}\"", percentText(place.horizontal));
    return words + fmt::format(" Valign=\"{}\" Vposition=\"{}\"",
                               nameOf(place.row),
                               percentText(place.vertical));
}

}  // namespace

std::optional<UnreadLook> otherPlaceIn(const Spot& spot) {
    if (spot.lines.size() < 2) return std::nullopt;
    std::vector<Placement> places;
    for (const Line& line : spot.lines) {
        if (line.placement.isVerticalWriting) return std::nullopt;
        places.push_back(line.placement);
    }
    std::ranges::stable_sort(places, {}, depthOf);
    const Placement& first = places.front();
    const double furthest = furthestApart(spot);
    for (std::size_t i = 1; i < places.size(); ++i) {
        const Placement& place = places[i];
        if (place.row != first.row || place.column != first.column)
            return UnreadLook{feature::kAlignment, placeTag(place)};
        const bool isFarOff = depthOf(place) - depthOf(places[i - 1]) > furthest;
        if (isFarOff || place.horizontal != first.horizontal)
            return UnreadLook{feature::kCoordinates, placeTag(place)};
    }
    return std::nullopt;
}

}  // namespace subs::cinema
