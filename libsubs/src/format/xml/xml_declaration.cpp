// SPDX-License-Identifier: MIT
#include "format/xml/xml_declaration.h"

#include <subs/text/charset.h>

#include "text/declared_encoding.h"

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

std::optional<ByteRange> encodingPlace(std::string_view text) {
    const std::string_view name = declaredXmlEncoding(text);
    if (name.empty()) return std::nullopt;
    const auto begin = static_cast<std::size_t>(name.data() - text.data());
    return ByteRange{begin, begin + name.size()};
}

std::string newFileEncoding(const Document& document,
                            std::string_view format,
                            const WriteOptions& options) {
    if (!options.encoding.empty()) return options.encoding;
    const bool isSame = document.origin && document.format == format;
    return isSame ? document.origin->encoding.name : "UTF-8";
}

bool isSameEncoding(std::string_view declared, std::string_view encoding) {
    const std::string name = folded(declared);
    const std::string other = folded(encoding);
    if (name == other) return true;
    // "UTF-16" leaves it to the byte order mark; ASCII is UTF-8 too.
    if (other.starts_with(name) && (name == "UTF-16" || name == "UTF-32")) return true;
    if (name == "US-ASCII" || name == "ASCII") return other == "UTF-8" || other == "US-ASCII";
    const auto known = encodingNamed(declared);
    return known && folded(*known) == other;
}

}  // namespace subs
