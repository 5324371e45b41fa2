// SPDX-License-Identifier: MIT
#include "format/json/shown_member.h"

#include "format/file_remarks.h"
#include "format/json/scanner.h"

#include <algorithm>

namespace subs::json {

bool saysSomething(std::string_view value) {
    if (value == "null" || value == "\"\"") return false;
    constexpr std::string_view kOfNothing = "[]{} \t\r\n";
    return std::ranges::any_of(
        value, [&](char letter) { return kOfNothing.find(letter) == kOfNothing.npos; });
}

std::string shownMember(std::string_view key, std::string_view value) {
    std::string shown = shownBeginning(key);
    shown += ": ";
    return shown += shownBeginning(isString(value) ? textOf(value) : std::string(value));
}

}  // namespace subs::json
