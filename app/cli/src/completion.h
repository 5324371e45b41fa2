// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace subs::cli {

/// What may stand in the place of the last of `words`, the line of a shell without the program: the
/// scripts in app/cli/completion ask for it (`subs --complete WORD...`). One candidate a line, with
/// a tab and what it means behind it; all that are possible, since shells choose among them. A line
/// ":files ENDING..." (of any ending where none is named) or ":folders" leaves names to the shell.
/// Of a word `--option=value` only the value is answered.
std::string completions(std::span<const std::string> words);

}  // namespace subs::cli
