// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"

#include <nlohmann/json.hpp>

#include <string>

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

TEST_CASE("the pieces of a line are told as JSON", "[cli]") {
    const auto told =
        nlohmann::json::parse(run({"breaks", "--json"}, {.input = "one two\n\n"}).out);
    CHECK(told["lines"] == nlohmann::json::parse(R"([["one ","two"],[]])"));
}
