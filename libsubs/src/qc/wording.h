// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/count.h>
#include <subs/time/time.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace subs {

/// A number with at most two decimals. A measured value is rounded away from the limit that it
/// breaks, so that a person never reads "20 are too many, 20 are allowed".
std::string roundedUp(double value);
std::string roundedDown(double value);
std::string plainNumber(double value);

/// "1 frame", "2 frames".
std::string quantity(std::string_view number, std::string_view one);
/// "character", "cluster", "code point" or "column".
std::string_view wordFor(CountUnit unit);
/// The first clusters of a text that is quoted in a sentence, with "…" where it goes on; bytes that
/// are no UTF-8 as U+FFFD.
std::string shortened(std::string_view text);
/// " and 2 more" where one of three was told; nothing where all were.
std::string andMore(std::size_t count);
/// "is" after one thing, "are" after more.
std::string_view isOrAre(std::string_view number);

/// For findings; exact to a thousandth of a microsecond.
double inMilliseconds(Time time);

}  // namespace subs
