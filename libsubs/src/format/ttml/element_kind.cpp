// SPDX-License-Identifier: MIT
#include "format/ttml/element_kind.h"

#include "format/ttml/vocabulary.h"
#include "format/xml/xml_characters.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace subs::ttml {
namespace {

using Kind = ElementKind;

/// What an element of that name is inside of another.
struct Rule {
    Kind around;
    Vocabulary vocabulary;
    std::string_view name;
    Kind kind;
};

// clang-format off
constexpr std::array kRules = {
    Rule{Kind::Root, Vocabulary::Tt, "head", Kind::Head},
    Rule{Kind::Root, Vocabulary::Tt, "body", Kind::Body},
    Rule{Kind::Head, Vocabulary::Tt, "styling", Kind::Styling},
    Rule{Kind::Head, Vocabulary::Tt, "layout", Kind::Layout},
    Rule{Kind::Head, Vocabulary::Tt, "metadata", Kind::Metadata},
    Rule{Kind::Head, Vocabulary::Metadata, "title", Kind::Title},
    Rule{Kind::Head, Vocabulary::Metadata, "agent", Kind::Agent},
    Rule{Kind::Metadata, Vocabulary::Metadata, "title", Kind::Title},
    Rule{Kind::Metadata, Vocabulary::Metadata, "agent", Kind::Agent},
    Rule{Kind::Metadata, Vocabulary::EbuMetadata, "documentMetadata", Kind::Metadata},
    Rule{Kind::Metadata, Vocabulary::EbuMetadata, "conformsToStandard", Kind::Standard},
    Rule{Kind::Agent, Vocabulary::Metadata, "name", Kind::AgentName},
    Rule{Kind::Styling, Vocabulary::Tt, "style", Kind::Style},
    Rule{Kind::Styling, Vocabulary::Tt, "initial", Kind::Initial},
    Rule{Kind::Layout, Vocabulary::Tt, "region", Kind::Region},
    Rule{Kind::Region, Vocabulary::Tt, "style", Kind::Style},
    Rule{Kind::Region, Vocabulary::Tt, "set", Kind::Set},
    Rule{Kind::Body, Vocabulary::Tt, "div", Kind::Div},
    Rule{Kind::Body, Vocabulary::Tt, "p", Kind::Paragraph},
    Rule{Kind::Body, Vocabulary::Tt, "set", Kind::Set},
    Rule{Kind::Div, Vocabulary::Tt, "p", Kind::Paragraph},
    Rule{Kind::Div, Vocabulary::Tt, "div", Kind::Div},
    Rule{Kind::Div, Vocabulary::Tt, "region", Kind::Region},
    Rule{Kind::Div, Vocabulary::Tt, "set", Kind::Set},
    Rule{Kind::Div, Vocabulary::Tt, "image", Kind::Image},
    Rule{Kind::Paragraph, Vocabulary::Tt, "br", Kind::Break},
    Rule{Kind::Paragraph, Vocabulary::Tt, "span", Kind::Span},
    Rule{Kind::Paragraph, Vocabulary::Tt, "region", Kind::Region},
    Rule{Kind::Paragraph, Vocabulary::Tt, "set", Kind::Set},
    Rule{Kind::Paragraph, Vocabulary::Tt, "image", Kind::Image},
    Rule{Kind::Paragraph, Vocabulary::Tt, "p", Kind::Paragraph},  // of one that was not closed
    Rule{Kind::Span, Vocabulary::Tt, "br", Kind::Break},
    Rule{Kind::Span, Vocabulary::Tt, "span", Kind::Span},
    Rule{Kind::Span, Vocabulary::Tt, "region", Kind::Region},
    Rule{Kind::Span, Vocabulary::Tt, "set", Kind::Set},
    Rule{Kind::Span, Vocabulary::Tt, "image", Kind::Image},
    Rule{Kind::Span, Vocabulary::Tt, "p", Kind::Paragraph},
};
// clang-format on

/// What stands in a paragraph and has no text to be shown.
constexpr std::array<std::string_view, 7> kWithoutText{
    "metadata", "animate", "audio", "chunk", "data", "source", "style"};

/// As other formats mark text, and tools leave it in TTML ("<i>"): an element that is to be read as
/// a span.
bool isLikeSpan(std::string_view name, ElementKind around) {
    return (around == Kind::Paragraph || around == Kind::Span) &&
           std::ranges::find(kWithoutText, name) == kWithoutText.end();
}

/// Files whose elements have no namespace are read as if they had that of TTML.
Vocabulary readAs(Vocabulary vocabulary) {
    return vocabulary == Vocabulary::None ? Vocabulary::Tt : vocabulary;
}

void declare(std::string& attributes, const XmlNamespace& space) {
    attributes.append(space.prefix.empty() ? " xmlns" : " xmlns:").append(space.prefix);
    attributes.append("=\"").append(attributeText(space.uri)).append("\"");
}

/// The declarations of `attributes`, made by `declare`, but those of prefixes in `more`.
std::string declaredBeside(std::string_view attributes, std::span<const XmlNamespace> more) {
    std::unordered_set<std::string_view> prefixes;
    for (const XmlNamespace& space : more)
        prefixes.insert(space.prefix);
    std::string kept;
    while (!attributes.empty()) {
        constexpr std::string_view kName = " xmlns";
        const std::size_t nameEnd = attributes.find('=');
        const std::size_t end = attributes.find('"', nameEnd + 2) + 1;
        std::string_view prefix = attributes.substr(kName.size(), nameEnd - kName.size());
        if (prefix.starts_with(':')) prefix.remove_prefix(1);
        if (!prefixes.contains(prefix)) kept += attributes.substr(0, end);
        attributes.remove_prefix(end);
    }
    return kept;
}

}  // namespace

ElementKind rootKindOf(const XmlTag& tag) {
    const bool isTt =
        readAs(static_cast<Vocabulary>(tag.vocabulary)) == Vocabulary::Tt && tag.name == "tt";
    return isTt ? Kind::Root : Kind::Other;
}

ElementKind childKindOf(const XmlTag& tag, ElementKind around) {
    const Vocabulary vocabulary = readAs(static_cast<Vocabulary>(tag.vocabulary));
    for (const Rule& rule : kRules)
        if (rule.around == around && rule.vocabulary == vocabulary && rule.name == tag.name)
            return rule.kind;
    return vocabulary == Vocabulary::Tt && isLikeSpan(tag.name, around) ? Kind::Span : Kind::Other;
}

bool isOfHead(ElementKind kind) {
    return kind == Kind::Style || kind == Kind::Initial || kind == Kind::Title ||
           kind == Kind::Agent || kind == Kind::AgentName || kind == Kind::Standard;
}

bool isContent(ElementKind kind) {
    return kind == Kind::Body || kind == Kind::Div || kind == Kind::Paragraph ||
           kind == Kind::Span || kind == Kind::Break;
}

std::shared_ptr<const std::string> withNamespaces(std::shared_ptr<const std::string> declared,
                                                  std::span<const XmlNamespace> more) {
    // Each paragraph that is read again is read with them.
    constexpr std::size_t kLongest = 8192;
    if (more.empty()) return declared;
    std::string all = declared ? declaredBeside(*declared, more) : std::string();
    const auto add = [&](bool known) {
        for (const XmlNamespace& space : more)
            if ((vocabularyOf(space.uri) != Vocabulary::Other) == known &&
                all.size() + space.prefix.size() + space.uri.size() < kLongest)
                declare(all, space);
    };
    // Those that mean something before those that do not.
    add(true);
    add(false);
    return std::make_shared<const std::string>(std::move(all));
}

}  // namespace subs::ttml
