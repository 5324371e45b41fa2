// SPDX-License-Identifier: MIT
#include "model/inner_time.h"

#include "catch.h"

using namespace subs;

TEST_CASE("a time inside of a text may lie before the film", "[model]") {
    const auto said = [](const char* value) {
        return innerTimeOf({SpanKind::InnerTime, 0, 0, value});
    };
    CHECK(said("00:00:12.250") == Time::fromMilliseconds(12'250));
    CHECK(said("-00:00:00.500") == Time::fromMilliseconds(-500));
    CHECK_FALSE(said("soon"));
    CHECK_FALSE(said(""));
}
