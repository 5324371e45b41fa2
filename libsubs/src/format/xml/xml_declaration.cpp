// SPDX-License-Identifier: MIT
#include "format/xml/xml_declaration.h"

#include <subs/text/charset.h>

#include <algorithm>
#include <string>

namespace subs {
namespace {

std::string folded(std::string_view name) {
    std::string result(name);
    std::ranges::transform(result, result.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c;
    });
    return result;
}

}  // namespace

std::optional<Stretch> encodingPlace(std::string_view text) {
    constexpr std::string_view kName = "encoding";
    if (!text.starts_with("<?xml")) return std::nullopt;
    const std::string_view declaration = text.substr(0, text.find("?>"));
    const std::size_t name = declaration.find(kName);
    if (declaration.size() == text.size() || name == text.npos) return std::nullopt;
    const std::size_t quote = declaration.find_first_of("\"'", name);
    if (quote == text.npos) return std::nullopt;
    const std::size_t end = declaration.find(declaration[quote], quote + 1);
    if (end == text.npos) return std::nullopt;
    return Stretch{quote + 1, end};
}

std::string_view declaredEncoding(std::string_view text) {
    const auto place = encodingPlace(text);
    return place ? place->of(text) : std::string_view();
}

bool isSameEncoding(std::string_view declared, std::string_view encoding) {
    const std::string name = folded(declared);
    const std::string other = folded(encoding);
    if (name == other) return true;
    // "UTF-16" leaves it to the byte order mark; ASCII is UTF-8 too.
    if (other.starts_with(name) && (name == "UTF-16" || name == "UTF-32")) return true;
    if (name == "US-ASCII" || name == "ASCII") return other == "UTF-8";
    const auto known = encodingNamed(declared);
    return known && folded(*known) == other;
}

}  // namespace subs
