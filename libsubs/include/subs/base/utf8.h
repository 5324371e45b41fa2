// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace subs {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

/// A code point and the number of bytes that it took.
struct Decoded {
    char32_t codePoint = 0;
    std::uint8_t length = 0;
    bool valid = true;
};

/// The code point of `text` that begins at byte `at` (which must lie inside). Bytes that are no
/// UTF-8 give U+FFFD, one byte at a time, `valid` false (Unicode 15, 3.9, table 3-7).
Decoded decodeUtf8(std::string_view text, std::size_t at);

namespace detail {
/// The same, without the short way for the most usual letters.
Decoded decodeAnyUtf8(std::string_view text, std::size_t at);
}  // namespace detail

inline Decoded decodeUtf8(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
    const std::uint8_t lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};
    // Leads from E1 to EC take any continuation; Khmer is among them.
    if (lead >= 0xE1 && lead <= 0xEC && text.size() - at >= 3 && (byte(1) & 0xC0) == 0x80 &&
        (byte(2) & 0xC0) == 0x80) {
        const std::uint32_t high = (lead & 0x0FU) << 12U;
        return {high | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3, true};
    }
    return detail::decodeAnyUtf8(text, at);
}

/// Writes `codePoint` as UTF-8. Surrogates are written as three bytes (which are not valid UTF-8);
/// the charset readers keep undecodable bytes that way, see text/charset.h.
void appendUtf8(std::string& text, char32_t codePoint);

/// The byte at which `text` first stops being valid UTF-8, or its size.
std::size_t firstInvalidUtf8(std::string_view text);

inline bool isValidUtf8(std::string_view text) {
    return firstInvalidUtf8(text) == text.size();
}

/// `text` with each undecodable byte as U+FFFD: what a person is shown.
std::string withReplacements(std::string_view text);

/// The number of code points; an invalid byte counts as one.
std::size_t countCodePoints(std::string_view text);

}  // namespace subs
