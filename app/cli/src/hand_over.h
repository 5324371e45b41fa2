// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include <span>
#include <string>
#include <string_view>

namespace subs::cli {

/// Becomes the program `name` that is installed beside this one, with `arguments` (without the
/// program's own name). Comes back only where that is not possible, with the exit status after a
/// message.
int becomeProgram(const Context& context,
                  std::string_view name,
                  std::span<const std::string> arguments);

/// Becomes `subs-film` with the same arguments.
int handOverToFilm(const Context& context);

}  // namespace subs::cli
