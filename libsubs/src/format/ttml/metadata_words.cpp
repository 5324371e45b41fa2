// SPDX-License-Identifier: MIT
#include "format/ttml/metadata_words.h"

#include <subs/format/features.h>

#include "format/file_remarks.h"
#include "format/ttml/vocabulary.h"
#include "format/xml/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace subs::ttml {
namespace {

/// Longer words are shown by their beginning; pictures stand in a head as letters too.
constexpr std::size_t kLongestWords = 4096;

/// Metadata stand in all that is in a head or content, ttm:desc and ttm:copyright without an
/// element around them too.
bool isSaid(const XmlTag& tag) {
    const auto vocabulary = static_cast<Vocabulary>(tag.vocabulary);
    const bool isOfTtml = vocabulary == Vocabulary::Tt || vocabulary == Vocabulary::None;
    return (isOfTtml && tag.name == "metadata") ||
           (vocabulary == Vocabulary::Metadata && (tag.name == "desc" || tag.name == "copyright"));
}

/// What the reader makes something of, and words that are of no person: profiles name features.
bool isRead(const XmlTag& tag, ElementKind kind) {
    return kind == ElementKind::Title || kind == ElementKind::Agent ||
           kind == ElementKind::AgentName || kind == ElementKind::Standard ||
           static_cast<Vocabulary>(tag.vocabulary) == Vocabulary::Parameter;
}

/// What programs count and note of each file (EBU Tech 3390).
bool isOfEditor(std::string_view name) {
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

}  // namespace

void MetadataWords::open(const XmlTag& tag, ElementKind kind) {
    const bool isSaidHere = isSaid(tag);
    if (open_.empty() && !isSaidHere) return;
    Element element;
    element.isMetadata =
        !isRead(tag, kind) && (isSaidHere || (!open_.empty() && open_.back().isMetadata));
    element.name = tag.name;
    open_.push_back(std::move(element));
}

void MetadataWords::text(std::string_view text) {
    if (open_.empty() || !open_.back().isMetadata) return;
    std::string& words = open_.back().words;
    if (words.size() < kLongestWords) words += text;
}

std::optional<SaidMetadata> MetadataWords::close() {
    if (open_.empty()) return std::nullopt;
    Element element = std::move(open_.back());
    open_.pop_back();
    const std::string_view words = trimmed(element.words);
    if (!element.isMetadata || words.empty() || isOfEditor(element.name)) return std::nullopt;
    return SaidMetadata{std::move(element.name), std::string(words)};
}

UnreadThing thingOf(const SaidMetadata& said) {
    return {said.element == "image" ? feature::kAttachment : feature::kMetadata,
            LossSeverity::Dropped,
            said.words.empty() ? said.element
                               : fmt::format("{}: {}", said.element, shownBeginning(said.words))};
}

}  // namespace subs::ttml
