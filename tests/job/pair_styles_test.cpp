// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>
#include <subs/job/pair_files.h>
#include <subs/job/unpair_files.h>

#include "catch.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace subs;

namespace {

using Texts = std::vector<std::string>;

std::string fileOf(const std::string& style, const std::string& lines) {
    return "[Script Info]\nScriptType: v4.00+\nPlayResX: 1920\nPlayResY: 1080\n\n[V4+ Styles]\n"
           "Format: Name, Fontname, Fontsize, Alignment, MarginL, MarginR, MarginV\n"
           "Style: Default,Arial," +
           style + "\n\n[Events]\nFormat: Layer, Start, End, Style, Text\n" + lines;
}

const std::string kKhmer =
    fileOf("40,2,10,10,10", "Dialogue: 0,0:00:01.00,0:00:03.00,Default,សួស្តី\n");
const std::string kEnglish =
    fileOf("50,2,30,30,30", "Dialogue: 0,0:00:01.00,0:00:03.00,Default,Hello\n");

Paired pairedOf(const std::string& first, const std::string& second, const PairOptions& options) {
    PairOutcome outcome = pairOne({{InputFile{"a.km.ass", "a.km.ass", std::nullopt},
                                    InputFile{"a.en.ass", "a.en.ass", std::nullopt}},
                                   {first, second}},
                                  options);
    REQUIRE_FALSE(outcome.error);
    return std::move(outcome.paired);
}

Unpaired partedOf(const std::string& bytes) {
    UnpairTask task;
    task.input = {"a.ass", "a.ass", std::nullopt};
    task.bytes = bytes;
    UnpairOutcome outcome = unpairOne(task, {});
    REQUIRE_FALSE(outcome.error);
    return std::move(outcome.unpaired);
}

/// "margins approximated BEFORE -> AFTER" of each.
Texts told(const LossReport& losses) {
    Texts all;
    for (const LossItem& loss : losses.items)
        all.push_back(loss.feature + " " + std::string(nameOf(loss.severity)) + " " + loss.before +
                      " -> " + loss.after);
    return all;
}

constexpr int kMinute = 60;

/// A cue a second for each of `texts`, in the style "Default".
std::string events(const Texts& texts, const std::string& style = "Default") {
    std::string lines;
    for (int i = 0; i < static_cast<int>(texts.size()); ++i) {
        REQUIRE(i < kMinute);
        const std::string second = (i < 10 ? "0" : "") + std::to_string(i);
        lines += "Dialogue: 0,0:00:" + second + ".00,0:00:" + second + ".90," + style + "," +
                 texts[static_cast<std::size_t>(i)] + "\n";
    }
    return lines;
}

std::string srtOf(const Texts& texts) {
    std::string srt;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string minute = "00:0" + std::to_string(i) + ":0";
        srt += std::to_string(i + 1) + "\n" + minute + "0,000 --> " + minute + "1,000\n" +
               texts[i] + "\n\n";
    }
    return srt;
}

/// The messages of `code`.
Texts remarksOf(const Unpaired& parted, std::string_view code) {
    Texts all;
    for (const Diagnostic& remark : parted.diagnostics)
        if (remark.code == code) all.push_back(remark.message);
    return all;
}

}  // namespace

TEST_CASE("a style that is moved out of the other language's way is told with what it was",
          "[job][pair]") {
    // Two lines of the lower language and a fifth of one: 2.2 times 50, above its margin of 30.
    const Paired below =
        pairedOf(kKhmer, kEnglish, {.form = PairForm::Styles, .place = SecondPlace::Below});
    CHECK(told(below.lost[0]) ==
          Texts{"margins approximated style Default: 10, 10, 10 -> 10, 10, 140"});
    CHECK(below.lost[0].items[0].cues.empty());
    CHECK(below.lost[1].empty());
    const Paired above =
        pairedOf(kKhmer, kEnglish, {.form = PairForm::Styles, .place = SecondPlace::Above});
    CHECK(above.lost[0].empty());
    CHECK(told(above.lost[1]) ==
          Texts{"margins approximated style Default: 30, 30, 30 -> 30, 30, 98"});
    const Paired top =
        pairedOf(kKhmer, kEnglish, {.form = PairForm::Styles, .place = SecondPlace::Top});
    CHECK(top.lost[0].empty());
    CHECK(told(top.lost[1]) == Texts{"alignment approximated style Default: 2 -> 8"});
}

