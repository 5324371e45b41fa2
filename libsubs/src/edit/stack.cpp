// SPDX-License-Identifier: MIT
#include <subs/edit/moved_times.h>
#include <subs/edit/scaled_track.h>
#include <subs/edit/stack.h>
#include <subs/edit/text_parts.h>
#include <subs/model/style_index.h>

#include "edit/lanes.h"
#include "edit/looks_otherwise.h"
#include "edit/merged_cues.h"
#include "edit/partners.h"
#include "edit/scaled_style.h"
#include "edit/slices.h"
#include "edit/times_inside.h"
#include "edit/whole_cue_tags.h"
#include "edit/written_edges.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace subs {
namespace {

bool isTimedFromBegin(const Cue& cue) {
    const auto isKaraoke = [](const Span& span) { return span.kind == SpanKind::Karaoke; };
    return hasTimedTags(cue) || std::ranges::any_of(cue.text.spans, isKaraoke);
}

CueText spokenBy(const RareText& speaker, CueText text) {
    if (!speaker.empty())
        text.spans.insert(text.spans.begin(),
                          {SpanKind::Voice,
                           0,
                           static_cast<std::uint32_t>(text.plain.size()),
                           std::string(speaker.view())});
    return text;
}

/// Stacks two tracks.
class Stacker {
public:
    Stacker(const Document& first, const Document& second, const StackOptions& options)
        : documents_{&first, &second},
          styles_{StyleIndex(first), StyleIndex(second)},
          options_(options),
          merged_(first) {
        areLooksNoted_.resize(second.cues.size());
        isSpeakerLost_.resize(second.cues.size());
        for (const std::size_t track : {0U, 1U}) {
            isTaken_[track].resize(documents_[track]->cues.size());
            isMoved_[track].resize(documents_[track]->cues.size());
            areTimesLost_[track].resize(documents_[track]->cues.size());
            slices_[track].resize(documents_[track]->cues.size());
        }
    }

    Stacked stacked() {
        std::vector<Partners> all = partnersOf(*documents_[0], *documents_[1], options_.startless);
        noteAlone(all);
        if (options_.written) putOnWritten(all, options_.written);
        if (options_.times == StackTimes::Exact)
            addExact(std::move(all));
        else
            addKept(all);
        addRest();
        result_.document = *documents_[0];
        addStyles();
        std::move(merged_).into(result_.document);
        sortPlaces();
        return std::move(result_);
    }

private:
    void sortPlaces() {
        for (auto* places : {&result_.alone, &result_.cutTags, &result_.timesLost})
            for (auto& of : *places)
                std::ranges::sort(of);
        for (auto* cues : {&result_.moved, &result_.ended})
            for (auto& of : *cues)
                std::ranges::sort(of, {}, &MovedCue::place);
        std::ranges::stable_sort(result_.lookLost, {}, &LostLook::place);
        std::ranges::sort(result_.apart);
    }

    void noteAlone(const std::vector<Partners>& all) {
        for (const Partners& partners : all)
            for (const std::size_t track : {0U, 1U})
                if (partners.cues[1 - track].empty())
                    for (const Shown& cue : partners.cues[track])
                        result_.alone[track].push_back(cue.place);
    }

    void addKept(std::vector<Partners>& all) {
        const std::size_t master = options_.times == StackTimes::First ? 0 : 1;
        for (Partners& partners : all) {
            if (haveTimesInside(partners)) {
                addApart(partners);
                continue;
            }
            const std::vector<Shown> before = partners.cues[1 - master];
            keepTimes(partners, master);
            noteMoved(before, partners.cues[1 - master], 1 - master);
            if (mustStayApart(partners))
                addApart(partners);
            else
                addSlices(partners);
        }
    }

    void noteMoved(const std::vector<Shown>& before,
                   const std::vector<Shown>& now,
                   std::size_t track) {
        for (std::size_t i = 0; i < now.size(); ++i) {
            if (before[i] == now[i]) continue;
            result_.moved[track].push_back({now[i].place, now[i].start, now[i].end});
            isMoved_[track][now[i].place] = true;
        }
    }

