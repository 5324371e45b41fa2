// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>

#include "catch.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// The project's own dialogue, to measure and to draw.
namespace testing {

/// Every so many lines are tried; SUBS_ALL_LINES=1 tries all.
inline std::size_t step() {
    constexpr std::size_t kUsualStep = 16;
    return std::getenv("SUBS_ALL_LINES") != nullptr ? 1 : kUsualStep;
}

inline constexpr std::array kKhmerFonts{
    "Khmer OS Battambang", "Khmer OS", "Khmer OS Siemreap", "Noto Sans Khmer", "Noto Serif Khmer"};

inline std::string withoutMarks(std::string_view annotated) {
    std::string text;
    for (std::size_t at = 0; at < annotated.size(); ++at) {
        constexpr std::string_view kSpace = "␣";
        if (annotated.substr(at).starts_with(kSpace)) {
            text += ' ';
            at += kSpace.size() - 1;
        } else if (std::string_view(" _~^@").find(annotated[at]) == std::string_view::npos) {
            text += annotated[at];
        }
    }
    return text;
}

/// The annotated dialogue as a film has it, and the same with English and figures put in.
inline std::vector<std::string> testLines() {
    constexpr std::array kForeign{"Facebook",
                                  "Mr. Smith",
                                  "2024",
                                  "(10:30 AM)",
                                  "50 km/h",
                                  "AV To Wave",
                                  "“Yes, we can!”",
                                  "e-mail: a@b.org",
                                  "100% – OK…",
                                  "fi ffl"};
    std::vector<std::string> lines;
    for (const char* name : {"city", "news", "province", "river"}) {
        const auto bytes =
            subs::readFile(std::filesystem::path(SUBS_SOURCE_DIR) / "libsubs/data/khmer/dialogue" /
                           (std::string(name) + ".txt"));
        REQUIRE(bytes);
        for (std::size_t from = 0; from < bytes->size();) {
            const std::size_t end = std::min(bytes->find('\n', from), bytes->size());
            const std::string_view line = std::string_view(*bytes).substr(from, end - from);
            if (!line.empty() && line.front() != '#') lines.push_back(withoutMarks(line));
            from = end + 1;
        }
    }
    const std::size_t count = lines.size();
    for (std::size_t i = 0; i < count; i += 2)
        lines.push_back(lines[i] + " " + kForeign[i / 2 % kForeign.size()] + " " +
                        lines[i + 1 < count ? i + 1 : 0]);
    return lines;
}

}  // namespace testing
