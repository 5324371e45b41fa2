// SPDX-License-Identifier: MIT
#include <subs/edit/text_parts.h>
#include <subs/edit/unstack.h>
#include <subs/model/without_cues.h>

#include "edit/mark_at_begin.h"
#include "edit/parted_track.h"
#include "model/ends_by_next.h"
#include "text/letter_kinds.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace subs {
namespace {

using Owners = std::vector<LineOwner>;
using LineList = std::vector<std::string_view>;

bool isUnclear(LineOwner owner) {
    return owner == LineOwner::Unclear;
}

/// "♪" over "♪".
bool isTwice(const LineList& lines) {
    const std::size_t half = lines.size() / 2;
    return lines.size() % 2 == 0 && std::equal(lines.begin(),
                                               lines.begin() + static_cast<std::ptrdiff_t>(half),
                                               lines.begin() + static_cast<std::ptrdiff_t>(half));
}

Owners halves(std::size_t count) {
    Owners owners(count, LineOwner::First);
    std::fill(
        owners.begin() + static_cast<std::ptrdiff_t>(count / 2), owners.end(), LineOwner::Second);
    return owners;
}

/// Each unclear line with the one before it, else with the one behind it.
void settle(Owners& owners) {
    const auto known = std::ranges::find_if_not(owners, isUnclear);
    if (known == owners.end()) return;
    LineOwner last = *known;
    for (LineOwner& owner : owners)
        last = owner = isUnclear(owner) ? last : owner;
}

/// The points at the very beginning of a text.
std::vector<Span> marksAtBegin(const CueText& text) {
    std::vector<Span> marks;
    std::ranges::copy_if(text.spans, std::back_inserter(marks), isMarkAtBegin);
    return marks;
}

/// `text` with those of `marks` at its beginning that are not there yet.
CueText withMarks(CueText text, const std::vector<Span>& marks) {
    std::vector<Span> missing;
    for (const Span& mark : marks)
        if (std::ranges::find(text.spans, mark) == text.spans.end()) missing.push_back(mark);
    text.spans.insert(text.spans.begin(), missing.begin(), missing.end());
    return text;
}

/// How many spans are no points.
std::size_t rangesIn(const CueText& text) {
    return text.spans.size() -
           static_cast<std::size_t>(std::ranges::count_if(text.spans, &Span::isPoint));
}

Cue withText(Cue cue, CueText text) {
    // Tags of what went are not to stay in its stretch of the file with nothing in them.
    if (rangesIn(text) < rangesIn(cue.text)) cue.piece = {};
    cue.text = std::move(text);
    return cue;
}

/// `cue` with the voice that says all of it as its speaker, as it was before it was stacked.
Cue spoken(Cue cue) {
    const auto isVoice = [](const Span& span) { return span.kind == SpanKind::Voice; };
    std::vector<Span>& spans = cue.text.spans;
    const auto voice = std::ranges::find_if(spans, isVoice);
    if (!cue.speaker.empty() || std::ranges::count_if(spans, isVoice) != 1) return cue;
    if (voice->begin > 0 || voice->end < cue.text.plain.size()) return cue;
    cue.speaker = voice->value;
    spans.erase(voice);
    return cue;
}

/// Parts a track.
class Unstacker {
public:
    Unstacker(const Document& document, const LineSorter& ownersOf, MarksAtBegin marks)
        : document_(document),
          ends_(endsByNext(document)),
          ownersOf_(ownersOf),
          marks_(marks),
          tracks_{PartedTrack(withoutCues(document)), PartedTrack(withoutCues(document))} {}

