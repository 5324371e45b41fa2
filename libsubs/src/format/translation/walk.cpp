// SPDX-License-Identifier: MIT
#include "format/translation/walk.h"

#include "format/file_remarks.h"
#include "format/translation/text_sink.h"
#include "format/translation/untranslated_parts.h"
#include "format/translation/walk_frame.h"
#include "format/translation/walk_values.h"
#include "format/xml/fragment.h"
#include "format/xml/words.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace subs::translation {
namespace {

class Walk final : public XmlVisitor {
public:
    Walk(std::string_view text, UnitVisitor& visitor, TranslationFile& file)
        : text_(text), visitor_(visitor), file_(file) {}

    void open(const XmlTag& tag) override {
        Frame frame;
        frame.tag = tag.at;
        const Frame* around = frames_.empty() ? nullptr : &frames_.back();
        frame.preservesSpace = around && around->preservesSpace;
        if (const auto space = tag.value(Vocabulary::Xml, "space"))
            frame.preservesSpace = *space == "preserve";
        enter(tag, around ? around->place : Place::File, frame);
        frames_.push_back(std::move(frame));
    }

    void close(ByteRange at) override {
        if (frames_.empty()) return;
        const Frame frame = std::move(frames_.back());
        frames_.pop_back();
        end(frame, at);
    }

    void text(std::string_view text, ByteRange at) override {
        if (frames_.empty()) return;
        Frame& frame = frames_.back();
        if (frame.place == Place::Text) {
            return sink().words(text, at);
        }
        const bool isKept = frame.place == Place::Field || frame.place == Place::DataOf ||
                            frame.place == Place::Code || frame.place == Place::Note;
        if (isKept) frame.value += text;
        if (isKept || trimmed(text).empty()) return;
        // A text that is in no element which has one.
        if (isAroundUnits(frame.place)) addFileNote(text);
        if (isInUnit(frame.place)) addNote(trimmed(text));
    }

    bool hasEnough() const override { return visitor_.hasEnough(file_); }

    /// The file ends, and with it what is open.
    void finish(std::size_t size) {
        while (!frames_.empty())
            close({size, size});
    }

    /// Goes on inside of the file that this has.
    void restart() {
        Frame frame;
        frame.place = Place::Root;
        frame.preservesSpace = file_.preservesSpace;
        frames_.push_back(std::move(frame));
    }

private:
    TextSink& sink() { return variant_ == &unit_.source ? sourceSink_ : targetSink_; }
    bool isXliff() const { return file_.dialect == Dialect::Xliff; }

    static bool isMetadata(const XmlTag& tag) {
        return static_cast<Vocabulary>(tag.vocabulary) == Vocabulary::Metadata &&
               tag.name == "metadata";
    }

    static bool isOwn(const XmlTag& tag) {
        const auto vocabulary = static_cast<Vocabulary>(tag.vocabulary);
        return vocabulary == Vocabulary::Xliff || vocabulary == Vocabulary::None;
    }

    void enter(const XmlTag& tag, Place around, Frame& frame) {
        switch (around) {
            case Place::File:
                return enterFile(tag, frame);
            case Place::Root:
                if (isMetadata(tag)) frame.place = Place::FileFields;
                if (isOwn(tag)) enterRoot(tag, frame);
                return;
            case Place::Header:
                if (isOwn(tag)) enterHeader(tag, frame);
                return;
            case Place::Unit:
                return enterUnit(tag, frame);
            case Place::Fields:
                return enterFields(tag, frame);
            case Place::Segment:
                if (isOwn(tag)) enterSegment(tag, frame);
                return;
            case Place::Text:
                if (isXliff())
                    enterXliffText(tag, frame);
                else
                    enterTmxText(tag, frame);
                return;
            default:
                return enterBeside(tag, around, frame);
        }
    }

