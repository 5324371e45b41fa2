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

TEST_CASE("the first invalid byte is found wherever it stands among letters", "[base]") {
    const auto letterByLetter = [](std::string_view text) {
        std::size_t at = 0;
        while (at < text.size()) {
            const Decoded decoded = decodeUtf8(text, at);
            if (!decoded.valid) break;
            at += decoded.length;
        }
        return at;
    };
    const std::string letters = "ទន្លេមេគង្គហូរ";
    for (const std::size_t before : {0U, 1U, 15U, 16U, 17U}) {
        const std::string text = std::string(before, 'a') + letters + "b";
        REQUIRE(firstInvalidUtf8(text) == text.size());
        std::size_t wrong = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (int byte = 0; byte < 256; ++byte) {
                std::string damaged = text;
                damaged[at] = static_cast<char>(byte);
                wrong += firstInvalidUtf8(damaged) == letterByLetter(damaged) ? 0 : 1;
            }
        }
        CHECK(wrong == 0);
    }
}
