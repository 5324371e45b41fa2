// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/time.h>

#include <optional>
#include <string>
#include <string_view>

namespace subs::json {

/// `text` as a string with its quotes.
std::string spelled(std::string_view text);

/// Milliseconds with as many decimals as give the flick back: "1001", "41.7083333".
std::string spelled(Time time);
/// The time that a number of milliseconds is, to the nearest flick; `kLargestTime` for all that are
/// larger.
Time timeOf(std::string_view number);

/// A number with as many digits as give it back.
std::string spelled(double number);
std::optional<double> numberOf(std::string_view value);

}  // namespace subs::json
