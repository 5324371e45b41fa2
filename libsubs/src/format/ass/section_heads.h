// SPDX-License-Identifier: MIT
#pragma once

#include "format/ass/values.h"

#include <string>
#include <string_view>

// The lines that sections of a file begin with.
namespace subs::ass {

/// "[V4+ Styles]" or "[V4 Styles]".
std::string_view stylesHead(Dialect dialect);

/// Head and "Format:" line of the sections, with their line ends.
std::string stylesIntro(Dialect dialect, std::string_view newline);
std::string eventsIntro(Dialect dialect, std::string_view newline);

}  // namespace subs::ass
