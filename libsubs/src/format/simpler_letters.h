// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace subs {

/// What formats with few characters write for one that they do not have and that says nothing else:
/// "..." for an ellipsis, "-" for a dash, nothing for a sign without a width. Nothing (no value)
/// where a reader would miss it. ASCII but for letters with a cedilla, as old tables spell
/// Romanian.
std::optional<std::string_view> simplerLetters(char32_t letter);

}  // namespace subs
