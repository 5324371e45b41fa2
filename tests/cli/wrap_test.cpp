// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace testing;

namespace {

std::string srt(const std::string& text) {
    return "1\n00:00:01,000 --> 00:00:02,000\n" + text + "\n";
}

const std::string kLong = "I know the house, but I have never seen the old man";

}  // namespace

TEST_CASE("wrap breaks each line of standard input", "[cli][lines]") {
    const auto ran = run({"wrap", "--max-count", "42"}, {.input = kLong + "\r\nshort\n\nlast"});
    CHECK(ran.status == 0);
    CHECK(ran.out == "I know the house,\\Nbut I have never seen the old man\r\nshort\n\nlast");
    CHECK(run({"wrap", "--max-count", "42", "--separator", "|"}, {.input = "a|b\n"}).out ==
          "a b\n");
    CHECK(run({"wrap", "--max-count", "42", "--keep-breaks"}, {.input = "a\\Nb\n"}).out ==
          "a\\Nb\n");
    CHECK(run({"wrap"}).out.empty());
}

TEST_CASE("wrap keeps to the size of the video", "[cli][lines][fonts]") {
    const std::string text =
        "The old man said that he would not cross the river before the rain had stopped";
    const std::vector<std::string> command{"wrap", "--lines", "3"};
    const auto breaksAt = [&](const std::string& picture) {
        std::vector<std::string> with = command;
        if (!picture.empty()) with.insert(with.end(), {"--picture", picture});
        return run(with, {.input = text + "\n"}).out;
    };
    CHECK(breaksAt("1920x1080") == breaksAt(""));
    CHECK(breaksAt("1080x1920") != breaksAt(""));
    const auto bad = run({"wrap", "--picture", "wide"}, {.input = text});
    CHECK(bad.status == 2);
    CHECK(bad.err.find("\"wide\" is no size; one looks like 1920x1080") != std::string::npos);
    for (const char* const size : {"nan", "-nan", "inf", "0", "1e9", "x"})
        CHECK(run({"wrap", "--size", size}, {.input = text}).status == 2);
}

TEST_CASE("wrap keeps the names of a glossary whole", "[cli][lines][khmer]") {
    const Folder folder;
    put(folder.path / "names.txt", "លី សុភា\n");
    const std::string text = "បងប្អូនស្គាល់លី សុភាមកហើយ";  // 7 clusters, a space, 6
    const RunOptions options{.input = text + "\n", .folder = folder.path};
    const std::vector<std::string> command{"wrap", "--max-count", "10", "--unit", "clusters"};
    CHECK(run(command, options).out.find("លី\\Nសុភា") != std::string::npos);
    std::vector<std::string> withNames = command;
    withNames.insert(withNames.end(), {"--glossary", "names.txt"});
    const auto ran = run(withNames, options);
    CHECK(ran.status == 0);
    CHECK(ran.out.find("លី សុភា") != std::string::npos);
    withNames.back() = "nowhere.txt";
    const auto none = run(withNames, options);
    CHECK(none.status == 2);
    CHECK(none.err.find("nowhere.txt") != std::string::npos);
}

TEST_CASE("wrap leaves Khmer words to the author where asked", "[cli][lines][khmer]") {
    const RunOptions options{.input = "ខ្ញុំទៅ\u200Bផ្សារនៅព្រឹក\n"};
    const auto ran =
        run({"wrap", "--max-count", "6", "--unit", "clusters", "--engine", "author"}, options);
    CHECK(ran.out == "ខ្ញុំទៅ\u200B\\Nផ្សារនៅព្រឹក\n");
}

TEST_CASE("wrap keeps to the lines of a profile", "[cli][lines]") {
    CHECK(run({"wrap", "--profile", "netflix-en"}, {.input = kLong + "\n"}).out ==
          "I know the house,\\Nbut I have never seen the old man\n");
    const Folder folder;
    put(folder.path / "own.toml",
        "id = \"own\"\ntitle = \"Own\"\nsource = \"house\"\n[line]\nunit = \"graphemes\"\n"
        "max_count = 9\nmax_lines = 3\nbalance = \"even\"\n");
    const RunOptions options{.input = "aaaaaa bbbb cccc\n", .folder = folder.path};
    CHECK(run({"wrap", "--profile", "own.toml"}, options).out == "aaaaaa\\Nbbbb cccc\n");
    CHECK(run({"wrap", "--profile", "own.toml", "--max-count", "40"}, options).out ==
          "aaaaaa bbbb cccc\n");
    const auto ran = run({"wrap", "--profile", "netflx-en"}, {.input = kLong});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("netflix-en") != std::string::npos);
}

