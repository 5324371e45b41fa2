// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using nlohmann::json;
using testing::get;
using testing::put;
using testing::Ran;
using testing::run;

namespace {

const std::string kLimon = "PsþútagGMBIBaküfa Exµr";
const std::string kKhmer = "ភស្តុតាងអំពីពាក្យថា ខ្មែរ";
const std::string kOther = "Where have you been, McDonald?";
const std::string kRemark =
    "looks like text for the font Limon (99 %); \"subs normalize --legacy-font auto\" puts it into "
    "Unicode [khmer.legacy-font]\n";

std::string cue(int number, const std::string& text) {
    const std::string second = std::to_string(number);
    return second + "\n00:00:0" + second + ",000 --> 00:00:0" + second + ",900\n" + text + "\n\n";
}

std::string srt(const std::string& khmer) {
    return cue(1, kOther) + cue(2, "<i>" + khmer + "</i>");
}

std::string ass(const std::string& font, const std::string& text) {
    return "[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\n"
           "Format: Name, Fontname, Fontsize\nStyle: Khmer," +
           font +
           ",60\nStyle: Latin,Arial,40\n\n[Events]\n"
           "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
           "Dialogue: 0,0:00:01.00,0:00:02.00,Khmer,,0,0,0,," +
           text + "\nDialogue: 0,0:00:03.00,0:00:04.00,Latin,,0,0,0,,eTA\n";
}

Ran normalized(const testing::Folder& folder, std::vector<std::string> more) {
    more.insert(more.begin(), "normalize");
    return run(more, {.folder = folder.path});
}

}  // namespace

TEST_CASE("nobody converts text for legacy fonts unasked, but it is told", "[cli][khmer][legacy]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", srt(kLimon));
    const Ran written = normalized(folder, {"a.srt", "-o", "-"});
    CHECK(written.status == 0);
    CHECK(written.out == srt(kLimon));
    CHECK(written.err == "a.srt:5: warning: 1 of 2 cues " + kRemark);
    const Ran checked = normalized(folder, {"--check", "a.srt"});
    CHECK(checked.status == 1);
    CHECK(checked.err == written.err);
    const Ran info = run({"info", "a.srt"}, {.folder = folder.path});
    CHECK(info.status == 0);
    CHECK(info.err == written.err);
    const Ran filter = run({"normalize"}, {.input = kLimon + "\n"});
    CHECK(filter.out == kLimon + "\n");
    CHECK(filter.err == "-:1:1: warning: 1 of 1 line " + kRemark);
    const json told = json::parse(run({"info", "--json", "a.srt"}, {.folder = folder.path}).out);
    CHECK(told["diagnostics"][0]["code"] == "khmer.legacy-font");
}

TEST_CASE("text for a legacy font does not pass a check", "[cli][khmer][legacy]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", cue(1, "What?") + cue(2, kLimon));
    put(folder.path / "right.srt", cue(1, "What?"));
    const auto checked = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"qc", "--profile", "netflix-en", "--fail-on"});
        return run(more, {.folder = folder.path});
    };
    const std::string remark = "a.srt:5: warning: 1 of 2 cues " + kRemark;
    CHECK(checked({"warning", "a.srt"}).err.find(remark) != std::string::npos);
    CHECK(checked({"warning", "a.srt"}).status == 1);
    CHECK(checked({"error", "a.srt"}).status == 0);
    CHECK(checked({"never", "a.srt"}).status == 0);
    CHECK(checked({"warning", "right.srt"}).status == 0);
    // Its letters tell no language either.
    put(folder.path / "b.srt", cue(1, kLimon));
    const Ran unknown = run({"qc", "b.srt"}, {.folder = folder.path});
    CHECK(unknown.status == 2);
    CHECK(unknown.err.find("1 of 1 cue looks like text for the font Limon") != std::string::npos);
}