    /// What is said of texts, or stands for parts of them.
    void enterBeside(const XmlTag& tag, Place around, Frame& frame) {
        const bool areNotes = around == Place::Notes || around == Place::FileNotes;
        if (around == Place::Data && isOwn(tag) && tag.name == "data") {
            frame.place = Place::DataOf;
            frame.id = valueOf(tag, "id");
        } else if (around == Place::DataOf && tag.name == "cp" && !frames_.empty()) {
            // A character in a code.
            frames_.back().value += characterOf(valueOf(tag, "hex"));
        } else if (around == Place::FileFields) {
            frame.place = Place::FileFields;
            if (tag.name == "meta") openNote(frame, Ending::FileNote);
        } else if (areNotes && isOwn(tag) && tag.name == "note") {
            openNote(frame, around == Place::Notes ? Ending::Note : Ending::FileNote);
        }
    }

    void enterFile(const XmlTag& tag, Frame& frame) {
        file_.isOld = tag.name == "xliff" &&
                      (static_cast<Vocabulary>(tag.vocabulary) == Vocabulary::OldXliff ||
                       valueOf(tag, "version").starts_with("1."));
        const bool isTmx = tag.name == "tmx";
        const std::string_view name = text_.substr(tag.at.begin, tag.at.end - tag.at.begin);
        const std::string_view whole = name.substr(0, name.find_first_of(" \t\r\n/>"));
        const std::size_t colon = whole.find(':');
        if (colon != whole.npos && colon > 0) file_.prefix = whole.substr(1, colon);
        file_.version = valueOf(tag, "version");
        file_.dialect = isTmx ? Dialect::Tmx : Dialect::Xliff;
        file_.isKnown = isTmx || (tag.name == "xliff" && !file_.isOld && isOwn(tag));
        if (!file_.isKnown) return;
        frame.place = Place::Root;
        if (isTmx) return;
        file_.sourceLanguage = tagOf(valueOf(tag, "srcLang"));
        file_.targetLanguage = tagOf(valueOf(tag, "trgLang"));
    }

    void enterRoot(const XmlTag& tag, Frame& frame) {
        const bool isUnit = tag.name == (isXliff() ? "unit" : "tu");
        if (isUnit) return openUnit(tag, frame);
        if (!isXliff() && tag.name == "header") {
            const std::string_view language = valueOf(tag, "srclang");
            file_.sourceLanguage = language == "*all*" ? std::string() : tagOf(language);
            frame.place = Place::Header;
            return;
        }
        if (isXliff() && tag.name == "file") {
            if (file_.title.empty()) file_.title = valueOf(tag, "original");
            file_.preservesSpace = frame.preservesSpace;
        }
        if (isXliff() && tag.name == "notes") frame.place = Place::FileNotes;
        const bool isAround = tag.name == "file" || tag.name == "group" || tag.name == "body";
        if (isAround) frame.place = Place::Root;
    }

    /// Of TMX: the title that this program writes, notes, and what other programs' users say.
    static void enterHeader(const XmlTag& tag, Frame& frame) {
        const bool isProp = tag.name == "prop";
        if (isProp && valueOf(tag, "type") == "x-subs-title") {
            frame.place = Place::Field;
            frame.ending = Ending::Title;
        } else if (isProp || tag.name == "note") {
            openNote(frame, Ending::FileNote);
        }
    }

    void openUnit(const XmlTag& tag, Frame& frame) {
        frame.place = Place::Unit;
        frame.ending = Ending::Unit;
        unit_ = Unit();
        untranslated_.clear();
        unit_.tag = tag.at;
        unit_.line = tag.line;
        unit_.id = valueOf(tag, isXliff() ? "id" : "tuid");
        unit_.name = isXliff() ? valueOf(tag, "name") : std::string_view(unit_.id);
    }

