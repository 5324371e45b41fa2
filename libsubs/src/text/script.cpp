// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/script.h>

#include "text/letter_kinds.h"

#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace subs {
namespace {

/// The most spoken language of each script that one language speaks for.
constexpr std::pair<UScriptCode, std::string_view> kLanguages[] = {
    {USCRIPT_KHMER, "km"},      {USCRIPT_THAI, "th"},     {USCRIPT_LAO, "lo"},
    {USCRIPT_MYANMAR, "my"},    {USCRIPT_HANGUL, "ko"},   {USCRIPT_HAN, "zh"},
    {USCRIPT_CYRILLIC, "ru"},   {USCRIPT_ARABIC, "ar"},   {USCRIPT_HEBREW, "he"},
    {USCRIPT_DEVANAGARI, "hi"}, {USCRIPT_GREEK, "el"},    {USCRIPT_ARMENIAN, "hy"},
    {USCRIPT_GEORGIAN, "ka"},   {USCRIPT_TAMIL, "ta"},    {USCRIPT_TELUGU, "te"},
    {USCRIPT_BENGALI, "bn"},    {USCRIPT_SINHALA, "si"},  {USCRIPT_TIBETAN, "bo"},
    {USCRIPT_ETHIOPIC, "am"},   {USCRIPT_GUJARATI, "gu"}, {USCRIPT_GURMUKHI, "pa"},
    {USCRIPT_MALAYALAM, "ml"},  {USCRIPT_KANNADA, "kn"},
};

static_assert(std::size(kLanguages) == LetterCensus::kScripts);

/// Khmer letters and, behind them, vowels and signs, which are none (Unicode 15, Khmer).
constexpr char32_t kFirstKhmerLetter = 0x1780;
constexpr char32_t kLastKhmerLetter = 0x17B3;
constexpr char32_t kLastKhmerSign = 0x17D3;
static_assert(kLanguages[0].first == USCRIPT_KHMER);

void count(LetterCensus& census, char32_t codePoint) {
    if (codePoint >= kFirstKhmerLetter && codePoint <= kLastKhmerSign) {
        if (codePoint <= kLastKhmerLetter) ++census.letters[0];
        return;
    }
    const auto c = static_cast<UChar32>(codePoint);
    if (!u_isalpha(c)) return;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    if (script == USCRIPT_LATIN) {
        ++census.latin;
        if (codePoint >= 0x80) ++census.marked;
        return;
    }
    if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) ++census.kana;
    for (std::size_t i = 0; i < std::size(kLanguages); ++i) {
        if (kLanguages[i].first == script) ++census.letters[i];
    }
}

LetterCensus censusOf(std::string_view text) {
    LetterCensus census;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            if (isLatinLetter(byte)) ++census.latin;
            ++at;
            continue;
        }
        const Decoded decoded = decodeUtf8(text, at);
        if (decoded.valid) count(census, decoded.codePoint);
        at += decoded.length;
    }
    return census;
}

/// English has hardly any marked letters: one in a hundred ("café") is taken as still English.
constexpr std::size_t kMarkedShare = 100;

/// A language, and how many letters speak for it.
struct Spoken {
    std::string_view language;
    std::size_t letters = 0;
};

/// The language of most letters that are not Latin.
Spoken spokenBesideLatin(const LetterCensus& census) {
    const auto most = std::max_element(census.letters.begin(), census.letters.end());
    std::size_t best = *most;
    std::string_view language =
        best > 0 ? kLanguages[most - census.letters.begin()].second : std::string_view();
    if (census.kana > 0 && (language == "zh" || census.kana >= best)) {
        best += census.kana;
        language = "ja";
    }
    return {language, best};
}

std::string languageOf(const LetterCensus& census) {
    const Spoken other = spokenBesideLatin(census);
    if (census.latin <= other.letters) return std::string(other.language);
    return census.marked * kMarkedShare > census.latin ? std::string() : std::string("en");
}

}  // namespace

bool hasKhmer(std::string_view text) {
    constexpr char kFirstByte = '\xE1';  // of all that the Khmer blocks have
    for (std::size_t at = text.find(kFirstByte); at != text.npos;
         at = text.find(kFirstByte, at + 1)) {
        if (isKhmer(decodeUtf8(text, at).codePoint)) return true;
    }
    return false;
}

bool hasLetters(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeUtf8(text, at);
        if (decoded.valid && u_isalpha(static_cast<UChar32>(decoded.codePoint))) return true;
        at += decoded.length;
    }
    return false;
}

std::string languageBesideLatin(std::string_view text) {
    return std::string(spokenBesideLatin(censusOf(text)).language);
}

std::string scriptOf(std::string_view language) {
    constexpr std::size_t kLongest = 64;
    UErrorCode status = U_ZERO_ERROR;
    std::array<char, kLongest> locale{};
    std::array<char, kLongest> likely{};
    std::array<char, ULOC_SCRIPT_CAPACITY> script{};
    uloc_forLanguageTag(std::string(language).c_str(), locale.data(), kLongest, nullptr, &status);
    if (locale.front() == '\0') return {};  // ICU would take the language of the machine
    uloc_addLikelySubtags(locale.data(), likely.data(), kLongest, &status);
    uloc_getScript(likely.data(), script.data(), ULOC_SCRIPT_CAPACITY, &status);
    if (U_FAILURE(status)) return {};
    const std::string name = script.data();
    return name == "Hans" || name == "Hant" ? "Hani" : name;
}

std::string languageByScript(std::string_view text) {
    return languageOf(censusOf(text));
}

void LineCensus::add(std::string_view line) {
    const LetterCensus own = censusOf(line);
    if (spokenBesideLatin(own).letters > 0)
        ++otherLines_;
    else if (own.latin > 0)
        ++latinLines_;
    for (std::size_t i = 0; i < own.letters.size(); ++i)
        all_.letters[i] += own.letters[i];
    all_.kana += own.kana;
    all_.latin += own.latin;
    all_.marked += own.marked;
}

std::string LineCensus::language() const {
    return languageOf(all_);
}

}  // namespace subs
