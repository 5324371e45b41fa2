// SPDX-License-Identifier: MIT

#include "format/ass_file.h"

using namespace subs;
using namespace testing;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i)
        out += text;
    return out;
}

/// Compared without being printed. The U+200B that parts a backslash from what it would escape is
/// allowed, and so is a U+FFFD for a NUL.
bool isSame(std::string written, std::string text) {
    if (written == text) return true;
    for (std::size_t at = text.find('\0'); at != std::string::npos; at = text.find('\0', at))
        text.replace(at, 1, "\uFFFD");
    constexpr std::string_view kParted = "\\\u200B";
    for (std::size_t at = written.find(kParted); at != std::string::npos;
         at = written.find(kParted, at))
        written.erase(++at, kParted.size() - 1);
    return written == text;
}

/// Read, written as it was, and written anew: all of it comes back.
void survives(const std::string& file) {
    const Document document = readAss(file);
    CHECK(isSame(written(assFormat(), document), file));
    Document copy = document;
    for (Cue& cue : copy.cues)
        cue.text.plain += "x";
    const Document edited = readAss(written(assFormat(), copy));
    CHECK(edited.cues.size() == document.cues.size());
    const Document anew = readAss(written(assFormat(), detached(document)));
    REQUIRE(anew.cues.size() == document.cues.size());
    for (std::size_t i = 0; i < anew.cues.size(); ++i)
        CHECK(isSame(anew.cues[i].text.plain, document.cues[i].text.plain));
    assFormat().plan(document, {});
    ssaFormat().plan(document, {});
}

}  // namespace

TEST_CASE("100000 characters in a cue are read", "[format][ass]") {
    const std::string text = repeated("ខ្មែរ ", 12000);
    CHECK(readAss(fileWithText(text)).cues.at(0).text.plain == text);
    survives(fileWithText(text));
}

TEST_CASE("20000 braces of every sort are read in linear time", "[format][ass]") {
    for (const std::string_view part : {"{",
                                        "}",
                                        "{}",
                                        "{\\b1}",
                                        "{\\b1}a{\\b0}",
                                        "{\\p1}",
                                        "{\\t(",
                                        "\\{",
                                        "{a",
                                        "{\\c&H1&}a",
                                        "{\\r}a",
                                        "{\\k1}a",
                                        "{{\\",
                                        "\\",
                                        "{\\p1}{a}",
                                        "(",
                                        "{\\fs}"}) {
        INFO(part);
        survives(fileWithText(repeated(part, 20000)));
        survives(fileWithText("{\\p1}" + repeated(part, 20000)));
        survives(fileWithText(repeated(part, 20000) + "}"));
    }
}

TEST_CASE("numbers of any length are read", "[format][ass]") {
    const std::string digits = repeated("9", 100000);
    survives(fileWith("Dialogue: " + digits + "," + digits + ":" + digits + ":" + digits + "." +
                      digits + ",0:00:01." + digits + ",Default,," + digits + ",-" + digits +
                      ",0,,{\\b" + digits + "}{\\fs" + digits + "}{\\c&H" + digits + "&}{\\an" +
                      digits + "}a\n"));
    survives(with(fileWithText("a"), "1920", digits));
    survives(with(
        fileWithText("a"), "Arial,48,&H00FFFFFF", "Arial," + digits + "." + digits + "," + digits));
}

TEST_CASE("NULs, empty files and files of one byte are read", "[format][ass]") {
    survives(fileWithText(std::string("a\0b{\\\0}c", 8)));
    survives("");
    for (int byte = 0; byte < 256; ++byte)
        survives(std::string(1, static_cast<char>(byte)));
    survives("[");
    survives("[Events]");
    survives("[Events]\nDialogue:");
    survives("[Events]\nFormat:\nDialogue:,,,,,\nFormat: Text\nDialogue: ,");
    survives("[Script Info]\n[Events]\n[V4+ Styles]\nStyle:\nStyle: ,\nFormat: Name\nStyle: x");
}

TEST_CASE("a file that is cut anywhere is read and written back", "[format][ass]") {
    const std::string file =
        fileWith(
            "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\an8}a\\Nb{\\p1}m 0 0{\\p0}\n") +
        "[Fonts]\nfontname: x\n#!!!\n";
    for (std::size_t length = 0; length <= file.size(); ++length)
        survives(file.substr(0, length));
}

TEST_CASE("bytes that are no UTF-8 are kept", "[format][ass]") {
    survives(
        fileWithText("a\xFF\xE1\x9E"
                     "b"));
    survives("\xEF\xBB\xBF[Script Info]\n");
}

TEST_CASE("a thousand columns and a thousand sections are read", "[format][ass]") {
    survives("[Events]\nFormat: " + repeated("X,", 1000) +
             "Start,End,Text\nDialogue: " + repeated(",", 1000) + "0:00:01.00,0:00:02.00,a\n");
    survives(repeated(
        "[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,a\n[X]\n", 1000));
}