    void enterUnit(const XmlTag& tag, Frame& frame) {
        if (static_cast<Vocabulary>(tag.vocabulary) == Vocabulary::Metadata) {
            if (isMetadata(tag)) frame.place = Place::Fields;
            return;
        }
        // Translations that are proposed, words that are explained.
        if (!isOwn(tag)) return addNote(tag.at.of(text_));
        if (tag.name == "originalData") frame.place = Place::Data;
        if (tag.name == "notes") frame.place = Place::Notes;
        if (tag.name == "note") openNote(frame, Ending::Note);
        if (tag.name == "prop") openField(tag, frame);
        if (tag.name == "tuv") openVariant(tag, frame);
        if (tag.name != "segment" && tag.name != "ignorable") return;
        frame.place = Place::Segment;
        isIgnorable_ = tag.name == "ignorable";
        if (unit_.segments++ == 0) unit_.state = valueOf(tag, "state");
    }

    void enterFields(const XmlTag& tag, Frame& frame) {
        // What other programs' users say of the unit.
        const bool isGroup = tag.name == "metaGroup";
        if (isGroup) frame.place = Place::Fields;
        frame.isForeign =
            frames_.back().isForeign || (isGroup && valueOf(tag, "category") != "subs");
        if (tag.name == "meta" && frame.isForeign) return openNote(frame, Ending::Note);
        if (tag.name == "meta") openField(tag, frame);
    }

    void openField(const XmlTag& tag, Frame& frame) {
        constexpr std::string_view kPrefix = "x-subs-";
        std::string_view type = valueOf(tag, "type");
        if (!isXliff()) {
            if (!type.starts_with(kPrefix)) return openNote(frame, Ending::Note);
            type.remove_prefix(kPrefix.size());
        }
        frame.place = Place::Field;
        frame.ending = Ending::Field;
        frame.id = type;
    }

    static void openNote(Frame& frame, Ending ending) {
        frame.place = Place::Note;
        frame.ending = ending;
    }

    void addFileNote(std::string_view words) {
        if (trimmed(words).empty()) return;
        if (file_.notes++ == 0) file_.note = shownBeginning(trimmed(words));
    }

    void addNote(std::string_view words) {
        if (unit_.notes++ == 0) unit_.note = shownBeginning(words);
    }

    /// An inline code that the text does not have.
    void addUnread(const XmlTag& tag) {
        UnitText& text = *variant_;
        if (text.unreadCodes++ == 0) text.unreadCode = shownBeginning(tag.at.of(text_));
    }

    /// A text of TMX: the first of the source language, and the first of the language that is
    /// asked for, else of another.
    void openVariant(const XmlTag& tag, Frame& frame) {
        auto typed = tag.value(Vocabulary::Xml, "lang").value_or("");
        if (typed.empty()) typed = valueOf(tag, "lang");
        const std::string& language = knownTagOf(typed);
        if (file_.sourceLanguage.empty()) file_.sourceLanguage = language;
        frame.place = Place::Segment;
        if (!unit_.source.isThere && isSameLanguage(language, file_.sourceLanguage)) {
            variant_ = &unit_.source;
            return;
        }
        const bool isAsked =
            !file_.wanted.empty() && !isSameLanguage(file_.wanted, file_.sourceLanguage);
        if (file_.targetLanguage.empty() && (!isAsked || isSameLanguage(language, file_.wanted)))
            file_.targetLanguage = language;
        const bool isTarget =
            !unit_.target.isThere && isSameLanguage(language, file_.targetLanguage);
        variant_ = isTarget ? &unit_.target : nullptr;
        unit_.segments += isTarget ? 1 : 0;
        if (isTarget) return;
        unit_.others.push_back(language);
        file_.addOther(language);
    }

    const std::string& knownTagOf(std::string_view typed) {
        const auto found = tags_.find(typed);
        if (found != tags_.end()) return found->second;
        constexpr std::size_t kMostTags = 1000;
        if (tags_.size() == kMostTags) tags_.clear();
        return tags_.emplace(typed, tagOf(typed)).first->second;
    }

