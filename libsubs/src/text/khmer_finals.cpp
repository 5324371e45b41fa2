// SPDX-License-Identifier: MIT
#include "text/khmer_finals.h"

#include "text/khmer_symbols.h"
#include "text/letter_kinds.h"
#include "text/lexicon.h"

#include <string>

namespace subs {
namespace {

constexpr char32_t kCoeng = 0x17D2;
constexpr std::size_t kMostLetters = 8;
constexpr std::size_t kMostCodePoints = 48;

/// Words that end at a place, as the lexicon knows them.
class WordsBefore {
public:
    WordsBefore(const CodePoints& text, std::size_t end) : text_(text), end_(end) {}

    /// Whether there is a word of at least `letters` syllables that ends there with `final`, or
    /// without one where that is 0.
    bool endWith(char32_t final, std::size_t letters) const {
        const std::size_t least = end_ > kMostCodePoints ? end_ - kMostCodePoints : 0;
        std::size_t count = 0;
        for (std::size_t i = end_; i > least && count < kMostLetters; --i) {
            const char32_t c = text_[i - 1];
            if (!isKhmerWordPart(c)) return false;
            if (!isKhmerBase(c) || text_[i - 2] == kCoeng) continue;
            if (++count >= letters && isWord(i - 1, final)) return true;
        }
        return false;
    }

private:
    bool isWord(std::size_t begin, char32_t final) const {
        std::string symbols;
        KhmerSymbols next;
        for (std::size_t i = begin; i < end_; ++i)
            symbols += static_cast<char>(next.next(text_[i]));
        if (final != 0) symbols += static_cast<char>(next.next(final));
        return lexicon_.costOf(symbols).has_value();
    }

    const CodePoints& text_;
    const std::size_t end_;
    const Lexicon lexicon_ = Lexicon::builtIn();
};

/// A vowel or another sign, behind which no word has ៈ, but for cries (ហេៈ, អ្ហាៈ).
bool isBehindSign(const CodePoints& text, std::size_t i) {
    constexpr char32_t kHa = 0x17A0;
    constexpr char32_t kQa = 0x17A2;
    if (isKhmerBase(text[i - 1])) return false;
    for (std::size_t back = 1; back <= i && back < kMostCodePoints; ++back) {
        const char32_t c = text[i - back];
        if (c == kHa || c == kQa) return false;
        if (isKhmerBase(c) && text[i - back - 1] != kCoeng) break;
    }
    return true;
}

/// What ៖ stands before.
bool opensQuotation(const CodePoints& text, std::size_t i) {
    if (text[i] == ' ') ++i;
    return text[i] == 0xAB || text[i] == 0x201C || text[i] == '"';
}

}  // namespace

bool isWrongFinal(const CodePoints& text, std::size_t i) {
    const WordsBefore words(text, i);
    const bool isReahmuk = text[i] == kReahmuk;
    if (words.endWith(text[i], 2)) return false;
    if (!isReahmuk && opensQuotation(text, i + 1)) return true;
    if (words.endWith(text[i], 1)) return false;
    // One syllable is too short a word to be sure.
    if (words.endWith(isReahmuk ? kYuukaleapintu : kReahmuk, 2)) return true;
    const bool isAtEnd = !isKhmerWordPart(text[i + 1]);
    return !isReahmuk && isAtEnd && isBehindSign(text, i) && words.endWith(0, 1);
}

}  // namespace subs
