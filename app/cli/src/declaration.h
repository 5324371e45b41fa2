// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

/// What a command declares, asked by everything that tells of it: the parser with its help
/// (program.cpp), the manual (manual.h) and the completion of the shells (completion.h).
namespace subs::cli {

/// A command's options as they are parsed, and what it does with them.
struct Declaration {
    std::unique_ptr<CLI::App> app;
    Action action;
};

Declaration declarationOf(const Command& command);

/// The options that begin with a dash, in the order of their declaration.
std::vector<const CLI::Option*> switchesOf(const CLI::App& app);
/// The ones that are inputs.
std::vector<const CLI::Option*> positionalsOf(const CLI::App& app);
/// As they are typed: "-o", "--output".
std::vector<std::string> namesOf(const CLI::Option& option);

bool takesValue(const CLI::Option& option);
/// True of one that can be given more than once.
bool repeats(const CLI::Option& option);
/// What the value is: "FILE", or "keep|lf|crlf" where it is one of a few. The description of the
/// option's check, else its type name. completion.cpp knows what each is completed by.
std::string valueName(const CLI::Option& option);
/// Its description and which other options it needs or excludes.
std::string saidOf(const CLI::Option& option);
/// "[OPTIONS] INPUT..." with those options that are always needed.
std::string usageOf(const CLI::App& app);

}  // namespace subs::cli
