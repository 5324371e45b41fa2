// SPDX-License-Identifier: MIT
#include "job/sidecar/merge.h"

#include <subs/format/capabilities.h>
#include <subs/format/features.h>
#include <subs/job/cue_lines.h>

#include "format/patch.h"
#include "job/sidecar/ascending.h"
#include "job/sidecar/cue_match.h"
#include "job/sidecar/cue_merge.h"
#include "job/sidecar/cue_order.h"
#include "job/sidecar/cue_terms.h"
#include "job/sidecar/document_merge.h"
#include "job/sidecar/split.h"
#include "job/sidecar/whole_look.h"
#include "model/ends_by_next.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace subs {
namespace {

bool hasComments(const Document& document) {
    return std::ranges::any_of(document.cues,
                               [](const Cue& cue) { return cue.kind == CueKind::Comment; });
}

/// For each written cue, which of the original it was made of.
std::vector<std::uint32_t> madeOf(const Document& original, const Document& written) {
    if (hasComments(written) || !hasComments(original))
        return matchedCues(original.cues, written.cues, MatchKind::Converted);
    // Comments were left out; often they say the same as a line that is shown.
    std::vector<Cue> shown;
    std::vector<std::uint32_t> places;
    for (std::size_t i = 0; i < original.cues.size(); ++i) {
        if (original.cues[i].kind == CueKind::Comment) continue;
        shown.push_back(original.cues[i]);
        places.push_back(static_cast<std::uint32_t>(i));
    }
    std::vector<std::uint32_t> result = matchedCues(shown, written.cues, MatchKind::Converted);
    for (std::uint32_t& place : result)
        if (place != kNoMatch) place = places[place];
    return result;
}

/// Which of `places` stand in the order of their values, as many as can be.
std::vector<bool> areInOrder(const std::vector<std::uint32_t>& places) {
    std::vector<std::size_t> values;
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i] == kNoMatch) continue;
        values.push_back(places[i]);
        which.push_back(i);
    }
    std::vector<bool> result(places.size(), false);
    for (const std::size_t at : longestAscending(values))
        result[which[at]] = true;
    return result;
}

bool isNumber(std::string_view text) {
    return !text.empty() &&
           std::ranges::all_of(text, [](char letter) { return letter >= '0' && letter <= '9'; });
}

/// True where nothing but the label and its place in the file differs.
bool saysTheSame(const Cue& written, const Cue& edited) {
    return written.start == edited.start && written.end == edited.end &&
           written.text.plain == edited.text.plain && !hasOtherLooks(written, edited);
}

/// One merge on its way.
class Merging {
public:
    Merging(Restored& result,
            const ReadDocument& written,
            const ReadDocument& edited,
            const FrameTimeline* timeline)
        : result_(result),
          original_(result.read.document),
          home_(*result.read.format),
          written_(written.document),
          edited_(edited.document),
          timeline_(timeline),
          ofWritten_(matchedCues(written_.cues, edited_.cues, MatchKind::Edited)) {}

    /// True where what was matched may as well be chance.
    bool isOther() const {
        const auto matched = static_cast<std::size_t>(
            std::ranges::count_if(ofWritten_, [](auto match) { return match != kNoMatch; }));
        return matched == 0 || matched * 5 < std::min(written_.cues.size(), edited_.cues.size());
    }

