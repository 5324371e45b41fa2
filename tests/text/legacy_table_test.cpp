// SPDX-License-Identifier: MIT
#include <subs/text/legacy_font.h>
#include <subs/text/legacy_table.h>

#include "catch.h"

#include <string>

using namespace subs;

namespace {

Error faultIn(std::string_view text) {
    const auto table = LegacyTable::parse(text);
    REQUIRE_FALSE(table);
    return table.error();
}

}  // namespace

TEST_CASE("a table of one's own says what a font draws", "[text][legacy]") {
    // A made-up font: "k" draws ក, "e" draws េ before its base, "r" and "R" draw ្រ, "kk" draws ខ.
    const auto table = LegacyTable::parse(
        "\xEF\xBB\xBF# a font\r\n"
        "6b\tbase\t1780\tក\r\n"
        "65\tleft\t17C1\r\n"
        "52\tleft\t17D2 179A\n"
        "\n"
        "6B 6B\tbase\t1781\n"
        "31\talone\t17E1\n");
    REQUIRE(table);
    const auto khmer = [&](std::string_view text) { return convertedLegacy(text, *table).text; };
    CHECK(khmer("k") == "ក");
    CHECK(khmer("ek") == "កេ");
    CHECK(khmer("eRk") == "ក្រេ");
    CHECK(khmer("kk 1") == "ខ ១");
    CHECK(convertedLegacy("kz", *table).unknown == U"z");
}

TEST_CASE("a table of a font with a row that is none is refused with its line", "[text][legacy]") {
    CHECK(faultIn("").code == "legacy-table.empty");
    CHECK(faultIn("# nothing\n\n").code == "legacy-table.empty");
    for (const std::string row : {"6b",
                                  "6b\tbase",
                                  "6b\tbase\t",
                                  "6b\tfoot\t1780",
                                  "\tbase\t1780",
                                  "16b\tbase\t1780",
                                  "6b \tbase\t1780",
                                  "00\tbase\t1780",
                                  "-1\tbase\t1780",
                                  "6b\tbase\tU+1780",
                                  "6b\tbase\t110000",
                                  "6b\tbase\tD800",
                                  "6b\tbase\t0",
                                  "1 2 3 4 5 6 7 8 9\tbase\t1780",
                                  "99999999999\tbase\t1780"}) {
        CAPTURE(row);
        const Error error = faultIn("# a font\n61\tbase\t17A2\n" + row + "\n");
        CHECK(error.code == "legacy-table.row");
        CHECK(error.line == 3);
    }
    const Error twice = faultIn("61\tbase\t17A2\n61\tmark\t17B6\n");
    CHECK(twice.code == "legacy-table.twice");
    CHECK(twice.line == 2);
    CHECK(faultIn("61 62\tbase\t17A2\n61 62\tmark\t17B6\n").code == "legacy-table.twice");
}
