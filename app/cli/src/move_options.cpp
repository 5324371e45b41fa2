// SPDX-License-Identifier: GPL-3.0-or-later
#include "move_options.h"

#include <subs/time/clock.h>

#include "common_options.h"
#include "usage.h"

#include <optional>
#include <utility>

namespace subs::cli {
namespace {

Result<std::optional<Time>> boundOf(const std::string& clock) {
    if (clock.empty()) return std::optional<Time>();
    const auto time = parseClock(clock);
    if (!time) return tl::unexpected(time.error());
    return std::optional(*time);
}

}  // namespace

void addMoveOptions(CLI::App& app, MoveArguments& arguments) {
    app.add_option("--after", arguments.from, "only cues that begin at this time or later")
        ->type_name("TIME");
    app.add_option("--before", arguments.to, "only cues that begin before this time")
        ->type_name("TIME");
    app.add_option("--before-zero",
                   arguments.beforeZero,
                   "what would be before the film begins: refuse (default: an error) or cut")
        ->check(oneOf({"refuse", "cut"}));
}

Result<MoveOptions> moveOptionsOf(const MoveArguments& arguments) {
    MoveOptions options;
    const auto from = boundOf(arguments.from);
    if (!from) return tl::unexpected(from.error());
    const auto to = boundOf(arguments.to);
    if (!to) return tl::unexpected(to.error());
    options.range = {*from, *to};
    options.beforeZero = arguments.beforeZero == "cut" ? BeforeZero::Cut : BeforeZero::Refuse;
    return options;
}

int runMoving(ConvertArguments& files, Result<MoveOptions> moving, const Context& context) {
    if (!moving) return couldNot(context, moving.error());
    files.moving = *std::move(moving);
    return runConversion(files, context);
}

}  // namespace subs::cli
