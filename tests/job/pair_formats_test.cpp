// SPDX-License-Identifier: MIT
// Two files of two formats in the first one's: what is written as it was read has a meaning in its
// own format alone, so that the second comes as `convert` makes it (Subs' own rule; the texts and
// losses are those of the formats' pages).
#include <subs/format/registry.h>
#include <subs/job/json.h>
#include <subs/job/pair_files.h>
#include <subs/time/frame_rate.h>

#include "catch.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace subs;
using nlohmann::json;

namespace {

const std::string kKhmer = "1\n00:00:01,000 --> 00:00:03,000\nសួស្តី\n";
const std::string kKhmerVtt = "WEBVTT\n\n00:01.000 --> 00:03.000\nសួស្តី\n";

std::string vtt(const std::string& text) {
    return "WEBVTT\n\n00:01.000 --> 00:03.000\n" + text + "\n";
}

std::string ass(const std::string& text, const std::string& fields = "Default,") {
    return "[Script Info]\nScriptType: v4.00+\nPlayResX: 640\nPlayResY: 360\n\n[V4+ Styles]\n"
           "Format: Name, Fontname, Fontsize\nStyle: Default,Arial,20\n\n[Events]\n"
           "Format: Start, End, Style, Name, Text\nDialogue: 0:00:01.00,0:00:03.00," +
           fields + "," + text + "\n";
}

PairOutcome outcomeOf(const std::string& first,
                      const std::string& second,
                      const PairOptions& options = {}) {
    return pairOne(
        {{InputFile{"a", "a", std::nullopt}, InputFile{"b", "b", std::nullopt}}, {first, second}},
        options);
}

Paired pairedOf(const std::string& first,
                const std::string& second,
                const PairOptions& options = {}) {
    PairOutcome outcome = outcomeOf(first, second, options);
    INFO((outcome.error ? outcome.error->message : ""));
    REQUIRE_FALSE(outcome.error);
    return std::move(outcome.paired);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::set<std::string> featuresOf(const LossReport& losses) {
    std::set<std::string> features;
    for (const LossItem& loss : losses.items)
        features.insert(loss.feature);
    return features;
}

bool holdsAll(const std::set<std::string>& features, const std::set<std::string>& expected) {
    return std::ranges::includes(features, expected);
}

}  // namespace

TEST_CASE("the second comes into the first's format as convert makes it, with its losses",
          "[job][pair]") {
    const std::string english =
        "WEBVTT\n\nid1\n00:01.000 --> 00:03.000 line:10%\n"
        "<v Dara><c.foo>Hello</c> <lang fr>bonjour</lang> <ruby>A<rt>b</rt></ruby></v>\n";
    const Paired paired = pairedOf(kKhmer, english);
    CHECK(has(paired.bytes, "សួស្តី\nHello bonjour A(b)\n"));
    CHECK(holdsAll(featuresOf(paired.lost[1]), {"class", "language", "ruby", "speaker", "label"}));
    CHECK(paired.lost[0].empty());
    for (const LossItem& loss : paired.lost[1].items)
        if (loss.feature == "ruby") {
            CHECK(loss.severity == LossSeverity::Approximated);
            CHECK(loss.cues == std::vector<CueId>{CueId{1}});
            CHECK(loss.line == 3);  // where the cue begins in its file
        }
    const json told = json::parse(pairingJson(outcomeOf(kKhmer, english), "a", "b", "c"));
    CHECK(told["first"]["losses"] == json::array());
    CHECK(told["second"]["losses"].size() == paired.lost[1].items.size());
}

TEST_CASE("the first comes into the second's format where that is asked for", "[job][pair]") {
    PairOptions options;
    options.format = formatNamed("vtt");
    const Paired paired = pairedOf("1\n00:00:01,000 --> 00:00:03,000\n{\\frz30}<i>សួស្តី</i>\n",
                                   vtt("<v Dara>x <c.loud>Hello</c> <lang fr>bonjour</lang></v>"),
                                   options);
    CHECK(has(paired.bytes, "<i>សួស្តី</i>\n"));
    CHECK(has(paired.bytes, "<v Dara>x <c.loud>Hello</c> <lang fr>bonjour</lang></v>\n"));
    CHECK_FALSE(has(paired.bytes, "frz"));
    CHECK(featuresOf(paired.lost[0]).contains("overrides"));
    CHECK(paired.lost[1].empty());
}

TEST_CASE("markup of MicroDVD and of ASS is no text of another format", "[job][pair]") {
    const Paired srt = pairedOf(kKhmer, "{1}{1}25\n{25}{75}{P:10,20}{S:14}Top sign\n");
    CHECK(has(srt.bytes, "សួស្តី\nTop sign\n"));
    CHECK(featuresOf(srt.lost[1]).contains("overrides"));
    const Paired web = pairedOf(kKhmerVtt, ass("so{\\frz30}{\\b1}bd{\\b0}"));
    CHECK(has(web.bytes, "សួស្តី\nso<b>bd</b>\n"));
    CHECK(featuresOf(web.lost[1]).contains("overrides"));
    const KnownFrames frames{FrameTimeline::constant(parseFrameRate("25").value())};
    PairOptions options;
    options.frames = &frames;
    const Paired micro = pairedOf("{1}{1}25\n{25}{75}សួស្តី\n", vtt("<x></x>Hello"), options);
    CHECK(has(micro.bytes, "សួស្តី|Hello\n"));
    CHECK(featuresOf(micro.lost[1]).contains("overrides"));
}

TEST_CASE("markup that the first's format has a word for stays", "[job][pair]") {
    // SubRip files have ASS tags, and ASS has them: where it is 360 lines high, a third as large
    // as in a new file, which has 1080.
    const Paired paired =
        pairedOf(ass("សួស្តី"), "1\n00:00:01,000 --> 00:00:03,000\n{\\blur3}<i>Hello</i>\n");
    CHECK(has(paired.bytes, "សួស្តី\\N{\\blur1"));
    CHECK(has(paired.bytes, "\\i1}Hello"));
    CHECK_FALSE(featuresOf(paired.lost[1]).contains("overrides"));
    const Paired colour = pairedOf(
        kKhmerVtt, "1\n00:00:01,000 --> 00:00:03,000\n<font color=\"#33cc99\">Hello</font>\n");
    CHECK(has(colour.bytes, "::cue(.color-33cc99)"));
    CHECK(has(colour.bytes, "\n<c.color-33cc99>Hello</c>\n"));
}

TEST_CASE("each cue keeps its place where the first's format drops or joins some", "[job][pair]") {
    const std::string english =
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Start, End, Style, Text\n"
        "Comment: 0:00:00.00,0:00:01.00,Default,by hand\n"
        "Dialogue: 0:00:04.00,0:00:06.00,Default,{\\fscx50}later\n"
        "Dialogue: 0:00:01.00,0:00:03.00,Default,Hello\n"
        "Dialogue: 0:00:08.00,0:00:09.00,Default,{\\p1}m 0 0 l 5 5\n";
    const Paired paired = pairedOf(kKhmer + "\n2\n00:00:04,000 --> 00:00:06,000\nក្រោយ\n", english);
    CHECK(has(paired.bytes,
              "1\n00:00:01,000 --> 00:00:03,000\nសួស្តី\nHello\n\n"
              "2\n00:00:04,000 --> 00:00:06,000\nក្រោយ\nlater\n"));
    CHECK(featuresOf(paired.lost[1]).contains("overrides"));
    // What no cue is made of is told of the result, where it would be.
    CHECK(holdsAll(featuresOf(paired.losses), {"comment", "drawing"}));
}

TEST_CASE("tags that are not understood stay nested where a cue is written anew", "[job][pair]") {
    const Paired paired = pairedOf(kKhmerVtt, vtt("<v Dara>x <q>unk</q></v>"));
    CHECK(has(paired.bytes, "សួស្តី\n<v Dara>x <q>unk</q></v>\n"));
    // Each inside of the other, and one that nothing closes.
    CHECK(has(pairedOf(kKhmerVtt, vtt("<b>a<q>b<z>c</b>d</q>")).bytes,
              "\n<b>a<q>b<z>c</q></b><q>d</q>\n"));
}

TEST_CASE("what a file of the same format says besides its cues is told as lost", "[job][pair]") {
    const std::string english =
        "WEBVTT\n\nSTYLE\n::cue(.loud) { font-size: 200% }\n\nNOTE by hand\n\n"
        "00:01.000 --> 00:03.000\n<c.loud>Hello</c>\n";
    const Paired paired = pairedOf(kKhmerVtt, english);
    CHECK(has(paired.bytes, "<c.loud>Hello</c>"));
    CHECK(featuresOf(paired.lost[1]) == std::set<std::string>{"note", "style-sheet"});
    CHECK(paired.lost[1].worst() == LossSeverity::Dropped);
    CHECK(paired.lost[0].empty());
}

TEST_CASE("an event that would move the other language is an event of its own", "[job][pair]") {
    const Paired paired = pairedOf(ass("សួស្តី"), ass("{\\pos(10,10)}Sign"));
    CHECK(has(paired.bytes, "Dialogue: 0:00:01.00,0:00:03.00,Default,,សួស្តី\n"));
    CHECK(has(paired.bytes, "{\\pos(10,10)}Sign\n"));
    CHECK_FALSE(has(paired.bytes, "\\N{\\pos"));
    CHECK(paired.written == 2);
    const auto told = std::ranges::find(paired.diagnostics[1], "pair.apart", &Diagnostic::code);
    REQUIRE(told != paired.diagnostics[1].end());
    CHECK(told->message.starts_with("cue 1 at 00:00:01.000 is not in the cue of its partner"));
    // Where there is no such tag, or a field for each language, they are one.
    PairOptions options;
    options.format = formatNamed("srt");
    CHECK(has(pairedOf(ass("សួស្តី"), ass("{\\pos(10,10)}Sign"), options).bytes, "សួស្តី\nSign\n"));
    options.format = formatNamed("csv");
    CHECK(pairedOf(ass("សួស្តី"), ass("{\\pos(10,10)}Sign"), options).written == 1);
}

TEST_CASE("a cue of ASS has the speaker of both texts or of one, and the other is told",
          "[job][pair]") {
    const std::string english = ass("Hello", "Default,Bob");
    const Paired two = pairedOf(ass("សួស្តី", "Default,Sok"), english);
    CHECK(has(two.bytes, ",Default,Sok,សួស្តី\\NHello\n"));
    REQUIRE(featuresOf(two.lost[1]) == std::set<std::string>{"speaker"});
    CHECK(two.lost[1].items[0].severity == LossSeverity::Dropped);
    CHECK(two.lost[1].items[0].before == "Bob");
    const Paired one = pairedOf(ass("សួស្តី"), english);
    CHECK(has(one.bytes, ",Default,Bob,សួស្តី\\NHello\n"));
    CHECK(one.lost[1].empty());
    const Paired web = pairedOf(ass("សួស្តី"), vtt("<v Bob>Hello"));
    CHECK(has(web.bytes, ",Default,Bob,សួស្តី\\NHello\n"));
    PairOptions options;
    options.format = formatNamed("ass");
    const Paired asked = pairedOf(kKhmer, english, options);
    CHECK(has(asked.bytes, ",Bob,0,0,0,,សួស្តី\\NHello\n"));
    CHECK_FALSE(featuresOf(asked.lost[1]).contains("speaker"));
    // Where there is a place for both, they are there.
    options.format = formatNamed("vtt");
    CHECK(has(pairedOf(ass("សួស្តី", "Default,Sok"), english, options).bytes,
              "<v Sok>សួស្តី</v>\n<v Bob>Hello</v>\n"));
}

TEST_CASE("the second file of ASS comes on the canvas of the first", "[job][pair]") {
    std::string khmer = ass("សួស្តី");
    khmer.replace(khmer.find("640"), 3, "1280");
    khmer.replace(khmer.find("360"), 3, "720");
    std::string english = ass("{\\bord4\\fs30}Hello{\\jitter(1,2)}");
    // Else borders are of the video's size.
    for (std::string* file : {&khmer, &english})
        file->insert(file->find("PlayResX"), "ScaledBorderAndShadow: yes\n");
    for (const PairForm form : {PairForm::Stacked, PairForm::Styles}) {
        PairOptions options;
        options.form = form;
        const Paired paired = pairedOf(khmer, english, options);
        CHECK(has(paired.bytes, "\\bord8"));
        CHECK(has(paired.bytes, "\\fs60"));
        CHECK(has(paired.bytes, "\\jitter(1,2)"));
        const auto told = std::ranges::find(paired.lost[1].items, "overrides", &LossItem::feature);
        REQUIRE(told != paired.lost[1].items.end());
        CHECK(told->severity == LossSeverity::Approximated);
        CHECK(told->before == "\\jitter(1,2)");
        CHECK(told->count == 1);
    }
}
