// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/utf8.h>
#include <subs/text/conformance.h>

#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>

namespace testing {

/// The text of code points written in hexadecimal: "179F 17D2 178F".
inline std::string ofCodes(const std::string& codes) {
    std::istringstream stream(codes);
    std::string text;
    std::uint32_t code = 0;
    for (stream >> std::hex; stream >> code;)
        subs::appendUtf8(text, code);
    return text;
}

/// The names of what is wrong with `text`, "split-vowel two-vowels"; empty for well-formed text.
inline std::string issueNames(std::string_view text) {
    std::string names;
    for (const subs::Issue& issue : subs::issuesIn(text)) {
        if (!names.empty()) names += ' ';
        names += nameOf(issue.kind);
    }
    return names;
}

}  // namespace testing
