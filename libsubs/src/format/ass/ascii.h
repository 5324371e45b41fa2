// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// The plainest parts of reading a line: words, whole numbers, decimals. Nothing here depends on a
// locale, and numbers of any length are read without overflow.
namespace subs::ass {

constexpr bool isBlank(char c) {
    return c == ' ' || c == '\t';
}
constexpr bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
constexpr char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// `text` without spaces and tabs at its ends.
std::string_view trimmed(std::string_view text);
/// The bytes of blanks that `text` begins with.
std::size_t leadingBlanks(std::string_view text);

/// Equal but for the case of ASCII letters.
bool sameWord(std::string_view a, std::string_view b);
bool beginsWithWord(std::string_view text, std::string_view word);

/// A number that a text begins with, and how many bytes it takes (0: there is none).
struct Integer {
    std::int64_t value = 0;  ///< Of more than 18 digits: ±10^18.
    std::size_t length = 0;
};
Integer leadingInteger(std::string_view text);
/// The same, held within 32 bits.
std::int32_t leadingInt32(std::string_view text);

struct Decimal {
    double value = 0;  ///< Always finite.
    std::size_t length = 0;
};
Decimal leadingDecimal(std::string_view text);

void appendInteger(std::string& out, std::int64_t value);
/// The shortest spelling without an exponent: "48", "48.5".
void appendDecimal(std::string& out, double value);

}  // namespace subs::ass
