// SPDX-License-Identifier: MIT
#include "format/xlsx/cell_value.h"

#include <subs/base/utf8.h>

#include <fmt/format.h>

#include <charconv>
#include <iterator>

namespace subs::xlsx {
namespace {

constexpr std::size_t kEscapeSize = 7;  // "_x000D_"

/// The character of an escape at `at`; nothing where there is none.
std::optional<char32_t> escapeAt(std::string_view text, std::size_t at) {
    if (text.size() - at < kEscapeSize || text[at + 1] != 'x' || text[at + 6] != '_')
        return std::nullopt;
    std::uint32_t code = 0;
    const char* const from = text.data() + at + 2;
    const auto [end, error] = std::from_chars(from, from + 4, code, 16);
    if (error != std::errc() || end != from + 4) return std::nullopt;
    const bool isSurrogate = code >= 0xD800 && code < 0xE000;
    return isSurrogate ? std::nullopt : std::optional(static_cast<char32_t>(code));
}

bool isControl(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte < 0x20 && letter != '\n' && letter != '\t';
}

}  // namespace

std::optional<CellPlace> placeIn(std::string_view reference) {
    CellPlace place;
    std::size_t at = 0;
    for (; at < reference.size() && reference[at] >= 'A' && reference[at] <= 'Z'; ++at) {
        place.column = place.column * 26 + static_cast<std::size_t>(reference[at] - 'A' + 1);
        if (place.column > kSheetColumns) return std::nullopt;
    }
    const char* const end = reference.data() + reference.size();
    const auto [behind, error] = std::from_chars(reference.data() + at, end, place.row);
    if (place.column == 0 || error != std::errc() || behind != end) return std::nullopt;
    --place.column;
    return place;
}

std::string columnName(std::size_t column) {
    std::string name;
    for (++column; column > 0; column = (column - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
    return name;
}

std::string withoutEscapes(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto escape = text[at] == '_' ? escapeAt(text, at) : std::nullopt;
        if (escape)
            appendUtf8(result, *escape);
        else
            result += text[at];
        at += escape ? kEscapeSize : 1;
    }
    return result;
}

std::string withEscapes(std::string_view text) {
    const std::string clean = withReplacements(text);
    std::string out;
    for (std::size_t at = 0; at < clean.size(); ++at) {
        const char letter = clean[at];
        const bool isMark = letter == '_' && escapeAt(clean, at).has_value();
        // U+FFFE and U+FFFF are no characters of XML.
        const std::string_view three = std::string_view(clean).substr(at, 3);
        const bool isNone = three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF";
        if (isNone) {
            out += three[2] == '\xBE' ? "_xFFFE_" : "_xFFFF_";
            at += 2;
        } else if (isMark || isControl(letter)) {
            fmt::format_to(std::back_inserter(out), "_x{:04X}_", static_cast<unsigned>(letter));
        } else {
            out += letter;
        }
    }
    return out;
}

void appendXmlText(std::string& out, std::string_view text) {
    for (const char letter : withEscapes(text)) {
        if (letter == '&')
            out += "&amp;";
        else if (letter == '<')
            out += "&lt;";
        else if (letter == '>')
            out += "&gt;";
        else
            out += letter;
    }
}

}  // namespace subs::xlsx
