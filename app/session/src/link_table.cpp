// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/session/link_table.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace subs::session {
namespace {

// Linking keeps times in this range (model/links.h); beyond it cues meet that do not otherwise.
constexpr std::int64_t kMost = std::int64_t{1} << 60;

/// From the start of a cue to its end; one without length takes one flick, so that cues of the same
/// times are never apart.
struct Extent {
    std::int64_t start = kMost;
    std::int64_t end = -kMost;

    bool isEmpty() const { return start > end; }
    void add(const Extent& other) {
        start = std::min(start, other.start);
        end = std::max(end, other.end);
    }
};

Extent extentOf(const Cue& cue) {
    const std::int64_t start = cue.start.flicks();
    return {start, std::max(cue.end.value_or(cue.start).flicks(), start + 1)};
}

bool isFarOut(const Extent& extent) {
    return extent.start <= -kMost || extent.end >= kMost;
}

/// The time that an edit touches, before and after.
Extent touchedBy(const Change& change) {
    Extent touched;
    for (const CueChange& step : change.steps)
        for (const auto& cue : {step.before, step.after})
            if (cue && cue->kind == CueKind::Dialogue) touched.add(extentOf(*cue));
    return touched;
}

const std::vector<CueId>& idsOf(const Link& link, std::size_t track) {
    return track == 0 ? link.first : link.second;
}

}  // namespace

/// Links that are made anew.
struct LinkTable::Window {
    std::size_t from = 0;
    std::size_t to = 0;
};

Places placesOf(const Document& document) {
    Places places(std::size_t{document.lastId} + 1, kNowhere);
    for (std::size_t i = 0; i < document.cues.size(); ++i)
        setPlace(places, document.cues[i].id, i);
    return places;
}

LinkTable LinkTable::of(const Document& first, const Document& second) {
    LinkTable table;
    table.links_ = linksByOverlap(first, second);
    table.places_ = {Places(std::size_t{first.lastId} + 1, kNowhere),
                     Places(std::size_t{second.lastId} + 1, kNowhere)};
    table.placeLinks(0, table.links_.size());
    table.addSpans({&first, &second});
    return table;
}

void LinkTable::placeLinks(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
        for (const std::size_t track : {0U, 1U})
            for (const CueId id : idsOf(links_[i], track))
                setPlace(places_[track], id, i);
}

void LinkTable::addSpans(const std::array<const Document*, 2>& documents) {
    std::vector<Extent> extents(links_.size());
    for (const std::size_t track : {0U, 1U})
        for (const Cue& cue : documents[track]->cues) {
            const std::uint32_t place = placeOf(track, cue.id);
            if (place == kNowhere) continue;
            extents[place].add(extentOf(cue));
            if (isFarOut(extentOf(cue))) return;
        }
    std::int64_t reach = -kMost;
    for (const Extent& extent : extents) {
        reach = std::max(reach, extent.end);
        spans_.push_back({extent.start, extent.end, reach});
    }
}

/// The links between the nearest moments around `start` and `end` that no cue spans.
LinkTable::Window LinkTable::windowAround(std::int64_t start, std::int64_t end) const {
    const auto open = [this](std::size_t place) {
        return place > 0 && place < spans_.size() && spans_[place - 1].reach > spans_[place].start;
    };
    const auto from =
        std::upper_bound(spans_.begin(), spans_.end(), start, [](auto time, const Span& s) {
            return time < s.reach;
        });
    const auto to = std::lower_bound(
        from, spans_.end(), end, [](const Span& s, auto time) { return s.start < time; });
    Window window{static_cast<std::size_t>(from - spans_.begin()),
                  static_cast<std::size_t>(to - spans_.begin())};
    while (open(window.from))
        --window.from;
    while (open(window.to))
        ++window.to;
    return window;
}

namespace {

/// The cues of these links and those that an edit brought, in the order of the document.
Document partOf(const ChangedTrack& changed, std::size_t track, const std::vector<Link>& links) {
    std::vector<std::uint32_t> at;
    const auto add = [&](CueId id) {
        const std::uint32_t place = placeIn(changed.places, id);
        if (place != kNowhere) at.push_back(place);
    };
    for (const Link& link : links)
        for (const CueId id : idsOf(link, track))
            add(id);
    for (const CueChange& step : changed.change.steps)
        if (step.after) add(step.after->id);
    std::sort(at.begin(), at.end());
    at.erase(std::unique(at.begin(), at.end()), at.end());
    Document part;
    for (const std::uint32_t place : at)
        part.cues.push_back(changed.document.cues[place]);
    return part;
}

}  // namespace

LinkChange LinkTable::relinkAll(const ChangedTrack& first, const ChangedTrack& second) {
    const std::size_t was = links_.size();
    *this = of(first.document, second.document);
    return {0, was, links_.size(), first.document.cues.size() + second.document.cues.size()};
}

LinkChange LinkTable::relink(const ChangedTrack& first, const ChangedTrack& second) {
    Extent touched = touchedBy(first.change);
    touched.add(touchedBy(second.change));
    if (touched.isEmpty()) return {};
    if (spans_.size() != links_.size() || isFarOut(touched)) return relinkAll(first, second);
    const Window window = windowAround(touched.start, touched.end);
    const auto begin = links_.begin() + static_cast<std::ptrdiff_t>(window.from);
    const std::vector<Link> old(begin, links_.begin() + static_cast<std::ptrdiff_t>(window.to));
    const Document parts[] = {partOf(first, 0, old), partOf(second, 1, old)};
    LinkTable made = of(parts[0], parts[1]);
    const LinkChange change{window.from,
                            window.to - window.from,
                            made.links_.size(),
                            parts[0].cues.size() + parts[1].cues.size()};
    replace(window, std::move(made));
    return change;
}

void LinkTable::replace(const Window& window, LinkTable part) {
    const auto at = [](auto& list, std::size_t place) {
        return list.begin() + static_cast<std::ptrdiff_t>(place);
    };
    for (std::size_t i = window.from; i < window.to; ++i)
        for (const std::size_t track : {0U, 1U})
            for (const CueId id : idsOf(links_[i], track))
                setPlace(places_[track], id, kNowhere);
    const bool isMoved = part.links_.size() != window.to - window.from;
    const std::size_t to = window.from + part.links_.size();
    links_.erase(at(links_, window.from), at(links_, window.to));
    links_.insert(at(links_, window.from),
                  std::make_move_iterator(part.links_.begin()),
                  std::make_move_iterator(part.links_.end()));
    spans_.erase(at(spans_, window.from), at(spans_, window.to));
    spans_.insert(at(spans_, window.from), part.spans_.begin(), part.spans_.end());
    placeLinks(window.from, isMoved ? links_.size() : to);
    std::int64_t reach = window.from == 0 ? -kMost : spans_[window.from - 1].reach;
    for (std::size_t i = window.from; i < spans_.size(); ++i) {
        reach = std::max(reach, spans_[i].end);
        if (i >= to && std::exchange(spans_[i].reach, reach) == reach) return;
        spans_[i].reach = reach;
    }
}

}  // namespace subs::session
