// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace subs::srt {

/// The text of a cue that can be read off the file, and the blank line behind it.
struct RegularBody {
    std::size_t end = 0;      ///< Of its lines, with their line ends.
    std::size_t next = 0;     ///< Where the line behind the blank one begins.
    std::uint32_t lines = 0;  ///< With the blank one.
};

/// The text that begins at `at`, where it has no markup and its lines end with LF; nothing where a
/// line may be one of times or blank, or where no blank line follows. Most cues are like that.
std::optional<RegularBody> regularBodyAt(std::string_view text, std::size_t at);

}  // namespace subs::srt
