// SPDX-License-Identifier: MIT
#include <subs/edit/text_parts.h>
#include <subs/edit/unstack.h>

#include "edit/merged_cues.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <set>
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

/// How many spans are no points.
std::size_t rangesIn(const CueText& text) {
    return text.spans.size() -
           static_cast<std::size_t>(std::ranges::count_if(text.spans, &Span::isPoint));
}

/// One of the two tracks while it is gathered.
class Track {
public:
    explicit Track(Document document) : document_(std::move(document)) {}

    void add(const Cue& cue, CueText text) {
        if (cue.kind == CueKind::Dialogue && prolonged(cue, text)) return;
        document_.cues.push_back(cue);
        // Tags of what went are not to stay in its stretch of the file with nothing in them.
        if (rangesIn(text) < rangesIn(cue.text)) document_.cues.back().piece = {};
        document_.cues.back().text = std::move(text);
        remember(document_.cues.size() - 1);
    }

    /// `from` is what the track was taken out of.
    Document taken(const Document& from) {
        if (isNumbered(from)) number(document_);
        dropStyles(from);
        return std::move(document_);
    }

private:
    /// A moment, and a number for what is said, and how, up to it or from it on.
    using Key = std::pair<std::int64_t, std::size_t>;

    static Key keyOf(Time time, const Cue& cue, std::string_view text) {
        const std::size_t style = std::hash<std::string_view>()(cue.style);
        return {time.flicks(), std::hash<std::string_view>()(text) * 31 + style};
    }

    void remember(std::size_t place) {
        const Cue& cue = document_.cues[place];
        if (cue.end && *cue.end > cue.start)
            byEnd_.emplace(keyOf(*cue.end, cue, cue.text.plain), place);
    }

    /// A cue that ends where `cue` begins and says the same lasts longer; false: there is none.
    bool prolonged(const Cue& cue, const CueText& text) {
        const Key key = keyOf(cue.start, cue, text.plain);
        for (auto at = byEnd_.lower_bound(key); at != byEnd_.end() && at->first == key; ++at) {
            const std::size_t place = at->second;
            if (!goesOn(document_.cues[place], cue, text)) continue;
            document_.cues[place].end = cue.end;
            byEnd_.erase(at);
            remember(place);
            return true;
        }
        return false;
    }

    static bool goesOn(const Cue& before, const Cue& cue, const CueText& text) {
        return before.kind == CueKind::Dialogue && before.text == text &&
               before.style == cue.style && before.layer == cue.layer &&
               before.alignment == cue.alignment && before.settings == cue.settings;
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
                track.add(cue, cue.text);
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
        tracks_[track].add(cue, std::move(text));
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