TEST_CASE("what reads as Khmer of a legacy font is converted when asked", "[cli][khmer][legacy]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", srt(kLimon));
    const Ran ran = normalized(folder, {"--legacy-font", "auto", "a.srt", "-o", "b.srt"});
    CHECK(ran.status == 0);
    CHECK(get(folder.path / "b.srt") == srt(kKhmer));
    CHECK(ran.err ==
          "a.srt: warning: 1 of 2 cues converted from the font Limon into Unicode (99 %) "
          "[khmer.legacy-font]\n");
    // Once is enough.
    const Ran again = normalized(folder, {"--legacy-font", "auto", "b.srt", "-o", "-"});
    CHECK(again.out == srt(kKhmer));
    CHECK(again.err.empty());
    CHECK(normalized(folder, {"-q", "--legacy-font", "auto", "a.srt", "-o", "-"}).err.empty());
}

TEST_CASE("a check is a preview: before, after, confidence and place", "[cli][khmer][legacy]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", srt(kLimon));
    const Ran ran = normalized(folder, {"--legacy-font", "auto", "--check", "a.srt"});
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err == "a.srt:5: warning: cue 2: text for the font Limon (99 %): \"" + kLimon +
                         "\" → \"" + kKhmer + "\" [khmer.legacy-font]\n");
    CHECK(get(folder.path / "a.srt") == srt(kLimon));
    const json told = json::parse(
        normalized(folder, {"--legacy-font", "auto", "--check", "--json", "a.srt"}).out);
    REQUIRE(told["legacy_font"].size() == 1);
    const json& one = told["legacy_font"][0];
    CHECK(one["cue"] == 2);
    CHECK(one["line"] == 5);
    CHECK(one["font"] == "Limon");
    CHECK(one["reason"] == "statistics");
    CHECK(one["outcome"] == "converted");
    CHECK(one["confidence"] > 0.9);
    CHECK(one["before"] == kLimon);
    CHECK(one["after"] == kKhmer);
    put(folder.path / "c.srt", srt(kKhmer));
    CHECK(normalized(folder, {"--legacy-font", "auto", "--check", "c.srt"}).status == 0);
}

TEST_CASE("a style that names a legacy font is converted and names a Khmer one then",
          "[cli][khmer][legacy]") {
    const testing::Folder folder;
    put(folder.path / "a.ass", ass("Limon S1", "{\\k10}eTA{\\k20}eTA {\\fnArial}OK{\\fn}\\NeTA"));
    const Ran ran = normalized(folder, {"--legacy-font", "auto", "a.ass", "-o", "b.ass"});
    CHECK(ran.status == 0);
    CHECK(get(folder.path / "b.ass") ==
          ass("Khmer OS Battambang", "{\\k10}ទៅ{\\k20}ទៅ {\\fnArial}OK{\\fn}\\Nទៅ"));
    CHECK(
        ran.err ==
        "a.ass: warning: 1 of 2 cues converted from the font Limon into Unicode (100 %); the font "
        "Limon S1 became Khmer OS Battambang [khmer.legacy-font]\n");
    const Ran named = normalized(
        folder, {"--legacy-font", "limon", "--khmer-font", "Siemreap", "a.ass", "-o", "-"});
    CHECK(named.out == ass("Siemreap", "{\\k10}ទៅ{\\k20}ទៅ {\\fnArial}OK{\\fn}\\Nទៅ"));
}

TEST_CASE("a font that a text names is converted, the rest stays", "[cli][khmer][legacy]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", cue(1, "John: <font face=\"limon s1\">eTA</font>, OK"));
    const Ran ran = normalized(folder, {"--legacy-font", "auto", "a.srt", "-o", "-"});
    CHECK(ran.out == cue(1, "John: <font face=\"Khmer OS Battambang\">ទៅ</font>, OK"));
    put(folder.path / "a.ass", ass("Arial", "John: {\\fnLimon R1}eTA{\\fn}, OK"));
    CHECK(normalized(folder, {"--legacy-font", "limon", "a.ass", "-o", "-"}).out ==
          ass("Arial", "John: {\\fnKhmer OS Battambang}ទៅ{\\fn}, OK"));
}

