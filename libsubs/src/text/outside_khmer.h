// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/normalise.h>

#include <string_view>

namespace subs {

enum class UnicodeForm {
    Nfc,
    FoldedNfkc,  ///< NFKC without case and without invisible characters (UAX #31, NFKC_Casefold).
};

/// `text` in `form` but for its Khmer, which no form of Unicode leaves as it should be. What would
/// be put together as one is taken apart after 64 code points, so that it is O(n).
Normalised outsideKhmerIn(UnicodeForm form, std::string_view text);

}  // namespace subs
