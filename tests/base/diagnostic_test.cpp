// SPDX-License-Identifier: MIT
#include <subs/base/diagnostic.h>

#include "catch.h"

using namespace subs;

TEST_CASE("a diagnostic says where, what and its code", "[base]") {
    const Diagnostic d{
        Severity::Warning, 214, 3, "srt.end-before-start", "end is before start; kept as written"};
    CHECK(formatted(d, "film.srt") ==
          "film.srt:214:3: warning: end is before start; kept as written [srt.end-before-start]");
}

TEST_CASE("a diagnostic about a whole file names no line", "[base]") {
    CHECK(formatted({Severity::Error, 0, 0, "x.y", "nothing here"}, "a.srt") ==
          "a.srt: error: nothing here [x.y]");
}
