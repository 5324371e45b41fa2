// SPDX-License-Identifier: MIT
// Where two languages stand in a file that one of them comes from.
#include <subs/format/registry.h>
#include <subs/job/pair_files.h>

#include "catch.h"
#include "format/read.h"

#include <string>
#include <string_view>
#include <vector>

using namespace subs;
using testing::has;

namespace {

const std::string kSecond = "1\n00:00:05,000 --> 00:00:07,500\nBonjour\n";

Paired pairedIn(const char* format,
                const std::string& first,
                SecondPlace place,
                PairForm form = PairForm::Styles,
                const std::string& second = kSecond) {
    PairOptions options;
    options.form = form;
    options.place = place;
    options.format = formatNamed(format);
    const bool isAss = second.starts_with("[");
    const std::string name = isAss ? "b.fr.ass" : "b.fr.srt";
    PairOutcome outcome =
        pairOne({{InputFile{"a.en", "a.en", std::nullopt}, InputFile{name, name, std::nullopt}},
                 {first, second}},
                options);
    if (outcome.error) FAIL(outcome.error->message);
    return std::move(outcome.paired);
}

/// "margins dropped", of both files and of the result.
std::vector<std::string> placesTold(const Paired& paired) {
    std::vector<std::string> told;
    const auto add = [&](const LossReport& losses) {
        for (const LossItem& loss : losses.items)
            if (loss.feature == "margins" || loss.feature == "alignment" ||
                loss.feature == "canvas" || loss.feature == "title")
                told.push_back(loss.feature + " " + std::string(nameOf(loss.severity)) + " " +
                               loss.before);
    };
    add(paired.lost[0]);
    add(paired.lost[1]);
    add(paired.losses);
    return told;
}

const std::string kDcdm =
    "<SubtitleReel xmlns=\"http://www.smpte-ra.org/schemas/428-7/2014/DCST\"><Language>en</Language>"
    "<EditRate>24 1</EditRate><TimeCodeRate>24</TimeCodeRate><SubtitleList>\n"
    "<Subtitle SpotNumber=\"1\" TimeIn=\"00:00:05:00\" TimeOut=\"00:00:07:12\">"
    "<Text Valign=\"bottom\" Vposition=\"8\">Hello</Text></Subtitle>\n"
    "</SubtitleList></SubtitleReel>\n";

const std::string kTtml =
    "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
    "xml:lang=\"en\"><head><layout><region xml:id=\"low\" tts:origin=\"10% 10%\" "
    "tts:extent=\"80% 80%\" tts:displayAlign=\"after\" tts:textAlign=\"center\"/></layout></head>"
    "<body><div>\n<p begin=\"5s\" end=\"7.5s\" region=\"low\">Hello</p>\n</div></body></tt>\n";

/// The Vposition of the line `text`.
double verticalOf(const std::string& file, const std::string& text) {
    const std::size_t end = file.find(">" + text + "<");
    const std::size_t tag = file.rfind("<Text", end);
    const std::size_t at = file.find("Vposition=\"", tag) + std::string_view("Vposition=\"").size();
    return std::stod(file.substr(at));
}

std::string tagOf(const std::string& file, const std::string& text) {
    const std::size_t end = file.find(">" + text + "<");
    const std::size_t tag = file.rfind('<', end - 1);
    return file.substr(tag, end - tag);
}

}  // namespace

TEST_CASE("two languages in a cinema file are in two places", "[job][pair][cinema]") {
    const Paired below = pairedIn("dcdm", kDcdm, SecondPlace::Below);
    // Two lines of 42 points, of 792 that the picture has, are 11 % of it.
    CHECK(verticalOf(below.bytes, "Hello") > verticalOf(below.bytes, "Bonjour") + 11);
    const Paired above = pairedIn("dcdm", kDcdm, SecondPlace::Above);
    CHECK(verticalOf(above.bytes, "Hello") == 8);
    CHECK(verticalOf(above.bytes, "Bonjour") > 8 + 11);
    const Paired top = pairedIn("dcdm", kDcdm, SecondPlace::Top);
    CHECK(has(tagOf(top.bytes, "Bonjour"), "Valign=\"top\""));
    CHECK(has(tagOf(top.bytes, "Hello"), "Valign=\"bottom\""));
}

