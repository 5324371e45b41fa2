// SPDX-License-Identifier: MIT
#include <subs/model/style.h>

#include "catch.h"

#include <cmath>

TEST_CASE("Khmer without a style is shown in Khmer OS Battambang", "[model][khmer]") {
    CHECK(subs::defaultStyleFor("km").fontName == "Khmer OS Battambang");
    CHECK(subs::defaultStyleFor("km-KH").fontName == "Khmer OS Battambang");
    CHECK(subs::defaultStyleFor("kmb").fontName == "Noto Sans");
    CHECK(subs::defaultStyleFor("").fontName == "Noto Sans");
}

TEST_CASE("both default styles have letters of one size", "[model][khmer]") {
    // The em of each font: its size over the height of its win box (Noto Sans 1.362 em,
    // Battambang 1.807 em).
    const double latin = subs::defaultStyleFor("en").fontSize / 1.362;
    const double khmer = subs::defaultStyleFor("km").fontSize / 1.807;
    CHECK(std::abs(latin - khmer) < 0.5);
}
