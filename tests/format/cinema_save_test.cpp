// SPDX-License-Identifier: MIT
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"

#include <string>

using namespace subs;
using testing::documentOf;
using testing::has;
using testing::ms;
using testing::withReplaced;
using testing::written;

namespace {

const std::string kFile =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<dcst:SubtitleReel xmlns:dcst=\"http://www.smpte-ra.org/schemas/428-7/2010/DCST\">\n"
    "  <dcst:ContentTitleText>Pier</dcst:ContentTitleText>\n"
    "  <dcst:Language>en</dcst:Language>\n"
    "  <dcst:EditRate>25 1</dcst:EditRate>\n"
    "  <dcst:TimeCodeRate>25</dcst:TimeCodeRate>\n"
    "  <dcst:SubtitleList>\n"
    "    <dcst:Font ID='f' Size=\"40\">\n"
    "      <dcst:Subtitle SpotNumber=\"1\" TimeIn='00:00:01:05' TimeOut=\"00:00:02:10\" "
    "FadeUpTime=\"00:00:00:01\">\n"
    "        <dcst:Text Valign=\"bottom\" Vposition=\"14\" Zposition=\"1\">Up <dcst:Font "
    "Color=\"FFFFCC00\">there</dcst:Font></dcst:Text>\n"
    "        <dcst:Text Valign=\"bottom\" Vposition=\"8\">&amp; on</dcst:Text>\n"
    "      </dcst:Subtitle>\n"
    "      <dcst:Subtitle SpotNumber=\"2\" TimeIn=\"00:00:03:00\" TimeOut=\"00:00:04:00\">\n"
    "        <dcst:Text Valign=\"bottom\" Vposition=\"8\">Second</dcst:Text>\n"
    "      </dcst:Subtitle>\n"
    "    </dcst:Font>\n"
    "  </dcst:SubtitleList>\n"
    "</dcst:SubtitleReel>\n";

Document file() {
    return documentOf("dcdm", kFile);
}

bool loses(const Document& document, std::string_view feature) {
    for (const LossItem& item : formatNamed("dcdm")->plan(document, {}).items)
        if (item.feature == feature) return true;
    return false;
}

}  // namespace

TEST_CASE("an edited cue of a cinema file has its own parts written anew", "[cinema][save]") {
    CHECK(written(file(), "dcdm") == kFile);
    CHECK(formatNamed("dcdm")->plan(file(), {}).empty());
    Document document = file();
    REQUIRE(document.cues.size() == 2);
    document.cues[0].start = ms(1240);
    CHECK(written(document, "dcdm") == withReplaced(kFile, "00:00:01:05", "00:00:01:06"));
    document = file();
    document.cues[0].label = "7a";
    document.cues[0].settings = "fade-up:80";
    CHECK(written(document, "dcdm") ==
          withReplaced(withReplaced(kFile, "\"1\" TimeIn", "\"7a\" TimeIn"),
                       "FadeUpTime=\"00:00:00:01\"",
                       "FadeUpTime=\"00:00:00:02\" FadeDownTime=\"00:00:00:00\""));
    document = file();
    document.cues[0].text = withPlain(document.cues[0].text, "Up here\n& on");
    document.cues[0].text = withPlain(document.cues[0].text, "Up here\n& on <3");
    CHECK(written(document, "dcdm") ==
          withReplaced(withReplaced(kFile, ">there<", ">here<"), "&amp; on", "&amp; on &lt;3"));
}

TEST_CASE("lines of a cue of a cinema file are added and taken out", "[cinema][save]") {
    Document document = file();
    document.cues[1].text.plain = "Second\nand third";
    // 40 points are 5.0505 % of 792, and 1.2 of that is 6.061.
    CHECK(written(document, "dcdm") ==
          withReplaced(kFile,
                       "\"8\">Second</dcst:Text>",
                       "\"14.061\">Second</dcst:Text>\n        <dcst:Text Valign=\"bottom\" "
                       "Vposition=\"8\">and third</dcst:Text>"));
    const Document again = documentOf("dcdm", written(document, "dcdm"));
    CHECK(again.cues[1].text.plain == "Second\nand third");
    CHECK(again.cues[1].margins == document.cues[1].margins);
    document = file();
    document.cues[0].text = withPlain(document.cues[0].text, "Up there & on");
    const Document fewer = documentOf("dcdm", written(document, "dcdm"));
    CHECK(fewer.cues[0].text == document.cues[0].text);
    CHECK(fewer.cues[0].margins == document.cues[0].margins);
}

TEST_CASE("a cue of a cinema file is moved where it is told", "[cinema][save]") {
    Document document = file();
    document.cues[0].alignment = Alignment::TopCentre;
    const std::string text = written(document, "dcdm");
    CHECK(text.find(
              "<dcst:Text Valign=\"top\" Vposition=\"8\" Zposition=\"1\">Up <dcst:Font Color=") !=
          std::string::npos);
    const Document again = documentOf("dcdm", text);
    CHECK(again.cues[0].alignment.value_or(styleOf(again, again.cues[0])->alignment) ==
          Alignment::TopCentre);
    CHECK_FALSE(loses(document, feature::kAlignment));
}

