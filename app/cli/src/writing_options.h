// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/text/invisibles.h>
#include <subs/text/writing.h>

#include <CLI/CLI.hpp>

#include <string>

namespace subs::cli {

/// How texts are to be written, in the words of the command line.
struct WritingArguments {
    std::string policy = "safe";
    bool foldsCoengDa = false;
    std::string invisibles = "tidy";
    std::string spaces = "tidy";
    std::string digits = "keep";
    std::string numberMarks = "keep";
    std::string quotes = "keep";
    std::string ellipsis = "keep";
    std::string beforeRepeat = "keep";
    std::string beforeStop = "keep";
    std::string afterStop = "keep";
};

/// Of normalize; --fold-coeng-da excludes `checks`.
void addWritingStyleOptions(CLI::App& app, WritingArguments& arguments, CLI::Option* checks);

WritingOptions writingOf(const WritingArguments& arguments);
/// Those that are to be told of: all where --invisibles lint asks for it.
InvisibleTable invisiblesOf(const WritingArguments& arguments);

}  // namespace subs::cli
