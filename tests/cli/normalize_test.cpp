// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

using nlohmann::json;
using testing::get;
using testing::put;
using testing::Ran;
using testing::run;

namespace {

const std::string kHead = "1\n00:00:01,000 --> 00:00:04,000\n";
// The second cue has odd spacing and a kept mistake in its number, which must stay.
const std::string kRest =
    "\n\n 7\r\n00:00:05,000  -->  00:00:08,000\r\n<i>Hello,</i> \xE1\x9E\x81\xE1\x9F\x92\xE1\x9E\x89\xE1\x9E\xBB\xE1\x9F\x86\r\n\r\n";
const std::string kWrong = kHead + "<b>ខែ្មរ</b>\nលេាក" + kRest;
const std::string kRight = kHead + "<b>ខ្មែរ</b>\nលោក" + kRest;
const std::string kUndecided = kHead + "ក្ ខ" + kRest;

std::string ass(const std::string& text) {
    return "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
           "Dialogue: 0,0:00:01.00,0:00:02.00,Default,លេាក,0,0,0,," +
           text + "\n";
}

}  // namespace

TEST_CASE("text is put right line by line", "[cli][khmer]") {
    const std::string text = "ខែ្មរ\r\n\nលេាក a\u0301\n\xFF ក្\u200B\nស្ដ្រី";
    const Ran ran = run({"normalize"}, {.input = text});
    CHECK(ran.status == 0);
    CHECK(ran.err.starts_with("-:4:1: warning: 1 byte makes no characters in UTF-8"));
    CHECK(std::ranges::count(ran.err, '\n') == 1);
    CHECK(ran.out == "ខ្មែរ\r\n\nលោក a\u0301\n\xFF ក្\nស្ដ្រី");
    CHECK(run({"normalize"}, {.input = ran.out}).out == ran.out);
    CHECK(run({"normalize", "--fold-coeng-da"}, {.input = "ម្ដង\n"}).out == "ម្តង\n");
    CHECK(run({"normalize"}, {.input = "៣្។\n"}).out == "៣្។\n");
    CHECK(run({"normalize", "--policy", "full"}, {.input = "៣្។\n"}).out == "\u19E3\n");
    CHECK(run({"normalize"}, {.input = "\uFEFFលេាក"}).out == "\uFEFFលោក");
    CHECK(run({"normalize"}).out.empty());
    std::string lines;
    std::string right;
    for (int i = 0; i < 20000; ++i) {
        lines += "លេាក\n";
        right += "លោក\n";
    }
    CHECK(run({"normalize"}, {.input = lines}).out == right);
}

TEST_CASE("text is checked with line and column", "[cli][khmer]") {
    const Ran ran = run({"normalize", "--check"}, {.input = "ខ្មែរ\nab ខែ្មរ\nក្\n"});
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err ==
          "-:2:7: warning: the signs of a syllable are out of order [khmer.sign-order]\n"
          "-:3:4: warning: U+17D2 has no letter after it; a person has to put it right "
          "[khmer.dangling-coeng]\n");
    CHECK(run({"normalize", "--check"}, {.input = "ខ្មែរ\n"}).status == 0);
    const json told = json::parse(run({"normalize", "--check", "--json"}, {.input = "ខែ្មរ"}).out);
    CHECK(told["issues"].size() == 1);
    CHECK(told["issues"][0]["code"] == "khmer.sign-order");
    CHECK(told["issues"][0]["fix"] == "safe");
    CHECK(told["issues"][0]["text"] == "ែ្ម");
    const json lines = json::parse(run({"normalize", "--json"}, {.input = "ខែ្មរ\nក្\n"}).out);
    CHECK(lines["lines"] == json::parse(R"(["ខ្មែរ", "ក្"])"));
    CHECK(lines["issues"][0]["code"] == "khmer.dangling-coeng");
    CHECK(lines["issues"][0]["fix"].is_null());
}

