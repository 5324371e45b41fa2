// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/edit/change.h>
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

/// A track as it is now, and what was just done to it.
struct ChangedTrack {
    const Document& document;
    const Places& places;  ///< Of the cues in it.
    const Change& change;
};

/// Links `from` to `from + was` gave way to as many as `is`.
struct LinkChange {
    std::size_t from = 0;
    std::size_t was = 0;
    std::size_t is = 0;
    std::size_t cues = 0;  ///< So many were linked anew.
};

/// The links of two tracks (model/links.h), and for each track's cues the link that they are in.
class LinkTable {
public:
    static LinkTable of(const Document& first, const Document& second);

    /// Follows an edit of one or both tracks: afterwards the table is what `of` would make of the
    /// documents. Cues are linked anew only from the last moment before the edit that no cue spans
    /// to the first one after it, for links depend on nothing beyond such a moment: a handful, but
    /// all of them where a sign stands over the whole film.
    LinkChange relink(const ChangedTrack& first, const ChangedTrack& second);

    const std::vector<Link>& links() const { return links_; }
    /// The place of the link that a cue of the first (0) or second (1) track is in, or `kNowhere`.
    std::uint32_t placeOf(std::size_t track, CueId id) const { return placeIn(places_[track], id); }

private:
    /// The time of a link's cues, in flicks, and the latest end up to and with it.
    struct Span {
        std::int64_t start = 0;
        std::int64_t end = 0;
        std::int64_t reach = 0;
    };
    struct Window;

    void addSpans(const std::array<const Document*, 2>& documents);
    Window windowAround(std::int64_t start, std::int64_t end) const;
    void replace(const Window& window, LinkTable part);
    void placeLinks(std::size_t from, std::size_t to);
    LinkChange relinkAll(const ChangedTrack& first, const ChangedTrack& second);

    std::vector<Link> links_;
    std::array<Places, 2> places_;
    std::vector<Span> spans_;  ///< Empty where times are too far out to be compared.
};

}  // namespace subs::session
