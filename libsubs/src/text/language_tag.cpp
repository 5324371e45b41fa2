// SPDX-License-Identifier: MIT
#include <subs/text/language_tag.h>

#include "text/letter_kinds.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

namespace subs {
namespace {

bool isAlike(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, loweredLatin, loweredLatin);
}

/// The English name of a language of ICU's; empty where it has none, or one with other letters.
std::string englishName(const char* language) {
    std::array<UChar, 64> name{};
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t length = uloc_getDisplayLanguage(
        language, "en", name.data(), static_cast<std::int32_t>(name.size()), &status);
    std::string result;
    if (U_FAILURE(status) || length > static_cast<std::int32_t>(name.size())) return result;
    for (std::int32_t i = 0; i < length; ++i) {
        const UChar unit = name.at(static_cast<std::size_t>(i));
        if (unit >= 0x80) return {};
        result += static_cast<char>(unit);
    }
    return result;
}

/// Languages by their English names in small letters. ICU takes a millisecond to name them all, and
/// files have a language for each cue.
const std::unordered_map<std::string, std::string>& languagesByName() {
    static const auto languages = [] {
        std::unordered_map<std::string, std::string> made;
        for (const char* const* each = uloc_getISOLanguages(); *each != nullptr; ++each)
            if (std::string name = withLoweredLatin(englishName(*each)); !name.empty())
                made.try_emplace(std::move(name), *each);
        return made;
    }();
    return languages;
}

/// "km" of "khm-KH"; empty where it is none.
std::string languageAlone(std::string_view tag) {
    std::array<char, 512> locale{};
    std::array<char, ULOC_LANG_CAPACITY> language{};
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(std::string(tag).c_str(),
                        locale.data(),
                        static_cast<std::int32_t>(locale.size()),
                        nullptr,
                        &status);
    uloc_getLanguage(
        locale.data(), language.data(), static_cast<std::int32_t>(language.size()), &status);
    return U_FAILURE(status) ? std::string() : std::string(language.data());
}

}  // namespace

bool isLanguageTag(std::string_view text) {
    constexpr std::size_t kLongest = 255;
    constexpr std::size_t kLongestLanguage = 3;
    if (text.empty() || text.size() > kLongest) return false;
    const std::string tag(text);
    std::array<char, 512> locale{};
    std::int32_t parsed = 0;
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(
        tag.c_str(), locale.data(), static_cast<std::int32_t>(locale.size()), &parsed, &status);
    if (U_FAILURE(status) || parsed != static_cast<std::int32_t>(tag.size())) return false;
    return std::min(tag.find('-'), tag.size()) <= kLongestLanguage;
}

std::string nearestLanguageTag(std::string_view text) {
    if (text.empty()) return {};
    std::string hyphened(text);
    std::ranges::replace(hyphened, '_', '-');
    if (isLanguageTag(hyphened)) return hyphened;
    const auto found = languagesByName().find(withLoweredLatin(text));
    return found == languagesByName().end() ? std::string() : found->second;
}

bool isOfLanguage(std::string_view tag, std::string_view wanted) {
    if (isAlike(tag, wanted)) return true;
    if (!isLanguageTag(tag) || wanted.find('-') != std::string_view::npos) return false;
    const std::string language = languageAlone(tag);
    return !language.empty() && language == languageAlone(wanted);
}

std::string languageName(std::string_view tag) {
    if (!isLanguageTag(tag)) return std::string(tag);
    const std::string language(tag.substr(0, tag.find('-')));
    const std::string name = englishName(language.c_str());
    return name.empty() || language == "und" ? std::string(tag) : name;
}

}  // namespace subs
