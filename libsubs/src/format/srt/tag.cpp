// SPDX-License-Identifier: MIT
#include "format/srt/tag.h"

#include "format/html_color.h"
#include "format/srt/letters.h"

#include <cstring>

namespace subs::srt {
namespace {

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isNameByte(char c) {
    return isLetter(c) || isDigit(c) || c == '.' || c == '_' || c == '-' || c == ':';
}

bool equalsLower(std::string_view text, std::string_view lower) {
    if (text.size() != lower.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = isLetter(text[i]) ? static_cast<char>(text[i] | 0x20) : text[i];
        if (c != lower[i]) return false;
    }
    return true;
}

TagName tagNamed(std::string_view name) {
    constexpr std::array<std::string_view, kKnownTags> kNames = {"b", "i", "u", "s", "font"};
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (equalsLower(name, kNames[i])) return static_cast<TagName>(i);
    }
    return TagName::Other;
}

std::string_view trimmedSpaces(std::string_view text) {
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

struct Attribute {
    std::string_view name;
    std::string_view value;
};

/// Takes `name=value`, `name="value"` or `name='value'` off the front of `text`; nothing where it
/// is none of them.
std::optional<Attribute> takeAttribute(std::string_view& text) {
    std::size_t at = 0;
    while (at < text.size() && isNameByte(text[at]))
        ++at;
    Attribute result{text.substr(0, at), {}};
    text = trimmedSpaces(text.substr(at));
    if (result.name.empty() || !text.starts_with('=')) return std::nullopt;
    text = trimmedSpaces(text.substr(1));
    const char quote = text.empty() ? '\0' : text.front();
    if (quote == '"' || quote == '\'') {
        const std::size_t end = text.find(quote, 1);
        if (end == std::string_view::npos) return std::nullopt;
        result.value = text.substr(1, end - 1);
        text.remove_prefix(end + 1);
    } else {
        at = 0;
        while (at < text.size() && !isSpace(text[at]))
            ++at;
        result.value = text.substr(0, at);
        text.remove_prefix(at);
    }
    text = trimmedSpaces(text);
    return result;
}

bool isSize(std::string_view value) {
    return !value.empty() && isDigit(value.front()) && isDigit(value.back()) &&
           value.find_first_not_of("0123456789.") == std::string_view::npos &&
           value.find('.') == value.rfind('.');
}

FontReading appendFontSpan(const Attribute& attribute, std::uint32_t at, std::vector<Span>& spans) {
    const std::string_view value = attribute.value;
    if (equalsLower(attribute.name, "color")) {
        std::optional<std::string> color = htmlColor(trimmedSpaces(value));
        if (!color) return FontReading::UnknownColor;
        spans.push_back({SpanKind::Color, at, at, *std::move(color)});
    } else if (equalsLower(attribute.name, "face") && !value.empty()) {
        spans.push_back({SpanKind::Font, at, at, std::string(value)});
    } else if (equalsLower(attribute.name, "size") && isSize(value)) {
        spans.push_back({SpanKind::FontSize, at, at, std::string(value)});
    } else {
        return FontReading::UnknownAttribute;
    }
    return FontReading::Understood;
}

}  // namespace

std::optional<Tag> tagAt(std::string_view text) {
    const std::size_t nameAt = text.starts_with("</") ? 2 : 1;
    std::size_t at = nameAt;
    if (at >= text.size() || !isLetter(text[at])) return std::nullopt;
    while (at < text.size() && isNameByte(text[at]))
        ++at;
    const std::string_view name = text.substr(nameAt, at - nameAt);
    if (at < text.size() && !isSpace(text[at]) && text[at] != '>' && text[at] != '/')
        return std::nullopt;
    const std::size_t end = text.find_first_of("<>\r\n", at);
    if (end == std::string_view::npos || text[end] != '>') return std::nullopt;
    Tag tag{tagNamed(name),
            nameAt == 2,
            text.substr(0, end + 1),
            trimmedSpaces(text.substr(at, end - at))};
    // `<b class=x>` is not the plain bold that would be written for it.
    const bool plain =
        tag.name == TagName::Font ? !tag.closes || tag.attributes.empty() : tag.attributes.empty();
    if (!plain && !tag.closes) tag.name = TagName::Other;
    return tag;
}

std::string_view overrideAt(std::string_view text) {
    if (!text.starts_with("{\\")) return {};
    const std::size_t end = text.find_first_of("{}\r\n", 1);
    if (end == std::string_view::npos || text[end] != '}') return {};
    return text.substr(0, end + 1);
}

std::optional<Alignment> alignmentOf(std::string_view block) {
    constexpr std::string_view kHead = "{\\an";
    if (block.size() != kHead.size() + 2 || !block.starts_with(kHead)) return std::nullopt;
    const char digit = block[kHead.size()];
    if (digit < '1' || digit > '9') return std::nullopt;
    return static_cast<Alignment>(digit - '0');
}

FontReading appendFontSpans(std::string_view attributes,
                            std::uint32_t at,
                            std::vector<Span>& spans) {
    const std::size_t before = spans.size();
    FontReading reading =
        attributes.empty() ? FontReading::UnknownAttribute : FontReading::Understood;
    while (!attributes.empty() && reading == FontReading::Understood) {
        const std::optional<Attribute> attribute = takeAttribute(attributes);
        reading = attribute ? appendFontSpan(*attribute, at, spans) : FontReading::UnknownAttribute;
    }
    if (reading != FontReading::Understood) spans.resize(before);
    return reading;
}

}  // namespace subs::srt
