// SPDX-License-Identifier: MIT
#include "format/xml/xml_characters.h"

#include <subs/base/utf8.h>

#include <libxml/chvalid.h>

#include <algorithm>

namespace subs {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool isPlain(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= ' ' && byte < 0x80;
}

/// The first byte from `at` on that is no plain ASCII.
std::size_t skipPlain(std::string_view text, std::size_t at) {
    while (at < text.size() && isPlain(text[at]))
        ++at;
    return at;
}

bool isAllowed(const Decoded& decoded) {
    return decoded.valid && isXmlCharacter(decoded.codePoint);
}

bool isNameStart(char32_t c) {
    const auto code = static_cast<unsigned int>(c);
    return c == '_' || xmlIsBaseCharQ(code) || xmlIsIdeographicQ(code);
}

bool isNameCharacter(char32_t c) {
    const auto code = static_cast<unsigned int>(c);
    return isNameStart(c) || c == '-' || c == '.' || xmlIsDigitQ(code) || xmlIsCombiningQ(code) ||
           xmlIsExtenderQ(code);
}

}  // namespace

bool isXmlCharacter(char32_t c) {
    if (c < ' ') return c == '\t' || c == '\n' || c == '\r';
    return c < 0xD800 || (c >= 0xE000 && c < 0xFFFE) || c >= 0x10000;
}

std::optional<std::size_t> firstForbidden(std::string_view text) {
    for (std::size_t at = skipPlain(text, 0); at < text.size(); at = skipPlain(text, at)) {
        const Decoded decoded = decodeUtf8(text, at);
        if (!isAllowed(decoded)) return at;
        at += decoded.length;
    }
    return std::nullopt;
}

std::string withoutForbidden(std::string_view text, std::size_t first) {
    std::string result(text);
    for (std::size_t at = first; at < text.size(); at = skipPlain(text, at)) {
        const Decoded decoded = decodeUtf8(text, at);
        if (!isAllowed(decoded))
            std::fill_n(result.begin() + static_cast<std::ptrdiff_t>(at), decoded.length, '?');
        at += decoded.length;
    }
    return result;
}

std::string_view referenceFor(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        default:
            return {};
    }
}

void appendXml(std::string& out, std::string_view plain, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
        const std::size_t from = at;
        while (at < end && isPlain(plain[at]) && referenceFor(plain[at]).empty())
            ++at;
        out.append(plain, from, at - from);
        if (at == end) return;
        if (const std::string_view reference = referenceFor(plain[at]); !reference.empty()) {
            out += reference;
            ++at;
            continue;
        }
        const Decoded decoded = decodeUtf8(plain.substr(0, end), at);
        out += isAllowed(decoded) ? plain.substr(at, decoded.length) : kReplacement;
        at += decoded.length;
    }
}

void appendXmlComment(std::string& out, std::string_view text) {
    std::string escaped;
    appendXml(escaped, text, 0, text.size());
    out += "<!-- ";
    for (const char c : escaped)
        out += c == '-' && out.ends_with('-') ? ' ' : c;
    out += " -->";
}

std::string attributeText(std::string_view text) {
    std::string escaped;
    appendXml(escaped, text, 0, text.size());
    std::string result;
    for (const char c : escaped) {
        if (c == '"')
            result += "&quot;";
        else
            result += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    }
    return result;
}

std::string spelledAttribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + attributeText(value) + "\"";
}

bool isName(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeUtf8(text, at);
        const bool fits =
            at == 0 ? isNameStart(decoded.codePoint) : isNameCharacter(decoded.codePoint);
        if (!decoded.valid || !fits) return false;
        at += decoded.length;
    }
    return !text.empty();
}

}  // namespace subs