    void run() {
        ofOriginal_ = madeOf(original_, written_);
        isInOrder_ = areInOrder(ofOriginal_);
        lines_ = cueLinesOf(edited_);
        translate();
        for (std::size_t i = 0; i < edited_.cues.size();)
            i += put(i);
        const std::vector<bool> gone = goneCues();
        const std::map<CueId, KnownEnd> ends = knownEnds();
        order(gone);
        keepKnownEnds(ends);
        const Diagnostics others = mergeDocuments(original_, home_, written_, edited_);
        std::ranges::copy(others, std::back_inserter(result_.read.diagnostics));
    }

private:
    /// Puts the cues in their order: that of the edited file where the original's elements allow
    /// it, else those that were there stay where they stood.
    void order(const std::vector<bool>& gone) {
        const bool hasSections =
            std::ranges::count(original_.origin->pieces, PieceKind::Section, &Piece::kind) > 0;
        std::vector<Cue> asRead;
        std::vector<OrderedCue> asEdited;
        if (hasSections) {
            asRead = original_.cues;
            asEdited = cues_;
        }
        OrderedCues ordered = inOrderOf(std::move(original_.cues), std::move(cues_), gone);
        original_.cues = std::move(ordered.cues);
        result_.moved = ordered.moved;
        if (!hasSections || !changesSections(original_)) return;
        original_.cues =
            inOrderOf(std::move(asRead), std::move(asEdited), gone, MovedCues::Stay).cues;
        result_.moved = 0;
        remarkOrder(ordered.moved);
    }

    void remarkOrder(std::size_t moved) {
        result_.read.diagnostics.push_back(
            {Severity::Warning,
             0,
             0,
             "sidecar.order",
             fmt::format(
                 "{} in another order than in {}, where they would come into other elements "
                 "of the file; its order stays",
                 moved == 1 ? "a cue stands" : fmt::format("{} cues stand", moved),
                 home_.info().name)});
    }

    /// As the original's format has them.
    struct Terms {
        std::optional<CueInFormat> written = {};
        std::optional<CueInFormat> edited = {};
        std::optional<Style> plainLook = {};  ///< Of a new cue: without what is its own.
    };

    std::optional<std::uint32_t> placeOf(std::size_t index) const {
        const std::uint32_t written = ofWritten_[index];
        if (written == kNoMatch || ofOriginal_[written] == kNoMatch) return std::nullopt;
        return ofOriginal_[written];
    }

    const Cue& writtenOf(std::size_t index) const { return written_.cues[ofWritten_[index]]; }

