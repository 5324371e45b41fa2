// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <string>

using nlohmann::json;
using testing::get;
using testing::put;
using testing::Ran;
using testing::run;

namespace {

const std::string kOverlap =
    "1\n00:00:01,000 --> 00:00:04,000\nThis is fine.\n\n2\n00:00:03,000 --> 00:00:06,000\nThis overlaps.\n";
const std::string kFine = "1\n00:00:01,000 --> 00:00:04,000\nThis is fine.\n";

}  // namespace

TEST_CASE("findings are told with file and line and make the exit status 1", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "en.srt", kOverlap);
    const Ran ran = run({"qc", "en.srt"}, {.folder = folder.path});
    CHECK(ran.status == 1);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("en.srt:") != std::string::npos);
    CHECK(ran.err.find("[overlap]") != std::string::npos);
    CHECK(run({"qc", "en.srt", "--fail-on", "never"}, {.folder = folder.path}).status == 0);
}

TEST_CASE("a clean file is done without a word", "[cli]") {
    const Ran ran = run({"qc", "-"}, {.input = kFine});
    CHECK(ran.status == 0);
    CHECK(ran.out.empty());
    CHECK(ran.err.empty());
}

TEST_CASE("findings are told as JSON with their unit and limit", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "en.srt", kOverlap);
    const Ran ran = run({"qc", "en.srt", "--json"}, {.folder = folder.path});
    CHECK(ran.status == 1);
    const json told = json::parse(ran.out);
    CHECK(told["file"] == "en.srt");
    REQUIRE(told["findings"].size() >= 1);
    for (const json& finding : told["findings"]) {
        CHECK(finding["unit"].is_string());
        CHECK(finding["measured"].is_number());
        CHECK(finding["limit"].is_number());
    }
    CHECK(run({"qc", "en.srt", "--format", "json"}, {.folder = folder.path}).out == ran.out);
    CHECK(run({"qc", "en.srt", "--json", "--report-file", "r.json"}, {.folder = folder.path})
              .out.empty());
    CHECK(json::parse(get(folder.path / "r.json")) == told);
}

TEST_CASE("the profile is chosen by language or by name or by file", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "km.srt", "1\n00:00:01,000 --> 00:00:04,000\nសួស្តី\n");
    put(folder.path / "fr.srt", "1\n00:00:01,000 --> 00:00:04,000\nBonjour\n");
    CHECK(json::parse(run({"qc", "km.srt", "--json"}, {.folder = folder.path}).out)["profile"] ==
          "house-km");
    CHECK(json::parse(
              run({"qc", "fr.srt", "--profile", "house-km", "--json"}, {.folder = folder.path})
                  .out)["profile"] == "house-km");
    put(folder.path / "mine.toml", "not a profile");
    const Ran broken = run({"qc", "fr.srt", "--profile", "mine.toml"}, {.folder = folder.path});
    CHECK(broken.status == 2);
    CHECK(broken.err.find("mine.toml:1:") == 0);
    const Ran ran =
        run({"qc", "km.srt"},
            {.folder = folder.path, .environment = {{"SUBS_SEEDS", folder.path.string()}}});
    CHECK(ran.status == 2);
}

TEST_CASE("which profile was chosen and why is told when asked for", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "en.srt", kFine);
    const Ran verbose = run({"qc", "en.srt", "--verbose"}, {.folder = folder.path});
    CHECK(verbose.status == 0);
    CHECK(
        verbose.err ==
        "en.srt: info: checked by netflix-en: the default for en, which the letters of the text tell [qc.profile]\n");
    const json told = json::parse(run({"qc", "en.srt", "--json"}, {.folder = folder.path}).out);
    CHECK(told["language"] == "en");
    CHECK(told["profile_reason"] == "the default for en, which the letters of the text tell");
}

TEST_CASE("a text without letters is not checked by a guess", "[cli]") {
    const Ran ran = run({"qc", "-"}, {.input = "1\n00:00:01,000 --> 00:00:04,000\n1985\n"});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("-: error: no letter tells the language of the text") == 0);
    CHECK(
        run({"qc", "-", "--language", "en"}, {.input = "1\n00:00:01,000 --> 00:00:04,000\n1985\n"})
            .status == 0);
}

TEST_CASE("a file that is damaged does not pass", "[cli]") {
    const std::string cut = kFine + "\n2\n00:00:05,0";
    const Ran ran = run({"qc", "-"}, {.input = cut});
    CHECK(ran.status == 1);
    CHECK(ran.err.find("-:6: error: ") == 0);
    CHECK(run({"qc", "-", "--fail-on", "never"}, {.input = cut}).status == 0);
}

