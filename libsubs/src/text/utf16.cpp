// SPDX-License-Identifier: MIT
#include "text/utf16.h"

#include <subs/base/utf8.h>

namespace subs {
namespace {

constexpr bool isHigh(char32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}
constexpr bool isLow(char32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// The surrogate that the three bytes at `at` stand for, or 0.
char16_t surrogateAt(std::string_view text, std::size_t at) {
    if (text.size() - at < 3) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (byte(0) != 0xED || (byte(1) & 0xE0U) != 0xA0U || (byte(2) & 0xC0U) != 0x80U) return 0;
    return static_cast<char16_t>(0xD000U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU));
}

}  // namespace

std::u16string unitsOf(std::string_view bytes, ByteOrder order) {
    std::u16string units;
    units.reserve(bytes.size() / 2 + 1);
    const std::size_t high = order == ByteOrder::Little ? 1 : 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
        units += static_cast<char16_t>(byte(high) << 8U | byte(1 - high));
    }
    if (bytes.size() % 2 != 0) units += static_cast<char16_t>(kReplacementCharacter);
    return units;
}

void appendUnits(std::string& bytes, std::u16string_view units, ByteOrder order) {
    bytes.reserve(bytes.size() + units.size() * 2);
    for (const char16_t unit : units) {
        const char high = static_cast<char>(unit >> 8U);
        const char low = static_cast<char>(unit & 0xFFU);
        bytes += order == ByteOrder::Little ? low : high;
        bytes += order == ByteOrder::Little ? high : low;
    }
}

std::string utf8Of(std::u16string_view units) {
    std::string text;
    text.reserve(units.size() * 2);
    for (std::size_t i = 0; i < units.size(); ++i) {
        char32_t codePoint = units[i];
        if (isHigh(codePoint) && i + 1 < units.size() && isLow(units[i + 1])) {
            codePoint = 0x10000U + ((codePoint - 0xD800U) << 10U) + (units[++i] - 0xDC00U);
        }
        appendUtf8(text, codePoint);
    }
    return text;
}

std::u16string utf16Of(std::string_view text, bool& damaged) {
    std::u16string units;
    units.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeUtf8(text, at);
        at += decoded.length;
        if (decoded.valid && decoded.codePoint < 0x10000) {
            units += static_cast<char16_t>(decoded.codePoint);
        } else if (decoded.valid) {
            units += static_cast<char16_t>(0xD800U + ((decoded.codePoint - 0x10000U) >> 10U));
            units += static_cast<char16_t>(0xDC00U + ((decoded.codePoint - 0x10000U) & 0x3FFU));
        } else if (const char16_t surrogate = surrogateAt(text, at - 1)) {
            units += surrogate;
            at += 2;
        } else {
            units += static_cast<char16_t>(kReplacementCharacter);
            damaged = true;
        }
    }
    return units;
}

}  // namespace subs