TEST_CASE("cues are added to a cinema file and taken out of it", "[cinema][save]") {
    Document document = file();
    Cue cue;
    cue.id = document.newId();
    cue.start = ms(2600);
    cue.end = ms(2800);
    cue.text.plain = "between";
    cue.label = "1b";
    cue.style = document.cues[0].style;
    document.cues.insert(document.cues.begin() + 1, cue);
    const Document again = documentOf("dcdm", written(document, "dcdm"));
    REQUIRE(again.cues.size() == 3);
    CHECK(again.cues[1].text.plain == "between");
    CHECK(again.cues[1].label == "1b");
    CHECK(again.cues[1].start == ms(2600));
    CHECK(again.cues[1].settings.empty());
    document = file();
    document.cues.erase(document.cues.begin());
    const std::string fewer = written(document, "dcdm");
    CHECK(documentOf("dcdm", fewer).cues.size() == 1);
    CHECK(fewer.find("Up ") == std::string::npos);
}

TEST_CASE("texts at different places stay there unless their cue is placed anew",
          "[cinema][save]") {
    const std::string parted = withReplaced(kFile,
                                            "Valign=\"bottom\" Vposition=\"14\" Zposition",
                                            "Valign=\"top\" Vposition=\"15\" Zposition");
    Document document = documentOf("dcdm", parted);
    document.cues[0].text = withPlain(document.cues[0].text, "Up here\n& on");
    CHECK(written(document, "dcdm") == withReplaced(parted, ">there<", ">here<"));
    CHECK_FALSE(loses(document, feature::kAlignment));
    Document moved = documentOf("dcdm", parted);
    moved.cues[0].alignment = Alignment::MiddleCentre;
    CHECK(loses(moved, feature::kAlignment));
    Document joined = documentOf("dcdm", parted);
    joined.cues[0].text = {"Up there & on", {}};
    CHECK(loses(joined, feature::kAlignment));
    // What was cut off has the place of the first of them, with lines 1.2 of 40 points apart.
    Cue added = document.cues[0];
    added.id = document.newId();
    added.text = {"New\nlines", {}};
    document.cues.insert(document.cues.begin() + 1, added);
    const std::string text = written(document, "dcdm");
    CHECK(testing::has(text, "Valign=\"top\" Vposition=\"15\" Zposition=\"1\">New<"));
    CHECK(testing::has(text, "Valign=\"top\" Vposition=\"21.061\" Zposition=\"1\">lines<"));
    CHECK(formatNamed("dcdm")->plan(document, {}).empty());
}

TEST_CASE("what cannot be written in place of a cinema file is told", "[cinema][save]") {
    Document document = file();
    document.cues[0].speaker = "Dara";
    CHECK(loses(document, feature::kSpeaker));
    document = file();
    document.title = "Other";
    CHECK(loses(document, feature::kTitle));
    document = file();
    document.cues[0].text.spans.push_back({SpanKind::Strike, 0, 2, ""});
    CHECK(loses(document, feature::kStrike));
}

TEST_CASE("a move in place of a cinema file that is no whole unit is told", "[cinema][save]") {
    Document document = file();
    for (Cue& cue : document.cues) {
        cue.start += ms(10);
        *cue.end += ms(10);
    }
    CHECK(written(document, "dcdm") == kFile);
    const LossReport losses = formatNamed("dcdm")->plan(document, {});
    const LossItem* loss = testing::lossOf(losses, feature::kTimePrecision);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Approximated);
    CHECK(loss->count == 4);
    CHECK(loss->before == "00:00:01.210");
    CHECK(loss->after == "00:00:01:05");
    // Two frames of 25 a second are 80 ms.
    document = file();
    document.cues[1].start += ms(80);
    CHECK(formatNamed("dcdm")->plan(document, {}).empty());
    document.cues[1].start = ms(-40);
    CHECK(loses(document, feature::kNegativeTime));
}

TEST_CASE("fades in place of a cinema file that are no whole units are told", "[cinema][save]") {
    Document document = file();
    document.cues[0].settings = "fade-up:90 fade-down:5";
    CHECK(
        has(written(document, "dcdm"), "FadeUpTime=\"00:00:00:02\" FadeDownTime=\"00:00:00:00\""));
    const LossReport losses = formatNamed("dcdm")->plan(document, {});
    REQUIRE(losses.items.size() == 2);
    CHECK(losses.items[0].feature == feature::kFades);
    CHECK(losses.items[0].severity == LossSeverity::Approximated);
    CHECK(losses.items[0].after == "FadeUpTime 00:00:00:02");
    CHECK(losses.items[1].severity == LossSeverity::Dropped);
    CHECK(losses.items[1].before == "fade-down:5");
}

TEST_CASE("cues of a DCDM file stay on the frames of a film of any rate", "[cinema][save]") {
    const std::string of24 = withReplaced(withReplaced(kFile, ">25 1<", ">24 1<"), ">25<", ">24<");
    for (const char* const rate : {"23.976", "24", "25", "29.97", "30", "50", "59.94"}) {
        INFO(rate);
        const FrameTimeline film = FrameTimeline::constant(*parseFrameRate(rate));
        WriteOptions options;
        options.rounding = Rounding::Frame;
        options.timeline = &film;
        // Frame 29 of 24 a second is first seen on 31 of 25, which begins after it: it stays.
        CHECK(written(documentOf("dcdm", of24), "dcdm", options) == of24);
        CHECK(formatNamed("dcdm")->plan(documentOf("dcdm", of24), options).empty());
    }
}

TEST_CASE("a cinema file that is no XML is not edited into another", "[cinema][save]") {
    Document document =
        documentOf("interop", "<DCSubtitle><Subtitle TimeIn=\"00:00:01:000\"><Text>a<Text>b");
    REQUIRE(document.cues.size() == 1);
    document.cues[0].text.plain = "c\nd";
    const auto text = formatNamed("interop")->write(document, {});
    if (text)
        CHECK(documentOf("interop", *text).cues[0].text.plain == "c\nd");
    else
        CHECK(text.error().code == "format.not-in-place");
}
