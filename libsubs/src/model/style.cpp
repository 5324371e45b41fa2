// SPDX-License-Identifier: MIT
#include <subs/model/style.h>

#include <cmath>

namespace subs {
namespace {

/// Win ascent and descent of each font in em; their sum is what `Style::fontSize` measures.
constexpr double kNotoSansBox = 1.069 + 0.293;
constexpr double kBattambangBox = 1.221 + 0.586;
constexpr double kNotoSansSize = 64;

/// "km" and what begins with "km-", in any case.
bool isKhmerTag(std::string_view language) {
    const auto lower = [](char letter) { return static_cast<char>(letter | 0x20); };
    return language.size() >= 2 && lower(language[0]) == 'k' && lower(language[1]) == 'm' &&
           (language.size() == 2 || language[2] == '-');
}

}  // namespace

Style defaultStyleFor(std::string_view language) {
    Style style;
    style.fontSize = kNotoSansSize;
    if (!isKhmerTag(language)) return style;
    style.fontName = "Khmer OS Battambang";
    style.fontSize = std::round(kNotoSansSize / kNotoSansBox * kBattambangBox);
    return style;
}

}  // namespace subs
