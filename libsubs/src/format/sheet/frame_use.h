// SPDX-License-Identifier: MIT
#pragma once

#include "format/sheet/layout.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace subs::sheet {

/// What frames are to a table.
enum class FrameUse : std::uint8_t {
    None,
    Beside,   ///< They stand beside times of the clock, which say when cues are shown.
    Counted,  ///< They say when cues are shown, or time codes do.
};

/// What they are to `text`, which is laid out so. O(n).
FrameUse frameUseIn(std::string_view text, const Layout& layout);

/// The first rate that a row of it names and that is not `rate`. O(n).
std::optional<FrameRate> rateBeside(std::string_view text, const Layout& layout, FrameRate rate);

}  // namespace subs::sheet
