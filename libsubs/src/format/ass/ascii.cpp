// SPDX-License-Identifier: MIT
#include "format/ass/ascii.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace subs::ass {

std::size_t leadingBlanks(std::string_view text) {
    std::size_t count = 0;
    while (count < text.size() && isBlank(text[count]))
        ++count;
    return count;
}

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(leadingBlanks(text));
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

bool sameWord(std::string_view a, std::string_view b) {
    return a.size() == b.size() && beginsWithWord(a, b);
}

bool beginsWithWord(std::string_view text, std::string_view word) {
    if (text.size() < word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (lowered(text[i]) != lowered(word[i])) return false;
    }
    return true;
}

Integer leadingInteger(std::string_view text) {
    constexpr std::int64_t kMost = 1'000'000'000'000'000'000;
    std::size_t at = leadingBlanks(text);
    const bool negative = at < text.size() && text[at] == '-';
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    const std::size_t digits = at;
    std::int64_t value = 0;
    for (; at < text.size() && isDigit(text[at]); ++at) {
        value = value > kMost / 10 - 1 ? kMost : value * 10 + (text[at] - '0');
    }
    if (at == digits) return {};
    return {negative ? -value : value, at};
}

std::int32_t leadingInt32(std::string_view text) {
    using Limits = std::numeric_limits<std::int32_t>;
    const std::int64_t value = leadingInteger(text).value;
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(value, Limits::min(), Limits::max()));
}

Decimal leadingDecimal(std::string_view text) {
    std::size_t at = leadingBlanks(text);
    if (at < text.size() && text[at] == '+') ++at;
    const std::size_t sign = at < text.size() && text[at] == '-' ? 1 : 0;
    const bool number =
        at + sign < text.size() && (isDigit(text[at + sign]) || text[at + sign] == '.');
    if (!number) return {};
    Decimal result;
    const auto [end, error] = std::from_chars(
        text.data() + at, text.data() + text.size(), result.value, std::chars_format::fixed);
    if (error == std::errc::invalid_argument || !std::isfinite(result.value)) return {};
    result.length = static_cast<std::size_t>(end - text.data());
    return result;
}

void appendInteger(std::string& out, std::int64_t value) {
    char buffer[24];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    out.append(buffer, end);
}

void appendDecimal(std::string& out, double value) {
    char buffer[400];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed);
    if (end.ec == std::errc()) out.append(buffer, end.ptr);
}

}  // namespace subs::ass
