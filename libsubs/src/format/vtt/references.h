// SPDX-License-Identifier: MIT
#pragma once

#include "format/markup_patch.h"

#include <string>
#include <string_view>
#include <vector>

namespace subs::vtt {

/// Appends `text` with its character references resolved by HTML's rules: `&lt;`, `&nbsp`, `&#x20;`
/// and all other names of HTML. What is none stays. Where `shown` is not null it gets the stretches
/// of `out` and of `text`, which counts from `at`.
void appendResolved(std::string& out,
                    std::string_view text,
                    std::size_t at = 0,
                    std::vector<ShownStretch>* shown = nullptr);

/// The reference that WebVTT wants in place of `c` in a text: `&amp;`, `&lt;` or `&gt;`; empty
/// where it may stand.
std::string_view referenceFor(char c);

}  // namespace subs::vtt
