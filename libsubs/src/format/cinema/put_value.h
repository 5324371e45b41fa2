// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

namespace subs::cinema {

/// Puts `value` into `member` where there is one. False where there is none.
template <class Value>
bool putValue(Value& member, const std::optional<Value>& value) {
    if (value) member = *value;
    return value.has_value();
}

}  // namespace subs::cinema
