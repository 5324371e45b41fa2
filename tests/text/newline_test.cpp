// SPDX-License-Identifier: MIT
#include <subs/text/newline.h>

#include "catch.h"

#include <random>
#include <string>
#include <vector>

using subs::LineReader;
using subs::Newline;

namespace {

std::vector<std::string> linesOf(std::string_view text) {
    std::vector<std::string> lines;
    for (LineReader reader(text); reader.next();)
        lines.emplace_back(reader.line());
    return lines;
}

}  // namespace

TEST_CASE("LF, CR LF and CR all end a line", "[text][newline]") {
    CHECK(linesOf("a\nb\r\nc\rd") == std::vector<std::string>{"a", "b", "c", "d"});
    CHECK(linesOf("a\n\n") == std::vector<std::string>{"a", ""});
    CHECK(linesOf("\r\r\n") == std::vector<std::string>{"", ""});
    CHECK(linesOf("").empty());
    CHECK(linesOf("a line that is longer than eight bytes\nx") ==
          std::vector<std::string>{"a line that is longer than eight bytes", "x"});
}

TEST_CASE("a line reader knows where its lines are", "[text][newline]") {
    LineReader lines("ab\r\ncd");
    REQUIRE(lines.next());
    CHECK(lines.number() == 1);
    CHECK(lines.end() == 2);
    CHECK(lines.nextBegin() == 4);
    REQUIRE(lines.next());
    CHECK(lines.begin() == 4);
    CHECK(lines.number() == 2);
    CHECK(lines.nextBegin() == 6);
    CHECK_FALSE(lines.next());
}

TEST_CASE("the newline of most lines is dominant, the first on a tie", "[text][newline]") {
    CHECK(subs::dominantNewline("") == Newline::Lf);
    CHECK(subs::dominantNewline("no end") == Newline::Lf);
    CHECK(subs::dominantNewline("a\r\nb\r\nc\n") == Newline::CrLf);
    CHECK(subs::dominantNewline("a\rb\nc") == Newline::Cr);
    CHECK(subs::dominantNewline("a\nb\rc\r") == Newline::Cr);
}

TEST_CASE("line ends of two kinds are mixed", "[text][newline]") {
    CHECK(subs::hasMixedNewlines("a\r\nb\n"));
    CHECK_FALSE(subs::hasMixedNewlines("a\r\nb\r\n"));
    CHECK_FALSE(subs::hasMixedNewlines("a"));
}

TEST_CASE("the first line that ends in another way is told", "[text][newline]") {
    CHECK(subs::firstOddLine("") == 0);
    CHECK(subs::firstOddLine("a\n\nb") == 0);
    CHECK(subs::firstOddLine("a\r\n\r\nb") == 0);
    CHECK(subs::firstOddLine("a\r\rb") == 0);
    CHECK(subs::firstOddLine("a\r\n\r\nb\nc\r") == 3);
    CHECK(subs::firstOddLine("a\n\r\nb") == 2);
    CHECK(subs::firstOddLine("a\rb\r\n") == 2);
}

TEST_CASE("line ends are made one kind without losing a line", "[text][newline]") {
    CHECK(subs::withNewlines("a\rb\r\nc\n\nd", Newline::CrLf) == "a\r\nb\r\nc\r\n\r\nd");
    CHECK(subs::withNewlines("a\r\n", Newline::Lf) == "a\n");
}

TEST_CASE("newlines have names", "[text][newline]") {
    CHECK(subs::nameOf(Newline::Lf) == "lf");
    CHECK(subs::nameOf(Newline::CrLf) == "crlf");
    CHECK(subs::nameOf(Newline::Cr) == "cr");
}

TEST_CASE("lines and their ends make up the text", "[text][newline][property]") {
    std::mt19937 random(3);
    constexpr std::string_view kLetters = "ab\r\n\r\n\n\x8A\x8D";
    for (int i = 0; i < 5000; ++i) {
        std::string text;
        for (auto n = random() % 40; n > 0; --n)
            text += kLetters[random() % kLetters.size()];
        std::string again;
        for (LineReader lines(text); lines.next();) {
            REQUIRE(lines.line().find_first_of("\r\n") == std::string_view::npos);
            again += text.substr(lines.begin(), lines.nextBegin() - lines.begin());
        }
        REQUIRE(again == text);
    }
}
