// SPDX-License-Identifier: MIT
#include "format/translation/save.h"

#include <subs/format/features.h>

#include "format/edges.h"
#include "format/in_place.h"
#include "format/translation/losses.h"
#include "format/translation/unit_edit.h"
#include "format/translation/unit_writer.h"
#include "format/xml/cue_owners.h"
#include "format/xml/xml_saver.h"

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
        : CueReader(document.origin->text), owners_(document), wantsAll_(wantsAll) {}

    const Original* find(std::uint32_t piece) const {
        const auto found = originals_.find(piece);
        return found == originals_.end() ? nullptr : &found->second;
    }
    bool owns(const Cue& cue) const { return owners_.owns(cue); }
    bool hasId(const std::string& id) const { return ids_.contains(id); }

private:
    void take(ReadCue read, const TranslationFile&) override {
        const std::uint32_t piece = read.cue.piece.index;
        const Cue* owner = owners_.ownerOf(piece);
        if (owner == nullptr) return;
        ids_.insert(read.unit.id);
        read.cue.id = owner->id;
        if (*owner == read.cue && !wantsAll_) return;
        originals_.emplace(piece, Original{std::move(read.cue), read.unit});
    }

    CueOwners owners_;
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
class Saver final : public XmlSaver {
public:
    Saver(const Document& document, const WriteOptions& options)
        : XmlSaver(document, options),
          edges_(document, options, NegativeTimes::Kept),
          finder_(document, options.rounding != Rounding::Nearest) {
        file_.wanted = document.language;
        flaws_ = readUnits(document.origin->text, finder_, file_);
    }

    LossReport plan() {
        LossReport losses;
        for (const Cue& cue : document().cues)
            if (!finder_.owns(cue) || finder_.find(cue.piece.index))
                planCue(cue, file_.dialect, losses);
        if (document().title != file_.title)
            losses.add(feature::kTitle, LossSeverity::Dropped, {}, document().title, file_.title);
        for (const Style& style : document().styles)
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
        auto edited = editedUnit(*rounded, *found, file_, document().origin->text);
        if (!edited)
            return tl::unexpected(inPlaceRefusal(
                fmt::format("the text of cue {} is in several segments of the file, and the new "
                            "one cannot be put into them",
                            &cue - document().cues.data() + 1)));
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

private:
    /// Times that a rule was asked for, where they are not as they were read.
    Result<Cue> roundedCue(const Cue& cue, const std::optional<Cue>& read) const {
        Cue result = cue;
        if (options().rounding == Rounding::Nearest) return result;
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
                ? (isXliff ? "u" : "") + std::to_string(&cue - document().cues.data() + 1)
                : cue.label;
        while (finder_.hasId(id) || !newIds_.insert(id).second)
            id += isXliff ? "-1" : "'";
        return id;
    }

    bool isDoubtful() const override { return isDamaged(flaws_); }
    Error refusal() const override { return damagedRefusal(); }

    bool isReadSame(const std::string& text) const override {
        CuesReader reader(text);
        TranslationFile file;
        file.wanted = file_.wanted;
        readUnits(text, reader, file);
        return std::ranges::equal(
            document().cues, reader.cues(), [](const Cue& cue, const Cue& read) {
                return cue.text.plain == read.text.plain && cue.label == read.label;
            });
    }

    EdgeRounder edges_;
    OriginalFinder finder_;
    TranslationFile file_;
    std::vector<XmlFlaw> flaws_;
    std::set<std::string, std::less<>> newIds_;
};

}  // namespace

LossReport plannedSave(const Document& document, const WriteOptions& options) {
    return Saver(document, options).plan();
}

Result<std::string> saved(const Document& document, const WriteOptions& options) {
    return Saver(document, options).run();
}

}  // namespace subs::translation
