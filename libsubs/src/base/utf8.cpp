// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>

#include "scan.h"

#include <bit>

namespace subs {
namespace {

constexpr Decoded kInvalid{kReplacementCharacter, 1, false};

std::uint8_t byteAt(std::string_view text, std::size_t at) {
    return static_cast<std::uint8_t>(text[at]);
}

/// The least code point that needs a sequence of `length` bytes: what is below it is overlong.
constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};

std::uint8_t sequenceLength(std::uint8_t lead) {
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

bool isScalarValue(char32_t codePoint) {
    return codePoint <= 0x10FFFF && (codePoint < 0xD800 || codePoint > 0xDFFF);
}

/// The first byte from `at` on that is not ASCII, or the size.
std::size_t skipAscii(std::string_view text, std::size_t at) {
    for (; at + scan::kBlock <= text.size(); at += scan::kBlock) {
        const unsigned high = scan::highBits(text.data() + at);
        if (high != 0) return at + static_cast<std::size_t>(std::countr_zero(high));
    }
    while (at < text.size() && byteAt(text, at) < 0x80)
        ++at;
    return at;
}

/// A bit at the first byte of each letter of three bytes that fits into a block.
constexpr unsigned kThreeByteLeads = scan::kBlock == 16 ? 0b001'001'001'001'001U : 0b001'001U;
constexpr std::size_t kThreeByteLetters = scan::kBlock / 3;

/// The first byte from `at` on that does not begin a letter of three bytes with a lead from E1 to
/// EC, of which every continuation is valid: Khmer, and most of the other scripts of three bytes.
std::size_t skipThreeByteLetters(std::string_view text, std::size_t at) {
    constexpr unsigned kRest = kThreeByteLeads << 1U | kThreeByteLeads << 2U;
    while (at + scan::kBlock <= text.size() &&
           (scan::between<0xE1, 0xEC>(text.data() + at) & kThreeByteLeads) == kThreeByteLeads &&
           (scan::between<0x80, 0xBF>(text.data() + at) & kRest) == kRest)
        at += 3 * kThreeByteLetters;
    const auto continues = [&](std::size_t i) { return (byteAt(text, i) & 0xC0) == 0x80; };
    while (at + 3 <= text.size() && byteAt(text, at) >= 0xE1 && byteAt(text, at) <= 0xEC &&
           continues(at + 1) && continues(at + 2))
        at += 3;
    return at;
}

}  // namespace

Decoded detail::decodeAnyUtf8(std::string_view text, std::size_t at) {
    const std::uint8_t lead = byteAt(text, at);
    if (lead < 0x80) return {lead, 1, true};
    const std::uint8_t length = sequenceLength(lead);
    if (length == 0 || text.size() - at < length) return kInvalid;
    char32_t codePoint = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        const std::uint8_t byte = byteAt(text, at + i);
        if ((byte & 0xC0) != 0x80) return kInvalid;
        codePoint = codePoint << 6 | (byte & 0x3F);
    }
    if (codePoint < kLeast[length] || !isScalarValue(codePoint)) return kInvalid;
    return {codePoint, length, true};
}

void appendUtf8(std::string& text, char32_t codePoint) {
    const auto push = [&text](char32_t byte) {
        text += static_cast<char>(static_cast<std::uint8_t>(byte));
    };
    if (codePoint < 0x80) return push(codePoint);
    if (codePoint < 0x800) {
        push(0xC0 | codePoint >> 6);
    } else if (codePoint < 0x10000) {
        push(0xE0 | codePoint >> 12);
        push(0x80 | (codePoint >> 6 & 0x3F));
    } else {
        push(0xF0 | codePoint >> 18);
        push(0x80 | (codePoint >> 12 & 0x3F));
        push(0x80 | (codePoint >> 6 & 0x3F));
    }
    push(0x80 | (codePoint & 0x3F));
}

std::size_t firstInvalidUtf8(std::string_view text) {
    std::size_t at = skipAscii(text, 0);
    while (at < text.size()) {
        const std::size_t behind = skipThreeByteLetters(text, at);
        if (behind > at) {
            at = skipAscii(text, behind);
            continue;
        }
        const Decoded decoded = decodeUtf8(text, at);
        if (!decoded.valid) return at;
        at += decoded.length;
        if (at < text.size() && byteAt(text, at) < 0x80) at = skipAscii(text, at);
    }
    return at;
}

std::string withReplacements(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (true) {
        const std::size_t bad = firstInvalidUtf8(text);
        result += text.substr(0, bad);
        if (bad == text.size()) return result;
        appendUtf8(result, kReplacementCharacter);
        text.remove_prefix(bad + 1);
    }
}

std::size_t countCodePoints(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); at += decodeUtf8(text, at).length)
        ++count;
    return count;
}

}  // namespace subs
