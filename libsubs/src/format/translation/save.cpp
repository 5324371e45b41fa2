// SPDX-License-Identifier: MIT
#include "format/translation/save.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/edges.h"
#include "format/patch.h"
#include "format/translation/losses.h"
#include "format/translation/unit_edit.h"
#include "format/translation/unit_writer.h"
#include "format/xml/tag_text.h"
#include "format/xml/words.h"
#include "format/xml/xml_declaration.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace subs::translation {
namespace {

/// Reads a file again and keeps those of its units whose cues are other than in the document.
class OriginalFinder final : public CueReader {
public:
    explicit OriginalFinder(const Document& document, bool wantsAll)
        : CueReader(document.origin->text),
          owners_(document.origin->pieces.size()),
          wantsAll_(wantsAll) {
        for (const Cue& cue : document.cues) {
            const bool isKnown =
                cue.piece.index < owners_.size() && owners_[cue.piece.index] == nullptr;
            if (isKnown) owners_[cue.piece.index] = &cue;
        }
    }

    const Original* find(std::uint32_t piece) const {
        const auto found = originals_.find(piece);
        return found == originals_.end() ? nullptr : &found->second;
    }
    bool owns(const Cue& cue) const {
        return cue.piece.index < owners_.size() && owners_[cue.piece.index] == &cue;
    }
    bool hasId(const std::string& id) const { return ids_.contains(id); }

private:
    void take(ReadCue read, const TranslationFile&) override {
        const std::uint32_t piece = read.cue.piece.index;
        if (piece >= owners_.size() || owners_[piece] == nullptr) return;
        ids_.insert(read.unit.id);
        read.cue.id = owners_[piece]->id;
        if (*owners_[piece] == read.cue && !wantsAll_) return;
        originals_.emplace(piece, Original{std::move(read.cue), read.unit});
    }

    std::vector<const Cue*> owners_;  ///< By piece.
    bool wantsAll_;
    std::map<std::uint32_t, Original> originals_;
    std::set<std::string, std::less<>> ids_;
};

/// What the cues of a file say.
class CuesReader final : public CueReader {
public:
    explicit CuesReader(std::string_view text) : CueReader(text) {}
    const std::vector<Cue>& cues() const { return cues_; }

private:
    void take(ReadCue read, const TranslationFile&) override {
        cues_.push_back(std::move(read.cue));
    }

    std::vector<Cue> cues_;
};

/// One saving.
class Saver final : public PieceWriter {
public:
    Saver(const Document& document, const WriteOptions& options)
        : document_(document),
          options_(options),
          edges_(document, options, BeforeZero::Kept),
          finder_(document, options.rounding != Rounding::Nearest) {
        file_.wanted = document.language;
        flaws_ = readUnits(document.origin->text, finder_, file_);
    }

    Result<std::string> run() {
        auto text = patched(document_, *this);
        if (!text) return text;
        if (isDamaged() && *text != document_.origin->text && !isReadSame(*text))
            return failure(code("damaged"),
                           "the file is no well-formed XML, and with these edits it would be read "
                           "in another way; write it into a new file (convert)");
        if (!changesNewlines(document_, options_.newline)) return text;
        return withNewlines(*text, newlineFor(document_, options_.newline));
    }

    LossReport plan() {
        LossReport losses;
        for (const Cue& cue : document_.cues)
            if (!finder_.owns(cue) || finder_.find(cue.piece.index))
                planCue(cue, file_.dialect, losses);
        if (document_.title != file_.title)
            losses.add(feature::kTitle, LossSeverity::Dropped, {}, document_.title, file_.title);
        for (const Style& style : document_.styles)
            losses.add(feature::kStyles, LossSeverity::Dropped, {}, style.name, {});
        return losses;
    }

    Result<void> appendCue(std::string& out, const Cue& cue, std::string_view original) override {
        part(out);
        const Original* found = finder_.find(cue.piece.index);
        if (!found) {
            out += original;
            return {};
        }
        auto rounded = roundedCue(cue, found->cue);
        if (!rounded) return tl::unexpected(rounded.error());
        auto edited = editedUnit(*rounded, *found, file_, document_.origin->text);
        if (!edited)
            return failure(code("segments"),
                           fmt::format("the text of cue {} is in several segments of the file, "
                                       "and the new one cannot be put into them; write it into "
                                       "a new file (convert)",
                                       &cue - document_.cues.data() + 1));
        out += *edited;
        return {};
    }

