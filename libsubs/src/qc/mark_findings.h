// SPDX-License-Identifier: MIT
#pragma once

#include "qc/rule.h"

#include <span>
#include <string_view>

namespace subs {

/// One violation for each line that has `places`, which ascend: "line 1 has "៣0" and 2 more; " and
/// what is due.
void addByLine(const RuleContext& context,
               std::span<const MarkPlace> places,
               std::string_view due,
               Violations& violations);

/// A character as a person can read it: "U+200B" where it cannot be seen.
std::string shown(std::string_view text);

}  // namespace subs
