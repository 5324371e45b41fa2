// SPDX-License-Identifier: MIT
#include "format/ttml/save.h"

#include <subs/format/features.h>

#include "format/in_place.h"
#include "format/time_losses.h"
#include "format/ttml/cue_edit.h"
#include "format/ttml/new_regions.h"
#include "format/ttml/new_styles.h"
#include "format/ttml/shared_times.h"
#include "format/xml/kept_originals.h"
#include "format/xml/words.h"
#include "format/xml/xml_saver.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace subs::ttml {
namespace {

/// Reads a file again and keeps what a saving needs of it.
class OriginalFinder final : public CueReader {
public:
    OriginalFinder(const Document& document, const WriteOptions& options)
        : CueReader(document.origin->text),
          // What is inside of a cue may have moved where its edges did not.
          originals_(document, options, options.moved ? KeptCues::All : KeptCues::Changed),
          shared_(document.origin->text) {}

    const SharedTimes& sharedTimes() const { return shared_; }
    const KeptOriginals<Original>& originals() const { return originals_; }
    bool hasSpanCues() const { return hasSpanCues_; }
    bool hasEdge(Time time) const { return edges_.contains(time); }

private:
    void take(ReadCue read, const Head&) override {
        hasSpanCues_ = hasSpanCues_ || read.element != 0;
        edges_.insert(read.cue.start);
        if (read.cue.end) edges_.insert(*read.cue.end);
        shared_.add(read, originals_.owners().ownerOf(read.cue.piece.index));
        originals_.offer(std::move(read.cue), [&](Cue&& cue) {
            return Original{
                std::move(cue), keptOf(read.paragraph), read.element, std::move(read.text)};
        });
    }

    /// The cues of a paragraph, which come one after the other, have one copy of it.
    std::shared_ptr<const Paragraph> keptOf(const Paragraph& paragraph) {
        const auto placeOf = [](const Paragraph& one) { return one.elements.front().tag.begin; };
        if (!kept_ || placeOf(*kept_) != placeOf(paragraph))
            kept_ = std::make_shared<const Paragraph>(paragraph);
        return kept_;
    }

    KeptOriginals<Original> originals_;
    SharedTimes shared_;
    std::shared_ptr<const Paragraph> kept_;
    std::set<Time> edges_;
    bool hasSpanCues_ = false;
};

/// How often each label stands in a document.
std::map<std::string_view, std::size_t> labelsOf(const Document& document) {
    std::map<std::string_view, std::size_t> labels;
    for (const Cue& cue : document.cues)
        if (!cue.label.empty()) ++labels[cue.label];
    return labels;
}

/// The rule that time codes are put on frames by. Where no format of time codes is written, a film
/// had all edges put between its frames before, in milliseconds.
Rounding ruleOf(const WriteOptions& options, const DialectRules& rules) {
    const bool arePut = options.timeline != nullptr && options.rounding == Rounding::Nearest &&
                        rules.times != TimeSpelling::Frames;
    return arePut ? Rounding::Frame : options.rounding;
}

/// One saving.
class Saver final : public XmlSaver {
public:
    Saver(const Document& document, const WriteOptions& options, const DialectRules& rules)
        : XmlSaver(document, options),
          finder_(document, options),
          flaws_(readContent(document.origin->text, finder_, head_)),
          moved_(finder_.sharedTimes().run(head_.parameters).tags),
          names_(head_),
          styles_(head_, names_),
          regions_(head_, names_, styleNamer(rules)),
          units_(document, options, head_.parameters, ruleOf(options, rules)),
          context_{document,
                   head_,
                   names_,
                   rules,
                   units_,
                   options.rounding,
                   finder_.sizes(),
                   [this](Alignment alignment) { return regions_.idFor(alignment); },
                   [this](const Cue& cue) { return hasOwnLabel(cue); },
                   [this](const Cue& cue) { return freeIdFor(cue); },
                   styleNamer(rules),
                   options.moved ? &*options.moved : nullptr,
                   [this](Time time) { return finder_.hasEdge(time); }} {
        // Regions and styles are known before the head is written.
        for (const Cue& cue : document.cues)
            if (cue.alignment) regions_.idFor(*cue.alignment);
        if (!context_.styleFor) return;
        for (const Cue& cue : document.cues)
            noteStyles(cue);
    }

    LossReport plan() {
        LossReport losses;
        for (std::size_t i = 0; i < document().cues.size(); ++i)
            planCue(i, losses);
        if (document().title != trimmed(head_.title))
            losses.add(
                feature::kTitle, LossSeverity::Dropped, {}, document().title, trimmed(head_.title));
        if (const auto styles = finder_.takeStyles(); styles != document().styles)
            losses.add(
                feature::kStyles, LossSeverity::Dropped, {}, "changed styles", "as in the file");
        return losses;
    }

    Result<void> appendCue(std::string& out, const Cue& cue, std::string_view original) override {
        part(out);
        const Original* found = finder_.originals().find(cue.piece.index);
        if (found) return appendEdited(out, cue, *found, context_);
        out += original;
        return {};
    }

    Result<void> appendNewCue(std::string& out, const Cue& cue) override {
        part(out);
        const Original* beside = finder_.originals().besideOf(cue);
        return beside ? appendAdded(out, cue, *beside, context_) : Result<void>();
    }