    /// Has the original's format say what is new, and what was edited besides text and times.
    void translate() {
        std::vector<std::size_t> before;
        std::vector<std::size_t> after;
        terms_.resize(edited_.cues.size());
        std::vector<std::size_t> pairs;
        std::vector<std::size_t> added;
        for (std::size_t i = 0; i < edited_.cues.size(); ++i) {
            const bool isNew = !placeOf(i);
            if (!isNew && !hasOtherLooks(writtenOf(i), edited_.cues[i])) continue;
            after.push_back(i);
            if (isNew) added.push_back(i);
            if (isNew) continue;
            before.push_back(ofWritten_[i]);
            pairs.push_back(i);
        }
        WriteOptions options;
        options.timeline = timeline_;
        auto fresh = cuesInTermsOf(home_, edited_, after, options);
        for (std::size_t i = 0; i < after.size(); ++i)
            terms_[after[i]].edited = std::move(fresh[i]);
        auto old = cuesInTermsOf(home_, written_, before, options);
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            Terms& terms = terms_[pairs[i]];
            terms.written = std::move(old[i]);
            if (terms.written && terms.edited)
                sayLook(*terms.written,
                        *terms.edited,
                        styleOf(original_, original_.cues[*placeOf(pairs[i])]));
        }
        auto plain = plainLooks(home_, edited_, added, options);
        for (std::size_t i = 0; i < added.size(); ++i)
            terms_[added[i]].plainLook = std::move(plain[i]);
    }

    /// Deals with edited cue `index`, and with those that it was split into; how many.
    std::size_t put(std::size_t index) {
        const auto place = placeOf(index);
        if (!place) {
            putNew(index);
            return 1;
        }
        if (const std::size_t parts = putSplit(index, *place); parts > 0) return parts;
        OrderedCue cue{*place, std::nullopt, !isInOrder_[ofWritten_[index]]};
        if (auto changed = changedCue(index, *place)) {
            cue.cue = std::move(changed);
            ++result_.changed;
        }
        cues_.push_back(std::move(cue));
        return 1;
    }

    std::optional<Cue> changedCue(std::size_t index, std::uint32_t place) {
        const Cue& original = original_.cues[place];
        const Cue& written = writtenOf(index);
        const Cue& edited = edited_.cues[index];
        const bool isRelabelled = isNewLabel(index);
        if (!isRelabelled && saysTheSame(written, edited)) return std::nullopt;
        const Terms& terms = terms_[index];
        MergedCue merged = mergedCue({original, written, edited},
                                     {terms.written ? &terms.written->cue : nullptr,
                                      terms.edited ? &terms.edited->cue : nullptr});
        if (isRelabelled) merged.cue.label = edited.label;
        if (merged.overlaps)
            remark(index,
                   "sidecar.overlap",
                   "was edited where the original says something else; what was edited stands");
        const bool hasStyle = keepsStyle(merged.cue, original);
        if (merged.isIncomplete || !hasStyle)
            remark(index,
                   "sidecar.not-merged",
                   fmt::format("was edited besides its text and times in a way that {} has no word "
                               "for; the original stays so far",
                               home_.info().name));
        return std::move(merged.cue);
    }

    /// False where a style was chosen that the original has not; then its own stays.
    bool keepsStyle(Cue& cue, const Cue& original) const {
        if (cue.style == original.style || hasStyle(cue.style)) return true;
        cue.style = original.style;
        return false;
    }

    bool hasStyle(std::string_view name) const {
        const auto isNamed = [&](const Style& style) { return style.name == name; };
        return std::ranges::any_of(original_.styles, isNamed) ||
               std::ranges::any_of(edited_.styles, isNamed);
    }

    /// Cues that are counted anew since some were added or removed keep their labels.
    bool isNewLabel(std::size_t index) const {
        const std::string& before = writtenOf(index).label;
        const std::string& after = edited_.cues[index].label;
        if (before == after) return false;
        return !isNumber(before) || after != std::to_string(index + 1);
    }

    void putNew(std::size_t index) {
        const Cue& edited = edited_.cues[index];
        const bool wasWritten = ofWritten_[index] != kNoMatch;
        // What was written more than once comes home once, unless it was edited.
        if (wasWritten && saysTheSame(writtenOf(index), edited)) return;
        const std::optional<CueInFormat>& terms = terms_[index].edited;
        if (!terms)
            remark(
                index,
                "sidecar.not-merged",
                fmt::format("is new, and {} cannot hold it as it is; its text and times are kept",
                            home_.info().name));
        Cue cue = terms ? terms->cue : plain(edited);
        cue.id = original_.newId();
        cue.start = edited.start;
        cue.end = edited.end;
        cue.label = edited.label;
        giveStyle(cue, terms_[index]);
        cues_.push_back({std::nullopt, std::move(cue), false});
        ++result_.added;
    }

    static Cue plain(const Cue& edited) {
        Cue cue;
        cue.text.plain = edited.text.plain;
        return cue;
    }

    /// A new cue looks as most of the original do where that has not the style that a new file has,
    /// but for what it says of its own look. Where a cue may have no style it has none.
    void giveStyle(Cue& cue, const Terms& terms) {
        const bool isMadeUp = terms.edited && terms.edited->look;
        const bool hasNone = terms.edited && cue.style.empty();
        if (!isMadeUp && (hasNone || original_.styles.empty() || hasStyle(cue.style))) return;
        cue.style = usualStyle();
        if (isMadeUp && terms.plainLook)
            markWhole(cue, *terms.plainLook, *terms.edited->look, styleOf(original_, cue));
    }

    /// That of most of the original's cues that are shown.
    const std::string& usualStyle() {
        if (usualStyle_) return *usualStyle_;
        std::map<std::string_view, std::size_t> counts;
        for (const Cue& cue : original_.cues)
            if (cue.kind == CueKind::Dialogue) ++counts[cue.style];
        std::string_view usual;
        std::size_t most = 0;
        for (const auto& [style, count] : counts)
            if (count > most) {
                usual = style;
                most = count;
            }
        if (counts.empty() && !original_.styles.empty()) usual = original_.styles.front().name;
        return usualStyle_.emplace(usual);
    }

    /// Where a cue was cut in parts, its original is too; how many there are, or 0.
    std::size_t putSplit(std::size_t index, std::uint32_t place) {
        const std::size_t end = endOfNew(index);
        const std::span<const Cue> all(edited_.cues);
        const std::size_t count = partsOf(writtenOf(index), all.subspan(index, end - index));
        if (count == 0) return 0;
        std::vector<Cue> parts = splitAs(original_.cues[place], all.subspan(index, count));
        if (parts.size() != count) return 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (i > 0) {
                parts[i].id = original_.newId();
                parts[i].label = edited_.cues[index + i].label;
            }
            cues_.push_back({i == 0 ? std::optional(place) : std::nullopt,
                             std::move(parts[i]),
                             i == 0 && !isInOrder_[ofWritten_[index]]});
        }
        ++result_.changed;
        result_.added += count - 1;
        return count;
    }

    /// Behind `index` and the new cues that follow it.
    std::size_t endOfNew(std::size_t index) const {
        std::size_t end = index + 1;
        while (end < ofWritten_.size() && end - index < 16 && ofWritten_[end] == kNoMatch)
            ++end;
        return end;
    }

    /// A cue of the original without an end of its own.
    struct KnownEnd {
        Time start;
        Time end;
    };

    /// When the original's cues are over that last until the next.
    std::map<CueId, KnownEnd> knownEnds() const {
        std::map<CueId, KnownEnd> known;
        const std::vector<std::optional<Time>> ends = endsByNext(original_);
        for (std::size_t i = 0; i < ends.size(); ++i)
            if (ends[i])
                known.emplace(original_.cues[i].id, KnownEnd{original_.cues[i].start, *ends[i]});
        return known;
    }

    /// They are over then where the next went elsewhere and they did not. Where an end is missing
    /// since it was spelt badly, that stays.
    void keepKnownEnds(const std::map<CueId, KnownEnd>& known) {
        if (!holds(home_.info(), feature::kMissingEnd)) return;
        std::vector<std::optional<Time>> ends(original_.cues.size());
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const auto was = known.find(original_.cues[i].id);
            const bool isThere = was != known.end() && was->second.start == original_.cues[i].start;
            if (isThere) ends[i] = was->second.end;
        }
        keepEnds(original_, ends);
    }

    /// Of the original's cues those whose written ones are not there any more.
    std::vector<bool> goneCues() {
        std::vector<bool> isThere(written_.cues.size(), false);
        for (const std::uint32_t match : ofWritten_)
            if (match != kNoMatch) isThere[match] = true;
        std::vector<bool> gone(original_.cues.size(), false);
        for (std::size_t i = 0; i < isThere.size(); ++i) {
            if (isThere[i] || ofOriginal_[i] == kNoMatch) continue;
            gone[ofOriginal_[i]] = true;
            ++result_.removed;
        }
        return gone;
    }

    void remark(std::size_t index, std::string_view code, std::string_view what) {
        result_.read.diagnostics.push_back(
            {Severity::Warning,
             lines_[index],
             0,
             std::string(code),
             fmt::format("{} {}", cueName(edited_.cues[index], index), what)});
    }

    Restored& result_;
    Document& original_;
    const Format& home_;
    const Document& written_;
    const Document& edited_;
    const FrameTimeline* timeline_;
    std::vector<std::uint32_t> ofWritten_;   ///< By edited cue: which was written.
    std::vector<std::uint32_t> ofOriginal_;  ///< By written cue: which it was made of.
    std::vector<bool> isInOrder_;            ///< By written cue: its order tells something.
    std::vector<Terms> terms_;               ///< By edited cue, where they are needed.
    std::vector<std::uint32_t> lines_;       ///< By edited cue.
    std::vector<OrderedCue> cues_;
    std::optional<std::string> usualStyle_;
};

}  // namespace

bool merge(Restored& result,
           const ReadDocument& written,
           const ReadDocument& edited,
           const FrameTimeline* timeline) {
    Merging merging(result, written, edited, timeline);
    if (merging.isOther()) return false;
    merging.run();
    return true;
}

}  // namespace subs
