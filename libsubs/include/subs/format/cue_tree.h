// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace subs {

/// The nodes of a WebVTT cue's text (lines joined by '\n', as `Format::markupOf` answers) as the
/// specification's test suite writes them: a line each that begins with "| " and two blanks a
/// level, texts in double quotes; `c`, `v` and `lang` are "<span>", with class, lang and title in
/// lines of their own below. O(n), nested tags apart, whose lines grow with their depth.
std::string cueTree(std::string_view markup);

}  // namespace subs