    void enterSegment(const XmlTag& tag, Frame& frame) {
        if (isXliff()) {
            if (tag.name != "source" && tag.name != "target") return;
            variant_ = tag.name == "source" ? &unit_.source : &unit_.target;
        } else if (tag.name != "seg") {
            return;
        }
        if (variant_ == nullptr) return;
        frame.place = Place::Text;
        frame.ending = Ending::Text;
        UnitText& text = *variant_;
        text.preservesSpace = !isXliff() || frame.preservesSpace;
        if (text.parts++ == 0) {
            text.isThere = true;
            text.tag = tag.at;
            text.inner = {tag.at.end, tag.at.end};
            text.isSelfClosed = tag.at.of(text_).ends_with("/>");
        }
        sink().begin(text);
        if (!isXliff()) return;
        if (variant_ == &unit_.source)
            untranslated_.begin(unit_.segments, isIgnorable_, text.text.plain.size());
        else
            beginTarget(tag);
    }

    void beginTarget(const XmlTag& tag) {
        untranslated_.drop(unit_.segments);
        untranslated_.putBefore(unit_.target, unit_.source, targetSink_);
        targetSink_.part(orderOf(tag).value_or(unit_.segments));
    }

    void enterXliffText(const XmlTag& tag, Frame& frame) {
        const auto kind = kindNamed(Dialect::Xliff, valueOf(tag, "subType"));
        const auto dataOf = [&](std::string_view reference, std::string_view shown) {
            const auto found = unit_.data.find(valueOf(tag, reference));
            return std::string(found == unit_.data.end() ? valueOf(tag, shown)
                                                         : std::string_view(found->second));
        };
        if (tag.name == "pc") {
            frame.place = Place::Text;
            if (!kind) return addUnread(tag);
            frame.ending = Ending::Span;
            frame.id = valueOf(tag, "id");
            sink().open(*kind, dataOf("dataRefStart", "dispStart"), frame.id);
        } else if (tag.name == "mrk") {
            frame.place = Place::Text;
            addUnread(tag);
        } else if (tag.name == "sm" || (tag.name == "sc" && !kind)) {
            addUnread(tag);
        } else if (tag.name == "sc") {
            sink().open(*kind, dataOf("dataRef", "disp"), std::string(valueOf(tag, "id")));
        } else if (tag.name == "ec") {
            sink().close(valueOf(tag, "startRef"));
        } else if (tag.name == "cp") {
            frame.ending = Ending::Character;
            frame.value = characterOf(valueOf(tag, "hex"));
        } else if (tag.name == "ph") {
            frame.ending = valueOf(tag, "subType") == kXliffBreak ? Ending::Break
                           : kind                                 ? Ending::Point
                                                                  : Ending::Stranger;
            frame.kind = kind.value_or(SpanKind::Opaque);
            frame.id = valueOf(tag, "id");
            frame.value = dataOf("dataRef", "disp");
        }
    }

    void enterTmxText(const XmlTag& tag, Frame& frame) {
        const std::string_view type = valueOf(tag, "type");
        const auto kind = kindNamed(Dialect::Tmx, type);
        frame.kind = kind.value_or(SpanKind::Opaque);
        frame.id = valueOf(tag, "i");
        if (tag.name == "hi") {
            frame.place = Place::Text;
            addUnread(tag);
        } else if (tag.name == "bpt") {
            frame.place = Place::Code;
            if (kind)
                frame.ending = Ending::Start;
            else
                addUnread(tag);
        } else if (tag.name == "ept") {
            frame.place = Place::Code;
            frame.ending = Ending::Stop;
        } else if (tag.name == "ph" || tag.name == "it" || tag.name == "ut") {
            frame.place = Place::Code;
            frame.ending = type == kTmxBreak ? Ending::Break
                           : kind            ? Ending::Point
                                             : Ending::Stranger;
            if (frame.id.empty()) frame.id = valueOf(tag, "x");
        }
    }

