// SPDX-License-Identifier: MIT
#include <subs/edit/moved_times.h>
#include <subs/edit/scaled_track.h>
#include <subs/edit/stack.h>
#include <subs/edit/text_parts.h>

#include "edit/lanes.h"
#include "edit/merged_cues.h"
#include "edit/partners.h"
#include "edit/scaled_style.h"
#include "edit/whole_cue_tags.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace subs {
namespace {

/// A stretch of time and which cue of either track is shown in it.
struct Slice {
    Time start;
    Time end;
    std::array<std::optional<std::size_t>, 2> places;
};

/// The moments at which a cue begins or ends, ascending.
std::vector<Time> edgesOf(const Partners& partners) {
    std::vector<Time> edges;
    for (const auto& cues : partners.cues)
        for (const Shown& cue : cues) {
            edges.push_back(cue.start);
            edges.push_back(cue.end);
        }
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

/// From each edge to the next one, where anything is shown.
std::vector<Slice> slicesOf(const Partners& partners) {
    const std::vector<Time> edges = edgesOf(partners);
    std::array<std::size_t, 2> at{};
    std::vector<Slice> slices;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        Slice slice{edges[i], edges[i + 1], {}};
        for (const std::size_t track : {0U, 1U}) {
            const std::vector<Shown>& cues = partners.cues[track];
            while (at[track] < cues.size() && cues[at[track]].end <= slice.start)
                ++at[track];
            if (at[track] < cues.size() && cues[at[track]].start <= slice.start)
                slice.places[track] = cues[at[track]].place;
        }
        if (slice.places[0] || slice.places[1]) slices.push_back(slice);
    }
    return slices;
}

bool lasts(const Partners& partners) {
    return std::ranges::all_of(partners.cues, [](const auto& cues) {
        return std::ranges::all_of(cues, [](const Shown& cue) { return cue.end > cue.start; });
    });
}

bool isTimedFromBegin(const Cue& cue) {
    const auto isKaraoke = [](const Span& span) { return span.kind == SpanKind::Karaoke; };
    return hasTimedTags(cue) || std::ranges::any_of(cue.text.spans, isKaraoke);
}

bool sameLook(Style a, const Style& b) {
    a.piece = b.piece;
    a.name = b.name;
    return a == b;
}

/// Where a cue stands whose style is `style`, which may be null.
Alignment placeOf(const Cue& cue, const Style* style) {
    const Alignment usual = style != nullptr ? style->alignment : Alignment::BottomCentre;
    return cue.alignment.value_or(usual);
}

/// What `cue` of the second track has otherwise than one of the first. The place of a cue of the
/// first becomes that of both, so it is heeded whichever of the two says where it stands.
std::vector<Look> looksOtherwise(const Cue& cue,
                                 const Style* style,
                                 const Cue& first,
                                 const Style* other) {
    std::vector<Look> looks;
    const auto note = [&](Look look, bool isSet, bool isSame) {
        if (isSet && !isSame) looks.push_back(look);
    };
    note(Look::Style, style != nullptr, style && other && sameLook(*style, *other));
    const bool isPlaced = cue.alignment || first.alignment;
    const bool isThere = cue.alignment == first.alignment ||
                         (!cue.alignment && placeOf(cue, style) == placeOf(first, other));
    note(Look::Alignment, isPlaced, isThere);
    note(Look::Margins, cue.margins != Margins(), cue.margins == first.margins);
    note(Look::Layer, cue.layer != 0, cue.layer == first.layer);
    note(Look::Settings, !cue.settings.empty(), cue.settings == first.settings);
    note(Look::Effect, !cue.effect.empty(), cue.effect == first.effect);
    return looks;
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
        : documents_{&first, &second}, options_(options), merged_(first) {
        areLooksNoted_.resize(second.cues.size());
        isSpeakerLost_.resize(second.cues.size());
        for (const std::size_t track : {0U, 1U}) {
            isTaken_[track].resize(documents_[track]->cues.size());
            slices_[track].resize(documents_[track]->cues.size());
        }
    }

    Stacked stacked() {
        std::vector<Partners> all = partnersOf(*documents_[0], *documents_[1]);
        noteAlone(all);
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
        for (auto* places : {&result_.alone, &result_.cutTags})
            for (auto& of : *places)
                std::ranges::sort(of);
        for (auto& cues : result_.moved)
            std::ranges::sort(cues, {}, &MovedCue::place);
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
            const std::vector<Shown> before = partners.cues[1 - master];
            keepTimes(partners, master);
            for (std::size_t i = 0; i < before.size(); ++i) {
                const Shown& now = partners.cues[1 - master][i];
                if (!(before[i] == now))
                    result_.moved[1 - master].push_back({now.place, now.start, now.end});
            }
            if (mustStayApart(partners))
                addApart(partners);
            else
                addSlices(partners, partners.areAlone() ? std::nullopt : std::optional(master));
        }
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
        for (const Shown& cue : partners.cues[0])
            add({cue.start, cue.end, {cue.place, std::nullopt}});
        for (const Shown& cue : partners.cues[1]) {
            add({cue.start, cue.end, {std::nullopt, cue.place}});
            result_.apart.push_back(cue.place);
        }
    }

