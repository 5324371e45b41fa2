// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/edit/wrap.h>

#include "word_options.h"

#include <CLI/CLI.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace subs::cli {

struct WrapArguments {
    std::string profile;  ///< Id or file; what follows stands over it.
    std::string maxWidth;
    std::size_t maxCount = 0;
    std::string unit = "graphemes";
    std::string picture;  ///< Its size; a film counts more.
    std::string font;
    double size = 0;
    std::size_t lines = 0;  ///< 0: not said.
    std::string balance;
    bool keepBreaks = false;
    std::string zwsp = "keep";
    WordArguments words;
};

/// How texts are broken into lines.
void addWrapOptions(CLI::App& app, WrapArguments& arguments);
/// --zwsp
void addZwspOption(CLI::App& app, WrapArguments& arguments);

/// Says what was passed over in a glossary. Error "cli.usage" where --max-width is no width, those
/// of `profileNamed` where there is no such profile.
Result<WrapOptions> wrapOptionsOf(const WrapArguments& arguments, Verbosity verbosity);
/// What leaves all lines as they are and does what --zwsp asks for; nothing where that is to keep.
std::optional<WrapOptions> zwspOnly(const WrapArguments& arguments);

}  // namespace subs::cli
