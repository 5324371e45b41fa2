// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/model/document.h>
#include <subs/model/links.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace subs::session {

/// For each cue id its place in a list, or `kNowhere`.
using Places = std::vector<std::uint32_t>;
inline constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();

inline std::uint32_t placeIn(const Places& places, CueId id) {
    return id.value < places.size() ? places[id.value] : kNowhere;
}
inline void setPlace(Places& places, CueId id, std::size_t place) {
    if (id.value >= places.size()) places.resize(std::size_t{id.value} + 1, kNowhere);
    places[id.value] = static_cast<std::uint32_t>(place);
}

/// Where each cue stands in its document.
Places placesOf(const Document& document);

/// The links of two tracks (model/links.h), and for each track's cues the link that they are in.
struct LinkTable {
    std::vector<Link> links;
    std::array<Places, 2> places;

    static LinkTable of(const Document& first, const Document& second);
};

}  // namespace subs::session
