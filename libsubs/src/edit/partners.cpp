// SPDX-License-Identifier: MIT
#include "edit/partners.h"

#include <subs/model/links.h>
#include <subs/model/missing_end.h>
#include <subs/time/largest_time.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace subs {
namespace {

constexpr Time kLongestGap = Time::fromSeconds(1);

std::vector<std::size_t> placesByStart(const Document& document, std::span<const CueId> startless) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < document.cues.size(); ++i)
        if (canBePartner(document.cues[i], startless)) places.push_back(i);
    std::ranges::stable_sort(places, {}, [&](std::size_t i) { return document.cues[i].start; });
    return places;
}

/// The times of a track alone, each with an end: cue n has the id n + 1.
class Track {
public:
    Track(const Document& document, std::span<const CueId> startless) {
        const std::vector<std::size_t> places = placesByStart(document, startless);
        std::optional<Time> next;
        thin_.cues.resize(places.size());
        for (std::size_t i = places.size(); i-- > 0;) {
            const Cue& cue = document.cues[places[i]];
            const bool isLast = i + 1 == places.size();
            if (!isLast && document.cues[places[i + 1]].start > cue.start)
                next = document.cues[places[i + 1]].start;
            thin_.cues[i].id = {static_cast<std::uint32_t>(i + 1)};
            thin_.cues[i].start = cue.start;
            thin_.cues[i].end = cue.end.value_or(usualEnd(cue.start, next));
            shown_.push_back({places[i], cue.start, *thin_.cues[i].end});
        }
        std::ranges::reverse(shown_);
    }

    const Document& times() const { return thin_; }

    std::vector<Shown> of(const std::vector<CueId>& ids) const {
        std::vector<Shown> some;
        some.reserve(ids.size());
        for (const CueId id : ids)
            some.push_back(shown_[id.value - 1]);
        return some;
    }

private:
    Document thin_;
    std::vector<Shown> shown_;  ///< By start.
};

/// Takes out of `cues`, which are in the order of time, those that overlap one before them.
std::vector<Shown> overlappingTakenOutOf(std::vector<Shown>& cues) {
    std::vector<Shown> taken;
    std::vector<Shown> kept;
    for (const Shown& cue : cues)
        (kept.empty() || cue.start >= kept.back().end ? kept : taken).push_back(cue);
    cues = std::move(kept);
    return taken;
}

void addSeparated(Partners partners, std::vector<Partners>& all) {
    std::vector<Partners> alone;
    for (const std::size_t track : {0U, 1U})
        for (const Shown& cue : overlappingTakenOutOf(partners.cues[track]))
            alone.emplace_back().cues[track] = {cue};
    all.push_back(std::move(partners));
    std::ranges::move(alone, std::back_inserter(all));
}

void stretchOver(std::vector<Shown>& parts, const Shown& whole) {
    parts.front().start = whole.start;
    parts.back().end = whole.end;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i)
        if (parts[i + 1].start <= parts[i].end + kLongestGap) parts[i].end = parts[i + 1].start;
}

}  // namespace

bool canBePartner(const Cue& cue, std::span<const CueId> startless) {
    return cue.kind == CueKind::Dialogue && !cue.text.plain.empty() && !isTooLarge(cue.start) &&
           !(cue.end && isTooLarge(*cue.end)) && !std::ranges::binary_search(startless, cue.id);
}

std::vector<Partners> partnersOf(const Document& first,
                                 const Document& second,
                                 const Startless& startless) {
    const std::array tracks{Track(first, startless[0]), Track(second, startless[1])};
    std::vector<Partners> all;
    for (const Link& link : linksByOverlap(tracks[0].times(), tracks[1].times()))
        addSeparated({{tracks[0].of(link.first), tracks[1].of(link.second)}}, all);
    return all;
}

void keepTimes(Partners& partners, std::size_t master) {
    if (partners.areAlone()) return;
    const std::vector<Shown>& kept = partners.cues[master];
    const Shown whole{0, kept.front().start, kept.back().end};
    stretchOver(partners.cues[1 - master], whole);
}

}  // namespace subs