TEST_CASE("a style in lines of another canvas looks the same and is no loss", "[job][pair]") {
    std::string small = kEnglish;
    small.replace(small.find("1920"), 4, "960");
    small.replace(small.find("1080"), 4, "540");
    const Paired paired =
        pairedOf(kKhmer, small, {.form = PairForm::Styles, .place = SecondPlace::Below});
    CHECK(paired.lost[1].empty());
    // Its letters and margins are twice as large on the canvas of the first: 60 and 2.2 times 100.
    CHECK(told(paired.lost[0]) ==
          Texts{"margins approximated style Default: 10, 10, 10 -> 10, 10, 280"});
}

TEST_CASE("a comment that goes into both files is named", "[job][pair]") {
    const Unpaired parted =
        partedOf(fileOf("40,2,10,10,10",
                        "Dialogue: 0,0:00:01.00,0:00:03.00,Default,សួស្តី\\NHello\n"
                        "Comment: 0,0:00:01.00,0:00:03.00,Default,the boat's name\n"));
    CHECK(parted.inBoth == std::vector<std::size_t>{1});
    const auto told = std::ranges::find(
        parted.diagnostics, std::string_view("unpair.unclear"), &Diagnostic::code);
    REQUIRE(told != parted.diagnostics.end());
    CHECK(told->severity == Severity::Warning);
    CHECK(told->line == 13);
    CHECK(told->message ==
          "cue 2 at 00:00:01.000 is a comment, which may be about either language; it is in both");
    for (const std::string& bytes : parted.bytes)
        CHECK(bytes.find("Comment: 0,0:00:01.00,0:00:03.00,Default,the boat's name\n") !=
              std::string::npos);
}

TEST_CASE("a place that the first's cue has of its own is told of its partner", "[job][pair]") {
    const std::string style = "40,2,10,10,10";
    const Paired paired =
        pairedOf(fileOf(style, "Dialogue: 0,0:00:01.00,0:00:03.00,Default,{\\an8}សួស្តី\n"),
                 fileOf(style, "Dialogue: 0,0:00:01.00,0:00:03.00,Default,Hello\n"),
                 {});
    CHECK(told(paired.lost[1]) == Texts{"alignment approximated 2 -> that of the first track"});
    CHECK(paired.lost[0].empty());
}

TEST_CASE("a name in the letters of the other language stays with its style", "[job][pair]") {
    std::string khmer = kKhmer;
    std::string english = kEnglish;
    for (int i = 1; i <= 9; ++i) {
        const std::string times = "Dialogue: 0,0:00:0" + std::to_string(i) + ".00,0:00:0" +
                                  std::to_string(i) + ".90,Default,";
        khmer += times + "បាទ\n";
        english += times + "Yes.\n";
    }
    const std::string name = "Dialogue: 0,0:00:10.00,0:00:12.00,Default,";
    khmer += name + "John\n";
    english += name + "John!\n";
    const Paired paired = pairedOf(khmer, english, {.form = PairForm::Styles});
    const Unpaired parted = partedOf(paired.bytes);
    CHECK(parted.by == UnpairBy::Style);
    CHECK(parted.bytes[0].ends_with("John\n"));
    CHECK(parted.bytes[0].find("John!") == std::string::npos);
    CHECK(parted.bytes[1].ends_with("John!\n"));
    CHECK(parted.written[0] == 11);
    CHECK(parted.written[1] == 11);
}

