// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/ports.h>

#include <CLI/CLI.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs::cli {

enum ExitStatus : int { kDone = 0, kFindings = 1, kCouldNot = 2, kStopped = 130 };

/// What a command runs in.
struct Context {
    FilmLibrary* films = nullptr;
    std::string_view command;            ///< Its name, for messages.
    std::vector<std::string> arguments;  ///< The program's, for handing over to `subs-film`.
};

/// What a command does once its arguments are read; answers an exit status.
using Action = std::function<int(Context&)>;

enum class Films { Unneeded, Needed };

/// One command: a line in the help, and the options that it reads.
struct Command {
    std::string_view name;
    std::string_view summary;
    std::string_view example;
    /// `Needed`: always done by `subs-film`. The others go there when `--film` is given.
    Films films = Films::Unneeded;
    Action (*define)(CLI::App& app);
};

/// All commands, in the order of the help.
std::span<const Command> commands();

Action defineBreaks(CLI::App& app);
Action defineConvert(CLI::App& app);
Action defineCount(CLI::App& app);
Action defineDump(CLI::App& app);
Action defineEdit(CLI::App& app);
Action defineFormats(CLI::App& app);
Action defineFrames(CLI::App& app);
Action defineInfo(CLI::App& app);
Action defineNormalize(CLI::App& app);
Action defineProfiles(CLI::App& app);
Action defineQc(CLI::App& app);
Action defineRender(CLI::App& app);
Action defineRetime(CLI::App& app);
Action defineShift(CLI::App& app);
Action defineWords(CLI::App& app);
Action defineWrap(CLI::App& app);

}  // namespace subs::cli
