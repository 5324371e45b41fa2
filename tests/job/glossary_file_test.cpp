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
    return glossary->words();
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

TEST_CASE("a glossary's errors name its file", "[job][glossary]") {
    const testing::Folder folder;
    const auto path = folder.path / "names.txt";
    REQUIRE(writeFileAtomically(path, "Visal\n").has_value());
    const auto glossary = readGlossary(path);
    REQUIRE_FALSE(glossary.has_value());
    CHECK(glossary.error().file == path.string());
    CHECK_FALSE(readGlossary(folder.path / "none.txt").has_value());
}