TEST_CASE("marks of Khmer are found, and a profile turns a rule off", "[cli][khmer]") {
    const testing::Folder folder;
    put(folder.path / "km.srt",
        "1\n00:00:01,000 --> 00:00:04,000\nមាន ៣0 នាក់\n\n"
        "2\n00:00:05,000 --> 00:00:08,000\nស្រី: ទៅ\n");
    const Ran ran = run({"qc", "km.srt", "--profile", "house-km"}, {.folder = folder.path});
    CHECK(ran.status == 1);
    CHECK(ran.err.find("cue 1: line 1 has \"៣0\"; a number is written in one kind of digits "
                       "[khmer.mixed-digits]") != std::string::npos);
    CHECK(ran.err.find("info: cue 2: line 1 has \":\"; behind Khmer it is probably ៖ "
                       "[khmer.colon]") != std::string::npos);
    put(folder.path / "mine.toml",
        "id = \"mine\"\ntitle = \"Mine\"\nsource = \"house\"\n"
        "[severity]\nkhmer.mixed-digits = \"off\"\n");
    const Ran off = run({"qc", "km.srt", "--profile", "mine.toml"}, {.folder = folder.path});
    CHECK(off.status == 0);
    CHECK(off.err.find("mixed-digits") == std::string::npos);
    const json told = json::parse(
        run({"qc", "km.srt", "--profile", "mine.toml", "--json"}, {.folder = folder.path}).out);
    REQUIRE(told["findings"].size() == 1);
    CHECK(told["findings"][0]["cue_line"] == 1);
    CHECK(told["findings"][0]["cue_column"] == 5);
}

TEST_CASE("what is wrong with fonts is told with its cue and a remedy", "[cli][font][khmer]") {
    const testing::Folder folder;
    put(folder.path / "km.ass",
        "[Script Info]\nScriptType: v4.00+\nPlayResX: 1920\nPlayResY: 1080\n\n[V4+ Styles]\n"
        "Format: Name, Fontname, Fontsize, Spacing, Alignment, MarginL, MarginR, MarginV\n"
        "Style: Serif,Noto Serif Khmer,136.2,0,2,60,60,50\n"
        "Style: Gone,No Font Has This Name,64,0,2,60,60,50\n"
        "Style: Spaced,Khmer OS Battambang,85,2,2,60,60,50\n"
        "Style: Low,Khmer OS Battambang,85,0,2,60,60,9\n\n[Events]\n"
        "Format: Layer, Start, End, Style, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:04.00,Serif,ញ៉ាំ\\Nស៊ី\n"
        "Dialogue: 0,0:00:05.00,0:00:08.00,Serif,ស៊ី Hi\n"
        "Dialogue: 0,0:00:09.00,0:00:12.00,Gone,ស៊ី\n"
        "Dialogue: 0,0:00:13.00,0:00:16.00,Spaced,ស៊ី\n"
        "Dialogue: 0,0:00:17.00,0:00:20.00,Low,កាា\n"
        "Dialogue: 0,0:00:21.00,0:00:24.00,Low,\U0010FFFDក\n");
    const Ran ran = run({"qc", "km.ass"}, {.folder = folder.path});
    CHECK(ran.status == 1);
    const auto tells = [&ran](const std::string& sentence) {
        CAPTURE(ran.err, sentence);
        CHECK(ran.err.find(sentence) != std::string::npos);
    };
    tells(
        "km.ass:15: warning: cue 1: line 1 runs 24.3 px into line 2 under \"ញ៉ាំ\"; break it elsewhere or use a font with higher lines [font.ink-collision]\n");
    tells("km.ass:16: info: cue 2: line 1: Noto Serif Khmer has no \"Hi\", which is drawn in ");
    tells("km.ass:17: warning: cue 3: \"No Font Has This Name\" is not installed and ");
    tells(
        "km.ass:18: warning: cue 4: line 1: letters are spaced by 2 px, which takes Khmer syllables apart; set the spacing to 0 [font.letter-spacing]\n");
    tells(
        "km.ass:19: warning: cue 5: line 1: a sign in \"កាា\" has no letter to stand on and is drawn on a dotted circle; take it out or type its letter [font.dotted-circle]\n");
    tells(
        "km.ass:20: warning: cue 6: line 1 has U+10FFFD that no font has; write it otherwise or install a font for it [font.missing-glyph]\n");
    tells(" [font.outside-safe-area]\n");
    CHECK(json::parse(run({"qc", "km.ass", "--json"}, {.folder = folder.path}).out)["findings"]
              .size() >= 6);
}
