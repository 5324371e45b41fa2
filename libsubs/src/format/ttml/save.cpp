// SPDX-License-Identifier: MIT
#include "format/ttml/save.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/patch.h"
#include "format/time_losses.h"
#include "format/ttml/cue_edit.h"
#include "format/ttml/new_regions.h"
#include "format/ttml/new_styles.h"
#include "format/xml/words.h"
#include "format/xml/xml_declaration.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace subs::ttml {
namespace {

/// Reads a file again and keeps those of its cues that are other than in the document, and those
/// that new cues stand beside.
class OriginalFinder final : public CueReader {
public:
    OriginalFinder(const Document& document, const WriteOptions& options)
        : CueReader(document.origin->text),
          owners_(document.origin->pieces.size()),
          wanted_(document.origin->pieces.size(), options.rounding != Rounding::Nearest) {
        std::optional<std::uint32_t> beside;
        bool wantsFirst = false;
        for (const Cue& cue : document.cues) {
            const bool isKnown =
                cue.piece.index < owners_.size() && owners_[cue.piece.index] == nullptr;
            if (isKnown) {
                owners_[cue.piece.index] = &cue;
                beside = cue.piece.index;
            } else if (beside) {
                wanted_[*beside] = true;
            } else {
                wantsFirst = true;
            }
        }
        wantsFirst_ = wantsFirst;
    }

    const Original* find(std::uint32_t piece) const {
        const auto found = originals_.find(piece);
        return found == originals_.end() ? nullptr : &found->second;
    }
    const Original* first() const { return first_ ? &*first_ : nullptr; }
    const std::map<std::uint32_t, Original>& all() const { return originals_; }
    /// The cue of the document that has a piece.
    const Cue* ownerOf(std::uint32_t piece) const { return owners_[piece]; }
    bool hasSpanCues() const { return hasSpanCues_; }
    std::size_t count() const { return count_; }

private:
    void take(ReadCue read, const Head&) override {
        ++count_;
        hasSpanCues_ = hasSpanCues_ || read.element != 0;
        const std::uint32_t piece = read.cue.piece.index;
        if (piece >= owners_.size()) return;
        const Cue* owner = owners_[piece];
        if (owner) read.cue.id = owner->id;
        const bool isChanged = owner && *owner != read.cue;
        const bool isFirst = wantsFirst_ && !first_;
        if (!isChanged && !isFirst && !wanted_[piece]) return;
        Original original{std::move(read.cue), read.paragraph, read.element, std::move(read.text)};
        if (isFirst) first_ = original;
        originals_.emplace(piece, std::move(original));
    }

    std::vector<const Cue*> owners_;  ///< By piece.
    std::vector<bool> wanted_;        ///< By piece.
    bool wantsFirst_ = false;
    bool hasSpanCues_ = false;
    std::size_t count_ = 0;
    std::optional<Original> first_;
    std::map<std::uint32_t, Original> originals_;
};

/// How often each label stands in a document.
std::map<std::string_view, std::size_t> labelsOf(const Document& document) {
    std::map<std::string_view, std::size_t> labels;
    for (const Cue& cue : document.cues)
        if (!cue.label.empty()) ++labels[cue.label];
    return labels;
}

/// One saving.
class Saver final : public PieceWriter {
public:
    Saver(const Document& document, const WriteOptions& options, const DialectRules& rules)
        : document_(document),
          options_(options),
          finder_(document, options),
          flaws_(readContent(document.origin->text, finder_, head_)),
          names_(head_),
          styles_(head_, names_),
          regions_(head_, names_, styleNamer(rules)),
          edges_(document, options, BeforeZero::Clamped),
          context_{document,
                   head_,
                   names_,
                   rules,
                   edges_,
                   options.rounding,
                   finder_.unit(),
                   [this](Alignment alignment) { return regions_.idFor(alignment); },
                   [this](const Cue& cue) { return hasOwnLabel(cue); },
                   [this](const Cue& cue) { return freeIdFor(cue); },
                   styleNamer(rules)} {
        // Regions and styles are known before the head is written.
        for (const Cue& cue : document.cues)
            if (cue.alignment) regions_.idFor(*cue.alignment);
        if (!context_.styleFor) return;
        for (const Cue& cue : document.cues)
            noteStyles(cue);
    }

