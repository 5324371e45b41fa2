// SPDX-License-Identifier: MIT
#include "format/cinema/save.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/cinema/cue_edit.h"
#include "format/cinema/reader.h"
#include "format/patch.h"
#include "format/xml/words.h"
#include "format/xml/xml_declaration.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace subs::cinema {
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
        for (const Cue& cue : document.cues) {
            const bool isKnown =
                cue.piece.index < owners_.size() && owners_[cue.piece.index] == nullptr;
            if (isKnown) {
                owners_[cue.piece.index] = &cue;
                beside = cue.piece.index;
            } else if (beside) {
                wanted_[*beside] = true;
            } else {
                wantsFirst_ = true;
            }
        }
    }

    const Original* find(std::uint32_t piece) const {
        const auto found = originals_.find(piece);
        return found == originals_.end() ? nullptr : &found->second;
    }
    const Original* first() const { return first_ ? &*first_ : nullptr; }
    const Cue* ownerOf(std::uint32_t piece) const { return owners_[piece]; }

private:
    void take(ReadCue read, const Reel&) override {
        const std::uint32_t piece = read.cue.piece.index;
        if (piece >= owners_.size()) return;
        const Cue* owner = owners_[piece];
        if (owner) read.cue.id = owner->id;
        const bool isFirst = wantsFirst_ && !first_;
        const bool isChanged = owner && *owner != read.cue;
        if (!isChanged && !isFirst && !wanted_[piece]) return;
        Original original{std::move(read.cue), read.spot, std::move(read.text)};
        if (isFirst) first_ = original;
        originals_.emplace(piece, std::move(original));
    }

    std::vector<const Cue*> owners_;  ///< By piece.
    std::vector<bool> wanted_;        ///< By piece.
    bool wantsFirst_ = false;
    std::optional<Original> first_;
    std::map<std::uint32_t, Original> originals_;
};

/// What the cues of a file say, and when.
class CuesReader final : public CueReader {
public:
    explicit CuesReader(std::string_view text) : CueReader(text) {}
    const std::vector<Cue>& cues() const { return cues_; }

private:
    void take(ReadCue read, const Reel&) override { cues_.push_back(std::move(read.cue)); }

    std::vector<Cue> cues_;
};

/// One saving.
class Saver final : public PieceWriter {
public:
    Saver(const Document& document, const WriteOptions& options)
        : document_(document),
          options_(options),
          finder_(document, options),
          flaws_(readSpots(document.origin->text, finder_, reel_, unitsOf(options.timeline))),
          units_(document, options, reel_.units),
          context_{document, reel_, units_} {}

    Result<std::string> run() {
        auto text = patched(document_, *this);
        if (!text) return text;
        if (isDamaged() && *text != document_.origin->text && !isReadSame(*text))
            return failure("cinema.damaged",
                           "the file is no well-formed XML, and with these edits it would be read "
                           "in another way; write it into a new file (convert)");
        if (!changesNewlines(document_, options_.newline)) return text;
        return withNewlines(*text, newlineFor(document_, options_.newline));
    }

    LossReport plan() {
        LossReport losses;
        for (const Cue& cue : document_.cues)
            planCue(cue, losses);
        if (document_.title != reel_.title)
            losses.add(feature::kTitle, LossSeverity::Dropped, {}, document_.title, reel_.title);
        if (finder_.takeStyles() != document_.styles)
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
        Copier copier(out, original);
        const bool isFirst = document_.origin->pieces[index].begin == 0;
        const auto place = isFirst ? encodingPlace(original) : std::nullopt;
        const bool isAsked =
            !options_.encoding.empty() && options_.encoding != document_.origin->encoding.name;
        if (place && isAsked) copier.replace(*place, options_.encoding);
        copier.copyTo(original.size());
    }

    /// Styles are asked to be parted too, of which nothing is written.
    void separate(std::string&) override { isParted_ = true; }

private:
    void part(std::string& out) {
        if (std::exchange(isParted_, false) && out.ends_with('>')) out += indent();
    }

    /// The line end and blanks before the first cue.
    std::string indent() const {
        const std::string_view text = document_.origin->text;
        const auto first =
            std::ranges::find(document_.origin->pieces, PieceKind::Cue, &Piece::kind);
        if (first == document_.origin->pieces.end())
            return std::string(bytesOf(document_.origin->newline));
        const std::size_t line = text.substr(0, first->begin).find_last_of("\r\n");
        if (line == text.npos) return {};
        const std::string_view before = text.substr(line + 1, first->begin - line - 1);
        std::string result(bytesOf(document_.origin->newline));
        if (trimmed(before).empty()) result += before;
        return result;
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

    void planCue(const Cue& cue, LossReport& losses) {
        const std::uint32_t piece = cue.piece.index;
        const bool isOwner =
            piece < document_.origin->pieces.size() && finder_.ownerOf(piece) == &cue;
        const Original* original = isOwner ? finder_.find(piece) : besideOf(cue);
        if (!original) return;
        if (isOwner) return planEdit(cue, *original, context_, losses);
        Original beside = *original;
        beside.cue.text = {};
        planEdit(cue, beside, context_, losses);
    }

    bool isDamaged() const {
        return std::ranges::any_of(flaws_, [](const XmlFlaw& flaw) {
            return flaw.kind != XmlFlaw::Kind::Namespace && flaw.kind != XmlFlaw::Kind::Character;
        });
    }

    /// Whether `text` is read as the document says, cue for cue.
    bool isReadSame(const std::string& text) const {
        CuesReader reader(text);
        Reel reel;
        readSpots(text, reader, reel, unitsOf(options_.timeline));
        std::size_t at = 0;
        for (const Cue& cue : document_.cues) {
            if (cue.kind == CueKind::Comment) continue;
            if (at == reader.cues().size()) return false;
            if (reader.cues()[at].text.plain != cue.text.plain) return false;
            ++at;
        }
        return at == reader.cues().size();
    }

    const Document& document_;
    const WriteOptions& options_;
    Reel reel_;
    OriginalFinder finder_;
    std::vector<XmlFlaw> flaws_;
    CueUnits units_;
    EditContext context_;
    bool isParted_ = false;
};

}  // namespace

LossReport plannedSave(const Document& document, const WriteOptions& options) {
    return Saver(document, options).plan();
}

Result<std::string> saved(const Document& document, const WriteOptions& options) {
    return Saver(document, options).run();
}

}  // namespace subs::cinema