TEST_CASE("the second language in the top row of a file goes there", "[job][pair]") {
    const Paired ttml = pairedIn("ttml", kTtml, SecondPlace::Top);
    CHECK(has(tagOf(ttml.bytes, "Hello"), "region=\"low\""));
    const std::string tag = tagOf(ttml.bytes, "Bonjour");
    CHECK_FALSE(has(tag, "region=\"low\""));
    CHECK(has(tag, "region="));
    CHECK(placesTold(ttml).empty());
    const std::string srt = "1\n00:00:05,000 --> 00:00:07,500\nHello\n";
    const Paired lines = pairedIn("srt", srt, SecondPlace::Top);
    CHECK(has(lines.bytes, "\nHello\n"));
    CHECK(has(lines.bytes, "{\\an8}Bonjour"));
}

TEST_CASE("no margins are told that a file does not get", "[job][pair][ttml]") {
    for (const SecondPlace place : {SecondPlace::Below, SecondPlace::Above}) {
        const Paired paired = pairedIn("ttml", kTtml, place);
        const auto told = placesTold(paired);
        REQUIRE(told.size() == 1);
        CHECK(told[0].starts_with("margins dropped style "));
    }
}

TEST_CASE("formats with one place for texts get both languages in one", "[job][pair]") {
    const std::string srt = "1\n00:00:05,000 --> 00:00:07,500\nHello\n";
    for (const char* format : {"ebu-stl", "scc"}) {
        CAPTURE(format);
        for (const SecondPlace place : {SecondPlace::Below, SecondPlace::Above}) {
            const Paired paired = pairedIn(format, srt, place);
            const Document made = testing::documentOf(format, paired.bytes);
            REQUIRE(made.cues.size() == 1);
            CHECK(made.cues[0].text.plain ==
                  (place == SecondPlace::Below ? "Hello\nBonjour" : "Bonjour\nHello"));
            REQUIRE(paired.made.size() == 1);
            CHECK(paired.made[0].code == "pair.stacked");
        }
    }
}

namespace {

std::string assOf(int wrap, const std::string& text, const std::string& more = {}) {
    return "[Script Info]\nScriptType: v4.00+\nWrapStyle: " + std::to_string(wrap) +
           "\nPlayResX: 640\nPlayResY: 360\n" + more +
           "\n[Events]\nFormat: Start, End, Text\nDialogue: 0:00:05.00,0:00:07.50," + text + "\n";
}

}  // namespace

TEST_CASE("breaks of ASS mean in a pair what they meant", "[job][pair][ass]") {
    const auto inPair = [](int first, int second, PairForm form) {
        return pairedIn("ass",
                        assOf(first, "one\\ntwo"),
                        SecondPlace::Below,
                        form,
                        assOf(second, "- Who?\\n- Me."))
            .bytes;
    };
    for (const PairForm form : {PairForm::Stacked, PairForm::Styles}) {
        CHECK(has(inPair(0, 2, form), "- Who?\\N- Me."));
        CHECK(has(inPair(2, 0, form), "- Who? - Me."));
        CHECK(has(inPair(2, 2, form), "- Who?\\n- Me."));
        CHECK(has(inPair(0, 2, form), "one\\ntwo"));
    }
}

TEST_CASE("what the head of the second file says of its looks is told", "[job][pair][ass]") {
    const Paired paired = pairedIn("ass",
                                   assOf(0, "one"),
                                   SecondPlace::Below,
                                   PairForm::Stacked,
                                   assOf(2, "two", "Title: Boats\nScaledBorderAndShadow: yes\n"));
    CHECK(placesTold(paired) ==
          std::vector<std::string>{"title dropped Boats", "canvas approximated WrapStyle: 2"});
}
