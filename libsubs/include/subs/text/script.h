// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace subs {

/// True of the letters, signs, digits and punctuation of the Khmer blocks (U+1780–17FF,
/// U+19E0–19FF).
constexpr bool isKhmer(char32_t codePoint) {
    return (codePoint >= 0x1780 && codePoint <= 0x17FF) ||
           (codePoint >= 0x19E0 && codePoint <= 0x19FF);
}

/// The language that the script of most letters of `text` is a sign of: "km", "th", "lo", "my",
/// "ja", "ko", "zh", "ru", "ar", "he", "hi", ... and "en" for Latin letters without a mark (a guess
/// that a person can correct); empty where there are none.
std::string languageByScript(std::string_view text);

/// How many letters of a text are of which script.
struct LetterCensus {
    static constexpr std::size_t kScripts = 23;
    std::array<std::size_t, kScripts> letters{};  ///< Of scripts that one language speaks for.
    std::size_t kana = 0;
    std::size_t latin = 0;
    std::size_t marked = 0;  ///< Latin letters that are not of the English alphabet.
};

/// `languageByScript` of a text that comes line by line, with what its lines are.
class LineCensus {
public:
    /// O(n).
    void add(std::string_view line);
    std::string language() const;
    /// Lines of Latin letters, and lines with letters of another script.
    std::size_t latinLines() const { return latinLines_; }
    std::size_t otherLines() const { return otherLines_; }

private:
    LetterCensus all_;
    std::size_t latinLines_ = 0;
    std::size_t otherLines_ = 0;
};

/// The same of the letters that are not Latin, empty where there are none: names in Latin letters
/// stand in texts of any script, and may be the larger part of one.
std::string languageBesideLatin(std::string_view text);

/// The script that a language is usually written in, ISO 15924: "Khmr", "Latn"; "Hani" for all of
/// Chinese. Empty for a language that CLDR does not know.
std::string scriptOf(std::string_view language);

/// True where `text` has anything of the Khmer blocks.
bool hasKhmer(std::string_view text);

/// True where `text` has a letter of any script.
bool hasLetters(std::string_view text);

}  // namespace subs
