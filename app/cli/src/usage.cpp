// SPDX-License-Identifier: GPL-3.0-or-later
#include "usage.h"

#include "console.h"

#include <fmt/format.h>

#include <string>

namespace subs::cli {
std::string callerName(const Context& context) {
    return context.command.empty() ? "subs" : fmt::format("subs {}", context.command);
}

int couldNot(const Context& context, const Error& error) {
    Console(Verbosity::Normal).error(error, callerName(context));
    return kCouldNot;
}

int misused(const Context& context, std::string_view message) {
    const std::string caller = callerName(context);
    return couldNot(context, {"cli.usage", fmt::format("{} (see {} --help)", message, caller)});
}

}  // namespace subs::cli
