// SPDX-License-Identifier: MIT
#include <subs/model/style.h>

#include "model/em_height.h"

#include <cmath>

namespace subs {
namespace {

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
    style.fontSize =
        std::round(kNotoSansSize / heightOfEm("Noto Sans") * heightOfEm(style.fontName));
    return style;
}

}  // namespace subs
