// SPDX-License-Identifier: MIT
#include "format/stl/languages.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace subs::stl {
namespace {

/// From 01 on: Latin alphabets.
constexpr std::array<std::string_view, 43> kEuropean{
    "sq", "br", "ca", "hr", "cy", "cs", "da", "de", "en", "es", "eo", "et",    "eu", "fo", "fr",
    "fy", "ga", "gd", "gl", "is", "it", "se", "la", "lv", "lb", "lt", "hu",    "mt", "nl", "no",
    "oc", "pl", "pt", "ro", "rm", "sr", "sk", "sl", "fi", "sv", "tr", "nl-BE", "wa"};
/// From 45 on.
constexpr std::array<std::string_view, 59> kOthers{
    "zu", "vi",  "uz", "ur", "uk", "th", "te", "tt",  "ta", "tg", "sw", "srn", "so", "si", "sn",
    "sh", "",    "ru", "qu", "ps", "pa", "fa", "pap", "or", "ne", "nd", "mr",  "mo", "ms", "mg",
    "mk", "lo",  "ko", "km", "kk", "kn", "ja", "id",  "hi", "he", "ha", "gn",  "gu", "el", "ka",
    "ff", "prs", "cv", "zh", "my", "bg", "bn", "be",  "bm", "az", "as", "hy",  "ar", "am"};
constexpr std::size_t kFirstEuropean = 0x01;
constexpr std::size_t kFirstOther = 0x45;

}  // namespace

std::string_view languageOf(std::string_view code) {
    std::size_t number = 0;
    constexpr int kHexadecimal = 16;
    const auto [end, error] =
        std::from_chars(code.data(), code.data() + code.size(), number, kHexadecimal);
    if (error != std::errc() || end != code.data() + code.size()) return {};
    if (number >= kFirstEuropean && number < kFirstEuropean + kEuropean.size())
        return kEuropean.at(number - kFirstEuropean);
    if (number >= kFirstOther && number < kFirstOther + kOthers.size())
        return kOthers.at(number - kFirstOther);
    return {};
}

std::string codeOfLanguage(std::string_view language) {
    const auto find =
        [](const auto& list, std::size_t first, std::string_view name) -> std::string {
        for (std::size_t i = 0; i < list.size(); ++i)
            if (!name.empty() && list.at(i) == name) return fmt::format("{:02X}", first + i);
        return {};
    };
    for (const std::string_view name : {language, language.substr(0, language.find('-'))}) {
        std::string code = find(kEuropean, kFirstEuropean, name);
        if (code.empty()) code = find(kOthers, kFirstOther, name);
        if (!code.empty()) return code;
    }
    return "00";
}

}  // namespace subs::stl