TEST_CASE("a subtitle file is put right in its own format and nothing else of it changes",
          "[cli][khmer]") {
    const testing::Folder folder;
    put(folder.path / "ខ្មែរ a.srt", kWrong);
    put(folder.path / "right.srt", kRight);
    const Ran ran = run({"normalize", "ខ្មែរ a.srt", "-o", "out.srt"}, {.folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(ran.err.empty());
    CHECK(get(folder.path / "out.srt") == kRight);
    CHECK(run({"normalize", "right.srt", "-o", "-"}, {.folder = folder.path}).out == kRight);
    CHECK(run({"normalize", "-", "-o", "-"}, {.input = kWrong}).out == kRight);
    // In ASS tags stay with their words, and a name is no text.
    put(folder.path / "a.ass", ass("{\\k10}ខែ្ម{\\k20}រ\\Nលេាក"));
    CHECK(run({"normalize", "a.ass", "-o", "-"}, {.folder = folder.path}).out ==
          ass("{\\k10}ខ្មែ{\\k20}រ\\Nលោក"));
}

TEST_CASE("many files go into a folder, and what is there is replaced only when asked",
          "[cli][khmer]") {
    const testing::Folder folder;
    put(folder.path / "in/a.srt", kWrong);
    put(folder.path / "in/deep/b.srt", kRight);
    const auto again = [&](std::vector<std::string> more) {
        std::vector<std::string> arguments = {"normalize", "--recursive", "in", "--out-dir", "out"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments, {.folder = folder.path});
    };
    CHECK(again({}).status == 0);
    CHECK(get(folder.path / "out/a.srt") == kRight);
    CHECK(get(folder.path / "out/deep/b.srt") == kRight);
    const Ran refused = again({});
    CHECK(refused.status == 2);
    CHECK(refused.err.find("--overwrite") != std::string::npos);
    CHECK(again({"--overwrite"}).status == 0);
    const Ran told = again({"--overwrite", "--json"});
    const json first = json::parse(told.out.substr(0, told.out.find('\n')));
    CHECK(first["input"] == "in/a.srt");
    CHECK(first["output"] == "out/a.srt");
    CHECK(first["cues"] == 2);
    CHECK(first["changed_cues"] == 1);
}

TEST_CASE("a check names file, line, column and cue and writes nothing", "[cli][khmer]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", kWrong);
    put(folder.path / "right.srt", kRight);
    put(folder.path / "a.ass", ass("{\\i1}abc{\\i0} ខែ្មរ"));
    const Ran ran = run({"normalize", "--check", "a.srt", "right.srt"}, {.folder = folder.path});
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err ==
          "a.srt:3:7: warning: cue 1: the signs of a syllable are out of order "
          "[khmer.sign-order]\n"
          "a.srt:4:4: warning: cue 1: a vowel is written in two parts [khmer.split-vowel]\n");
    const Ran named = run({"normalize", "--check", "a.ass"}, {.folder = folder.path});
    // "Dialogue: 0,0:00:01.00,0:00:02.00,Default,", a name of 12 bytes, "0,0,0,,", tags.
    CHECK(named.err.find("a.ass:6:80: warning: cue 1: the signs") != std::string::npos);
    const json told =
        json::parse(run({"normalize", "--check", "--json", "a.srt"}, {.folder = folder.path}).out);
    CHECK(told["input"] == "a.srt");
    CHECK(told["output"].is_null());
    REQUIRE(told["issues"].size() == 2);
    CHECK(told["issues"][0]["line"] == 3);
    CHECK(told["issues"][0]["column"] == 7);
    CHECK(told["issues"][0]["cue"] == 1);
    CHECK(run({"normalize", "--check", "a.srt", "--report-file", "r.txt"}, {.folder = folder.path})
              .err.empty());
    CHECK(get(folder.path / "r.txt") == ran.err);
    CHECK(run({"normalize", "--check", "right.srt"}, {.folder = folder.path}).status == 0);
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path), {}) == 4);
}

