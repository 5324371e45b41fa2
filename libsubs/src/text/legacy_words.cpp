// SPDX-License-Identifier: MIT
#include "text/legacy_words.h"

#include <subs/base/utf8.h>
#include <subs/text/script.h>

#include "text/legacy_reading.h"
#include "text/letter_kinds.h"

#include <algorithm>
#include <string>

namespace subs {
namespace {

/// A word of so many letters that is in no lexicon is Latin, not a rare word of Khmer.
constexpr std::size_t kFewLetters = 4;

bool isAsciiSpace(char letter) {
    return letter == ' ' || (letter >= '\t' && letter <= '\r');
}

/// What stands between the first and the last letter of `word`.
std::string_view lettersOf(std::string_view word) {
    while (!word.empty() && !isLatinLetter(word.front()))
        word.remove_prefix(1);
    while (!word.empty() && !isLatinLetter(word.back()))
        word.remove_suffix(1);
    return word;
}

/// "word", "Word", "WORD", "x-ray", "don't": capitals where Latin words have them.
bool hasLatinShape(std::string_view word) {
    const std::string_view letters = lettersOf(word);
    if (letters.empty()) return false;
    const auto isJoint = [](char letter) {
        return isLatinLetter(letter) || letter == '-' || letter == '\'';
    };
    const auto isCapital = [](char letter) { return isCapitalLatin(letter); };
    const auto isNoSmall = [](char letter) { return !isSmallLatin(letter); };
    if (!std::ranges::all_of(letters, isJoint)) return false;
    return std::ranges::all_of(letters, isNoSmall) ||
           std::ranges::none_of(letters.substr(1), isCapital);
}

bool isAddress(std::string_view word) {
    return word.find("://") != std::string_view::npos || word.starts_with("www.");
}

/// True where the font is at work: a letter of it, not only digits and punctuation.
bool hasLegacyLetter(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const Decoded decoded = decodeUtf8(word, at);
        at += decoded.length;
        const bool isAscii = decoded.codePoint < 0x80;
        if (isAscii && isLatinLetter(static_cast<char>(decoded.codePoint))) return true;
        if (!isAscii && decoded.valid && decoded.codePoint >= 0xC0 && decoded.codePoint <= 0xFF)
            return true;
    }
    return false;
}

/// The words of a text, each with whether its line has Khmer in Unicode.
template <class Use>
void forEachWord(std::string_view text, Use use) {
    for (std::size_t line = 0; line < text.size();) {
        const std::size_t lineEnd = std::min(text.find('\n', line), text.size());
        const bool isMixed = hasKhmer(text.substr(line, lineEnd - line));
        for (std::size_t at = line; at < lineEnd;) {
            std::size_t end = at;
            while (end < lineEnd && !isAsciiSpace(text[end]))
                ++end;
            if (end > at) use(at, end, isMixed);
            at = end + 1;
        }
        line = lineEnd + 1;
    }
}

/// Tells words that read as Khmer from those that do not.
class WordJudge {
public:
    explicit WordJudge(const LegacyTable& table) : table_(table) {}

    bool isLatinWord(std::string_view word) {
        if (isAddress(word)) return true;
        if (!hasLatinShape(word)) return false;
        const std::string_view letters = lettersOf(word);
        const LegacyConverted khmer = convertedLegacy(letters, table_);
        if (khmer.confidence < 1) return true;
        return letters.size() >= kFewLetters && reader_.read(khmer.text).unknown > 0;
    }

private:
    const LegacyTable& table_;
    KhmerReader reader_;
};

}  // namespace

LegacyWords::LegacyWords(std::string_view text, const LegacyTable& table, LegacyScope scope) {
    WordJudge judge(table);
    forEachWord(text, [&](std::size_t begin, std::size_t end, bool isMixed) {
        const std::string_view word = text.substr(begin, end - begin);
        const bool isForeign = isMixed && !hasLegacyLetter(word);
        if (!isForeign && (scope == LegacyScope::All || !judge.isLatinWord(word))) return;
        begins_.push_back(begin);
        ends_.push_back(end);
    });
}

bool LegacyWords::stays(std::size_t at) {
    while (next_ < ends_.size() && ends_[next_] <= at)
        ++next_;
    return next_ < begins_.size() && begins_[next_] <= at;
}

}  // namespace subs
