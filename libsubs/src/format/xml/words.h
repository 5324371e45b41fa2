// SPDX-License-Identifier: MIT
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

// Values of attributes are words parted by XML's white space.
namespace subs {

constexpr bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

constexpr std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

/// Takes the next word off the front of `text`; empty where there is none.
constexpr std::string_view takeWord(std::string_view& text) {
    text = trimmed(text);
    std::size_t end = 0;
    while (end < text.size() && !isSpace(text[end]))
        ++end;
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

/// Whether `wanted` is one of `words`.
constexpr bool hasWord(std::string_view words, std::string_view wanted) {
    for (std::string_view word = takeWord(words); !word.empty(); word = takeWord(words))
        if (word == wanted) return true;
    return false;
}

/// True of "0px 0%" for 0: every word begins with that number, of whatever unit.
inline bool areNumbers(std::string_view words, double number) {
    for (std::string_view word = takeWord(words); !word.empty(); word = takeWord(words)) {
        double value = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (error != std::errc() || value != number) return false;
    }
    return true;
}

/// Digits alone, up to 18 of them.
inline std::optional<std::int64_t> wholeNumber(std::string_view digits) {
    constexpr std::size_t kMostDigits = 18;
    std::int64_t value = 0;
    if (digits.empty() || digits.size() > kMostDigits || !isDigit(digits.front()))
        return std::nullopt;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

/// How often `word` stands in `text`.
constexpr std::size_t countOf(std::string_view text, std::string_view word) {
    std::size_t count = 0;
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1))
        ++count;
    return count;
}

}  // namespace subs