    Result<void> appendNewCue(std::string& out, const Cue& cue) override {
        part(out);
        auto rounded = roundedCue(cue, {});
        if (!rounded) return tl::unexpected(rounded.error());
        const bool isTarget = file_.side() == Side::Target;
        UnitTexts texts{isTarget ? CueText() : cue.text, std::nullopt};
        if (isTarget) texts.target = cue.text;
        const UnitContext context{.dialect = file_.dialect,
                                  .prefix = file_.prefix,
                                  .newline = {},
                                  .indent = {},
                                  .sourceLanguage = file_.sourceLanguage,
                                  .targetLanguage = file_.targetLanguage,
                                  .declaresMetadata = true,
                                  .isOwn = true};
        appendUnit(out, *rounded, texts, newId(cue), context);
        return {};
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
    const char* code(std::string_view what) const {
        const bool isXliff = file_.dialect == Dialect::Xliff;
        if (what == "damaged") return isXliff ? "xliff.damaged" : "tmx.damaged";
        return isXliff ? "xliff.segments" : "tmx.segments";
    }

    void part(std::string& out) {
        if (std::exchange(isParted_, false) && out.ends_with('>')) out += indent();
    }

    /// The line end and blanks before the first unit.
    std::string indent() const {
        const std::string_view text = document_.origin->text;
        std::string result(bytesOf(document_.origin->newline));
        const auto first =
            std::ranges::find(document_.origin->pieces, PieceKind::Cue, &Piece::kind);
        if (first == document_.origin->pieces.end()) return result;
        const std::size_t line = text.substr(0, first->begin).find_last_of("\r\n");
        if (line == text.npos) return {};
        const std::string_view before = text.substr(line + 1, first->begin - line - 1);
        if (trimmed(before).empty()) result += before;
        return result;
    }

    /// Times that a rule was asked for, where they are not as they were read.
    Result<Cue> roundedCue(const Cue& cue, const std::optional<Cue>& read) const {
        Cue result = cue;
        if (options_.rounding == Rounding::Nearest) return result;
        const auto put =
            [&](Time& time, Edge edge, const std::optional<Time>& before) -> Result<void> {
            const auto milliseconds = edges_.milliseconds(cue, time, edge);
            if (!milliseconds) return tl::unexpected(milliseconds.error());
            const bool isKept = before && edges_.keeps(time, *before, *milliseconds);
            time = isKept ? *before : Time::fromMilliseconds(*milliseconds);
            return {};
        };
        if (auto done =
                put(result.start, Edge::Start, read ? std::optional(read->start) : std::nullopt);
            !done)
            return tl::unexpected(done.error());
        if (!result.end) return result;
        if (auto done = put(*result.end, Edge::End, read ? read->end : std::nullopt); !done)
            return tl::unexpected(done.error());
        return result;
    }

    std::string newId(const Cue& cue) {
        const bool isXliff = file_.dialect == Dialect::Xliff;
        std::string id =
            isXliff || cue.label.empty()
                ? (isXliff ? "u" : "") + std::to_string(&cue - document_.cues.data() + 1)
                : cue.label;
        while (finder_.hasId(id) || !newIds_.insert(id).second)
            id += isXliff ? "-1" : "'";
        return id;
    }

    bool isDamaged() const {
        return std::ranges::any_of(flaws_, [](const XmlFlaw& flaw) {
            return flaw.kind != XmlFlaw::Kind::Namespace && flaw.kind != XmlFlaw::Kind::Character;
        });
    }

    /// Whether `text` is read as the document says, cue for cue.
    bool isReadSame(const std::string& text) const {
        CuesReader reader(text);
        TranslationFile file;
        file.wanted = file_.wanted;
        readUnits(text, reader, file);
        return std::ranges::equal(
            document_.cues, reader.cues(), [](const Cue& cue, const Cue& read) {
                return cue.text.plain == read.text.plain && cue.label == read.label;
            });
    }

    const Document& document_;
    const WriteOptions& options_;
    EdgeRounder edges_;
    OriginalFinder finder_;
    TranslationFile file_;
    std::vector<XmlFlaw> flaws_;
    std::set<std::string, std::less<>> newIds_;
    bool isParted_ = false;
};

}  // namespace

LossReport plannedSave(const Document& document, const WriteOptions& options) {
    return Saver(document, options).plan();
}

Result<std::string> saved(const Document& document, const WriteOptions& options) {
    return Saver(document, options).run();
}

}  // namespace subs::translation
