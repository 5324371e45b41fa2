// SPDX-License-Identifier: MIT
// Quotes in tables that RFC 4180 does not allow.
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"
#include "format/edited.h"
#include "format/read.h"

#include <string>

using namespace subs;
using testing::changed;
using testing::countOf;
using testing::documentOf;
using testing::parsed;
using testing::written;

TEST_CASE("a quote that nothing closes does not swallow rows that are edited", "[sheet]") {
    const std::string file = "start,text\n1,\"open\n2,b\n";
    const Document document = documentOf("csv", file);
    REQUIRE(document.cues.size() == 2);
    CHECK(written(document, "csv") == file);
    const std::string edited =
        changed("csv", file, [](Document& changed) { changed.cues[1].text.plain = "b, \"c\""; });
    const Document again = documentOf("csv", edited);
    REQUIRE(again.cues.size() == 2);
    CHECK(again.cues[0].text.plain == "\"open");
    CHECK(again.cues[1].text.plain == "b, \"c\"");
}

TEST_CASE("a quote that nothing closes is told with its line", "[sheet]") {
    for (const char* const format : {"csv", "tsv"}) {
        const std::string tab = format == std::string("csv") ? "," : "\t";
        const std::string text = "start" + tab + "end" + tab + "text\n0:00" + tab + "0:01" + tab +
                                 "\"closed\"\n0:01" + tab + "0:02" + tab + "\"unclosed\n";
        const Parsed read = testing::parsed(format, text);
        REQUIRE(read.document.cues.size() == 2);
        CHECK(read.document.cues[1].text.plain == "\"unclosed");
        REQUIRE(read.diagnostics.size() == 1);
        CHECK(read.diagnostics[0].code == std::string(format) + ".open-quote");
        CHECK(read.diagnostics[0].severity == Severity::Warning);
        CHECK(read.diagnostics[0].line == 3);
        CHECK(written(read.document, format) == text);
    }
}

TEST_CASE("speech in quotes that a table does not quote keeps them, and is told", "[sheet]") {
    for (const std::string cell : {"\"No,\" he said.",
                                   "\"closed\" too early",
                                   "\"two\nlines\" here",
                                   "\"a \"\"b\"\" c\"."}) {
        INFO(cell);
        const std::string file = "start,end,text\n1,2,a\n3,4," + cell + "\n5,6,b\n";
        const Parsed read = parsed("csv", file);
        REQUIRE(read.document.cues.size() == 3);
        CHECK(read.document.cues[1].text.plain == cell);
        REQUIRE(read.diagnostics.size() == 1);
        CHECK(read.diagnostics[0].code == "csv.letters-behind-quotes");
        CHECK(read.diagnostics[0].severity == Severity::Warning);
        CHECK(read.diagnostics[0].line == 3);
        Document document = read.document;
        CHECK(written(document, "csv") == file);
        document.cues[0].text.plain = "\"x";
        CHECK(written(document, "csv") ==
              "start,end,text\n1,2,\"\"\"x\"\n3,4," + cell + "\n5,6,b\n");
        document.cues[1].text.plain = "\"Yes,\" he said.";
        CHECK(testing::has(written(document, "csv"), "3,4,\"\"\"Yes,\"\" he said.\"\n"));
    }
    CHECK(countOf(parsed("tsv", "start\ttext\n1\t\"Hi\" he said\n").diagnostics,
                  "tsv.letters-behind-quotes") == 1);
}

TEST_CASE("a quote that the next cell in quotes would close swallows no row", "[sheet]") {
    const std::string file =
        "start,end,text\n1,2,\"One\n3,4,\"Two\"\n\"5\",6,\"Th\"\"ree\nfour\"\n7,8,\"\"\"Five\"\"\"\n";
    const Parsed read = parsed("csv", file);
    const Document& document = read.document;
    REQUIRE(document.cues.size() == 4);
    CHECK(document.cues[0].text.plain == "\"One");
    CHECK(document.cues[1].text.plain == "Two");
    CHECK(document.cues[2].text.plain == "Th\"ree\nfour");
    CHECK(document.cues[3].text.plain == "\"Five\"");
    REQUIRE(read.diagnostics.size() == 1);
    CHECK(read.diagnostics[0].code == "csv.open-quote");
    CHECK(read.diagnostics[0].line == 2);
    CHECK(written(document, "csv") == file);
    // Where the next cell in quotes begins a row, or with a quote of its own.
    CHECK(documentOf("csv", "text,start\n\"One,1\n\"Two\",3\n").cues.size() == 2);
    CHECK(documentOf("csv", "start,text\n1,\"One\n3,\"\"\"Two\"\" too\"\n").cues.size() == 2);
    Document edited = document;
    edited.cues[1].text.plain = "2";
    Document again = documentOf("csv", written(edited, "csv"));
    REQUIRE(again.cues.size() == 4);
    CHECK(again.cues[0].text.plain == "\"One");
    CHECK(again.cues[1].text.plain == "2");
}
