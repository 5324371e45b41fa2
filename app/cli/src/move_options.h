// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/job/move_times.h>

#include "convert_options.h"

#include <CLI/CLI.hpp>

#include <string>

namespace subs::cli {

/// What `shift` and `retime` share: which cues are moved, and what becomes of what is before 0.
struct MoveArguments {
    std::string from;
    std::string to;
    std::string beforeZero = "refuse";
};

/// --after, --before, --before-zero
void addMoveOptions(CLI::App& app, MoveArguments& arguments);

/// The options but for how times move. Error "time.bad-clock".
Result<MoveOptions> moveOptionsOf(const MoveArguments& arguments);

/// Moves the files, or says why it is not known how; answers the exit status.
int runMoving(ConvertArguments& files, Result<MoveOptions> moving, const Context& context);

}  // namespace subs::cli
