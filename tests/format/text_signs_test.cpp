// SPDX-License-Identifier: MIT
#include "format/text_signs.h"

#include <subs/format/registry.h>
#include <subs/text/charset.h>

#include "catch.h"
#include "golden/golden_case.h"

#include <string>
#include <string_view>
#include <vector>

using namespace subs;

namespace {

bool isLikely(std::string_view format, std::string_view text) {
    return mayBe(*formatNamed(format), TextSigns(text));
}

/// The formats that `text` may be in by its signs and that look for lines of their own.
std::vector<std::string_view> likely(std::string_view text) {
    std::vector<std::string_view> found;
    for (const std::string_view format : {"ass",
                                          "ssa",
                                          "microdvd",
                                          "subviewer",
                                          "subviewer1",
                                          "mpl2",
                                          "tmplayer",
                                          "lrc",
                                          "sbv",
                                          "scc"})
        if (isLikely(format, text)) found.push_back(format);
    return found;
}

using Names = std::vector<std::string_view>;

/// What is passed over must have nothing to say.
void checkSigns(std::string_view text) {
    const TextSigns signs(text);
    for (const Format* format : formats()) {
        if (mayBe(*format, signs)) continue;
        CAPTURE(format->info().id);
        CHECK(format->probe(text).score == 0);
    }
}

std::string textOf(const testing::GoldenCase& golden) {
    auto decoded = decodeText(testing::bytesOf(golden.file), {});
    return decoded ? decoded->text : testing::bytesOf(golden.file);
}

}  // namespace

TEST_CASE("the signs of a usual SubRip file leave no other format of lines",
          "[registry][recognise]") {
    CHECK(likely("1\n00:00:01,000 --> 00:00:02,000\nWhere is the boat?\n\n"
                 "2\n00:00:02,500 --> 00:00:04,000\n[music]\n{\\an8}<i>Here.</i>\n\n"
                 "3\n00:00:05,000 --> 00:00:06,000\n10 boats\n- 3 of them\n")
              .empty());
    CHECK(likely("1\r\n00:00:01,000 --> 00:00:02,000\r\nយើងទៅទន្លេ\r\n\r\n").empty());
    CHECK(likely("\n\n  \n").empty());
}

TEST_CASE("the signs of a format's own lines are found wherever a line begins",
          "[registry][recognise]") {
    for (const std::string_view before : {"", "\n", "a line\r\n", "a line\r", " \t", "0:00\n"}) {
        CAPTURE(before);
        const auto in = [&](std::string_view text) {
            return likely(std::string(before).append(text));
        };
        CHECK(in("[Script Info]\n") == Names{"ass", "ssa"});
        CHECK(in("[v4+ styles]\n") == Names{"ass", "ssa"});
        CHECK(in("[EVENTS]") == Names{"ass", "ssa"});
        CHECK(in("{10}{20}boat") == Names{"microdvd"});
        CHECK(in("[10][20]boat") == Names{"subviewer1", "mpl2", "lrc"});
        CHECK(in("[00:01.00]boat") == Names{"subviewer1", "mpl2", "lrc"});
        CHECK(in("00:00:01.00,00:00:02.00\nboat") == Names{"subviewer", "scc"});
        CHECK(in("0:00:01.000,0:00:02.000\nboat") == Names{"subviewer", "sbv"});
        CHECK(in("00:00:01=boat") == Names{"tmplayer"});
        CHECK(in("00:00:01,1:boat") == Names{"tmplayer"});
        CHECK(in("00:00:01:boat") == Names{"tmplayer", "scc"});
        CHECK(in("00:00:01:07\t9420 9420") == Names{"tmplayer", "scc"});
        CHECK(in("00:00:01;07\t9420 9420") == Names{"scc"});
    }
    CHECK(likely("[INFORMATION]\n0:00:01,0:00:02\nboat") == Names{"subviewer", "tmplayer"});
    CHECK(likely("Scenarist_SCC V1.0") == Names{"scc"});
}

TEST_CASE("signs are looked for as far as lines with times are", "[registry][recognise]") {
    const std::string far(kProbedForLines - 10, '\n');
    CHECK(isLikely("microdvd", far + "{1}{2}boat"));
    CHECK_FALSE(isLikely("microdvd", far + std::string(10, '\n') + "{1}{2}boat"));
}

TEST_CASE("a text with more kinds of clocks than are counted may be any format with clocks",
          "[registry][recognise]") {
    std::string text;
    for (char sign = '!'; sign < '0'; ++sign)
        for (const char* const digits : {"", "1", "12", "123"})
            text += std::string("0:00") + sign + digits + '\n';
    CHECK(likely(text) == Names{"subviewer", "tmplayer", "sbv", "scc"});
}

TEST_CASE("no golden file has anything for a format that its signs rule out",
          "[golden][recognise]") {
    std::string before;
    for (const testing::GoldenCase& golden : testing::goldenCases()) {
        CAPTURE(golden.name);
        const std::string text = textOf(golden);
        checkSigns(text);
        // Beginnings, and two files in one.
        for (std::size_t cut = 1; cut < text.size() && cut < 1200; cut += 61)
            checkSigns(text.substr(0, cut));
        checkSigns(before + text);
        before = text.substr(0, 1 << 14);
    }
}
