// SPDX-License-Identifier: MIT
#include "format/translation/reader.h"

#include <subs/format/features.h>

#include "format/file_remarks.h"
#include "format/translation/cue_reader.h"
#include "format/translation/reader_remarks.h"
#include "format/xml/xml_comments.h"
#include "format/xml/xml_remarks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace subs::translation {
namespace {

class DocumentReader final : public CueReader {
public:
    DocumentReader(std::string_view text, Document& document, Remarks& remarks)
        : CueReader(text), text_(text), document_(document), remarks_(remarks) {}

    LossReport takeUnread() { return std::move(unread_); }
    std::vector<UnreadStart> takeUnreadStarts() { return std::move(unreadStarts_); }

private:
    /// A unit without a target in a TMX whose other units may have one.
    struct Early {
        std::size_t place = 0;  ///< Of its cue, which has the source's text.
        std::uint32_t line = 0;
    };

    void take(ReadCue read, const TranslationFile& file) override {
        remarks_.addCue(read);
        read.cue.id = document_.newId();
        addOther(read, file);
        addUntranslated(read, file);
        addExtras(read, file);
        if (!read.isStartRead) unreadStarts_.push_back({read.cue.piece.index, read.cue.start});
        document_.cues.push_back(std::move(read.cue));
    }

    /// A unit has a text in two languages, in TMX in more; a cue has one of them.
    void addOther(const ReadCue& read, const TranslationFile& file) {
        addSecond(read, file);
        for (const std::string& language : read.unit.others)
            unread_.add(feature::kOtherLanguage,
                        LossSeverity::Dropped,
                        read.cue.id,
                        fmt::format("a text in {}", shownBeginning(language)),
                        {});
    }

    void addSecond(const ReadCue& read, const TranslationFile& file) {
        const bool isTarget = file.side() == Side::Target;
        const UnitText& other = isTarget ? read.unit.source : read.unit.target;
        if (!read.isTranslated || !other.isThere || other.text.plain.empty()) return;
        unread_.add(
            feature::kOtherLanguage, LossSeverity::Dropped, read.cue.id, other.text.plain, {});
        const std::string& language = isTarget ? file.sourceLanguage : file.targetLanguage;
        LossItem& loss = *std::ranges::find(
            unread_.items, std::string(feature::kOtherLanguage), &LossItem::feature);
        if (loss.remedy.empty() && !language.empty())
            loss.remedy = fmt::format("--language {} reads that one", language);
    }

    /// The source's text stands for a target that is not there, and nothing for an empty one.
    void addUntranslated(const ReadCue& read, const TranslationFile& file) {
        const UnitText& source = read.unit.source;
        const bool isTargetSought =
            file.side() == Side::Source && file.targetLanguage.empty() &&
            file.dialect == Dialect::Tmx &&
            (file.wanted.empty() || !isSameLanguage(file.wanted, file.sourceLanguage));
        if (isTargetSought) early_.push_back({document_.cues.size(), read.unit.line});
        if (file.side() == Side::Source) return;
        for (const Early& unit : std::exchange(early_, {})) {
            remarks_.addUntranslated(unit.line);
            const Cue& cue = document_.cues[unit.place];
            loseTranslation(feature::kTranslation, cue.id, cue.text, file);
        }
        if (!read.isTranslated)
            loseTranslation(feature::kTranslation, read.cue.id, source.text, file);
        else if (read.unit.target.borrowed > 0)
            loseTranslation(feature::kPartialTranslation,
                            read.cue.id,
                            {read.unit.target.borrowedText, {}},
                            file);
        else if (read.unit.target.text.plain.empty() && !source.text.plain.empty())
            unread_.add(feature::kTranslation,
                        LossSeverity::Dropped,
                        read.cue.id,
                        source.text.plain,
                        "an empty text, as the file has it");
    }

    void loseTranslation(std::string_view feature,
                         CueId cue,
                         const CueText& source,
                         const TranslationFile& file) {
        // A drawing is something that is shown, too.
        if (source.plain.empty() && source.spans.empty()) return;
        unread_.add(feature,
                    LossSeverity::Approximated,
                    cue,
                    fmt::format("no text in {}", file.targetLanguage),
                    source.plain);
    }

