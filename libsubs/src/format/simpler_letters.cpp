// SPDX-License-Identifier: MIT
#include "format/simpler_letters.h"

#include <algorithm>
#include <array>

namespace subs {
namespace {

struct Simpler {
    char32_t letter;
    std::string_view text;
};

/// Ascending by letter.
constexpr std::array kSimpler{
    Simpler{'\t', " "},          Simpler{'\r', ""},
    Simpler{0x00A0, " "},        Simpler{0x00AD, ""},
    Simpler{0x0218, "\xC5\x9E"}, Simpler{0x0219, "\xC5\x9F"},
    Simpler{0x021A, "\xC5\xA2"}, Simpler{0x021B, "\xC5\xA3"},
    Simpler{0x02BC, "'"},        Simpler{0x2002, " "},
    Simpler{0x2003, " "},        Simpler{0x2004, " "},
    Simpler{0x2005, " "},        Simpler{0x2006, " "},
    Simpler{0x2007, " "},        Simpler{0x2008, " "},
    Simpler{0x2009, " "},        Simpler{0x200A, " "},
    Simpler{0x200B, ""},         Simpler{0x200C, ""},
    Simpler{0x200D, ""},         Simpler{0x200E, ""},
    Simpler{0x200F, ""},         Simpler{0x2010, "-"},
    Simpler{0x2011, "-"},        Simpler{0x2012, "-"},
    Simpler{0x2013, "-"},        Simpler{0x2014, "-"},
    Simpler{0x2015, "-"},        Simpler{0x2018, "'"},
    Simpler{0x2019, "'"},        Simpler{0x201A, "'"},
    Simpler{0x201B, "'"},        Simpler{0x201C, "\""},
    Simpler{0x201D, "\""},       Simpler{0x201E, "\""},
    Simpler{0x201F, "\""},       Simpler{0x2026, "..."},
    Simpler{0x202F, " "},        Simpler{0x2032, "'"},
    Simpler{0x2033, "\""},       Simpler{0x2060, ""},
    Simpler{0x2212, "-"},        Simpler{0x266B, "\xE2\x99\xAA"},
    Simpler{0xFEFF, ""},
};

}  // namespace

std::optional<std::string_view> simplerLetters(char32_t letter) {
    const auto found = std::ranges::lower_bound(kSimpler, letter, {}, &Simpler::letter);
    if (found == kSimpler.end() || found->letter != letter) return std::nullopt;
    return found->text;
}

}  // namespace subs
