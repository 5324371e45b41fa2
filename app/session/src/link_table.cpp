// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/session/link_table.h>

namespace subs::session {

Places placesOf(const Document& document) {
    Places places(std::size_t{document.lastId} + 1, kNowhere);
    for (std::size_t i = 0; i < document.cues.size(); ++i)
        setPlace(places, document.cues[i].id, i);
    return places;
}

LinkTable LinkTable::of(const Document& first, const Document& second) {
    LinkTable table;
    table.links = linksByOverlap(first, second);
    table.places = {Places(std::size_t{first.lastId} + 1, kNowhere),
                    Places(std::size_t{second.lastId} + 1, kNowhere)};
    for (std::size_t i = 0; i < table.links.size(); ++i) {
        for (const CueId id : table.links[i].first)
            setPlace(table.places[0], id, i);
        for (const CueId id : table.links[i].second)
            setPlace(table.places[1], id, i);
    }
    return table;
}

}  // namespace subs::session
