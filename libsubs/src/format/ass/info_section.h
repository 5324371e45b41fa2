// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/ass/file_state.h"

#include <string>
#include <string_view>

namespace subs::ass {

/// Appends the stretch of a [Script Info] section with title and canvas as `document` has them.
/// Lines that already say so are copied; settings that are missing are put behind the last line
/// that says something.
void appendInfo(std::string& out,
                std::string_view stretch,
                const ScriptInfo& before,
                const Document& document,
                std::string_view newline);

/// The same for the other dialect: the line of the script's type too.
void appendInfoFor(std::string& out,
                   std::string_view stretch,
                   Dialect dialect,
                   std::string_view newline);

/// A whole new section of a document that has none.
void appendNewInfo(std::string& out,
                   const Document& document,
                   Dialect dialect,
                   std::string_view newline);

}  // namespace subs::ass
