// SPDX-License-Identifier: MIT
#include <subs/editor/plurals.h>

#include "catch.h"

#include <limits>

using namespace subs::editor;

namespace {

std::string chosen(const char* text, int n) {
    return EnglishPlurals().translate("", text, nullptr, n).toStdString();
}

}  // namespace

TEST_CASE("one has its own form and every other number another", "[editor][plurals]") {
    CHECK(chosen("%n cluster(s)", 1) == "%n cluster");
    for (const int n : {0, 2, 5, 21, 101})
        CHECK(chosen("%n cluster(s)", n) == "%n clusters");
    const char* sentence = "There (is|are) %n more remark(s).";
    CHECK(chosen(sentence, 1) == "There is %n more remark.");
    CHECK(chosen(sentence, 2) == "There are %n more remarks.");
    CHECK(chosen("style(s) ask(s|) for (a font|fonts) (%1)", 1) == "style asks for a font (%1)");
    CHECK(chosen("style(s) ask(s|) for (a font|fonts) (%1)", 3) == "styles ask for fonts (%1)");
}

TEST_CASE("a text without forms and one without a number are left alone", "[editor][plurals]") {
    CHECK(EnglishPlurals().translate("", "Films (*.mp4)", nullptr, 2).isNull());
    CHECK(EnglishPlurals().translate("", "%1 frame(s)", nullptr, -1).isNull());
}

TEST_CASE("a count beyond what a number of Qt holds is still many", "[editor][plurals]") {
    CHECK(pluralNumber(1) == 1);
    CHECK(pluralNumber(std::int64_t{1} << 32U) == std::numeric_limits<int>::max());
    CHECK(pluralNumber(-1) == 0);
}
