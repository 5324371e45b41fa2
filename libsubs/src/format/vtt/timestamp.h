// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/time.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs::vtt {

/// The time that stands in `text` at `at`, which moves behind it ("collect a WebVTT timestamp",
/// WebVTT §6.1); nothing where there is none. Hours may be left out and have any number of digits;
/// a time beyond `kLargestTime` is that one.
std::optional<Time> takeTimestamp(std::string_view text, std::size_t& at);

/// Appends `12:34:56.789`, hours with two digits or more. Negative times are 0.
void appendTimestamp(std::string& out, std::int64_t milliseconds);

}  // namespace subs::vtt
