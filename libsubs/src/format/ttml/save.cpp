// SPDX-License-Identifier: MIT
#include "format/ttml/save.h"

#include <subs/format/features.h>

#include "format/in_place.h"
#include "format/time_losses.h"
#include "format/ttml/cue_edit.h"
#include "format/ttml/new_regions.h"
#include "format/ttml/new_styles.h"
#include "format/ttml/original_walk.h"
#include "format/ttml/shared_times.h"
#include "format/ttml/style_table.h"
#include "format/ttml/typical_tags.h"
#include "format/xml/words.h"
#include "format/xml/xml_saver.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace subs::ttml {
namespace {

/// When the cues of a file begin and end.
class EdgeFinder final : public CueReader {
public:
    explicit EdgeFinder(std::string_view text) : CueReader(text) {}
    std::set<Time> takeEdges() { return std::move(edges_); }

private:
    void take(ReadCue read, const Head&) override {
        edges_.insert(read.cue.start);
        if (read.cue.end) edges_.insert(*read.cue.end);
    }

    std::set<Time> edges_;
};

std::set<Time> edgesIn(std::string_view text) {
    EdgeFinder finder(text);
    Head head;
    readContent(text, finder, head);
    return finder.takeEdges();
}

/// All that a file says before its cues and beside them; nothing is kept of these.
std::vector<XmlFlaw> readHead(std::string_view text, Head& head) {
    ContentVisitor none;
    return readContent(text, none, head);
}

/// What its paragraphs usually look like.
class TypicalFinder final : public CueReader {
public:
    explicit TypicalFinder(std::string_view text) : CueReader(text), text_(text) {}
    TypicalTags takeTags() { return std::move(tags_); }

private:
    void take(ReadCue read, const Head& head) override {
        tags_.add(read, read.paragraph.elements[0].tag.of(text_), head);
    }

    std::string_view text_;
    TypicalTags tags_;
};

TypicalTags typicalTagsIn(std::string_view text) {
    TypicalFinder finder(text);
    Head head;
    readContent(text, finder, head);
    return finder.takeTags();
}

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

/// One saving. The file is read twice: for its head, which may stand behind its cues, and cue by
/// cue.
class Saver final : public XmlSaver {
public:
    Saver(const Document& document, const WriteOptions& options, const DialectRules& rules)
        : XmlSaver(document, options),
          flaws_(readHead(document.origin->text, head_)),
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
                   StyleTable(head_.language, head_.parameters).sizes(),
                   [this](Alignment alignment) { return regions_.idFor(alignment); },
                   [this](const Cue& cue) { return hasOwnLabel(cue); },
                   [this](const Cue& cue) { return freeIdFor(cue); },
                   styleNamer(rules),
                   options.moved ? &*options.moved : nullptr,
                   [this](Time time) { return hasEdge(time); },
                   [this](const Cue& cue, const Original& neighbour) {
                       return typicalFor(cue, neighbour);
                   }} {
        for (const Cue& cue : document.cues)
            if (cue.alignment) regions_.idFor(*cue.alignment);
    }

    LossReport plan() {
        LossReport losses;
        OriginalWalk walk(document(),
                          options(),
                          {[&](const Cue& cue, const Original& original) {
                               planEdit(cue, original, context_, losses);
                           },
                           [&](const Cue& cue, const Original& neighbour) {
                               planAdded(cue, neighbour, context_, losses);
                           }});
        read(walk);
        if (document().title != trimmed(head_.title))
            losses.add(
                feature::kTitle, LossSeverity::Dropped, {}, document().title, trimmed(head_.title));
        if (const auto styles = walk.takeStyles(); styles != document().styles)
            losses.add(
                feature::kStyles, LossSeverity::Dropped, {}, "changed styles", "as in the file");
        return losses;
    }

    /// The text of the file. Its cues are written first, so that the regions and styles that they
    /// need are known when the head is.
    Result<std::string> save() {
        edits_.resize(document().cues.size());
        edited_.reserve(document().origin->text.size());
        OriginalWalk walk(document(),
                          options(),
                          {[this](const Cue& cue, const Original& original) {
                               edit(cue, original, appendEdited);
                           },
                           [this](const Cue& cue, const Original& neighbour) {
                               edit(cue, neighbour, appendAdded);
                           }});
        read(walk);
        if (failure_) return tl::unexpected(*failure_);
        moved_ = walk.sharedTimes(head_.parameters).tags;
        hasSpanCues_ = walk.hasSpanCues();
        return run();
    }

