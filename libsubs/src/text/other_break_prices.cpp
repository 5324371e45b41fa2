// SPDX-License-Identifier: MIT
#include "text/other_break_prices.h"

#include "text/letter_kinds.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace subs {
namespace {

bool isBurmese(char32_t c) {
    return c >= 0x1000 && c <= 0x109F;
}

bool beginsWithConjunction(std::string_view text) {
    constexpr std::array<std::string_view, 16> kWords{"และ",
                                                      "หรือ",
                                                      "แต่",
                                                      "เพราะ",
                                                      "เพื่อ",
                                                      "ซึ่ง",
                                                      "ถ้า",
                                                      "เมื่อ",
                                                      "โดย",
                                                      "ແລະ",
                                                      "ຫຼື",
                                                      "ແຕ່",
                                                      "ເພາະ",
                                                      "ເພື່ອ",
                                                      "ຖ້າ",
                                                      "ເມື່ອ"};
    return std::ranges::any_of(kWords,
                               [text](std::string_view word) { return text.starts_with(word); });
}

}  // namespace

bool isOfUnspacedScript(char32_t c) {
    return (c >= 0x1780 && c <= 0x17FF) || isThaiOrLao(c) || isBurmese(c) ||
           (c >= 0x2E80 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

BreakGrade otherBreakGrade(const BreakPlace& place) {
    constexpr char32_t kZeroWidthSpace = 0x200B;
    if (place.last == kZeroWidthSpace || isAfterPunctuation(place)) return BreakGrade::Best;
    const bool separatesPhrases = (isThaiOrLao(place.last) || isBurmese(place.last)) &&
                                  (isThaiOrLao(place.first) || isBurmese(place.first));
    if (place.isSpaced()) return separatesPhrases ? BreakGrade::Best : BreakGrade::Plain;
    if (place.last == '-') return BreakGrade::Bad;
    if (isThaiOrLao(place.first) && beginsWithConjunction(place.after())) return BreakGrade::Good;
    return BreakGrade::Plain;
}

}  // namespace subs