TEST_CASE("a style that is named by its language says more than letters do", "[job][pair]") {
    const Texts khmer{"ក", "ខ", "គ", "OK", "ង"};
    for (const Texts& english : {Texts{"a", "b", "c", "d", "e"}, Texts{"a", "b", "ឃ", "d", "e"}}) {
        PairOutcome paired = pairOne({{InputFile{"a.km.srt", "a.km.srt", std::nullopt},
                                       InputFile{"a.en.srt", "a.en.srt", std::nullopt}},
                                      {srtOf(khmer), srtOf(english)}},
                                     {.format = formatNamed("ass"), .form = PairForm::Styles});
        REQUIRE_FALSE(paired.error);
        const Unpaired parted = partedOf(paired.paired.bytes);
        CHECK(parted.by == UnpairBy::Style);
        CHECK(parted.written == std::array<std::size_t, 2>{5, 5});
        CHECK(parted.bytes[0].find(",OK") != std::string::npos);
        CHECK(parted.bytes[0].find("ឃ") == std::string::npos);
        CHECK(parted.bytes[1].find("OK") == std::string::npos);
        CHECK(remarksOf(parted, "unpair.contrary").empty());
    }
}

TEST_CASE("the style beside one that is named by its language is the other's", "[job][pair]") {
    const Paired paired = pairedOf(fileOf("40,2,10,10,10", events({"ក", "OK", "Yes"})),
                                   fileOf("50,2,30,30,30", events({"a", "ខ", "c"})),
                                   {.form = PairForm::Styles});
    const Unpaired parted = partedOf(paired.bytes);
    CHECK(parted.by == UnpairBy::Style);
    CHECK(parted.written == std::array<std::size_t, 2>{3, 3});
    CHECK(parted.bytes[0].find(",Yes") != std::string::npos);
    CHECK(parted.bytes[1].find("ខ") != std::string::npos);
}

TEST_CASE("a cue whose letters and style disagree is named where both are a guess", "[job][pair]") {
    const std::string second =
        fileOf("40,2,10,10,10", events({"ក", "ខ", "OK", "គ"}) + events({"a", "b", "c"}, "Below"));
    const Unpaired byLetters = partedOf(second);
    CHECK(byLetters.by == UnpairBy::Script);
    CHECK(remarksOf(byLetters, "unpair.contrary") ==
          Texts{"cue 3 at 00:00:02.000 is in the letters of one language and in a style of the "
                "other; it went with its letters"});
    const std::string few =
        fileOf("40,2,10,10,10",
               events({"ក", "ខ", "គ", "ឃ", "ង", "ច", "ឆ", "ជ", "ឈ", "ញ", "OK"}) +
                   events({"a", "b", "c", "d", "e", "f"}, "Below"));
    const Unpaired byStyle = partedOf(few);
    CHECK(byStyle.by == UnpairBy::Style);
    CHECK(remarksOf(byStyle, "unpair.contrary").size() == 1);
    // Of one style nothing is expected.
    const Unpaired one = partedOf(fileOf("40,2,10,10,10", events({"ក", "ខ", "គ", "OK"})));
    CHECK(remarksOf(one, "unpair.contrary").empty());
}

TEST_CASE("a file of very many styles is parted and paired as fast as one of few", "[job][pair]") {
    constexpr int kCount = 8'000;
    std::string styles;
    std::string lines;
    for (int i = 0; i < kCount; ++i) {
        const std::string name = "S" + std::to_string(i);
        styles += "\nStyle: " + name + ",Arial,40,2,10,10,10";
        lines += "Dialogue: 0,0:00:01.00,0:00:03.00," + name + (i % 2 == 0 ? ",a\n" : ",ក\n");
    }
    const std::string many = fileOf("40,2,10,10,10" + styles, lines);
    const Unpaired parted = partedOf(many);
    CHECK(readDocument(parted.bytes[0], "a")->document.cues.size() == kCount / 2);
    PairOptions options;
    options.form = PairForm::Styles;
    CHECK(readDocument(pairedOf(kKhmer, many, options).bytes, "a")->document.cues.size() ==
          kCount + 1);
}
