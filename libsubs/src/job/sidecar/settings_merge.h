// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace subs {

/// What was edited from `written` to `edited` done to `original`: words as "line:0" or "X1:40",
/// parted by spaces, each known by what stands before its colon. Words that were not edited stay,
/// in their places and their spelling.
std::string mergedSettings(std::string_view original,
                           std::string_view written,
                           std::string_view edited);

}  // namespace subs