TEST_CASE("wrap measures Khmer by drawn width and never joins it with a space",
          "[cli][lines][khmer]") {
    const auto joined = run({"wrap"}, {.input = "ខ្ញុំទៅ\\Nផ្សារ\n"});
    CHECK(joined.out == "ខ្ញុំទៅផ្សារ\n");
    const auto narrow = run({"wrap", "--max-width", "3em"}, {.input = "ខ្ញុំទៅផ្សារ\n"});
    CHECK(narrow.out == "ខ្ញុំទៅ\\Nផ្សារ\n");
    const auto told = nlohmann::json::parse(
        run({"wrap", "--max-width", "3em", "--json"}, {.input = "ខ្ញុំទៅផ្សារ\n"}).out);
    CHECK(told["lines"][0]["lines"] == nlohmann::json::parse(R"(["ខ្ញុំទៅ","ផ្សារ"])"));
    CHECK(told["lines"][0]["fits"] == true);
}

TEST_CASE("a text that does not fit is told, and is status 1 unless never", "[cli][lines]") {
    const std::vector<std::string> arguments = {"wrap", "--max-count", "5"};
    const auto ran = run(arguments, {.input = "one\nincomprehensible\n"});
    CHECK(ran.status == 1);
    CHECK(ran.out == "one\nincomprehensible\n");
    CHECK(
        ran.err ==
        "-:2: warning: left as 1 line, which has 16 characters; 5 are allowed, and there is no place to break it [wrap.too-wide]\n");
    CHECK(run({"wrap", "--max-count", "5", "--fail-on", "never"}, {.input = "incomprehensible\n"})
              .status == 0);
}

TEST_CASE("wrap says where another font stands in, once a font", "[cli][lines]") {
    const std::vector<std::string> arguments = {"wrap", "--font", "No Such Font"};
    const auto ran = run(arguments, {.input = "one\ntwo\n"});
    CHECK(ran.status == 0);
    CHECK(ran.out == "one\ntwo\n");
    CHECK(ran.err.starts_with(
        "subs wrap: warning: there is no font \"No Such Font\"; measured in \""));
    CHECK(ran.err.ends_with(
        "which may be wider or narrower; install the font or name one that is there [font.stand-in]\n"));
    CHECK(std::ranges::count(ran.err, '\n') == 1);
    CHECK(run({"wrap", "--font", "No Such Font", "-q"}, {.input = "one\n"}).err.empty());
    for (const std::string there : {"noto sans", "NotoSans-Bold"})
        CHECK(run({"wrap", "--font", there}, {.input = "one\n"}).err.empty());
    CHECK(run({"wrap"}, {.input = "one\n"}).err.empty());
}

TEST_CASE("wrap and convert name the first cue of a file whose font is not there", "[cli][lines]") {
    const Folder folder;
    put(folder.path / "a.ass",
        "[Script Info]\nScriptType: v4.00+\nPlayResX: 1920\nPlayResY: 1080\n\n"
        "[V4+ Styles]\nFormat: Name, Fontname, Fontsize\nStyle: Default,Noto Sans,40\nStyle: Odd,No Such Font,40\n\n[Events]\n"
        "Format: Layer, Start, End, Style, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,Default,one\n"
        "Dialogue: 0,0:00:03.00,0:00:04.00,Odd,two\n"
        "Dialogue: 0,0:00:05.00,0:00:06.00,Odd,{\\b1}three\n"
        "Dialogue: 0,0:00:07.00,0:00:08.00,Default,{\\fnNone Such}four\n");
    put(folder.path / "b.srt", srt("one"));
    const RunOptions options{.folder = folder.path};
    const auto wrapped = run({"wrap", "a.ass", "-o", "w.ass"}, options);
    CHECK(wrapped.status == 0);
    CHECK(wrapped.err.starts_with("a.ass:14: warning: cue 2: there is no font \"No Such Font\"; "));
    CHECK(wrapped.err.find("\na.ass:16: warning: cue 4: there is no font \"None Such\"; ") !=
          std::string::npos);
    CHECK(std::ranges::count(wrapped.err, '\n') == 2);
    const auto converted = run({"convert", "--wrap", "a.ass", "-o", "c.ass", "--json"}, options);
    CHECK(converted.status == 0);
    const auto told = nlohmann::json::parse(converted.out);
    CHECK(told["diagnostics"].size() == 2);
    CHECK(told["diagnostics"][0]["code"] == "font.stand-in");
    CHECK(told["diagnostics"][0]["line"] == 14);
    const auto named = run(
        {"wrap", "--font", "No Such Font", "a.ass", "b.srt", "--out-dir", "done", "-j1"}, options);
    CHECK(named.status == 0);
    CHECK(named.err.find("a.ass: warning: there is no font \"No Such Font\"; ") !=
          std::string::npos);
    CHECK(named.err.find("b.srt: warning: there is no font \"No Such Font\"; ") !=
          std::string::npos);
    // Where no line is measured no font is missed.
    CHECK(run({"wrap", "--max-count", "40", "a.ass", "-o", "n.ass"}, options).err.empty());
    CHECK(run({"convert", "a.ass", "-o", "x.ass"}, options).err.empty());
}

