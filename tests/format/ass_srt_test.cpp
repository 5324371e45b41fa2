// SPDX-License-Identifier: MIT
#include "catch.h"
#include "format/read.h"

using namespace testing;

namespace {

/// SubRip as it is after a way through `format`.
std::string through(std::string_view format, const std::string& srt) {
    const std::string text = written(documentOf("srt", srt), format);
    return written(documentOf(format, text), "srt") +
           "\n";  // A new file has no blank line at its end.
}

std::string cue(int number, std::string_view text) {
    const std::string second = std::to_string(number);
    return second + "\n00:00:0" + second + ",000 --> 00:00:0" + second + ",900\n" +
           std::string(text) + "\n\n";
}

}  // namespace

TEST_CASE("what subrip and ass both hold comes back from ass as it was", "[format][ass]") {
    const std::string srt = cue(1, "Where is the boat?\nBy the pier.") +
                            cue(2, "<i>A song</i> and <b>shouting</b>") +
                            cue(3, "<font color=\"#33CC99\">green</font> only") +
                            cue(4, "{\\an8}At the top") + cue(5, "{sighs} No. x < y & z") +
                            cue(6, "តើអ្នកទៅណា?\nទៅផ្ទះ។") + cue(7, "10\xC2\xA0km <u>on</u>");
    CHECK(through("ass", srt) == srt);
    CHECK(through("ssa", srt) == srt);
}

TEST_CASE("subrip and ass agree on the order and number of cues of equal times", "[format][ass]") {
    const std::string srt =
        "1\n00:00:01,000 --> 00:00:02,000\nខ្មែរ\n\n2\n00:00:01,000 --> 00:00:02,000\nEnglish\n\n";
    CHECK(through("ass", srt) == srt);
}

TEST_CASE("trap 36: an alignment of the style reaches subrip", "[format][ass]") {
    const std::string ass =
        "[Script Info]\nPlayResX: 640\nPlayResY: 480\n[V4+ Styles]\nFormat: Name, Alignment\nStyle: Top,8\n[Events]\n"
        "Format: Start, End, Style, Text\nDialogue: 0:00:01.00,0:00:02.00,Top,up\n";
    CHECK(written(documentOf("ass", ass), "srt").find("{\\an8}up") != std::string::npos);
}

TEST_CASE("traps 28 to 32: what is not text does not become text in subrip", "[format][ass]") {
    const std::string ass =
        "[Script Info]\nPlayResX: 640\nPlayResY: 480\n[Events]\nFormat: Start, End, Text\n"
        "Dialogue: 0:00:01.00,0:00:02.00,Wait {check name} here\n"
        "Dialogue: 0:00:03.00,0:00:04.00,{\\p1}m 5 5 l 60 5{\\p0}{\\k30}so{\\kf40}la{\\pos(1,2)\\t(\\fscx50)}ti\n"
        "Dialogue: 0:00:05.00,0:00:06.00,10\\hkm\n";
    const subs::Document document = documentOf("ass", ass);
    const std::string srt = written(document, "srt");
    CHECK(srt.find("Wait  here\n") != std::string::npos);
    CHECK(srt.find("solati\n") != std::string::npos);
    CHECK(srt.find("10\xC2\xA0km\n") != std::string::npos);
    CHECK_FALSE(subs::formatNamed("srt")->plan(document, {}).empty());
}
