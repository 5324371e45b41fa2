// SPDX-License-Identifier: MIT
#include "format/ttml/content_notes.h"

#include "format/ttml/vocabulary.h"
#include "format/xml/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace subs::ttml {
namespace {

constexpr std::string_view kBackgroundImage = "backgroundImage";
/// Longer words are shown by their beginning.
constexpr std::size_t kMostWords = 4096;

Vocabulary knownVocabulary(const XmlTag& tag) {
    return static_cast<Vocabulary>(tag.vocabulary);
}

Vocabulary knownVocabulary(const XmlAttribute& attribute) {
    return static_cast<Vocabulary>(attribute.vocabulary);
}

bool isOfTtml(const XmlTag& tag) {
    return knownVocabulary(tag) == Vocabulary::Tt || knownVocabulary(tag) == Vocabulary::None;
}

/// The picture behind a block; files whose namespace is not that of SMPTE are meant so too.
const XmlAttribute* backgroundImageOf(const XmlTag& tag) {
    const auto found = std::ranges::find_if(tag.attributes, [](const XmlAttribute& attribute) {
        const Vocabulary vocabulary = knownVocabulary(attribute);
        return attribute.name == kBackgroundImage &&
               (vocabulary == Vocabulary::Smpte || vocabulary == Vocabulary::Other);
    });
    return found == tag.attributes.end() ? nullptr : &*found;
}

/// Where a schema is, for programs; and what is told as a picture.
bool isOfProgram(std::string_view name) {
    return name == kBackgroundImage || name == "schemaLocation" ||
           name == "noNamespaceSchemaLocation";
}

std::string spelt(std::string_view name, std::string_view value) {
    return std::string(name).append("=\"").append(value.substr(0, kMostWords)).append("\"");
}

}  // namespace

bool isPicture(const XmlTag& tag, ElementKind kind) {
    return kind == ElementKind::Image ||
           (kind == ElementKind::Div && backgroundImageOf(tag) != nullptr);
}

std::string pictureTag(const XmlTag& tag, ElementKind kind) {
    std::string text("<");
    text += tag.name;
    const XmlAttribute* const behind = backgroundImageOf(tag);
    if (kind != ElementKind::Image && behind != nullptr)
        text.append(" ").append(spelt("smpte:backgroundImage", behind->value));
    else if (const auto source = tag.value(Vocabulary::None, "src"))
        text.append(" ").append(spelt("src", *source));
    return text + ">";
}

bool isForeign(const XmlTag& tag, ElementKind kind, ElementKind around, bool isAroundForeign) {
    if (kind != ElementKind::Other) return false;
    const bool isInText = around == ElementKind::Paragraph || around == ElementKind::Span;
    const Vocabulary vocabulary = knownVocabulary(tag);
    return isAroundForeign ||
           (isInText && (vocabulary == Vocabulary::Other || vocabulary == Vocabulary::Smpte));
}

bool isAnimation(const XmlTag& tag, ElementKind kind, ElementKind around) {
    if (kind == ElementKind::Set) return true;
    return kind == ElementKind::Other && tag.name == "animate" && isOfTtml(tag) &&
           (isContent(around) || around == ElementKind::Region);
}

bool saysTimes(const XmlTag& tag) {
    constexpr std::array<std::string_view, 3> kTimes = {"begin", "end", "dur"};
    return std::ranges::any_of(kTimes, [&](std::string_view name) {
        return tag.value(Vocabulary::None, name).has_value();
    });
}

std::vector<SaidMetadata> saidIn(const XmlTag& tag) {
    std::vector<SaidMetadata> all;
    for (const XmlAttribute& attribute : tag.attributes) {
        const Vocabulary vocabulary = knownVocabulary(attribute);
        const bool isRole = vocabulary == Vocabulary::Metadata && attribute.name == "role";
        const bool isOther = vocabulary == Vocabulary::Other && !isOfProgram(attribute.name);
        const std::string_view words = trimmed(attribute.value);
        if ((isRole || isOther) && !words.empty())
            all.push_back({std::string(attribute.name), std::string(words.substr(0, kMostWords))});
    }
    return all;
}

void ForeignElement::open(const XmlTag& tag) {
    words_.clear();
    said_ = {std::string(tag.name), {}};
    if (tag.attributes.empty()) return;
    const XmlAttribute& first = tag.attributes.front();
    said_.words = spelt(first.name, first.value);
}

void ForeignElement::text(std::string_view text) {
    if (words_.size() < kMostWords) words_ += text;
}

std::string_view ForeignElement::words() const {
    return trimmed(words_);
}

void StrayText::add(ElementKind kind, std::string_view text) {
    switch (kind) {
        case ElementKind::Other:
        case ElementKind::Metadata:
        case ElementKind::Title:
        case ElementKind::Agent:
        case ElementKind::AgentName:
        case ElementKind::Standard:
            return;
        default:
            if (words_.size() < kMostWords) words_ += text;
    }
}

std::string StrayText::take() {
    const std::string words = std::exchange(words_, {});
    return std::string(trimmed(words));
}

}  // namespace subs::ttml