    Unstacked unstacked() {
        for (std::size_t i = 0; i < document_.cues.size(); ++i)
            take(i);
        return {tracks_[0].taken(document_),
                tracks_[1].taken(document_),
                std::move(inBoth_),
                std::move(guessed_)};
    }

private:
    void take(std::size_t place) {
        const Cue& cue = document_.cues[place];
        const LineList lines = linesIn(cue.text.plain);
        const Owners owners =
            cue.kind == CueKind::Comment ? Owners{LineOwner::Unclear} : ownersOf(place, cue, lines);
        if (isUnclear(owners.front())) {
            inBoth_.push_back(place);
            for (PartedTrack& track : tracks_)
                track.add(cue, Looks::Own, overAt(place));
            return;
        }
        addPart(0, LineOwner::First, place, lines, owners);
        addPart(1, LineOwner::Second, place, lines, owners);
    }

    /// When cue `place` is over: without an end, as in LRC, when the next begins. One that says the
    /// same is the line sung again.
    Over overAt(std::size_t place) const {
        const Cue& cue = document_.cues[place];
        if (cue.end) return {cue.end, true};
        const bool isAgain = ends_[place] && document_.cues[place + 1].text.plain == cue.text.plain;
        return {ends_[place], !isAgain};
    }

    void addPart(std::size_t track,
                 LineOwner owner,
                 std::size_t place,
                 const LineList& lines,
                 const Owners& owners) {
        const Cue& cue = document_.cues[place];
        std::vector<CueText> parts;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (owners[i] != owner) continue;
            const auto begin = static_cast<std::size_t>(lines[i].data() - cue.text.plain.data());
            std::size_t last = i;
            while (last + 1 < lines.size() && owners[last + 1] == owner)
                ++last;
            const std::size_t end = begin + lengthOf(lines, i, last);
            parts.push_back(partOf(cue.text, begin, end));
            i = last;
        }
        if (parts.empty()) return;
        CueText text = joinedLines(parts);
        if (marks_ == MarksAtBegin::OfBoth)
            text = withMarks(std::move(text), marksAtBegin(cue.text));
        // Where the texts had fields of their own, they had all else of the cue in common.
        const bool isShared =
            marks_ == MarksAtBegin::OfBoth &&
            std::ranges::any_of(owners, [&](LineOwner other) { return other != owner; });
        Cue part = withText(cue, std::move(text));
        // A voice that says all of a line, or of a field, is the speaker.
        if (isShared || marks_ == MarksAtBegin::OfTheFirstLine) part = spoken(std::move(part));
        tracks_[track].add(std::move(part), isShared ? Looks::OfEither : Looks::Own, overAt(place));
    }

    /// In bytes, with the line ends between.
    static std::size_t lengthOf(const LineList& lines, std::size_t first, std::size_t last) {
        const char* const end = lines[last].data() + lines[last].size();
        return static_cast<std::size_t>(end - lines[first].data());
    }

    /// None of them is unclear unless all are.
    Owners ownersOf(std::size_t place, const Cue& cue, const LineList& lines) {
        Owners owners = ownersOf_(cue, lines);
        const auto unclear = std::ranges::count_if(owners, isUnclear);
        if (unclear == std::ssize(owners)) return isTwice(lines) ? halves(lines.size()) : owners;
        if (owners.size() == 2 && unclear == 1 && giveNumberAway(lines, owners))
            guessed_.push_back(place);
        settle(owners);
        return owners;
    }

    /// Of two lines one of which is a bare number: it says in one language what the other does.
    static bool giveNumberAway(const LineList& lines, Owners& owners) {
        const std::size_t at = isUnclear(owners[0]) ? 0 : 1;
        if (!hasLatinDigit(lines[at])) return false;
        owners[at] = owners[1 - at] == LineOwner::First ? LineOwner::Second : LineOwner::First;
        return true;
    }

    const Document& document_;
    std::vector<std::optional<Time>> ends_;  ///< Of cues without one.
    const LineSorter& ownersOf_;
    MarksAtBegin marks_;
    std::array<PartedTrack, 2> tracks_;
    std::vector<std::size_t> inBoth_;
    std::vector<std::size_t> guessed_;
};

}  // namespace

Unstacked unstacked(const Document& document, const LineSorter& ownersOf, MarksAtBegin marks) {
    return Unstacker(document, ownersOf, marks).unstacked();
}

}  // namespace subs
