// SPDX-License-Identifier: MIT
#include <subs/edit/text_parts.h>
#include <subs/edit/unstack.h>

#include "edit/merged_cues.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

namespace subs {
namespace {

using Owners = std::vector<LineOwner>;
using Lines = std::vector<std::string_view>;

bool isUnclear(LineOwner owner) {
    return owner == LineOwner::Unclear;
}

bool hasDigit(std::string_view line) {
    return line.find_first_of("0123456789") != std::string_view::npos;
}

/// "♪" over "♪".
bool isTwice(const Lines& lines) {
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

bool isMarkAtBegin(const Span& span) {
    return span.isPoint() && span.begin == 0;
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

/// `text` without them: those of a cue with lines of both tracks may be of either.
CueText withoutMarks(CueText text) {
    std::erase_if(text.spans, isMarkAtBegin);
    return text;
}

/// How many spans are no points.
std::size_t rangesIn(const CueText& text) {
    return text.spans.size() -
           static_cast<std::size_t>(std::ranges::count_if(text.spans, &Span::isPoint));
}

/// Whether a cue had lines of both tracks. How it looks is then how one of them does, and nothing
/// says which.
enum class Looks : std::uint8_t { Own, OfEither };

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

/// One of the two tracks while it is gathered.
class Track {
public:
    explicit Track(Document document) : document_(std::move(document)) {}

    void add(Cue cue, Looks looks) {
        if (cue.kind == CueKind::Dialogue && prolonged(cue, looks)) return;
        document_.cues.push_back(std::move(cue));
        looks_.push_back(looks);
        remember(document_.cues.size() - 1);
    }

    /// `from` is what the track was taken out of.
    Document taken(const Document& from) {
        if (isNumbered(from)) number(document_);
        dropStyles(from);
        return std::move(document_);
    }

private:
    /// A moment, a number for what is said up to it or from it on, and one for how; 0 is in any
    /// way.
    using Key = std::tuple<std::int64_t, std::size_t, std::size_t>;

    static Key keyOf(Time time, const Cue& cue, Looks looks) {
        const std::hash<std::string_view> hash;
        return {time.flicks(),
                hash(cue.text.plain),
                looks == Looks::OfEither ? 0 : hash(cue.style) | 1U};
    }

    void remember(std::size_t place) {
        const Cue& cue = document_.cues[place];
        if (cue.end && *cue.end > cue.start)
            byEnd_.emplace(keyOf(*cue.end, cue, looks_[place]), place);
    }

    /// A cue that ends where `cue` begins and says the same lasts longer; false: there is none.
    bool prolonged(const Cue& cue, Looks looks) {
        const Key key = keyOf(cue.start, cue, looks);
        Key any = key;
        std::get<2>(any) = 0;
        if (looks == Looks::Own) return goesOn(key, key, cue) || goesOn(any, any, cue);
        Key last = key;
        std::get<2>(last) = std::numeric_limits<std::size_t>::max();
        return goesOn(any, last, cue, looks);
    }

    /// As `prolonged`, of the cues with keys from `first` to `last`.
    bool goesOn(const Key& first, const Key& last, const Cue& cue, Looks looks = Looks::Own) {
        for (auto at = byEnd_.lower_bound(first); at != byEnd_.end() && at->first <= last; ++at) {
            const std::size_t place = at->second;
            if (!isSame(document_.cues[place], cue, looks_[place], looks)) continue;
            prolong(place, cue, looks);
            byEnd_.erase(at);
            remember(place);
            return true;
        }
        return false;
    }

    void prolong(std::size_t place, const Cue& cue, Looks looks) {
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

    static bool isSame(const Cue& before, const Cue& cue, Looks ofBefore, Looks ofCue) {
        if (before.kind != CueKind::Dialogue) return false;
        if (ofBefore != ofCue) return withoutMarks(before.text) == withoutMarks(cue.text);
        if (!(before.text == cue.text)) return false;
        return ofCue == Looks::OfEither ||
               (before.style == cue.style && before.layer == cue.layer &&
                before.alignment == cue.alignment && before.settings == cue.settings);
    }

    /// Those that only the other track's cues are in.
    void dropStyles(const Document& from) {
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

    Document document_;
    std::vector<Looks> looks_;               ///< Of each cue.
    std::multimap<Key, std::size_t> byEnd_;  ///< Places of cues that last.
};

/// Parts a track.
class Unstacker {
public:
    Unstacker(const Document& document, const LineSorter& ownersOf, MarksAtBegin marks)
        : document_(document),
          ownersOf_(ownersOf),
          marks_(marks),
          tracks_{Track(withoutCues(document)), Track(withoutCues(document))} {}

    Unstacked unstacked() {
        for (std::size_t i = 0; i < document_.cues.size(); ++i)
            take(i);
        return {tracks_[0].taken(document_),
                tracks_[1].taken(document_),
                std::move(inBoth_),
                std::move(guessed_)};
    }

private:
    static Document withoutCues(Document document) {
        document.cues.clear();
        return document;
    }

    void take(std::size_t place) {
        const Cue& cue = document_.cues[place];
        const Lines lines = linesIn(cue.text.plain);
        const Owners owners =
            cue.kind == CueKind::Comment ? Owners{LineOwner::Unclear} : ownersOf(place, cue, lines);
        if (isUnclear(owners.front())) {
            inBoth_.push_back(place);
            for (Track& track : tracks_)
                track.add(cue, Looks::Own);
            return;
        }
        addPart(0, LineOwner::First, cue, lines, owners);
        addPart(1, LineOwner::Second, cue, lines, owners);
    }

    void addPart(std::size_t track,
                 LineOwner owner,
                 const Cue& cue,
                 const Lines& lines,
                 const Owners& owners) {
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
        if (!isShared) return tracks_[track].add(withText(cue, std::move(text)), Looks::Own);
        tracks_[track].add(spoken(withText(cue, std::move(text))), Looks::OfEither);
    }

    /// In bytes, with the line ends between.
    static std::size_t lengthOf(const Lines& lines, std::size_t first, std::size_t last) {
        const char* const end = lines[last].data() + lines[last].size();
        return static_cast<std::size_t>(end - lines[first].data());
    }

    /// None of them is unclear unless all are.
    Owners ownersOf(std::size_t place, const Cue& cue, const Lines& lines) {
        Owners owners = ownersOf_(cue, lines);
        const auto unclear = std::ranges::count_if(owners, isUnclear);
        if (unclear == std::ssize(owners)) return isTwice(lines) ? halves(lines.size()) : owners;
        if (owners.size() == 2 && unclear == 1 && giveNumberAway(lines, owners))
            guessed_.push_back(place);
        settle(owners);
        return owners;
    }

    /// Of two lines one of which is a bare number: it says in one language what the other does.
    static bool giveNumberAway(const Lines& lines, Owners& owners) {
        const std::size_t at = isUnclear(owners[0]) ? 0 : 1;
        if (!hasDigit(lines[at])) return false;
        owners[at] = owners[1 - at] == LineOwner::First ? LineOwner::Second : LineOwner::First;
        return true;
    }

    const Document& document_;
    const LineSorter& ownersOf_;
    MarksAtBegin marks_;
    std::array<Track, 2> tracks_;
    std::vector<std::size_t> inBoth_;
    std::vector<std::size_t> guessed_;
};

}  // namespace

Unstacked unstacked(const Document& document, const LineSorter& ownersOf, MarksAtBegin marks) {
    return Unstacker(document, ownersOf, marks).unstacked();
}

}  // namespace subs