    void appendRaw(std::string& out, std::size_t index, std::string_view original) override {
        part(out);
        const std::size_t begin = document().origin->pieces[index].begin;
        const std::size_t end = begin + original.size();
        Copier copier(out, original);
        putEncoding(copier, index, original);
        // By places, since a file may have its head in any order.
        std::vector<std::pair<ByteRange, std::string>> edits;
        const auto put = [&](std::optional<std::size_t> place, const std::string& text) {
            const bool isHere = place && *place >= begin && *place < end;
            if (isHere && !text.empty()) edits.emplace_back(ByteRange{*place, *place}, text);
        };
        put(styles_.place(), styles_.text());
        put(regions_.place(), regions_.text());
        const auto beginOf = [](const SharedTimes::Tag& tag) { return tag.at.begin; };
        auto tag = std::ranges::lower_bound(moved_, begin, {}, beginOf);
        for (; tag != moved_.end() && tag->at.end <= end; ++tag)
            edits.emplace_back(tag->at, tag->text);
        std::ranges::stable_sort(edits, {}, [](const auto& edit) { return edit.first.begin; });
        for (const auto& [at, text] : edits)
            copier.replace({at.begin - begin, at.end - begin}, text);
        copier.copyTo(original.size());
    }

private:
    StyleNamer styleNamer(const DialectRules& rules) {
        if (rules.dialect != Dialect::EbuTtD || !styles_.canAdd()) return {};
        return [this](std::string_view name, std::string_view value) {
            return styles_.idFor(name, value);
        };
    }

    /// Writes a cue for nothing but the styles that it will refer to.
    void noteStyles(const Cue& cue) {
        const bool isOwner = finder_.originals().owners().owns(cue);
        const Original* original = finder_.originals().originalOf(cue);
        if (!original) return;
        std::string unused;
        // What cannot be done is told when it is done.
        (void)(isOwner ? appendEdited(unused, cue, *original, context_)
                       : appendAdded(unused, cue, *original, context_));
    }

    /// "subs-12", with more "-" where another cue has that.
    std::string freeIdFor(const Cue& cue) {
        if (!labels_) labels_ = labelsOf(document());
        std::string id = "subs-" + std::to_string(cue.id.value);
        while (labels_->contains(id))
            id += "-";
        return id;
    }

    bool mayHaveGaps() const override { return !finder_.hasSpanCues(); }

    bool hasOwnLabel(const Cue& cue) {
        if (!labels_) labels_ = labelsOf(document());
        const auto found = labels_->find(cue.label);
        return found == labels_->end() || found->second == 1;
    }

    void planCue(std::size_t index, LossReport& losses) {
        const Cue& cue = document().cues[index];
        const bool isOwner = finder_.originals().owners().owns(cue);
        const Original* original = finder_.originals().originalOf(cue);
        if (!original) return;
        if (!isOwner) return planAdded(cue, *original, context_, losses);
        planEdit(cue, *original, context_, losses);
    }

    bool isDoubtful() const override { return head_.hasSequences || isDamaged(flaws_); }

    Error refusal() const override {
        if (isDamaged(flaws_)) return damagedRefusal();
        return inPlaceRefusal(
            "cues follow each other without times of their own in this file, and "
            "the new times cannot be written in that way");
    }

    bool isReadSame(const std::string& text) const override;

    Head head_;
    OriginalFinder finder_;
    std::vector<XmlFlaw> flaws_;
    std::vector<SharedTimes::Tag> moved_;
    Names names_;
    NewStyles styles_;
    NewRegions regions_;
    EdgeUnits units_;
    EditContext context_;
    std::optional<std::map<std::string_view, std::size_t>> labels_;
};

/// What the cues of a file say, and when.
class CuesReader final : public CueReader {
public:
    explicit CuesReader(std::string_view text) : CueReader(text) {}
    const std::vector<Cue>& cues() const { return cues_; }

private:
    void take(ReadCue read, const Head&) override { cues_.push_back(std::move(read.cue)); }

    std::vector<Cue> cues_;
};

/// `step`: what times are written in.
bool isSame(const Cue& cue, const Cue& read, Time step) {
    const auto isNear = [&](Time a, Time b) { return std::max(a - b, b - a) < step + step; };
    const bool isEnd = cue.end && read.end ? isNear(*cue.end, *read.end) : cue.end == read.end;
    return isEnd && isNear(cue.start, read.start) && cue.text.plain == read.text.plain;
}

bool Saver::isReadSame(const std::string& text) const {
    CuesReader reader(text);
    Head head;
    readContent(text, reader, head);
    std::size_t at = 0;
    for (const Cue& cue : document().cues) {
        if (cue.kind == CueKind::Comment) continue;
        if (at == reader.cues().size() || !isSame(cue, reader.cues()[at], units_.step()))
            return false;
        ++at;
    }
    return at == reader.cues().size();
}

}  // namespace

LossReport plannedSave(const Document& document,
                       const WriteOptions& options,
                       const DialectRules& rules) {
    return Saver(document, options, rules).plan();
}

Result<std::string> saved(const Document& document,
                          const WriteOptions& options,
                          const DialectRules& rules) {
    return Saver(document, options, rules).run();
}

}  // namespace subs::ttml