    Result<std::string> run() {
        auto text = patched(document_, *this);
        if (!text) return text;
        const bool isDoubtful = head_.hasSequences || isDamaged();
        if (isDoubtful && *text != document_.origin->text && !isReadSame(*text)) return refusal();
        if (!changesNewlines(document_, options_.newline)) return text;
        return withNewlines(*text, newlineFor(document_, options_.newline));
    }

    LossReport plan() {
        LossReport losses;
        for (std::size_t i = 0; i < document_.cues.size(); ++i)
            planCue(i, losses);
        if (document_.title != trimmed(head_.title))
            losses.add(
                feature::kTitle, LossSeverity::Dropped, {}, document_.title, trimmed(head_.title));
        if (const auto styles = finder_.takeStyles(); styles != document_.styles)
            losses.add(
                feature::kStyles, LossSeverity::Dropped, {}, "changed styles", "as in the file");
        return losses;
    }

    Result<void> appendCue(std::string& out, const Cue& cue, std::string_view original) override {
        part(out);
        const Original* found = finder_.find(cue.piece.index);
        if (found) return appendEdited(out, cue, *found, context_);
        out += original;
        return {};
    }

    Result<void> appendNewCue(std::string& out, const Cue& cue) override {
        part(out);
        const Original* beside = besideOf(cue);
        return beside ? appendAdded(out, cue, *beside, context_) : Result<void>();
    }

    void appendRaw(std::string& out, std::size_t index, std::string_view original) override {
        part(out);
        const std::size_t begin = document_.origin->pieces[index].begin;
        Copier copier(out, original);
        if (begin == 0) putEncoding(copier, original);
        const auto put = [&](std::optional<std::size_t> place, const std::string& text) {
            const bool isHere = place && *place >= begin && *place < begin + original.size();
            if (isHere && !text.empty()) copier.replace({*place - begin, *place - begin}, text);
        };
        put(styles_.place(), styles_.text());
        put(regions_.place(), regions_.text());
        copier.copyTo(original.size());
    }

    /// Styles are asked to be parted too, of which nothing is written.
    void separate(std::string&) override { isParted_ = true; }

private:
    StyleNamer styleNamer(const DialectRules& rules) {
        if (rules.dialect != Dialect::EbuTtD || !styles_.canAdd()) return {};
        return [this](std::string_view name, std::string_view value) {
            return styles_.idFor(name, value);
        };
    }

    /// Writes a cue for nothing but the styles that it will refer to.
    void noteStyles(const Cue& cue) {
        const std::uint32_t piece = cue.piece.index;
        const bool isOwner =
            piece < document_.origin->pieces.size() && finder_.ownerOf(piece) == &cue;
        const Original* original = isOwner ? finder_.find(piece) : besideOf(cue);
        if (!original) return;
        std::string unused;
        // What cannot be done is told when it is done.
        (void)(isOwner ? appendEdited(unused, cue, *original, context_)
                       : appendAdded(unused, cue, *original, context_));
    }

    /// "subs-12", with more "-" where another cue has that.
    std::string freeIdFor(const Cue& cue) {
        if (!labels_) labels_ = labelsOf(document_);
        std::string id = "subs-" + std::to_string(cue.id.value);
        while (labels_->contains(id))
            id += "-";
        return id;
    }

    void part(std::string& out) {
        if (std::exchange(isParted_, false) && out.ends_with('>') && !finder_.hasSpanCues())
            out += indent();
    }

