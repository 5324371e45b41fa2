// SPDX-License-Identifier: MIT
#include <subs/text/newline.h>

#include "catch.h"
#include "format/read.h"
#include "format/srt/regular_body.h"
#include "golden/golden_case.h"

#include <string>
#include <string_view>
#include <vector>

using namespace subs;
using srt::regularBodyAt;

namespace {

/// Line ends of CR LF are never gone over at once, so that they are read line by line.
void checkAsLineByLine(std::string_view text) {
    const Parsed lf = testing::parsed("srt", withNewlines(text, Newline::Lf));
    const Parsed crlf = testing::parsed("srt", withNewlines(text, Newline::CrLf));
    CHECK(lf.diagnostics == crlf.diagnostics);
    REQUIRE(lf.document.cues.size() == crlf.document.cues.size());
    for (std::size_t i = 0; i < lf.document.cues.size(); ++i)
        CHECK(lf.document.cues[i] == crlf.document.cues[i]);
}

const std::string kTimes = "00:00:01,000 --> 00:00:02,000\n";

}  // namespace

TEST_CASE("lines of text up to a blank one are gone over at once", "[srt]") {
    const auto body = regularBodyAt("1\nWhere is\nthe boat?\n\n2\n", 2);
    REQUIRE(body);
    CHECK(body->end == 21);
    CHECK(body->next == 22);
    CHECK(body->lines == 3);
    CHECK(regularBodyAt("ទន្លេ\n\n", 0)->end == 16);
}

TEST_CASE("text that may be more than text is not gone over at once", "[srt]") {
    for (const std::string_view text : {"",
                                        "\n",
                                        "\n\n",
                                        "a",
                                        "a\n",
                                        "a\nb",
                                        "a\nb\n",
                                        "<i>a</i>\n\n",
                                        "a {b}\n\n",
                                        "a\r\n\r\n",
                                        "a\rb\n\n",
                                        " a\n\n",
                                        "\ta\n\n",
                                        "\xEF\xBB\xBF"
                                        "a\n\n",
                                        "a\n b\n\n",
                                        "3 boats\n\n",
                                        "a\n00:00:01,000 --> 00:00:02,000\n\n",
                                        "-00:00:01,000 --> 00:00:02,000\n\n",
                                        "a\n \n\n"}) {
        CAPTURE(text);
        CHECK_FALSE(regularBodyAt(text, 0));
    }
    CHECK_FALSE(regularBodyAt("a\n\n", 3));
}

TEST_CASE("SubRip that is gone over at once is read as it is line by line", "[srt]") {
    const std::string cue = "1\n" + kTimes + "Where is\nthe boat?\n\n";
    const std::string next = "2\n" + kTimes + "Here.\n";
    const std::vector<std::string> betweens = {"",
                                               "\n\n\n",
                                               "a line more\n\n",
                                               "7\n",
                                               "7\n\n",
                                               "2\n\n",
                                               "word\n",
                                               "00:0x:01,000 --> 00:00:02,000\nbad\n\n",
                                               "3\n00:00:09\n\n",
                                               "12 boats\n\nmore\n\n"};
    for (const std::string& between : betweens) {
        CAPTURE(between);
        checkAsLineByLine(cue + between + next);
        checkAsLineByLine(cue + between + kTimes + "No number.\n\n" + next);
        checkAsLineByLine(cue + between);
        checkAsLineByLine("stray\n\n" + cue + between + cue);
    }
    checkAsLineByLine(cue + "2\n" + kTimes + "\n3\n" + kTimes + "\n\n4\n" + kTimes + "a\n\n");
    checkAsLineByLine(cue + cue + "3\n00:00:0");
    checkAsLineByLine(cue + cue + "3\n00:00:05,000 --> 00:0");
}

TEST_CASE("golden SubRip files are read alike with LF and with CR LF", "[golden][srt]") {
    for (const testing::GoldenCase& golden : testing::goldenCases("srt")) {
        CAPTURE(golden.name);
        const std::string bytes = testing::bytesOf(golden.file);
        checkAsLineByLine(bytes);
        for (std::size_t cut = 1; cut < bytes.size() && cut < 2000; cut += 41)
            checkAsLineByLine(bytes.substr(0, cut));
    }
}
