// SPDX-License-Identifier: MIT
#include "edit/parted_track.h"

#include "edit/mark_at_begin.h"
#include "edit/merged_cues.h"
#include "edit/seen_look.h"
#include "model/ends_by_next.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace subs {
namespace {

/// `text` without them: those of a cue with lines of both tracks may be of either.
CueText withoutMarks(CueText text) {
    std::erase_if(text.spans, isMarkAtBegin);
    return text;
}

}  // namespace

PartedTrack::PartedTrack(Document document) : document_(std::move(document)), styles_(document_) {}

void PartedTrack::add(Cue cue, Looks looks, Over over) {
    std::optional<std::size_t> place;
    if (cue.kind == CueKind::Dialogue) place = prolonged(cue, looks);
    if (!place) {
        place = document_.cues.size();
        document_.cues.push_back(std::move(cue));
        looks_.push_back(looks);
        overAt_.emplace_back();
    }
    overAt_[*place] = over.at;
    if (over.mayGoOn) remember(*place);
}

Document PartedTrack::taken(const Document& from) {
    keepEnds(document_, overAt_);
    if (isNumbered(from)) number(document_);
    dropStyles(from);
    return std::move(document_);
}

PartedTrack::Key PartedTrack::keyOf(Time time, const Cue& cue, Looks looks) const {
    return {time.flicks(),
            std::hash<std::string_view>()(cue.text.plain),
            looks == Looks::OfEither ? 0 : hashOf(seenLookOf(styles_, cue)) | 1U};
}

void PartedTrack::remember(std::size_t place) {
    const Cue& cue = document_.cues[place];
    const std::optional<Time> over = overAt_[place];
    if (over && *over > cue.start) byEnd_.emplace(keyOf(*over, cue, looks_[place]), place);
}

/// A cue that ends where `cue` begins and says the same lasts longer: its place, where there is
/// one.
std::optional<std::size_t> PartedTrack::prolonged(const Cue& cue, Looks looks) {
    const Key key = keyOf(cue.start, cue, looks);
    Key any = key;
    std::get<2>(any) = 0;
    if (looks == Looks::Own) {
        const auto place = goesOn(key, key, cue, looks);
        return place ? place : goesOn(any, any, cue, looks);
    }
    Key last = key;
    std::get<2>(last) = std::numeric_limits<std::size_t>::max();
    return goesOn(any, last, cue, looks);
}

/// As `prolonged`, of the cues with keys from `first` to `last`.
std::optional<std::size_t> PartedTrack::goesOn(const Key& first,
                                               const Key& last,
                                               const Cue& cue,
                                               Looks looks) {
    for (auto at = byEnd_.lower_bound(first); at != byEnd_.end() && at->first <= last; ++at) {
        const std::size_t place = at->second;
        if (!isSame(document_.cues[place], cue, looks_[place], looks)) continue;
        prolong(place, cue, looks);
        byEnd_.erase(at);
        return place;
    }
    return std::nullopt;
}

void PartedTrack::prolong(std::size_t place, const Cue& cue, Looks looks) {
    Cue& before = document_.cues[place];
    before.end = cue.end;
    if (looks_[place] == Looks::Own || looks == Looks::OfEither) return;
    looks_[place] = Looks::Own;
    before.text = cue.text;
    before.style = cue.style;
    before.layer = cue.layer;
    before.alignment = cue.alignment;
    before.margins = cue.margins;
    before.settings = cue.settings;
    before.effect = cue.effect;
    before.speaker = cue.speaker;
}

bool PartedTrack::isSame(const Cue& before, const Cue& cue, Looks ofBefore, Looks ofCue) const {
    if (before.kind != CueKind::Dialogue) return false;
    if (ofBefore != ofCue) return isSameText(before, cue, withoutMarks);
    if (ofCue == Looks::OfEither) return isSameText(before, cue, std::identity());
    return before.layer == cue.layer && before.alignment == cue.alignment &&
           before.settings == cue.settings &&
           seenLookOf(styles_, before) == seenLookOf(styles_, cue);
}

template <typename Compared>
bool PartedTrack::isSameText(const Cue& before, const Cue& cue, Compared compared) const {
    if (compared(before.text) == compared(cue.text)) return true;
    // A style that is italic, and a text that is.
    return compared(seenLookOf(styles_, before).text) == compared(seenLookOf(styles_, cue).text);
}

/// Those that only the other track's cues are in.
void PartedTrack::dropStyles(const Document& from) {
    std::set<std::string> all;
    std::set<std::string> own;
    for (const Cue& cue : from.cues)
        all.insert(cue.style);
    for (const Cue& cue : document_.cues)
        own.insert(cue.style);
    if (own.empty()) return;
    std::erase_if(document_.styles, [&](const Style& style) {
        return style.name != "Default" && all.contains(style.name) && !own.contains(style.name);
    });
}

}  // namespace subs