TEST_CASE("what has no right answer is told and stays", "[cli][khmer]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", kUndecided);
    const Ran ran = run({"normalize", "a.srt", "-o", "-"}, {.folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(ran.out == kUndecided);
    CHECK(ran.err.find("a.srt:3:4: warning: cue 1: U+17D2") != std::string::npos);
    CHECK(run({"normalize", "-q", "a.srt", "-o", "-"}, {.folder = folder.path}).err.empty());
}

TEST_CASE("what cannot be done is said", "[cli][khmer]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", kWrong);
    const auto statusOf = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "normalize");
        return run(arguments, {.folder = folder.path}).status;
    };
    CHECK(statusOf({"a.srt"}) == 2);
    CHECK(statusOf({"-o", "x.srt"}) == 2);
    CHECK(statusOf({"a.srt", "--check", "-o", "x.srt"}) == 2);
    CHECK(statusOf({"a.srt", "--json", "-o", "-"}) == 2);
    CHECK(statusOf({"a.srt", "-o", "-", "--policy", "fulll"}) == 2);
    CHECK(statusOf({"none.srt", "--check"}) == 2);
    CHECK(statusOf({"a.srt", "-o", "a.srt"}) == 2);
    CHECK(get(folder.path / "a.srt") == kWrong);
}

TEST_CASE("a conversion can put Khmer right on the way", "[cli][khmer]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", kWrong);
    CHECK(run({"convert", "a.srt", "-o", "-"}, {.folder = folder.path}).out == kWrong);
    CHECK(run({"convert", "--normalize", "a.srt", "-o", "-"}, {.folder = folder.path}).out ==
          kRight);
    CHECK(run({"convert", "--normalize", "-t", "ass", "a.srt", "-o", "b.ass"},
              {.folder = folder.path})
              .status == 0);
    CHECK(get(folder.path / "b.ass").find("{\\b1}ខ្មែរ{\\b0}\\Nលោក") != std::string::npos);
}

TEST_CASE("marks are written as asked, and otherwise stay", "[cli][khmer]") {
    const auto asked = [](std::vector<std::string> options, const std::string& text) {
        options.insert(options.begin(), "normalize");
        return run(options, {.input = text}).out;
    };
    const std::string text = "ទៅ «មក»... 10 A320 1,234.5 ផ្សេង ៗ ។ខ\n";
    CHECK(asked({}, text) == text);
    CHECK(asked({"--digits", "khmer"}, text) == "ទៅ «មក»... ១០ A320 ១,២៣៤.៥ ផ្សេង ៗ ។ខ\n");
    CHECK(asked({"--digits", "latin"}, "២០២៤ 2០") == "2024 20");
    CHECK(asked({"--number-marks", "khmer"}, text) == "ទៅ «មក»... 10 A320 1.234,5 ផ្សេង ៗ ។ខ\n");
    CHECK(asked({"--quotes", "curly"}, "«ក “ខ”»") == "“ក ‘ខ’”");
    CHECK(asked({"--quotes", "guillemets"}, "\"ក\"\n“ខ\n") == "«ក»\n«ខ\n");
    CHECK(asked({"--quotes", "straight"}, "“ក”") == "\"ក\"");
    CHECK(asked({"--ellipsis", "character"}, "ទៅ...") == "ទៅ…");
    CHECK(asked({"--ellipsis", "dots"}, "ទៅ…") == "ទៅ...");
    CHECK(asked({"--space-before-repeat", "without"}, "ផ្សេង ៗ") == "ផ្សេងៗ");
    CHECK(asked({"--space-before-repeat", "with"}, "ផ្សេងៗ") == "ផ្សេង ៗ");
    CHECK(asked({"--space-before-stop", "with"}, "ទៅ។") == "ទៅ ។");
    CHECK(asked({"--space-after-stop", "with"}, "ទៅ។មក") == "ទៅ។ មក");
    CHECK(asked({}, "ទៅ  មក\u00A0ទៅ ?  \n") == "ទៅ មក ទៅ?\n");
    CHECK(asked({}, "go  there ? \n") == "go  there ? \n");
    CHECK(asked({"--spaces", "keep"}, "ទៅ  មក ") == "ទៅ  មក ");
    const std::string hidden = "\u200Bខ\u200Bក\u2060គ \u200Bឃ";
    CHECK(asked({}, hidden) == "ខ\u200Bក\u2060គ ឃ");
    CHECK(asked({"--invisibles", "keep"}, hidden) == hidden);
    CHECK(asked({"--invisibles", "lint"}, hidden) == hidden);
    CHECK(asked({"--invisibles", "strip"}, hidden) == "ខកគ ឃ");
}