    /// True of partners one of which has times inside of its text that would not be its own any
    /// more in one cue with the other.
    bool haveTimesInside(const Partners& partners) const {
        if (options_.timesInside != TimesInside::Apart || partners.areAlone()) return false;
        for (const std::size_t track : {0U, 1U})
            if (std::ranges::any_of(partners.cues[track], [&](const Shown& cue) {
                    return hasTimesInside(documents_[track]->cues[cue.place].text);
                }))
                return true;
        return false;
    }

    bool mustStayApart(const Partners& partners) const {
        if (options_.wholeCueTags == WholeCueTags::Together) return false;
        const auto textOf = [&](std::size_t track, const Shown& cue) -> const CueText& {
            return documents_[track]->cues[cue.place].text;
        };
        return std::ranges::any_of(partners.cues[0], [&](const Shown& one) {
            return std::ranges::any_of(partners.cues[1], [&](const Shown& other) {
                return stayApart(textOf(0, one), textOf(1, other));
            });
        });
    }

    /// Each as a cue of its own.
    void addApart(const Partners& partners) {
        addEach(partners);
        for (const Shown& cue : partners.cues[1])
            result_.apart.push_back(cue.place);
    }

    void addEach(const Partners& partners) {
        for (const Shown& cue : partners.cues[0])
            add({cue.start, cue.end, {cue.place, std::nullopt}});
        for (const Shown& cue : partners.cues[1])
            add({cue.start, cue.end, {std::nullopt, cue.place}});
    }

    void addExact(std::vector<Partners> all) {
        std::erase_if(all, [&](const Partners& partners) {
            const bool isApart = haveTimesInside(partners) || mustStayApart(partners);
            if (isApart)
                addApart(partners);
            else if (!lasts(partners))
                addTimeless(partners);
            return isApart || !lasts(partners);
        });
        for (const Partners& lane : lanesOf(all))
            addSlices(lane);
    }

    /// A cue for each stretch in which the same is shown: what one says of several is shown between
    /// them, too, alone.
    void addSlices(const Partners& partners) {
        if (!lasts(partners)) return addTimeless(partners);
        for (const Slice& slice : slicesOf(partners))
            add(slice);
    }

    /// Cues that end as they begin, or before that, are not cut.
    void addTimeless(const Partners& partners) {
        const auto& [first, second] = partners.cues;
        const bool areOne = first.size() == 1 && second.size() == 1 &&
                            first[0].start == second[0].start && first[0].end == second[0].end;
        if (!areOne) return addEach(partners);
        add({first[0].start, first[0].end, {first[0].place, second[0].place}});
    }

    void add(const Slice& slice) {
        for (const std::size_t track : {0U, 1U})
            if (slice.places[track]) note(track, *slice.places[track]);
        const std::size_t base = slice.places[0] ? 0 : 1;
        Cue cue = documents_[base]->cues[*slice.places[base]];
        if (slice.places[0] && slice.places[1]) setBoth(cue, *slice.places[0], *slice.places[1]);
        cue.start = slice.start;
        cue.end = slice.end;
        for (const std::size_t track : {0U, 1U})
            if (slice.places[track]) noteEnd(track, *slice.places[track], slice);
        if (base == 0)
            merged_.put(*slice.places[0], std::move(cue));
        else
            addOfSecond(std::move(cue), *slice.places[1]);
    }

    void note(std::size_t track, std::size_t place) {
        isTaken_[track][place] = true;
        if (++slices_[track][place] == 2 && isTimedFromBegin(documents_[track]->cues[place]))
            result_.cutTags[track].push_back(place);
    }

    /// A cue that had no end has got one, if not by its partner: that of the last slice of it.
    void noteEnd(std::size_t track, std::size_t place, const Slice& slice) {
        if (documents_[track]->cues[place].end || isMoved_[track][place]) return;
        std::vector<MovedCue>& ended = result_.ended[track];
        // The slices of one cue come one behind the other.
        if (ended.empty() || ended.back().place != place)
            ended.push_back({place, slice.start, slice.end});
        else
            ended.back().end = slice.end;
    }

