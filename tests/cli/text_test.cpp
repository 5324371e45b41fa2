// SPDX-License-Identifier: MIT
#include <subs/base/file.h>

#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using testing::run;

namespace {

const std::string kZwsp = "\xE2\x80\x8B";

std::string without(std::string text, const std::string& part) {
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part))
        text.erase(at, part.size());
    return text;
}

}  // namespace

TEST_CASE("words and breaks give one line for each line and add separators alone", "[cli][khmer]") {
    const std::string text = "ខ្ញុំស្រឡាញ់ប្រទេសកម្ពុជា\n\none two\r\nខ្ញុំ bad \xFF bytes\nlast";
    for (const char* command : {"words", "breaks"}) {
        const auto ran = run({command}, {.input = text});
        CHECK(ran.status == 0);
        CHECK(ran.out != text);
        CHECK(without(ran.out, kZwsp) == text);
    }
    CHECK(run({"words", "--separator", "|", "--lang", "en"}, {.input = "one two\n"}).out ==
          "one| |two\n");
    CHECK(run({"breaks", "--separator", "|"}, {.input = "one two\n"}).out == "one |two\n");
    CHECK(run({"words"}).out.empty());
}

TEST_CASE("a glossary keeps its words whole", "[cli][khmer]") {
    const testing::Folder folder;
    const auto names = folder.path / "names.txt";
    REQUIRE(subs::writeFileAtomically(names, "# people\nមាសសុខជា\n").has_value());
    const auto ran = run({"breaks", "--separator", "|", "--glossary", names.string()},
                         {.input = "លោកមាសសុខជាបានមក\n"});
    CHECK(ran.status == 0);
    CHECK(ran.out == "លោក|មាសសុខជា|បាន|មក\n");
}

TEST_CASE("a glossary that cannot be used is named", "[cli]") {
    const testing::Folder folder;
    const auto names = folder.path / "names.txt";
    const auto none = run({"words", "--glossary", names.string()}, {.input = "ខ្ញុំ\n"});
    CHECK(none.status == 2);
    CHECK(none.err.find("names.txt") != std::string::npos);
    REQUIRE(subs::writeFileAtomically(names, "Visal\n").has_value());
    const auto empty = run({"words", "--glossary", names.string()}, {.input = "ខ្ញុំ\n"});
    CHECK(empty.status == 2);
    CHECK(empty.err.find("names.txt") != std::string::npos);
    CHECK(empty.err.find("[glossary.no-khmer]") != std::string::npos);
}

TEST_CASE("left to the author, words end at U+200B alone", "[cli][khmer]") {
    CHECK(run({"words", "--engine", "author", "--separator", "|"},
              {.input = "ខ្ញុំទៅ" + kZwsp + "ផ្ទះវិញ\n"})
              .out == "ខ្ញុំទៅ|" + kZwsp + "|ផ្ទះវិញ\n");
    CHECK(run({"words", "--engine", "authr"}).status == 2);
}

TEST_CASE("count tells how much text each line holds", "[cli][khmer]") {
    // Code points and clusters: shared/reference/khmer.md, 3; columns and words by hand.
    const std::string text = "ភាសាខ្មែរ\nខ្ញុំ" + kZwsp + "ស្រលាញ់\n\none, two\r\n日本";
    CHECK(run({"count"}, {.input = text}).out ==
          "9\t4\t4\t1\n12\t4\t4\t2\n0\t0\t0\t0\n8\t8\t8\t2\n2\t2\t4\t1\n");
    CHECK(run({"count", "--header"}, {.input = "a\n"}).out ==
          "code points\tclusters\tcolumns\twords\n1\t1\t1\t1\n");
    CHECK(run({"count"}).out.empty());
}

TEST_CASE("count measures in a font", "[cli][khmer]") {
    const auto ran = run({"count", "--json", "--font", "Khmer OS Battambang"}, {.input = "ក\n\n"});
    CHECK(ran.status == 0);
    const auto told = nlohmann::json::parse(ran.out);
    CHECK(told["font"] == "Khmer OS Battambang");
    CHECK(told["lines"][0]["em"].get<double>() > 0.3);
    CHECK(told["lines"][0]["missing_glyphs"] == 0);
    CHECK(told["lines"][1]["em"] == 0.0);
}

TEST_CASE("count says where another font stands in", "[cli]") {
    const auto ran = run({"count", "--font", "No Such Font"}, {.input = "ក\n"});
    CHECK(ran.status == 0);
    CHECK(ran.err.find("[font.stand-in]") != std::string::npos);
    CHECK(run({"count", "--font", "No Such Font", "-q"}, {.input = "ក\n"}).err.empty());
}

TEST_CASE("the pieces of a line are told as JSON", "[cli]") {
    const auto told =
        nlohmann::json::parse(run({"breaks", "--json"}, {.input = "one two\n\n"}).out);
    CHECK(told["lines"] == nlohmann::json::parse(R"([["one ","two"],[]])"));
}

TEST_CASE("bytes that are no UTF-8 are told once, with the place of the first", "[cli]") {
    // Two bytes of a letter that was cut off, and one that never is in UTF-8.
    const std::string text = "ខ្មែរ\nab \xE1\x9E ខ្មែរ\n\xFF\n";
    using Arguments = std::vector<std::string>;
    for (const Arguments& arguments : {Arguments{"words"},
                                       Arguments{"breaks"},
                                       Arguments{"count"},
                                       Arguments{"normalize"},
                                       Arguments{"normalize", "--check"},
                                       Arguments{"wrap"}}) {
        CAPTURE(arguments);
        const auto ran = run(arguments, {.input = text});
        CHECK(ran.status == 0);
        CHECK(ran.err.starts_with("-:2:4: warning: 3 bytes make no characters in UTF-8"));
        const std::size_t told = ran.err.find("[charset.damaged]");
        REQUIRE(told != std::string::npos);
        CHECK(ran.err.find("[charset.damaged]", told + 1) == std::string::npos);
        Arguments quiet = arguments;
        quiet.push_back("-q");
        CHECK(run(quiet, {.input = text}).err.empty());
        CHECK(run(arguments, {.input = "ខ្មែរ\n"}).err.empty());
    }
}

TEST_CASE("nothing is put between the bytes of a letter that was cut off", "[cli][khmer]") {
    for (const char* const command : {"words", "breaks"}) {
        const auto ran = run({command}, {.input = "ខ្មែរ\xE1\x9Eខ្មែរ\xE1\x9E\n"});
        CHECK(without(ran.out, kZwsp) == "ខ្មែរ\xE1\x9Eខ្មែរ\xE1\x9E\n");
        CHECK(ran.out.find("\xE1" + kZwsp) == std::string::npos);
    }
}

TEST_CASE("what is passed over in a glossary is told with its file and line", "[cli]") {
    const testing::Folder folder;
    const auto names = folder.path / "names.csv";
    REQUIRE(subs::writeFileAtomically(names, "source,target\nVisal\nNeary,នារី\n").has_value());
    for (const char* const command : {"words", "breaks", "wrap"}) {
        const auto ran = run({command, "--glossary", names.string()}, {.input = "នារី\n"});
        CHECK(ran.status == 0);
        CHECK(ran.err.find("names.csv:2: warning: the row has no target; passed over "
                           "[glossary.no-target]") != std::string::npos);
    }
}
