// SPDX-License-Identifier: MIT
#include "format/translation/walk_values.h"

#include <subs/base/utf8.h>

#include "format/translation/dialect.h"

#include <charconv>
#include <cstdint>

namespace subs::translation {

std::string_view valueOf(const XmlTag& tag, std::string_view name) {
    return tag.value(Vocabulary::None, name).value_or("");
}

std::string characterOf(std::string_view hex) {
    std::uint32_t code = 0;
    constexpr int kHex = 16;
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), code, kHex);
    constexpr std::uint32_t kMost = 0x10FFFF;
    const bool isRead = error == std::errc() && end == hex.data() + hex.size() && code <= kMost &&
                        (code < 0xD800 || code > 0xDFFF);
    std::string result;
    appendUtf8(result, isRead ? char32_t{code} : char32_t{0xFFFD});
    return result;
}

std::optional<std::size_t> orderOf(const XmlTag& tag) {
    const std::string_view value = valueOf(tag, "order");
    std::size_t order = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), order);
    const bool isRead = error == std::errc() && end == value.data() + value.size();
    return isRead && order > 0 ? std::optional(order) : std::nullopt;
}

}  // namespace subs::translation
