// SPDX-License-Identifier: MIT
// What to flag, from khmer.md section 8 B; each mark by itself in the tests of its own header.
#include <subs/text/doubts.h>

#include "catch.h"

#include <string>
#include <utility>
#include <vector>

using namespace subs;

namespace {

/// "colon :" for each doubt.
std::vector<std::string> told(std::string_view text) {
    std::vector<std::string> result;
    for (const Doubt& doubt : doubtsIn(text))
        result.push_back(std::string(nameOf(doubt.kind)) + " " +
                         std::string(text.substr(doubt.begin, doubt.end - doubt.begin)));
    return result;
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("each slip of Khmer is doubted by name", "[text][khmer]") {
    CHECK(told("គាត់ថា: ទៅ") == Told{"colon :"});
    CHECK(told("។ ទៅ") == Told{"line-start ។"});
    CHECK(told("គាត់ទៅ.") == Told{"final-stop ."});
    CHECK(told("ទៅណា??") == Told{"repeated-mark ??"});
    CHECK(told("មាន ២0 នាក់") == Told{"mixed-digits ២0"});
    CHECK(told("«ទៅ» និង \"មក\"") == Told{"mixed-quotes \""});
    CHECK(told("«ទៅណា") == Told{"unbalanced-quotes «"});
    CHECK(told("មាន ២o នាក់") == Told{"look-alike o"});
    CHECK(told("ទៅខេត្ដ") == Told{"spelling ខេត្ដ"});
    CHECK(told("ទៅខេត្ត").empty());
}

TEST_CASE("right Khmer, other scripts and a quotation over two lines are not doubted",
          "[text][khmer]") {
    CHECK(told("គាត់ថា៖ «ទៅ»។").empty());
    CHECK(told("He said: \"go.").empty());
    CHECK(told("«ទៅណា\nមកណា»").empty());
    CHECK(told("").empty());
    CHECK(told("\xFF\xFE\n\n").empty());
}

TEST_CASE("doubts of several lines are placed in the whole text", "[text][khmer]") {
    CHECK(told("«ទៅ\r\nមាន ២0 នាក់\nគាត់ថា: ទៅ") ==
          Told{"unbalanced-quotes «", "mixed-digits ២0", "colon :"});
}
