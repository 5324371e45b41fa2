// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>

#include "catch.h"

using namespace subs;

TEST_CASE("every scalar value survives writing and reading", "[base]") {
    bool same = true;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        std::string text;
        appendUtf8(text, c);
        const Decoded decoded = decodeUtf8(text, 0);
        same = same && decoded.valid && decoded.codePoint == c && decoded.length == text.size();
    }
    CHECK(same);
}

TEST_CASE("overlong, surrogate and truncated sequences are invalid", "[base]") {
    for (const char* bad :
         {"\xC0\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE1\x9E", "\x80"})
        CHECK(firstInvalidUtf8(std::string("ok") + bad) == 2);
    CHECK(withReplacements("a\xFF"
                           "b") ==
          "a\xEF\xBF\xBD"
          "b");
}