    void end(const Frame& frame, ByteRange at) {
        const ByteRange whole{frame.tag.begin, std::max(at.end, frame.tag.end)};
        switch (frame.ending) {
            case Ending::Unit:
                return closeUnit(at);
            case Ending::Field:
                unit_.fields.push_back({frame.id,
                                        frame.value,
                                        frame.tag,
                                        {frame.tag.end, std::max(at.begin, frame.tag.end)},
                                        whole.end});
                return;
            case Ending::Text:
                variant_->inner.end = std::max(at.begin, variant_->inner.end);
                variant_->end = whole.end;
                if (variant_ == &unit_.source) untranslated_.end(unit_.source.text.plain.size());
                return;
            case Ending::Span:
                return sink().close(frame.id);
            case Ending::Break:
                return sink().lineBreak(whole);
            case Ending::Start:
                return sink().open(frame.kind, frame.value, frame.id);
            case Ending::Stop:
                return sink().close(frame.id);
            case Ending::Point:
                return sink().point(frame.kind, frame.value, frame.id);
            case Ending::Stranger:
                return sink().point(SpanKind::Opaque, std::string(whole.of(text_)), frame.id);
            case Ending::Character:
                return sink().character(frame.value, whole);
            case Ending::Note:
                return addNote(frame.value);
            case Ending::FileNote:
                return addFileNote(frame.value);
            case Ending::Title:
                file_.title = frame.value;
                return;
            case Ending::None:
                break;
        }
        if (frame.place == Place::DataOf) unit_.data.insert_or_assign(frame.id, frame.value);
    }

    void closeUnit(ByteRange at) {
        if (unit_.target.isThere) untranslated_.finish(unit_.target, unit_.source, targetSink_);
        sourceSink_.finish(unit_.source);
        targetSink_.finish(unit_.target);
        unit_.inner = {unit_.tag.end, std::max(at.begin, unit_.tag.end)};
        unit_.end = std::max(at.end, unit_.tag.end);
        visitor_.unit(unit_, file_);
    }

    std::string_view text_;
    UnitVisitor& visitor_;
    TranslationFile& file_;
    std::vector<Frame> frames_;
    Unit unit_;
    UnitText* variant_ = nullptr;
    bool isIgnorable_ = false;                              ///< The element of XLIFF around it.
    UntranslatedParts untranslated_;                        ///< Since the last target.
    std::map<std::string, std::string, std::less<>> tags_;  ///< By what is typed.
    TextSink sourceSink_;
    TextSink targetSink_;
};

/// Keeps the one unit of a fragment.
class UnitKeeper final : public UnitVisitor {
public:
    void unit(const Unit& unit, const TranslationFile&) override {
        ++count;
        kept = unit;
    }
    Unit kept;
    std::size_t count = 0;
};

}  // namespace

std::vector<XmlFlaw> readUnits(std::string_view text, UnitVisitor& visitor, TranslationFile& file) {
    Walk walk(text, visitor, file);
    std::vector<XmlFlaw> flaws = visitXml(text, walk, kVocabularies);
    walk.finish(text.size());
    return flaws;
}

bool readUnit(std::string_view fragment, const TranslationFile& file, Unit& result) {
    std::string begin = "<all";
    if (!file.prefix.empty())
        begin.append(" xmlns:")
            .append(file.prefix.substr(0, file.prefix.size() - 1))
            .append("=\"")
            .append(kXliffNamespace)
            .append("\"");
    begin += ">";
    const std::string text = begin + std::string(fragment) + "</all>";
    TranslationFile known = file;
    UnitKeeper keeper;
    Walk walk(fragment, keeper, known);
    walk.restart();
    FragmentVisitor visitor(walk, begin.size());
    const std::vector<XmlFlaw> flaws = visitXml(text, visitor, kVocabularies);
    const bool isRead = std::ranges::all_of(
        flaws, [](const XmlFlaw& flaw) { return flaw.kind == XmlFlaw::Kind::Namespace; });
    if (!isRead || keeper.count != 1) return false;
    result = std::move(keeper.kept);
    return true;
}

}  // namespace subs::translation
