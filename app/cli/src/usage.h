// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>

#include "command.h"

#include <string>
#include <string_view>

namespace subs::cli {

/// "subs convert": how messages about no file begin.
std::string callerName(const Context& context);

/// Says on standard error why the command could not do anything; answers the exit status.
int couldNot(const Context& context, const Error& error);
/// The same for a mistake in the arguments, with a pointer to the help.
int misused(const Context& context, std::string_view message);

}  // namespace subs::cli