TEST_CASE("a family that is named has all Latin text where no font is", "[cli][khmer][legacy]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", cue(1, "rvl;.") + cue(2, "ខ្មែរ!") + cue(3, "mkÿ"));
    const Ran ran = normalized(folder, {"--legacy-font", "limon", "a.srt", "-o", "-"});
    CHECK(ran.out == cue(1, "រវល់។") + cue(2, "ខ្មែរ!") + cue(3, "មកÿ"));
    CHECK(ran.err.find("2 of 3 cues converted") != std::string::npos);
    CHECK(ran.err.find("no sign is known for ÿ, which stays") != std::string::npos);
    // Nothing of it is sure by itself.
    CHECK(normalized(folder, {"--legacy-font", "auto", "a.srt", "-o", "-"}).out ==
          get(folder.path / "a.srt"));
}

TEST_CASE("a doubtful cue stays and is told", "[cli][khmer][legacy]") {
    const testing::Folder folder;
    const std::string doubtful = cue(1, "Kinuha %sB sa %s (%sB/s)");
    put(folder.path / "a.srt", doubtful);
    const Ran ran = normalized(folder, {"--legacy-font", "auto", "a.srt", "-o", "-"});
    CHECK(ran.status == 0);
    CHECK(ran.out == doubtful);
    CHECK(ran.err.find("a.srt:1: warning: cue 1: may be text for the font Limon (") == 0);
    CHECK(ran.err.find("left as it is") != std::string::npos);
    // It is no reason to say anything unasked.
    CHECK(normalized(folder, {"a.srt", "-o", "-"}).err.empty());
}

TEST_CASE("a family without a table is known and left alone", "[cli][khmer][legacy]") {
    const testing::Folder folder;
    put(folder.path / "a.ass", ass("ABC-TEXT-05", "eTA"));
    const std::string told =
        "a.ass:11: warning: 1 of 2 cues is in the font \"ABC-TEXT-05\", of the family ABC from "
        "before Unicode, which there is no table for; the text stays [khmer.legacy-font]\n";
    for (const char* option : {"", "auto"}) {
        std::vector<std::string> arguments = {"a.ass", "-o", "-"};
        if (*option != '\0') arguments.insert(arguments.end(), {"--legacy-font", option});
        const Ran ran = normalized(folder, arguments);
        CHECK(ran.status == 0);
        CHECK(ran.out == ass("ABC-TEXT-05", "eTA"));
        CHECK(ran.err == told);
    }
    const Ran refused = normalized(folder, {"--legacy-font", "abc", "a.ass", "-o", "-"});
    CHECK(refused.status == 2);
    CHECK(refused.err.find("there is no table of what the fonts ABC draw") != std::string::npos);
    CHECK(normalized(folder, {"--legacy-font", "limom", "a.ass", "-o", "-"}).status == 2);
    CHECK(normalized(folder, {"--khmer-font", "Siemreap", "a.ass", "-o", "-"}).status == 2);
}

TEST_CASE("a file in windows-1252 becomes UTF-8 when it is converted", "[cli][khmer][legacy]") {
    const testing::Folder folder;
    const std::string bytes = cue(1,
                                  "Ps\xFE\xFAtagGMBIBak\xFC"
                                  "fa Ex\xB5r");
    put(folder.path / "a.srt", bytes);
    const Ran ran = normalized(
        folder, {"--legacy-font", "auto", "--encoding", "windows-1252", "a.srt", "-o", "-"});
    CHECK(ran.status == 0);
    CHECK(ran.out == cue(1, kKhmer));
    // Without that it stays in its own encoding.
    CHECK(normalized(folder, {"--encoding", "windows-1252", "a.srt", "-o", "-"}).out == bytes);
}

