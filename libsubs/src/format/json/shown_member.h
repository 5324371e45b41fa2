// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace subs::json {

/// False of null, of an empty text, and of an empty list or object.
bool saysSomething(std::string_view value);

/// A member of a file that means nothing to us, as a person is shown it: "reviewer: Sok".
std::string shownMember(std::string_view key, std::string_view value);

}  // namespace subs::json
