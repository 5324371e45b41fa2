// SPDX-License-Identifier: MIT
#include <subs/text/legacy_font.h>

#include "text/letter_kinds.h"

#include <algorithm>
#include <array>
#include <string>

namespace subs {
namespace {

constexpr std::array kFonts = {LegacyFont::Limon,
                               LegacyFont::Abc,
                               LegacyFont::Khek,
                               LegacyFont::Fk,
                               LegacyFont::Baidok,
                               LegacyFont::Truth};

struct FontName {
    std::string_view form;  ///< "#" is one or more digits, "?" a letter or nothing.
    LegacyFont font;
};

/// Names of fonts as open sources tell them (data/khmer/legacy/README.md), in small letters and
/// without what stands between words. Each form is so narrow that no font of another make has it:
/// ABC and Truth are also families of new Latin fonts, whose names have no numbers.
constexpr std::array kNames = {
    FontName{"limonf#", LegacyFont::Limon},
    FontName{"limonr#", LegacyFont::Limon},
    FontName{"limons#", LegacyFont::Limon},
    FontName{"abctext#?", LegacyFont::Abc},
    FontName{"abcfancy#?", LegacyFont::Abc},
    FontName{"abchead#?", LegacyFont::Abc},
    FontName{"khekanlongvill", LegacyFont::Khek},
    FontName{"anlongvillkhek", LegacyFont::Khek},
    FontName{"khekbattambang", LegacyFont::Khek},
    FontName{"battambangkhek", LegacyFont::Khek},
    FontName{"khekmool", LegacyFont::Khek},
    FontName{"moolkhek", LegacyFont::Khek},
    FontName{"khekriel", LegacyFont::Khek},
    FontName{"rielkhek", LegacyFont::Khek},
    FontName{"kheksambot", LegacyFont::Khek},
    FontName{"sambotkhek", LegacyFont::Khek},
    FontName{"kheksamreth", LegacyFont::Khek},
    FontName{"samrethkhek", LegacyFont::Khek},
    FontName{"kheksangker", LegacyFont::Khek},
    FontName{"sangkerkhek", LegacyFont::Khek},
    FontName{"fk#", LegacyFont::Fk},
    FontName{"baidok#?", LegacyFont::Baidok},
    FontName{"truth#", LegacyFont::Truth},
};

/// `name` in small letters, without what stands between its words.
std::string folded(std::string_view name) {
    if (name.starts_with('@')) name.remove_prefix(1);
    std::string result;
    for (const char letter : name)
        if (letter != ' ' && letter != '-' && letter != '_') result += loweredLatin(letter);
    return result;
}

bool hasForm(std::string_view name, std::string_view form) {
    for (const char sign : form) {
        if (sign == '#') {
            if (name.empty() || !isLatinDigit(name.front())) return false;
            while (!name.empty() && isLatinDigit(name.front()))
                name.remove_prefix(1);
        } else if (sign == '?') {
            if (!name.empty() && isSmallLatin(name.front())) name.remove_prefix(1);
        } else {
            if (!name.starts_with(sign)) return false;
            name.remove_prefix(1);
        }
    }
    return name.empty();
}

}  // namespace

std::optional<LegacyFont> legacyFontOf(std::string_view fontName) {
    const std::string name = folded(fontName);
    const auto* const found = std::ranges::find_if(
        kNames, [&](const FontName& known) { return hasForm(name, known.form); });
    if (found == kNames.end()) return std::nullopt;
    return found->font;
}

std::string_view nameOf(LegacyFont font) {
    switch (font) {
        case LegacyFont::Limon:
            return "Limon";
        case LegacyFont::Abc:
            return "ABC";
        case LegacyFont::Khek:
            return "Khek";
        case LegacyFont::Fk:
            return "FK";
        case LegacyFont::Baidok:
            return "Baidok";
        case LegacyFont::Truth:
            break;
    }
    return "Truth";
}

std::span<const LegacyFont> legacyFonts() {
    return kFonts;
}

std::optional<LegacyFont> legacyFontNamed(std::string_view family) {
    const std::string name = folded(family);
    const auto* const found =
        std::ranges::find_if(kFonts, [&](LegacyFont font) { return folded(nameOf(font)) == name; });
    if (found == kFonts.end()) return std::nullopt;
    return *found;
}

}  // namespace subs
