// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace subs {

/// True of what makes a word of the next one and never stands for itself at the end of a line: ការ,
/// ភាព, អ្នក, ... A break behind it is no word boundary.
bool isKhmerPrefix(std::string_view word);

}  // namespace subs
