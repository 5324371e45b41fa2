// SPDX-License-Identifier: MIT
#include <subs/job/track_language.h>
#include <subs/text/language_tag.h>

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace subs {
namespace {

struct TwoForms {
    std::string_view bibliographic;
    std::string_view terminological;
};

/// The languages that ISO 639-2 has two codes for. ICU knows the terminological ones.
constexpr std::array kTwoForms = std::to_array<TwoForms>(
    {{"alb", "sqi"}, {"arm", "hye"}, {"baq", "eus"}, {"bur", "mya"}, {"chi", "zho"},
     {"cze", "ces"}, {"dut", "nld"}, {"fre", "fra"}, {"geo", "kat"}, {"ger", "deu"},
     {"gre", "ell"}, {"ice", "isl"}, {"mac", "mkd"}, {"mao", "mri"}, {"may", "msa"},
     {"per", "fas"}, {"rum", "ron"}, {"slo", "slk"}, {"tib", "bod"}, {"wel", "cym"}});

/// The language alone as ICU spells it, the shortest code.
std::string languageOf(const std::string& tag) {
    std::array<char, ULOC_LANG_CAPACITY> language{};
    UErrorCode status = U_ZERO_ERROR;
    uloc_getLanguage(
        tag.c_str(), language.data(), static_cast<std::int32_t>(language.size()), &status);
    return U_FAILURE(status) ? std::string() : std::string(language.data());
}

}  // namespace

std::string mp4Language(std::string_view tag) {
    if (!isLanguageTag(tag)) return "und";
    const std::string language = languageOf(std::string(tag));
    const auto found = std::ranges::find(kTwoForms, language, &TwoForms::bibliographic);
    if (found != kTwoForms.end()) return std::string(found->terminological);
    const std::string code = uloc_getISO3Language(language.c_str());
    return code.empty() ? "und" : code;
}

std::string containerLanguage(std::string_view tag) {
    const std::string code = mp4Language(tag);
    const auto found = std::ranges::find(kTwoForms, code, &TwoForms::terminological);
    return found != kTwoForms.end() ? std::string(found->bibliographic) : code;
}

std::string languageOfContainer(std::string_view code) {
    if (!isLanguageTag(code) || code == "und") return {};
    if (code.size() != 3) return std::string(code);
    const auto found = std::ranges::find(kTwoForms, code, &TwoForms::bibliographic);
    return languageOf(std::string(found != kTwoForms.end() ? found->terminological : code));
}

}  // namespace subs
