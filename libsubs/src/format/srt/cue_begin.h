// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace subs::srt {

/// Where the last cue of `text` begins that begins beyond doubt: a blank line, a number, and a
/// whole line of times with nothing odd in it. 0 where there is none behind the first line.
std::size_t lastCueBegin(std::string_view text);

/// About as many cues as `text` has, judged by its beginning; never far too few.
std::size_t likelyCues(std::string_view text);

}  // namespace subs::srt