TEST_CASE("what is no language tag and an empty separator are refused, with the nearest tag",
          "[cli][lines]") {
    for (const std::string command : {"wrap", "words", "breaks"}) {
        CAPTURE(command);
        const auto ran = run({command, "--lang", "not_a_tag!!"}, {.input = "one\n"});
        CHECK(ran.status == 2);
        CHECK(ran.err.find("\"not_a_tag!!\" is no language tag") != std::string::npos);
        CHECK(run({command, "--lang", "khmer"}).err.find("the nearest is km") != std::string::npos);
        CHECK(run({command, "--lang", "km_KH"}).err.find("the nearest is km-KH") !=
              std::string::npos);
        CHECK(run({command, "--lang", "km-KH"}, {.input = "one\n"}).status == 0);
        const auto empty = run({command, "--separator", ""}, {.input = "one\n"});
        CHECK(empty.status == 2);
        CHECK(empty.err.find("--separator") != std::string::npos);
    }
    CHECK(run({"count", "--lang", "not_a_tag!!"}).status == 2);
    CHECK(run({"convert", "--language", "not_a_tag!!", "-", "-o", "-"}).status == 2);
}

TEST_CASE("wrap breaks the cues of files", "[cli][lines]") {
    const Folder folder;
    put(folder.path / "a.srt", srt(kLong));
    put(folder.path / "b.srt", srt("incomprehensible\nthings"));
    const auto one =
        run({"wrap", "--max-count", "42", "a.srt", "-o", "out.srt"}, {.folder = folder.path});
    CHECK(one.status == 0);
    CHECK(get(folder.path / "out.srt") ==
          srt("I know the house,\nbut I have never seen the old man"));
    const auto many =
        run({"wrap", "--max-count", "12", "b.srt", "a.srt", "--out-dir", "done", "--lines", "2"},
            {.folder = folder.path});
    CHECK(many.status == 1);
    CHECK(get(folder.path / "done/b.srt") == srt("incomprehensible\nthings"));
    CHECK(many.err.starts_with(
        "b.srt:1: warning: cue 1: left as 2 lines, the widest of which has 16 characters; 12 are allowed in 2 lines [wrap.too-wide]\n"));
    CHECK(run({"wrap", "-", "-o", "-", "--max-count", "42"}, {.input = srt("a\nb")}).out ==
          srt("a b"));
}

TEST_CASE("a file whose lines are right keeps its bytes", "[cli][lines]") {
    const std::string odd = "1\n00:00:01,000  -->  00:00:02,000\nOne line.\n\n\n";
    CHECK(run({"wrap", "-", "-o", "-"}, {.input = odd}).out == odd);
}

TEST_CASE("convert wraps and handles U+200B on request, and reports what it strips",
          "[cli][lines][khmer]") {
    CHECK(run({"convert", "-", "-o", "-", "-t", "srt", "--wrap"}, {.input = srt("a\nb")}).out ==
          srt("a b"));
    const auto stripped =
        run({"convert", "-", "-o", "-", "-t", "srt", "--zwsp", "strip", "--fail-on", "dropped"},
            {.input = srt("ភា\u200Bសា\u200Bខ្មែរ\nក")});
    CHECK(stripped.out == srt("ភាសាខ្មែរ\nក"));
    CHECK(stripped.status == 1);
    CHECK(stripped.err.find("zero-width-space is dropped twice") != std::string::npos);
    CHECK(run({"convert", "-", "-o", "-", "-t", "srt", "--zwsp", "insert"},
              {.input = srt("ខ្ញុំទៅផ្សារ")})
              .out == srt("ខ្ញុំ\u200Bទៅ\u200Bផ្សារ"));
}

TEST_CASE("wrap refuses what is no width and outputs without input", "[cli][lines]") {
    CHECK(run({"wrap", "--max-width", "90"}).status == 2);
    CHECK(run({"wrap", "--max-width", "0%"}).status == 2);
    CHECK(run({"wrap", "--max-count", "9", "--max-width", "90%"}).status == 2);
    CHECK(run({"wrap", "--lines", "4"}).status == 2);
    CHECK(run({"wrap", "-o", "x.srt"}).status == 2);
    CHECK(run({"wrap", "x.srt"}).status == 2);
}
