// SPDX-License-Identifier: MIT
#include "format/fades.h"

#include <subs/time/fraction.h>

#include "format/xml/words.h"

namespace subs {
namespace {

constexpr std::string_view kUp = "fade-up:";
constexpr std::string_view kDown = "fade-down:";

}  // namespace

std::string settingsOf(const Fades& fades) {
    std::string text;
    const auto add = [&](std::string_view name, Time time) {
        if (time <= Time()) return;
        if (!text.empty()) text += ' ';
        text.append(name).append(formatted(exactMilliseconds(time)));
    };
    add(kUp, fades.up);
    add(kDown, fades.down);
    return text;
}

std::optional<Fades> fadesIn(std::string_view settings) {
    Fades fades;
    for (std::string_view word = takeWord(settings); !word.empty(); word = takeWord(settings)) {
        const bool isUp = word.starts_with(kUp);
        if (!isUp && !word.starts_with(kDown)) return std::nullopt;
        const auto ms = parseFraction(word.substr(isUp ? kUp.size() : kDown.size()));
        if (!ms || *ms < Fraction(0)) return std::nullopt;
        (isUp ? fades.up : fades.down) = timeFromMilliseconds(*ms);
    }
    return fades;
}

}  // namespace subs