    Result<void> appendCue(std::string& out, const Cue& cue, std::string_view original) override {
        part(out);
        const ByteRange edit = editOf(cue);
        out += edit.empty() ? original : edit.of(edited_);
        return {};
    }

    Result<void> appendNewCue(std::string& out, const Cue& cue) override {
        part(out);
        out += editOf(cue).of(edited_);
        return {};
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

    void read(OriginalWalk& walk) const {
        Head head;
        readContent(document().origin->text, walk, head);
    }

    using Append = Result<void>(std::string&, const Cue&, const Original&, const EditContext&);

    void edit(const Cue& cue, const Original& original, Append* append) {
        if (failure_) return;
        const std::size_t begin = edited_.size();
        if (const auto done = append(edited_, cue, original, context_); !done)
            failure_ = done.error();
        editOf(cue) = {begin, edited_.size()};
    }

    ByteRange& editOf(const Cue& cue) {
        return edits_[static_cast<std::size_t>(&cue - document().cues.data())];
    }

    bool hasEdge(Time time) {
        if (!edges_) edges_ = edgesIn(document().origin->text);
        return edges_->contains(time);
    }

    const TypicalTag* typicalFor(const Cue& cue, const Original& neighbour) {
        if (!typical_) typical_ = typicalTagsIn(document().origin->text);
        return typical_->likeFor(cue, neighbour);
    }

    /// "subs-12", with more "-" where another cue has that.
    std::string freeIdFor(const Cue& cue) {
        if (!labels_) labels_ = labelsOf(document());
        std::string id = "subs-" + std::to_string(cue.id.value);
        while (labels_->contains(id))
            id += "-";
        return id;
    }

    bool mayHaveGaps() const override { return !hasSpanCues_; }

    bool hasOwnLabel(const Cue& cue) {
        if (!labels_) labels_ = labelsOf(document());
        const auto found = labels_->find(cue.label);
        return found == labels_->end() || found->second == 1;
    }

    bool isDoubtful() const override {
        return head_.hasSequences || isDamaged(flaws_) || (hasSpanCues_ && lacksCues());
    }

    /// True where a cue of the file is in the document no more.
    bool lacksCues() const {
        const std::vector<Piece>& pieces = document().origin->pieces;
        std::vector<bool> isThere(pieces.size());
        for (const Cue& cue : document().cues)
            if (cue.piece.index < pieces.size()) isThere[cue.piece.index] = true;
        for (std::size_t i = 0; i < pieces.size(); ++i)
            if (pieces[i].kind == PieceKind::Cue && !isThere[i]) return true;
        return false;
    }

    Error refusal() const override {
        if (isDamaged(flaws_)) return damagedRefusal();
        if (!head_.hasSequences)
            return inPlaceRefusal(
                "cues of it are spans of one paragraph, and without some of them what is left of "
                "it would be read as another cue");
        return inPlaceRefusal(
            "cues follow each other without times of their own in this file, and "
            "the new times cannot be written in that way");
    }

    bool isReadSame(const std::string& text) const override;

    Head head_;
    std::vector<XmlFlaw> flaws_;
    Names names_;
    NewStyles styles_;
    NewRegions regions_;
    EdgeUnits units_;
    EditContext context_;
    std::optional<std::map<std::string_view, std::size_t>> labels_;
    std::optional<std::set<Time>> edges_;
    std::optional<TypicalTags> typical_;
    std::string edited_;            ///< The cues that were written, one after the other.
    std::vector<ByteRange> edits_;  ///< By cue of the document; empty: as it is in the file.
    std::optional<Error> failure_;
    std::vector<SharedTimes::Tag> moved_;
    bool hasSpanCues_ = false;
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
    const auto isNear = [&](Time a, Time b) { return apart(a, b) < step + step; };
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
    return Saver(document, options, rules).save();
}

}  // namespace subs::ttml
