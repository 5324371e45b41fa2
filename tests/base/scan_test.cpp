// SPDX-License-Identifier: MIT
#include "base/scan.h"

#include "catch.h"

#include <string>

using subs::findAny;

TEST_CASE("the first of some bytes is found wherever it stands", "[base]") {
    // All lengths around those of one and two blocks, and all places in them.
    for (std::size_t size = 0; size < 40; ++size) {
        const std::string plain(size, 'x');
        CHECK(findAny<'a', 'b'>(plain) == size);
        for (std::size_t at = 0; at < size; ++at) {
            std::string text = plain;
            text[at] = at % 2 == 0 ? 'a' : 'b';
            for (std::size_t from = 0; from <= size; ++from)
                CHECK(findAny<'a', 'b'>(text, from) == (from <= at ? at : size));
            CHECK(findAny<'a', 'b'>(text, 0, at) == at);
        }
    }
}

TEST_CASE("what stands before the place to begin at is not found", "[base]") {
    const std::string text = "aaaaaaaaaaaaaaaaaaaaaaaaxxx";
    CHECK(findAny<'a'>(text, 24) == text.size());
    CHECK(findAny<'a'>(text, 23) == 23);
}

TEST_CASE("bytes beyond ASCII and NUL are bytes like others", "[base]") {
    const std::string text = std::string("sixteen letters, ") + '\0' + "\xC2 and more of them";
    CHECK(findAny<'\0'>(text) == 17);
    CHECK(findAny<'\xC2'>(text) == 18);
}
