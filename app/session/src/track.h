// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/session/workspace.h>

#include <cstdint>
#include <limits>
#include <memory>
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

/// A track as it is open. `state` names what the document is now; it is the same number again after
/// undo.
struct Workspace::Track {
    Document document;
    QString path;
    const Format* format = nullptr;
    Diagnostics diagnostics;
    FileStamp stamp;
    quint64 state = 0;
    quint64 savedState = 0;
    Places places;
    std::shared_ptr<const Document> snapshot;

    bool isModified() const { return state != savedState; }
    void findPlaces();
};

/// The links between the tracks and where each cue is in them; made when somebody asks.
struct Workspace::Links {
    bool known = false;
    quint64 version = 1;
    std::vector<Link> links;
    std::array<Places, 2> places;
};

/// What an edit does to one side, and the state that the side is in then.
struct Workspace::SideEdit {
    Change change;
    quint64 state = 0;
};

}  // namespace subs::session
