// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/utf8.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace subs {

/// What a lexicon calls the code points of Khmer words: one byte each, none of them 0. A subscript
/// DA is called as a subscript TA, since the two look the same and are typed for each other.
class KhmerSymbols {
public:
    static constexpr char32_t kFirst = 0x1780;
    static constexpr char32_t kLast = 0x17DD;

    /// The symbol of `codePoint`, where the one before it is known; 0 where words do not have it.
    std::uint8_t next(char32_t codePoint) {
        const bool isSubscript = last_ == kCoeng;
        last_ = codePoint;
        if (codePoint < kFirst || codePoint > kLast)
            return codePoint == kJoiner ? kJoinerSymbol : 0;
        const char32_t folded = isSubscript && codePoint == kDa ? kTa : codePoint;
        return static_cast<std::uint8_t>(folded - kFirst + 1);
    }

private:
    static constexpr char32_t kCoeng = 0x17D2;
    static constexpr char32_t kDa = 0x178A;
    static constexpr char32_t kTa = 0x178F;
    static constexpr char32_t kJoiner = 0x200C;
    static constexpr std::uint8_t kJoinerSymbol = kLast - kFirst + 2;

    char32_t last_ = 0;
};

/// `word` in symbols; empty where it has something that words do not have.
inline std::string khmerSymbols(std::string_view word) {
    std::string symbols;
    KhmerSymbols next;
    for (std::size_t at = 0; at < word.size();) {
        const Decoded decoded = decodeUtf8(word, at);
        const std::uint8_t symbol = next.next(decoded.codePoint);
        if (symbol == 0) return {};
        symbols += static_cast<char>(symbol);
        at += decoded.length;
    }
    return symbols;
}

}  // namespace subs
