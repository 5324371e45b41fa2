// SPDX-License-Identifier: MIT
#include "format/style_color.h"

#include <cstdint>
#include <string_view>

namespace subs {

std::string hexText(const Color& color) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    constexpr unsigned kBase = 16;
    std::string text = "#";
    for (const std::uint8_t part : {color.red, color.green, color.blue}) {
        text += kDigits[part / kBase];
        text += kDigits[part % kBase];
    }
    return text;
}

}  // namespace subs