    /// What only translation tools have a use for.
    void addExtras(const ReadCue& read, const TranslationFile& file) {
        const auto lose = [&](std::string_view feature, std::string_view first) {
            unread_.add(feature, LossSeverity::Dropped, read.cue.id, first, {});
        };
        const UnitText& text = textOf(read.unit, file);
        for (std::size_t i = 0; i < text.unreadCodes; ++i)
            lose(feature::kInlineCode, text.unreadCode);
        for (std::size_t i = 0; i < read.unit.notes; ++i)
            lose(feature::kNote, read.unit.note);
        for (const std::string_view words : xmlCommentsIn(read.unit.inner.of(text_)))
            lose(feature::kNote, shownBeginning(words));
        // What any text without a state says too: whether there is a translation.
        const std::string& state = read.unit.state;
        if (!state.empty() && state != "initial" && state != "translated")
            lose(feature::kState, state);
    }

    std::string_view text_;
    Document& document_;
    Remarks& remarks_;
    LossReport unread_;
    std::vector<UnreadStart> unreadStarts_;
    std::vector<Early> early_;
};

/// What is said of the file, or of groups of units.
void addFileNotes(const TranslationFile& file, LossReport& unread) {
    if (file.notes == 0) return;
    LossItem& loss = unread.items.emplace_back();
    loss.feature = feature::kNote;
    loss.count = file.notes;
    loss.before = file.note;
}

/// Ends at the root element.
class RootVisitor final : public UnitVisitor {
public:
    void unit(const Unit&, const TranslationFile&) override {}
    bool hasEnough(const TranslationFile&) const override { return true; }
};

/// Ends where all languages are known.
class LanguagesVisitor final : public UnitVisitor {
public:
    void unit(const Unit&, const TranslationFile&) override {}
    bool hasEnough(const TranslationFile& file) const override {
        return file.dialect == Dialect::Xliff && !file.targetLanguage.empty();
    }
};

}  // namespace

std::optional<DialectFound> dialectOf(std::string_view beginning) {
    const std::size_t first = beginning.find_first_not_of(" \t\r\n");
    if (first == beginning.npos || beginning[first] != '<') return std::nullopt;
    RootVisitor visitor;
    TranslationFile file;
    readUnits(beginning, visitor, file);
    if (!file.isKnown && !file.isOld) return std::nullopt;
    return DialectFound{file.dialect,
                        fmt::format("a{} element of version {}",
                                    file.dialect == Dialect::Xliff ? "n xliff" : " tmx",
                                    file.version.empty() ? "that is not said" : file.version),
                        first};
}

std::vector<std::string> languagesIn(std::string_view text) {
    LanguagesVisitor visitor;
    TranslationFile file;
    readUnits(text, visitor, file);
    std::vector<std::string> languages{file.sourceLanguage, file.targetLanguage};
    std::ranges::move(file.otherLanguages, std::back_inserter(languages));
    return languages;
}

Parsed parsed(Origin origin, const ReadOptions& options, Dialect dialect) {
    auto parsed = std::make_shared<Origin>(std::move(origin));
    Document document;
    document.format = idOf(dialect);
    Remarks remarks(dialect);
    DocumentReader reader(parsed->text, document, remarks);
    TranslationFile file;
    file.wanted = options.language;
    const std::vector<XmlFlaw> flaws = readUnits(parsed->text, reader, file);
    for (const XmlFlaw& flaw : flaws)
        remarks.addXml(flaw);
    remarks.addFile(parsed->text, parsed->encoding, file, document);
    parsed->pieces = reader.takePieces();
    parsed->unreadStarts = reader.takeUnreadStarts();
    document.language = options.language.empty() ? file.language() : options.language;
    // A language that is said to be undetermined is not known.
    if (document.language == "und") document.language.clear();
    document.title = file.title;
    document.origin = std::move(parsed);
    LossReport unread = unreadBehind(flaws);
    addFileNotes(file, unread);
    std::ranges::move(reader.takeUnread().items, std::back_inserter(unread.items));
    return {std::move(document), remarks.take(), std::move(unread)};
}

}  // namespace subs::translation
