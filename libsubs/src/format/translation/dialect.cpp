// SPDX-License-Identifier: MIT
#include "format/translation/dialect.h"

#include <subs/text/language_tag.h>

#include <algorithm>
#include <array>

namespace subs::translation {
namespace {

/// XLIFF 2.1 §4.3.1.36 has "xlf:b" and the like; those of TMX 1.4b are of its chapter on `type`.
constexpr std::array<CodeName, 17> kCodes{
    {{SpanKind::Bold, "fmt", "xlf:b", "bold"},
     {SpanKind::Italic, "fmt", "xlf:i", "italic"},
     {SpanKind::Underline, "fmt", "xlf:u", "ulined"},
     {SpanKind::Strike, "fmt", "subs:strike", "x-subs-strike"},
     {SpanKind::Color, "fmt", "subs:color", "color"},
     {SpanKind::Font, "fmt", "subs:font", "font"},
     {SpanKind::FontSize, "fmt", "subs:font-size", "x-subs-font-size"},
     {SpanKind::Karaoke, "other", "subs:karaoke", "x-subs-karaoke"},
     {SpanKind::Comment, "other", "subs:comment", "x-subs-comment"},
     {SpanKind::Drawing, "image", "subs:drawing", "x-subs-drawing"},
     {SpanKind::Opaque, "other", "subs:opaque", "x-subs-opaque"},
     {SpanKind::Voice, "other", "subs:voice", "x-subs-voice"},
     {SpanKind::Class, "fmt", "subs:class", "x-subs-class"},
     {SpanKind::Language, "other", "subs:language", "x-subs-language"},
     {SpanKind::Ruby, "fmt", "subs:ruby", "x-subs-ruby"},
     {SpanKind::RubyText, "fmt", "subs:ruby-text", "x-subs-ruby-text"},
     {SpanKind::InnerTime, "other", "subs:time", "x-subs-time"}}};

XmlVocabulary numberOf(Vocabulary vocabulary) {
    return static_cast<XmlVocabulary>(vocabulary);
}

Vocabulary vocabularyOf(std::string_view uri) {
    constexpr std::string_view kDocument = "urn:oasis:names:tc:xliff:document:";
    if (uri.empty()) return Vocabulary::None;
    if (uri == kMetadataNamespace) return Vocabulary::Metadata;
    if (uri == "http://www.w3.org/XML/1998/namespace") return Vocabulary::Xml;
    if (uri == "http://www.lisa.org/tmx14") return Vocabulary::None;
    if (!uri.starts_with(kDocument)) return Vocabulary::Other;
    return uri.substr(kDocument.size()).starts_with('1') ? Vocabulary::OldXliff : Vocabulary::Xliff;
}

Vocabulary vocabularyOfPrefix(std::string_view prefix) {
    if (prefix == "xml") return Vocabulary::Xml;
    if (prefix == "mda") return Vocabulary::Metadata;
    return prefix == "xlf" ? Vocabulary::Xliff : Vocabulary::Other;
}

constexpr char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c == '_' ? '-' : c;
}

}  // namespace

const XmlVocabularies kVocabularies{
    0,
    [](std::string_view uri) { return numberOf(vocabularyOf(uri)); },
    [](std::string_view prefix) { return numberOf(vocabularyOfPrefix(prefix)); }};

std::string_view idOf(Dialect dialect) {
    return dialect == Dialect::Xliff ? "xliff" : "tmx";
}

const CodeName& codeNameOf(SpanKind kind) {
    return *std::ranges::find(kCodes, kind, &CodeName::kind);
}

std::optional<SpanKind> kindNamed(Dialect dialect, std::string_view name) {
    for (const CodeName& code : kCodes)
        if (name == (dialect == Dialect::Xliff ? code.xliffSubType : code.tmxType))
            return code.kind;
    if (dialect == Dialect::Tmx && name == "underlined") return SpanKind::Underline;
    return std::nullopt;
}

std::string tagOf(std::string_view language) {
    const std::string tag = nearestLanguageTag(language);
    return tag.empty() ? std::string(language) : tag;
}

bool isSameLanguage(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, lowered, lowered);
}

}  // namespace subs::translation
