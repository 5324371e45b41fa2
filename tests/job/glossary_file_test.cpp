// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/job/glossary_file.h>

#include "catch.h"
#include "folder.h"

using namespace subs;

namespace {

using Words = std::set<std::string, std::less<>>;

Words wordsOf(std::string_view text) {
    const auto glossary = parseGlossary(text);
    REQUIRE(glossary.has_value());
    return glossary->glossary.words();
}

std::string codeOf(std::string_view text) {
    const auto glossary = parseGlossary(text);
    return glossary ? "" : glossary.error().code;
}

}  // namespace

TEST_CASE("a glossary is a word a line", "[job][glossary]") {
    CHECK(wordsOf("# names\nវិសាល\r\n\nនារី") == Words{"នារី", "វិសាល"});
    CHECK(wordsOf("\xEF\xBB\xBFវិសាល") == Words{"វិសាល"});
}

TEST_CASE("a glossary may be a table of two languages", "[job][glossary]") {
    const Words both{"នារី", "វិសាល"};
    CHECK(wordsOf("source,target,note\nនារី,Neary,ក្មេងស្រី\nវិសាល,Visal,\n") == both);
    CHECK(wordsOf("source,target\r\nNeary,\"នារី\"\r\n\"Visal, \"\"V\"\"\",\"\nវិសាល\"") == both);
}

TEST_CASE("a glossary that cannot be used says why", "[job][glossary]") {
    CHECK(codeOf("") == "glossary.no-khmer");
    CHECK(codeOf("Visal\nNeary\n") == "glossary.no-khmer");
    CHECK(codeOf("source,target,note\n") == "glossary.no-khmer");
    const auto invalid = parseGlossary("វិសាល\n\xFF\n");
    REQUIRE_FALSE(invalid.has_value());
    CHECK(invalid.error().code == "glossary.encoding");
    CHECK(invalid.error().line == 2);
}

TEST_CASE("a row of a glossary that cannot be used is passed over and told", "[job][glossary]") {
    struct Vector {
        std::string text;
        Words words;
        std::uint32_t line;
        std::string code;
    };
    const auto vector = GENERATE(values<Vector>({
        // RFC 4180: a quote closes before a comma or line end, and stands at the ends of a field.
        {"source,target\nVisal,\"វិសាល\nNeary,នារី\n", {"នារី"}, 2, "glossary.quote"},
        {"source,target\nNeary,នារី\n\"Visal\"x,វិសាល\n", {"នារី"}, 3, "glossary.quote"},
        {"source,target\n\"Ne\nary\",នារី\nVi\"sal,វិសាល\n", {"នារី"}, 4, "glossary.quote"},
        {"source,target\r\nវិសាល\r\nNeary,នារី\r\n", {"នារី"}, 2, "glossary.no-target"},
        {"source,target\nNeary,នារី\nវិសាល, ,x\n", {"នារី"}, 3, "glossary.no-target"},
        {"source,target\n,វិសាល\nNeary,នារី", {"នារី"}, 2, "glossary.no-target"},
        {"source,target\nVisal,Neary\nNeary,នារី", {"នារី"}, 2, "glossary.no-word"},
        {"source,target\nVisal,ាវិសាល\nNeary,នារី", {"នារី"}, 2, "glossary.lone-mark"},
        {"នារី\n\n# x\nVisal\n", {"នារី"}, 4, "glossary.no-word"},
        {"្ក\nនារី\n", {"នារី"}, 1, "glossary.lone-mark"},
    }));
    CAPTURE(vector.text);
    const auto read = parseGlossary(vector.text);
    REQUIRE(read.has_value());
    CHECK(read->glossary.words() == vector.words);
    REQUIRE(read->diagnostics.size() == 1);
    CHECK(read->diagnostics[0].severity == Severity::Warning);
    CHECK(read->diagnostics[0].line == vector.line);
    CHECK(read->diagnostics[0].code == vector.code);
    CHECK(read->diagnostics[0].message.ends_with("; passed over"));
}

TEST_CASE("a glossary of nothing but broken rows says what is wrong with the first",
          "[job][glossary]") {
    const auto read = parseGlossary("source,target\nVisal,\"វិសាល\n");
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == "glossary.no-khmer");
    CHECK(read.error().line == 2);
    CHECK(read.error().message.find("a quote is not closed") != std::string::npos);
}

TEST_CASE("a word of a glossary that is too short is told to who asks", "[job][glossary]") {
    const auto read = parseGlossary("source,target\nNeary,នារី\nGrandpa,តា\n");
    REQUIRE(read.has_value());
    REQUIRE(read->diagnostics.size() == 1);
    CHECK(read->diagnostics[0].severity == Severity::Info);
    CHECK(read->diagnostics[0].code == "glossary.short-word");
    CHECK(read->diagnostics[0].line == 3);
}

TEST_CASE("a glossary in order is not remarked upon", "[job][glossary]") {
    const auto read = parseGlossary("source,target,note\n\nNeary,នារី,\"a, \"\"b\"\"\"\n,\n");
    REQUIRE(read.has_value());
    CHECK(read->diagnostics.empty());
}

TEST_CASE("a glossary's errors name its file", "[job][glossary]") {
    const testing::Folder folder;
    const auto path = folder.path / "names.txt";
    REQUIRE(writeFileAtomically(path, "Visal\n").has_value());
    const auto glossary = readGlossary(path);
    REQUIRE_FALSE(glossary.has_value());
    CHECK(glossary.error().file == path.string());
    CHECK_FALSE(readGlossary(folder.path / "none.txt").has_value());
}