TEST_CASE("the filter converts line by line", "[cli][khmer][legacy]") {
    const std::string text = kOther + "\r\n" + kLimon + "\n\xFF\n" + kLimon;
    const std::string right = kOther + "\r\n" + kKhmer + "\n\xFF\n" + kKhmer;
    const Ran ran = run({"normalize", "--legacy-font", "auto"}, {.input = text});
    CHECK(ran.status == 0);
    CHECK(ran.out == right);
    CHECK(ran.err.find("\n-: warning: 2 of 4 lines converted from the font Limon") != ran.err.npos);
    CHECK(run({"normalize", "--legacy-font", "limon"}, {.input = "mk\neTA"}).out == "មក\nទៅ");
    const Ran checked = run({"normalize", "--legacy-font", "auto", "--check"}, {.input = text});
    CHECK(checked.status == 1);
    CHECK(checked.out.empty());
    CHECK(checked.err.find("\n-:2:1: warning: text for the font Limon (99 %): \"" + kLimon) !=
          checked.err.npos);
    const json told =
        json::parse(run({"normalize", "--legacy-font", "auto", "--json"}, {.input = text}).out);
    CHECK(told["legacy_font"].size() == 2);
    CHECK(told["legacy_font"][0]["line"] == 2);
    CHECK(told["legacy_font"][0]["cue"].is_null());
    CHECK(told["lines"][1] == kKhmer);
    CHECK(run({"normalize", "--legacy-font", "auto"}, {.input = ""}).out.empty());
}

TEST_CASE("text for a font that has no table is converted by one of one's own",
          "[cli][khmer][legacy]") {
    const testing::Folder folder;
    put(folder.path / "a.ass", ass("ABC-TEXT-05", "ek"));
    put(folder.path / "abc.tsv", "6b\tbase\t1780\n65\tleft\t17C1\n");
    const std::vector<std::string> asked = {"--legacy-font", "abc", "--legacy-table", "abc.tsv"};
    std::vector<std::string> file = asked;
    file.insert(file.end(), {"a.ass", "-o", "-"});
    const Ran ran = normalized(folder, file);
    CHECK(ran.status == 0);
    CHECK(ran.out == ass("Khmer OS Battambang", "កេ"));
    CHECK(ran.err.find("1 of 2 cues converted from the font ABC into Unicode (100 %)") !=
          std::string::npos);
    std::vector<std::string> filter = asked;
    filter.insert(filter.begin(), "normalize");
    CHECK(run(filter, {.input = "ek\n", .folder = folder.path}).out == "កេ\n");
}

TEST_CASE("a table of a font that cannot be used is named", "[cli][khmer][legacy]") {
    const testing::Folder folder;
    put(folder.path / "bad.tsv", "6b\tbase\t1780\nsomething\n");
    const auto asked = [&](std::vector<std::string> more) {
        more.insert(more.begin(), "normalize");
        return run(more, {.input = "ek\n", .folder = folder.path});
    };
    const Ran row = asked({"--legacy-font", "abc", "--legacy-table", "bad.tsv"});
    CHECK(row.status == 2);
    CHECK(row.out.empty());
    CHECK(row.err.starts_with("bad.tsv:2: error: "));
    const Ran none = asked({"--legacy-font", "abc", "--legacy-table", "none.tsv"});
    CHECK(none.status == 2);
    CHECK(none.err.find("none.tsv") != std::string::npos);
    const Ran any = asked({"--legacy-font", "auto", "--legacy-table", "bad.tsv"});
    CHECK(any.status == 2);
    CHECK(any.err.find("name it with --legacy-font") != std::string::npos);
    CHECK(asked({"--legacy-table", "bad.tsv"}).status == 2);
}

TEST_CASE("text in a font of another family than was asked for stays, and is told",
          "[cli][khmer][legacy]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", cue(1, "<font face=\"Limon S1\">" + kLimon + "</font>"));
    put(folder.path / "abc.tsv", "6b\tbase\t1780\n");
    const Ran ran = normalized(
        folder, {"--legacy-font", "abc", "--legacy-table", "abc.tsv", "a.srt", "-o", "-"});
    CHECK(ran.status == 0);
    CHECK(ran.out == get(folder.path / "a.srt"));
    CHECK(
        ran.err ==
        "a.srt: warning: there is no text for the font ABC [khmer.legacy-font]\n"
        "a.srt:1: warning: 1 of 1 cue is in the font \"Limon S1\", of the family Limon, which was "
        "not asked for; the text stays [khmer.legacy-font]\n");
}
