// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/text/segment.h>

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
/// Errors of `readGlossary`.
Result<Glossary> glossaryOf(const WordArguments& arguments);

}  // namespace subs::cli