    /// `cue` of the first track gets the text of the second's.
    void setBoth(Cue& cue, std::size_t firstPlace, std::size_t place) {
        const Cue& second = documents_[1]->cues[place];
        if (!areLooksNoted_[place]) noteLooks(place, cue);
        areLooksNoted_[place] = true;
        std::array<CueText, 2> parts{cue.text, second.text};
        if (options_.timesInside == TimesInside::OfOne) keepTimesOfOne(parts, firstPlace, place);
        if (options_.speakers == Speakers::OfCue) {
            setSpeaker(cue, place);
        } else if (!(cue.speaker == second.speaker)) {
            parts = {spokenBy(cue.speaker, std::move(parts[0])),
                     spokenBy(second.speaker, std::move(parts[1]))};
            cue.speaker.clear();
        }
        if (options_.upper == Upper::Second) std::swap(parts[0], parts[1]);
        cue.text = joinedLines(parts);
    }

    /// The times inside of one text are those of a cue of both.
    void keepTimesOfOne(std::array<CueText, 2>& parts, std::size_t first, std::size_t second) {
        const std::size_t track = options_.times == StackTimes::Second ? 0 : 1;
        const std::size_t place = track == 0 ? first : second;
        CueText without = withoutTimesInside(parts[track]);
        if (without == parts[track]) return;
        parts[track] = std::move(without);
        if (!areTimesLost_[track][place]) result_.timesLost[track].push_back(place);
        areTimesLost_[track][place] = true;
    }

    /// One speaker for both texts.
    void setSpeaker(Cue& cue, std::size_t place) {
        const RareText& second = documents_[1]->cues[place].speaker;
        if (cue.speaker.empty()) {
            cue.speaker = second;
        } else if (!second.empty() && !(cue.speaker == second) && !isSpeakerLost_[place]) {
            isSpeakerLost_[place] = true;
            result_.lookLost.push_back({place, Look::Speaker});
        }
    }

    void noteLooks(std::size_t place, const Cue& first) {
        const Cue& second = documents_[1]->cues[place];
        for (const Look look :
             looksOtherwise(second, styles_[1].styleOf(second), first, styles_[0].styleOf(first)))
            result_.lookLost.push_back({place, look});
    }

    void addOfSecond(Cue cue, std::size_t place) {
        const bool isShown = cue.kind == CueKind::Dialogue;
        const Style* const style = isShown ? styles_[1].styleOf(cue) : nullptr;
        if (!documents_[0]->styles.empty()) {
            if (isShown) stylesOfSecond_.insert(style);
        } else {
            if (style && slices_[1][place] <= 1) result_.lookLost.push_back({place, Look::Style});
            cue.style.clear();
        }
        merged_.add(std::move(cue));
    }

    /// What has no words, no start, or times that are too large.
    void addRest() {
        for (std::size_t i = 0; i < isTaken_[0].size(); ++i)
            if (!isTaken_[0][i]) merged_.put(i, documents_[0]->cues[i]);
        for (std::size_t i = 0; i < isTaken_[1].size(); ++i)
            if (!isTaken_[1][i]) addOfSecond(documents_[1]->cues[i], i);
    }

    /// Those of cues of the second that the first has none of the name of.
    void addStyles() {
        std::vector<Style>& styles = result_.document.styles;
        for (const Style& style : documents_[1]->styles) {
            if (!stylesOfSecond_.contains(&style)) continue;
            if (std::ranges::find(styles, style.name, &Style::name) != styles.end()) continue;
            styles.push_back(scaledStyle(style, documents_[1]->canvas, documents_[0]->canvas));
            styles.back().piece = {};
        }
    }

    std::array<const Document*, 2> documents_;
    std::array<StyleIndex, 2> styles_;
    StackOptions options_;
    MergedCues merged_;
    std::array<std::vector<bool>, 2> isTaken_;
    std::array<std::vector<bool>, 2> isMoved_;
    std::array<std::vector<bool>, 2> areTimesLost_;     ///< Times inside of the text.
    std::array<std::vector<std::uint32_t>, 2> slices_;  ///< Into how many a cue was cut so far.
    std::vector<bool> areLooksNoted_;  ///< Of cues of the second that are in one of the first.
    std::vector<bool> isSpeakerLost_;  ///< Likewise.
    std::set<const Style*> stylesOfSecond_;  ///< Of cues that stand alone.
    Stacked result_;
};

}  // namespace

Stacked stacked(const Document& first, const Document& second, const StackOptions& options) {
    if (!first.canvas || !second.canvas || *first.canvas == *second.canvas)
        return Stacker(first, second, options).stacked();
    const ScaledTrack scaled = scaledTo(second, *first.canvas);
    return Stacker(first, scaled.document, options).stacked();
}

}  // namespace subs
