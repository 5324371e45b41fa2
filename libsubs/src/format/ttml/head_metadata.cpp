// SPDX-License-Identifier: MIT
#include "format/ttml/head_metadata.h"

#include <subs/format/features.h>

#include "format/file_remarks.h"
#include "format/ttml/element_kind.h"
#include "format/ttml/vocabulary.h"
#include "format/xml/words.h"
#include "format/xml/xml_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace subs::ttml {
namespace {

/// Longer words are shown by their beginning; pictures stand in a head as letters too.
constexpr std::size_t kMostWords = 4096;

/// Takes the words out of the metadata of a head.
class HeadWords final : public XmlVisitor {
public:
    void open(const XmlTag& tag) override {
        const ElementKind around = open_.empty() ? ElementKind::Other : open_.back().kind;
        Element element;
        element.kind = open_.empty() ? rootKindOf(tag) : childKindOf(tag, around);
        hasContent_ = hasContent_ || element.kind == ElementKind::Body;
        element.isMetadata = isSaid(tag) || (!open_.empty() && open_.back().isMetadata);
        // Profiles name features, by words that are of no person.
        const auto vocabulary = static_cast<Vocabulary>(tag.vocabulary);
        if (vocabulary == Vocabulary::Parameter || isRead(element.kind)) element.isMetadata = false;
        element.name = tag.name;
        open_.push_back(std::move(element));
    }

    void close(Stretch) override {
        if (open_.empty()) return;
        const Element element = std::move(open_.back());
        open_.pop_back();
        const std::string_view words = trimmed(element.words);
        if (element.isMetadata && !words.empty() && !isOfProgram(element.name))
            losses_.add(element.name == "image" ? feature::kAttachment : feature::kMetadata,
                        LossSeverity::Dropped,
                        {},
                        fmt::format("{}: {}", element.name, shownBeginning(words)),
                        {});
    }

    void text(std::string_view text, Stretch) override {
        if (open_.empty() || !open_.back().isMetadata) return;
        std::string& words = open_.back().words;
        if (words.size() < kMostWords) words += text;
    }

    bool hasEnough() const override { return hasContent_; }
    LossReport take() { return std::move(losses_); }

private:
    struct Element {
        ElementKind kind = ElementKind::Other;
        bool isMetadata = false;
        std::string name = {};
        std::string words = {};
    };

    /// Metadata stand in all that is in a head, ttm:desc and ttm:copyright without an element
    /// around them too.
    static bool isSaid(const XmlTag& tag) {
        const auto vocabulary = static_cast<Vocabulary>(tag.vocabulary);
        const bool isOfTtml = vocabulary == Vocabulary::Tt || vocabulary == Vocabulary::None;
        return (isOfTtml && tag.name == "metadata") ||
               (vocabulary == Vocabulary::Metadata &&
                (tag.name == "desc" || tag.name == "copyright"));
    }

    /// What programs count and note of each file (EBU Tech 3390).
    static bool isOfProgram(std::string_view name) {
        constexpr std::array<std::string_view, 8> kNames = {
            "documentEbuttVersion",
            "documentOriginatingSystem",
            "documentCreationDate",
            "documentRevisionDate",
            "documentRevisionNumber",
            "documentTotalNumberOfSubtitles",
            "documentMaximumNumberOfDisplayableCharacterInAnyRow",
            "documentStartOfProgramme"};
        return std::ranges::find(kNames, name) != kNames.end();
    }

    /// What the reader makes something of.
    static bool isRead(ElementKind kind) {
        return kind == ElementKind::Title || kind == ElementKind::Agent ||
               kind == ElementKind::AgentName || kind == ElementKind::Standard;
    }

    std::vector<Element> open_;
    bool hasContent_ = false;
    LossReport losses_;
};

}  // namespace

LossReport headMetadata(std::string_view file) {
    HeadWords words;
    visitXml(file, words, kVocabularies);
    return words.take();
}

}  // namespace subs::ttml