    /// The cue of the file that a new cue stands beside.
    const Original* besideOf(const Cue& cue) const {
        for (auto at = static_cast<std::size_t>(&cue - document_.cues.data()); at-- > 0;) {
            const std::uint32_t piece = document_.cues[at].piece.index;
            const bool isOwner = piece < document_.origin->pieces.size() &&
                                 finder_.ownerOf(piece) == &document_.cues[at];
            if (isOwner) return finder_.find(piece);
        }
        return finder_.first();
    }

    /// The line end and blanks before the first cue.
    std::string indent() const {
        const std::string_view text = document_.origin->text;
        std::string result(bytesOf(document_.origin->newline));
        const auto first =
            std::ranges::find(document_.origin->pieces, PieceKind::Cue, &Piece::kind);
        if (first == document_.origin->pieces.end()) return result;
        const std::size_t lineBegin = text.substr(0, first->begin).find_last_of("\r\n");
        const std::string_view before =
            lineBegin == text.npos ? text
                                   : text.substr(lineBegin + 1, first->begin - lineBegin - 1);
        if (lineBegin != text.npos && trimmed(before).empty()) result += before;
        return result;
    }

    void putEncoding(Copier& copier, std::string_view original) const {
        const auto place = encodingPlace(original);
        const bool isAsked =
            !options_.encoding.empty() && options_.encoding != document_.origin->encoding.name;
        if (place && isAsked) copier.replace(*place, options_.encoding);
    }

    bool hasOwnLabel(const Cue& cue) {
        if (!labels_) labels_ = labelsOf(document_);
        const auto found = labels_->find(cue.label);
        return found == labels_->end() || found->second == 1;
    }

    void planCue(std::size_t index, LossReport& losses) {
        const Cue& cue = document_.cues[index];
        const std::uint32_t piece = cue.piece.index;
        const bool isOwner =
            piece < document_.origin->pieces.size() && finder_.ownerOf(piece) == &cue;
        const Original* original = isOwner ? finder_.find(piece) : besideOf(cue);
        if (!original) return;
        if (!isOwner) {
            Original beside = *original;
            beside.cue.text = {};
            beside.cue.label.clear();
            return planEdit(cue, beside, context_, losses);
        }
        planEdit(cue, *original, context_, losses);
    }

    bool isDamaged() const {
        return std::ranges::any_of(flaws_, [](const XmlFlaw& flaw) {
            return flaw.kind != XmlFlaw::Kind::Namespace && flaw.kind != XmlFlaw::Kind::Character;
        });
    }

    tl::unexpected<Error> refusal() const {
        if (isDamaged())
            return failure("ttml.damaged",
                           "the file is no well-formed XML, and with these edits it would be read "
                           "in another way; write it into a new file (convert)");
        return failure("ttml.sequence",
                       "cues follow each other without times of their own in this file, and the "
                       "new times cannot be written in that way; write it into a new file "
                       "(convert)");
    }

    /// Whether `text` is read as the document says, cue for cue.
    bool isReadSame(const std::string& text) const;

    const Document& document_;
    const WriteOptions& options_;
    Head head_;
    OriginalFinder finder_;
    std::vector<XmlFlaw> flaws_;
    Names names_;
    NewStyles styles_;
    NewRegions regions_;
    EdgeRounder edges_;
    EditContext context_;
    bool isParted_ = false;
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

bool isNear(Time a, Time b) {
    return std::max(a - b, b - a) <= Time::fromMilliseconds(1);
}

bool isSame(const Cue& cue, const Cue& read) {
    const bool isEnd = cue.end && read.end ? isNear(*cue.end, *read.end) : cue.end == read.end;
    return isEnd && isNear(cue.start, read.start) && cue.text.plain == read.text.plain;
}

bool Saver::isReadSame(const std::string& text) const {
    CuesReader reader(text);
    Head head;
    readContent(text, reader, head);
    std::size_t at = 0;
    for (const Cue& cue : document_.cues) {
        if (cue.kind == CueKind::Comment) continue;
        if (at == reader.cues().size() || !isSame(cue, reader.cues()[at])) return false;
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