    void addExact(std::vector<Partners> all) {
        std::erase_if(all, [&](const Partners& partners) {
            const bool isApart = mustStayApart(partners);
            if (isApart)
                addApart(partners);
            else if (!lasts(partners))
                addTimeless(partners);
            return isApart || !lasts(partners);
        });
        for (const Partners& lane : lanesOf(all))
            addSlices(lane, std::nullopt);
    }

    /// `master`: only while a cue of that track is shown.
    void addSlices(const Partners& partners, std::optional<std::size_t> master) {
        if (!lasts(partners)) return addTimeless(partners);
        for (const Slice& slice : slicesOf(partners))
            if (!master || slice.places[*master]) add(slice);
    }

    /// Cues that end as they begin, or before that, are not cut.
    void addTimeless(const Partners& partners) {
        const auto& [first, second] = partners.cues;
        if (first.size() == 1 && second.size() == 1)
            return add({first[0].start, first[0].end, {first[0].place, second[0].place}});
        for (const Shown& cue : first)
            add({cue.start, cue.end, {cue.place, std::nullopt}});
        for (const Shown& cue : second)
            add({cue.start, cue.end, {std::nullopt, cue.place}});
    }

    void add(const Slice& slice) {
        for (const std::size_t track : {0U, 1U})
            if (slice.places[track]) note(track, *slice.places[track]);
        const std::size_t base = slice.places[0] ? 0 : 1;
        Cue cue = documents_[base]->cues[*slice.places[base]];
        if (slice.places[0] && slice.places[1]) setBoth(cue, *slice.places[1]);
        cue.start = slice.start;
        cue.end = slice.end;
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

    /// `cue` of the first track gets the text of the second's.
    void setBoth(Cue& cue, std::size_t place) {
        const Cue& second = documents_[1]->cues[place];
        if (!areLooksNoted_[place]) noteLooks(place, cue);
        areLooksNoted_[place] = true;
        std::array<CueText, 2> parts{cue.text, second.text};
        if (options_.speakers == Speakers::OfCue) {
            setSpeaker(cue, place);
        } else if (!(cue.speaker == second.speaker)) {
            parts = {spokenBy(cue.speaker, cue.text), spokenBy(second.speaker, second.text)};
            cue.speaker.clear();
        }
        if (options_.upper == Upper::Second) std::swap(parts[0], parts[1]);
        cue.text = joinedLines(parts);
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
        for (const Look look : looksOtherwise(
                 second, styleOf(*documents_[1], second), first, styleOf(*documents_[0], first)))
            result_.lookLost.push_back({place, look});
    }

    void addOfSecond(Cue cue, std::size_t place) {
        const bool isShown = cue.kind == CueKind::Dialogue;
        const Style* const style = isShown ? styleOf(*documents_[1], cue) : nullptr;
        if (!documents_[0]->styles.empty()) {
            if (isShown) stylesOfSecond_.insert(style);
        } else {
            if (style && slices_[1][place] <= 1) result_.lookLost.push_back({place, Look::Style});
            cue.style.clear();
        }
        merged_.add(std::move(cue));
    }

    /// What has no words, or times that are too large.
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
    StackOptions options_;
    MergedCues merged_;
    std::array<std::vector<bool>, 2> isTaken_;
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
