// SPDX-License-Identifier: MIT
#pragma once

namespace subs {

/// The Khmer character that `c`, of another script, looks like beside Khmer; 0 where there is none.
char32_t looksLike(char32_t c);

}  // namespace subs
