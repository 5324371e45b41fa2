// SPDX-License-Identifier: MIT
#include <subs/base/rare_text.h>

#include "catch.h"

#include <string>
#include <utility>

using subs::RareText;

TEST_CASE("a rare text is a value like any other", "[base]") {
    RareText name("Sophea");
    const RareText copy = name;
    name = "Dara";
    CHECK(copy == "Sophea");
    CHECK(name == "Dara");
    CHECK(RareText(std::move(name)) == RareText("Dara"));
    name = copy;
    CHECK(name == copy);
    name.clear();
    CHECK(name.empty());
    CHECK(name == RareText());
    CHECK(copy.view().size() == 6);
}

TEST_CASE("an empty rare text takes no more than a pointer", "[base]") {
    STATIC_REQUIRE(sizeof(RareText) == sizeof(void*));
    CHECK(RareText("").empty());
    CHECK(std::string_view(RareText()).empty());
}