TEST_CASE("a check shows each change that is asked for", "[cli][khmer]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", kHead + "<i>«ទៅ»</i> 10\nខ  ក\u200Bគ" + kRest);
    const Ran ran = run({"normalize",
                         "--check",
                         "a.srt",
                         "--quotes",
                         "curly",
                         "--digits",
                         "khmer",
                         "--invisibles",
                         "lint"},
                        {.folder = folder.path});
    CHECK(ran.status == 1);
    CHECK(
        ran.err ==
        "a.srt:3:4: warning: cue 1: a quote is of another style than the one asked for [khmer.quotes]\n"
        "a.srt:3:12: warning: cue 1: a quote is of another style than the one asked for [khmer.quotes]\n"
        "a.srt:3:19: warning: cue 1: a number is in other digits than those asked for [khmer.digits]\n"
        "a.srt:4:4: warning: cue 1: a space is needless, or no plain one [khmer.spaces]\n"
        "a.srt:4:9: warning: cue 1: there is an invisible U+200B [khmer.invisible]\n");
    const json told =
        json::parse(run({"normalize", "--check", "--json", "a.srt", "--digits", "khmer"},
                        {.folder = folder.path})
                        .out);
    CHECK(told["changed_cues"] == 1);
    REQUIRE(told["issues"].size() == 2);
    CHECK(told["issues"][0]["code"] == "khmer.digits");
    CHECK(told["issues"][0]["fix"] == "style");
    CHECK(told["issues"][0]["text"] == "10");
    CHECK(told["issues"][1]["fix"] == "safe");
    const Ran kept =
        run({"normalize", "a.srt", "-o", "-", "--invisibles", "lint", "--quotes", "curly"},
            {.folder = folder.path});
    CHECK(kept.status == 0);
    CHECK(kept.out == kHead + "<i>“ទៅ”</i> 10\nខ ក\u200Bគ" + kRest);
    CHECK(kept.err ==
          "a.srt:4:9: warning: cue 1: there is an invisible U+200B [khmer.invisible]\n");
    CHECK(run({"normalize", "--check", "a.srt", "--spaces", "keep"}, {.folder = folder.path})
              .status == 0);
}

TEST_CASE("a mistyped style names the option and what is allowed", "[cli][khmer]") {
    for (const auto& [option, value, nearest] : std::vector<std::array<std::string, 3>>{
             {"--digits", "kmer", "khmer"},
             {"--quotes", "curley", "curly"},
             {"--invisibles", "stripp", "strip"},
             {"--ellipsis", "dot", "dots"},
             {"--space-before-repeat", "whithout", "without"}}) {
        const Ran ran = run({"normalize", option, value});
        INFO(option);
        CHECK(ran.status == 2);
        CHECK(ran.err.find(option) != std::string::npos);
        CHECK(ran.err.find("the nearest is " + nearest) != std::string::npos);
        CHECK(ran.err.find("keep") != std::string::npos);
    }
}

TEST_CASE("a check of text tells what a person has to decide, and of files qc does",
          "[cli][khmer]") {
    const Ran ran = run({"normalize", "--check"}, {.input = "ខ្មែរ\nគាត់ថា: មាន ២0 នាក់\n"});
    CHECK(ran.status == 1);
    CHECK(ran.err ==
          "-:2:19: warning: \":\": behind Khmer it is probably \u17D6 [khmer.colon]\n"
          "-:2:31: warning: \"២0\": a number is written in one kind of digits "
          "[khmer.mixed-digits]\n");
    const testing::Folder folder;
    put(folder.path / "a.srt", "1\n00:00:01,000 --> 00:00:02,000\nគាត់ថា: ទៅ\n");
    CHECK(run({"normalize", "--check", "a.srt"}, {.folder = folder.path}).status == 0);
    const Ran checked = run({"qc", "a.srt"}, {.folder = folder.path});
    CHECK(checked.err.find("[khmer.colon]") != std::string::npos);
}
