// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/text/segment.h>

#include "console.h"

#include <CLI/CLI.hpp>

#include <string>

namespace subs::cli {

/// What finds the words of Khmer.
struct WordArguments {
    std::string engine = "lexicon";
    std::string glossary;  ///< A file; empty: none.
};

/// --engine and --glossary
void addWordOptions(CLI::App& app, WordArguments& arguments);

KhmerEngine engineOf(const WordArguments& arguments);
/// The glossary that was named, or an empty one; says what was passed over in it. Errors of
/// `readGlossary`.
Result<Glossary> glossaryOf(const WordArguments& arguments, Verbosity verbosity);

}  // namespace subs::cli
