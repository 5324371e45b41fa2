// SPDX-License-Identifier: MIT
#include "text/letter_kinds.h"

#include <subs/text/script.h>

#include <unicode/uchar.h>

namespace subs {

bool isOtherLetter(char32_t c) {
    if (c < 0x80) return isLatinLetter(c);
    return !isKhmer(c) && u_isalpha(static_cast<UChar32>(c)) != 0;
}

bool isLetterOrDigit(char32_t c) {
    return isKhmerWordPart(c) || isOtherLetter(c) || isDigit(c);
}

}  // namespace subs
