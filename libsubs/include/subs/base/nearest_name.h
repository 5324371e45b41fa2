// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace subs {

/// The name of `names` that someone who wrote `asked` most likely meant: the one with the fewest
/// letters put in, left out, changed or swapped with their neighbour, the first on a tie. Nothing
/// where more than a third of the letters of the longer one (at least one) would have to change.
/// Upper and lower case count as the same letter.
std::optional<std::string_view> nearestName(std::string_view asked,
                                            std::span<const std::string_view> names);

/// What helps someone who wrote `asked`, which is none of `names`: "the nearest is srt", or where
/// none is near all of them, "there are srt, ass, ssa".
std::string namesThatAre(std::string_view asked, std::span<const std::string_view> names);

}  // namespace subs
