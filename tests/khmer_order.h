// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/conformance.h>

#include <string>
#include <string_view>

namespace testing {

/// The first thing in `text` that is no conformant modern Khmer, by name, or "invisible" where it
/// has an invisible character, which no text here needs; empty: none.
inline std::string disorderIn(std::string_view text) {
    const auto issues = subs::issuesIn(text);
    if (!issues.empty()) return std::string(subs::nameOf(issues.front().kind));
    for (const char* hidden :
         {"\u200B", "\u200C", "\u200D", "\u200E", "\u200F", "\u2060", "\uFEFF"})
        if (text.find(hidden) != std::string_view::npos) return "invisible";
    return {};
}

}  // namespace testing
