// SPDX-License-Identifier: MIT
#pragma once

#include "format/time_codes.h"

#include <optional>
#include <string>
#include <string_view>

namespace subs::stl {

/// How time codes count by a Disk Format Code (GSI: DFC): "STL25.01", "STL30.01", and 23, 24, 29,
/// 48, 50 and 60, which are in use though no edition has them. Frames of 30 are those of 525-line
/// television, 30000/1001 a second, so that their time codes drop frames to follow the clock (SMPTE
/// ST 12-1). Nothing for any other.
std::optional<TimeCodes> codesOf(std::string_view diskFormat);

/// For new files of films of that rate; nothing where no code is for it.
std::optional<TimeCodes> codesFor(FrameRate rate);
/// Of 25 frames a second.
TimeCodes usualCodes();

/// "STL25.01": the code that says so.
std::string diskFormatOf(const TimeCodes& codes);

}  // namespace subs::stl
