// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

// The classes of characters that the parsing rules of WebVTT are written in.
namespace subs::vtt {

/// "ASCII whitespace" of the specification.
constexpr bool isWhitespace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Moves `at` to the first byte of `text` that is no whitespace.
constexpr void skipWhitespace(std::string_view text, std::size_t& at) {
    while (at < text.size() && isWhitespace(text[at]))
        ++at;
}

/// Takes the next word off the front of `text`; empty where there is none.
constexpr std::string_view takeWord(std::string_view& text) {
    std::size_t begin = 0;
    skipWhitespace(text, begin);
    std::size_t end = begin;
    while (end < text.size() && !isWhitespace(text[end]))
        ++end;
    const std::string_view word = text.substr(begin, end - begin);
    text.remove_prefix(end);
    return word;
}

constexpr bool isBlank(std::string_view text) {
    std::size_t at = 0;
    skipWhitespace(text, at);
    return at == text.size();
}

}  // namespace subs::vtt
