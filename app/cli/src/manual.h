// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include <string>

/// The manual, in the man(7) macros that man-db, groff and mandoc know.
namespace subs::cli {

/// subs(1): all commands, and what they have in common.
std::string programPage();
/// subs-COMMAND(1).
std::string commandPage(const Command& command);

}  // namespace subs::cli
