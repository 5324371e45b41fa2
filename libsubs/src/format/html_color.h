// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace subs {

/// A colour as HTML writes it ("#3c9", "#33cc99", "33CC99", "#33cc9980", "Teal") as "#RRGGBB" or
/// "#RRGGBBAA"; nothing where it is none. Names: CSS Color Module Level 4, 6.1.
std::optional<std::string> htmlColor(std::string_view value);

}  // namespace subs
