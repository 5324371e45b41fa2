// SPDX-License-Identifier: MIT
#include "text/letter_kinds.h"

#include <subs/text/script.h>

#include <unicode/uchar.h>

namespace subs {

bool isOtherLetter(char32_t c) {
    if (c < 0x80) return (c | 0x20U) >= 'a' && (c | 0x20U) <= 'z';
    return !isKhmer(c) && u_isalpha(static_cast<UChar32>(c)) != 0;
}

}  // namespace subs
