// SPDX-License-Identifier: MIT
// Times and places come from SMPTE ST 428-7 and TI 2504760 as the reference pages tell them, the
// order of elements and the values of attributes from the schemas of both.
#include <subs/format/features.h>
#include <subs/text/language_tag.h>

#include "catch.h"
#include "format/cinema/content_id.h"
#include "format/cinema/time_code.h"
#include "format/read.h"

#include <fmt/format.h>

#include <ctime>
#include <string>

using namespace subs;
using testing::documentOf;
using testing::has;
using testing::lossOf;
using testing::ms;
using testing::written;

namespace {

Document film() {
    Document document;
    document.format = "elsewhere";
    document.language = "en";
    document.title = "Harbour & sea";
    const auto add = [&](std::int64_t start, std::int64_t end, std::string text) -> Cue& {
        Cue& cue = document.cues.emplace_back();
        cue.id = document.newId();
        cue.start = ms(start);
        cue.end = ms(end);
        cue.text.plain = std::move(text);
        return cue;
    };
    Cue& first = add(1000, 2500, "Where is\nthe boat?");
    first.text.spans = {{SpanKind::Italic, 0, 5, ""}, {SpanKind::Color, 9, 18, "#FFCC00"}};
    Cue& second = add(2500, 4000, "2 < 3 & up");
    second.alignment = Alignment::TopLeft;
    return document;
}

FrameTimeline timelineOf(std::int64_t top, std::int64_t bottom = 1) {
    return FrameTimeline::constant(FrameRate::fromFraction(Fraction(top, bottom)).value());
}

/// As a new file for a film of 24 frames a second.
std::string made(const Document& document, std::string_view id) {
    const FrameTimeline timeline = timelineOf(24);
    WriteOptions options;
    options.timeline = &timeline;
    return written(document, id, options);
}

}  // namespace

TEST_CASE("times of cinema files are read exactly", "[cinema]") {
    using namespace cinema;
    const auto timeAt = [](std::string_view text, const Units& units) {
        const auto code = timeCodeIn(text);
        REQUIRE(code);
        return timeOf(*code, units);
    };
    CHECK(timeAt("00:00:01:12", {24, 24}) == ms(1500));
    CHECK(timeAt("01:02:03:00", {25, 25}) == ms(3'723'000));
    CHECK(timeAt("00:00:01:001", {kTicks, kTicks}) == ms(1004));
    CHECK(timeAt("00:00:01:249", {kTicks, kTicks}) == ms(1996));
    CHECK(timeAt("00:00:01.5", {kTicks, kTicks}) == ms(1500));
    CHECK(timeAt("00:00:01:00", {24, Fraction(24000, 1001)}) == ms(1001));
    for (const char* const text : {"",
                                   "1",
                                   "00:00:01",
                                   "00:00:01:",
                                   "00:00:01:x",
                                   "-1:00:00:00",
                                   "00.00:00:00",
                                   "00:00:1234567890123456789:00"})
        CHECK_FALSE(timeCodeIn(text));
    CHECK(fadeIn("20", {kTicks, kTicks}) == ms(80));
    CHECK(fadeIn("00:00:00:020", {kTicks, kTicks}) == ms(80));
    CHECK(fadeIn("00:00:00:12", {24, 24}) == ms(500));
    CHECK_FALSE(fadeIn("slow", {24, 24}));
    CHECK(timeCodeText(24 * 3661 + 5, {24, 24}, 2) == "01:01:01:05");
    CHECK(timeCodeText(250 * 100 * 3600, {kTicks, kTicks}, 3) == "100:00:00:000");
}

TEST_CASE("a new DCDM file has the elements of the schema in their order", "[cinema]") {
    WriteOptions options;
    options.issued = 1'770'112'800;  // date -u -d @1770112800: 2026-02-03 10:00:00
    const FrameTimeline timeline = timelineOf(24);
    options.timeline = &timeline;
    const std::string text = written(film(), "dcdm", options);
    std::size_t at = 0;
    for (const char* const part :
         {"<SubtitleReel xmlns=\"http://www.smpte-ra.org/schemas/428-7/2014/DCST\">",
          "<Id>urn:uuid:",
          "<ContentTitleText>Harbour &amp; sea</ContentTitleText>",
          "<IssueDate>2026-02-03T10:00:00+00:00</IssueDate>",
          "<ReelNumber>1</ReelNumber>",
          "<Language>en</Language>",
          "<EditRate>24 1</EditRate>",
          "<TimeCodeRate>24</TimeCodeRate>",
          "<StartTime>00:00:00:00</StartTime>",
          "<SubtitleList>",
          "<Font Color=\"FFFFFFFF\" Effect=\"border\" EffectColor=\"FF000000\" Italic=\"no\" "
          "Size=\"42\" Underline=\"no\" Weight=\"normal\">",
          "<Subtitle SpotNumber=\"1\" TimeIn=\"00:00:01:00\" TimeOut=\"00:00:02:12\" "
          "FadeUpTime=\"00:00:00:00\" FadeDownTime=\"00:00:00:00\">",
          // 42 points are 5.303 % of 792; lines are 1.2 of that apart.
          "<Text Halign=\"center\" Hposition=\"0\" Valign=\"bottom\" Vposition=\"14.364\"><Font "
          "Italic=\"yes\">Where</Font> is</Text>",
          "<Text Halign=\"center\" Hposition=\"0\" Valign=\"bottom\" Vposition=\"8\"><Font "
          "Color=\"FFFFCC00\">the boat?</Font></Text>",
          // Its upper edge is at 8 %, its baseline 1.069 of the size below.
          "<Text Halign=\"left\" Hposition=\"5\" Valign=\"top\" Vposition=\"13.669\">2 &lt; 3 "
          "&amp; up<",
          "</SubtitleList>",
          "</SubtitleReel>"}) {
        INFO(part);
        const std::size_t found = text.find(part, at);
        REQUIRE(found != std::string::npos);
        at = found;
    }
}

TEST_CASE("a new Interop file has the elements of the schema in their order", "[cinema]") {
    Document document = film();
    document.language = "km";
    const std::string text = made(document, "interop");
    std::size_t at = 0;
    for (const char* const part :
         {"<DCSubtitle Version=\"1.0\">",
          "<SubtitleID>",
          "<MovieTitle>Harbour &amp; sea</MovieTitle>",
          "<ReelNumber>1</ReelNumber>",
          "<Language>Khmer</Language>",
          "<Font Color=\"FFFFFFFF\" Effect=\"border\" EffectColor=\"FF000000\" Italic=\"no\" "
          "Size=\"42\" Underlined=\"no\" Weight=\"normal\">",
          "<Subtitle SpotNumber=\"1\" TimeIn=\"00:00:01:000\" TimeOut=\"00:00:02:125\" "
          "FadeUpTime=\"00:00:00:000\" FadeDownTime=\"00:00:00:000\">",
          "<Text HAlign=\"center\" HPosition=\"0\" VAlign=\"bottom\" VPosition=\"14.364\">",
          "</DCSubtitle>"}) {
        INFO(part);
        const std::size_t found = text.find(part, at);
        REQUIRE(found != std::string::npos);
        at = found;
    }
}

TEST_CASE("a new cinema file is read back as what was written", "[cinema]") {
    for (const char* const id : {"dcdm", "interop"}) {
        INFO(id);
        const Document document = film();
        const std::string text = made(document, id);
        const auto found = recognised(text, "x");
        REQUIRE(found);
        CHECK(found->format->info().id == id);
        const Parsed again = testing::parsed(id, text);
        CHECK(again.diagnostics.empty());
        CHECK(again.document.title == document.title);
        CHECK(again.document.language == "en");
        REQUIRE(again.document.cues.size() == 2);
        for (std::size_t i = 0; i < 2; ++i) {
            CHECK(again.document.cues[i].start == document.cues[i].start);
            CHECK(again.document.cues[i].end == document.cues[i].end);
            CHECK(again.document.cues[i].text == document.cues[i].text);
        }
        CHECK(again.document.cues[1].alignment == Alignment::TopLeft);
        // From what is read the same file is made again.
        CHECK(made(detached(again.document), id) == made(detached(again.document), id));
        CHECK(written(again.document, id) == text);
    }
}

TEST_CASE("ids of cinema files are UUIDs made of the content", "[cinema]") {
    const std::string id = cinema::contentId("a");
    REQUIRE(id.size() == 36);
    for (std::size_t i = 0; i < id.size(); ++i) {
        const bool isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
        CHECK((id[i] == '-') == isHyphen);
    }
    CHECK(id[14] == '8');
    CHECK(std::string("89ab").find(id[19]) != std::string::npos);
    CHECK(cinema::contentId("a") == id);
    CHECK(cinema::contentId("b") != id);
    CHECK(languageName("km") == "Khmer");
    CHECK(languageName("qq-x") == "qq-x");
}

TEST_CASE("cinema rates are whole ones, others are refused with what to do", "[cinema]") {
    CHECK(formatNamed("dcdm")->write(film(), {}).error().code == "time.no-timeline");
    CHECK(formatNamed("interop")->write(film(), {}));
    WriteOptions options;
    const FrameTimeline slow = timelineOf(24000, 1001);
    options.timeline = &slow;
    for (const char* const id : {"dcdm", "interop"}) {
        const auto refused = formatNamed(id)->write(film(), options);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "cinema.edit-rate");
        CHECK(has(refused.error().message, "--to-fps 24"));
    }
    const FrameTimeline fast = timelineOf(48);
    options.timeline = &fast;
    const std::string text = written(film(), "dcdm", options);
    CHECK(has(text, "<EditRate>48 1</EditRate>"));
    CHECK(has(text, "TimeOut=\"00:00:02:24\""));
    // 30 is not of the rates that an interlaced master has.
    const FrameTimeline odd = timelineOf(27);
    options.timeline = &odd;
    CHECK_FALSE(formatNamed("dcdm")->write(film(), options));
}

TEST_CASE("equal edges stay equal, and each goes to the nearest unit", "[cinema]") {
    Document document = film();
    document.cues[0].end = document.cues[1].start = ms(2479);  // 59.496 frames
    const std::string text = made(document, "dcdm");
    CHECK(has(text, "TimeOut=\"00:00:02:11\""));
    CHECK(has(text, "TimeIn=\"00:00:02:11\""));
    CHECK(lossOf(formatNamed("dcdm")->plan(document, {}), feature::kTimePrecision));
    document.cues[0].end = document.cues[1].start = ms(2482);  // 620.5 ticks
    CHECK(has(made(document, "interop"), "TimeOut=\"00:00:02:121\""));
}

TEST_CASE("Khmer in a cinema file is written, with a remark", "[cinema][khmer]") {
    Document document = film();
    document.cues[0].text = {"ទូក\nនៅ​ឯ​ណា?", {}};
    const LossReport losses = formatNamed("dcdm")->plan(document, {});
    const LossItem* item = lossOf(losses, feature::kText);
    REQUIRE(item);
    CHECK(item->severity == LossSeverity::Info);
    CHECK(item->count == 1);
    CHECK_FALSE(item->remedy.empty());
    const std::string text = made(document, "dcdm");
    CHECK(documentOf("dcdm", text).cues[0].text.plain == document.cues[0].text.plain);
    // Lines of Khmer stand 1.6 of the letters' size apart.
    CHECK(has(text, "Vposition=\"16.485\""));
}

TEST_CASE("the fades of ASS are those of cinema files", "[cinema][ass]") {
    const auto ass = [](const std::string& tags) {
        return documentOf(
            "ass",
            "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Start, End, Text\n"
            "Dialogue: 0:00:01.00,0:00:03.00,{" +
                tags + "}boat\n");
    };
    const Document faded = ass("\\fad(80, 500)");
    CHECK(has(made(faded, "interop"), "FadeUpTime=\"00:00:00:020\" FadeDownTime=\"00:00:00:125\""));
    CHECK_FALSE(lossOf(formatNamed("interop")->plan(faded, {}), feature::kOverrides));
    CHECK(documentOf("interop", made(faded, "interop")).cues[0].settings ==
          "fade-up:80 fade-down:500");
    // The first counts, as players have it; what is no fade of that kind is told.
    CHECK(has(made(ass("\\fad(0,40)\\fad(900,900)"), "interop"),
              "FadeUpTime=\"00:00:00:000\" FadeDownTime=\"00:00:00:010\""));
    for (const char* const other :
         {"\\fade(255,0,255,0,100,900,1000)", "\\fad(1)", "\\fad(-1,2)", "\\fad(a,b)"}) {
        INFO(other);
        CHECK(has(made(ass(other), "interop"),
                  "FadeUpTime=\"00:00:00:000\" FadeDownTime=\"00:00:00:000\""));
        CHECK(lossOf(formatNamed("interop")->plan(ass(other), {}), feature::kOverrides));
    }
}

TEST_CASE("fades go from one cinema format to the other", "[cinema]") {
    Document document = film();
    document.cues[0].settings = "fade-up:80 fade-down:500";
    CHECK(has(made(document, "interop"),
              "FadeUpTime=\"00:00:00:020\" FadeDownTime=\"00:00:00:125\""));
    CHECK(has(made(document, "dcdm"), "FadeUpTime=\"00:00:00:02\" FadeDownTime=\"00:00:00:12\""));
    CHECK_FALSE(lossOf(formatNamed("interop")->plan(document, {}), feature::kFades));
    CHECK_FALSE(lossOf(formatNamed("dcdm")->plan(document, {}), feature::kCoordinates));
    // 250/3 ms are 2 of 24 frames: ASS has whole milliseconds.
    document.cues[0].settings = "fade-up:250/3 fade-down:500";
    CHECK(has(made(document, "ass"), ",{\\fad(83,500)"));
    const LossReport losses = formatNamed("ass")->plan(document, {});
    REQUIRE(lossOf(losses, feature::kFades));
    CHECK(lossOf(losses, feature::kFades)->severity == LossSeverity::Approximated);
    document.cues[0].settings = "X1:1";
    CHECK(lossOf(formatNamed("dcdm")->plan(document, {}), feature::kCoordinates));
}

TEST_CASE("fades that are no whole units of a cinema file are told", "[cinema][loss]") {
    Document document = film();
    const auto plan = [&](const char* format, const char* fades) {
        document.cues[0].settings = fades;
        return formatNamed(format)->plan(document, {});
    };
    // A frame of 24 a second is 41.67 ms: 210 ms are 5.04 of them, 333 ms 7.99.
    LossReport losses = plan("dcdm", "fade-up:210 fade-down:333");
    const LossItem* loss = lossOf(losses, feature::kFades);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Approximated);
    CHECK(loss->count == 2);
    CHECK(loss->before == "fade-up:210");
    CHECK(loss->after == "FadeUpTime 00:00:00:05");
    // 10 ms are less than half a frame.
    losses = plan("dcdm", "fade-down:10");
    loss = lossOf(losses, feature::kFades);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Dropped);
    CHECK(loss->before == "fade-down:10");
    CHECK(loss->after.empty());
    // Five frames are 208.33 ms, and 52.08 ticks of 4 ms.
    losses = plan("interop", "fade-up:625/3");
    loss = lossOf(losses, feature::kFades);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Approximated);
    CHECK(loss->before == "fade-up:about 208.333");
    CHECK(loss->after == "FadeUpTime 00:00:00:052");
    CHECK_FALSE(lossOf(plan("dcdm", "fade-up:625/3"), feature::kFades));
    CHECK_FALSE(lossOf(plan("interop", "fade-down:208"), feature::kFades));
}

TEST_CASE("no Font is in a Font, and no Ruby in one", "[cinema]") {
    Document document = film();
    document.cues[0].text = {"kanji reading rest",
                             {{SpanKind::Italic, 0, 18, ""},
                              {SpanKind::Ruby, 0, 13, ""},
                              {SpanKind::Bold, 14, 18, ""},
                              {SpanKind::RubyText, 5, 13, ""}}};
    std::ranges::stable_sort(document.cues[0].text.spans, {}, &Span::begin);
    CHECK(has(made(document, "dcdm"),
              "><Ruby><Rb>kanji</Rb><Rt> reading</Rt></Ruby><Font Italic=\"yes\"> </Font><Font "
              "Italic=\"yes\" Weight=\"bold\">rest</Font></Text>"));
}

TEST_CASE("styles give the letters and the place of new cinema files", "[cinema]") {
    Document document = film();
    document.canvas = Canvas{.width = 1280, .height = 720};
    Style style;
    style.fontSize = 52;
    style.primary = {255, 255, 0, 255};
    style.bold = true;
    style.margins.vertical = 72;
    document.styles = {style};
    const std::string text = made(document, "dcdm");
    // 52 / 1.362 of 720 are 42 of 792 points; 72 of 720 are 10 %.
    CHECK(has(text, "<Font Color=\"FFFFFF00\""));
    CHECK(has(text, "Size=\"42\" Underline=\"no\" Weight=\"bold\">"));
    // The baseline is 0.293 of 5.303 % above the lower edge: 11.55 %, and 11.6 % is the same pixel.
    CHECK(has(text, "Valign=\"bottom\" Vposition=\"11.6\">"));
}

TEST_CASE("margins that would have a cue outside of the picture are told", "[cinema]") {
    Document document = film();
    document.canvas = Canvas{1920, 1080};
    document.cues[0].margins.vertical = 3000;
    document.cues[1].margins.vertical = -500;
    for (const char* const target : {"dcdm", "interop"}) {
        CAPTURE(target);
        const LossReport losses = formatNamed(target)->plan(document, {});
        const LossItem* const loss = lossOf(losses, feature::kMargins);
        REQUIRE(loss);
        CHECK(loss->severity == LossSeverity::Approximated);
        CHECK(loss->cues == std::vector<CueId>{document.cues[0].id, document.cues[1].id});
        CHECK(loss->before == "3000");
        CHECK(loss->after == "100 %");
    }
    CHECK(has(made(document, "dcdm"), "Vposition=\"0\">2 &lt; 3"));
    document.cues[0].margins.vertical = 900;
    document.cues[1].margins.vertical = 0;
    CHECK(lossOf(formatNamed("dcdm")->plan(document, {}), feature::kMargins) == nullptr);
    Document own = documentOf("dcdm", made(document, "dcdm"));
    CHECK(lossOf(formatNamed("dcdm")->plan(own, {}), feature::kMargins) == nullptr);
    own.cues[0].margins.vertical = 3000;
    const LossReport losses = formatNamed("dcdm")->plan(own, {});
    const LossItem* const loss = lossOf(losses, feature::kMargins);
    REQUIRE(loss);
    CHECK(loss->cues == std::vector<CueId>{own.cues[0].id});
}

TEST_CASE("a vertical position is that of the baseline, before 2014 of the box", "[cinema]") {
    const auto marginIn = [](std::string_view year, std::string_view row, std::string_view place) {
        const std::string file = fmt::format(
            "<SubtitleReel xmlns=\"http://www.smpte-ra.org/schemas/428-7/{}/DCST\">"
            "<EditRate>24 1</EditRate><TimeCodeRate>24</TimeCodeRate><SubtitleList>"
            "<Subtitle TimeIn=\"00:00:01:00\" TimeOut=\"00:00:02:00\">"
            "<Text Valign=\"{}\" Vposition=\"{}\">a</Text></Subtitle></SubtitleList></SubtitleReel>",
            year,
            row,
            place);
        const Document document = documentOf("dcdm", file);
        return styleOf(document, document.cues.at(0))->margins.vertical;
    };
    // Of 1080: 8 %, and that less 0.293 or 1.069 of the 57.27 pixels that 42 points are.
    CHECK(marginIn("2010", "bottom", "8") == 86);
    CHECK(marginIn("2007", "top", "8") == 86);
    CHECK(marginIn("2014", "bottom", "8") == 70);
    CHECK(marginIn("2014", "top", "8") == 25);
    CHECK(marginIn("2014", "top", "2") == 1);
    const Document interop =
        documentOf("interop",
                   "<DCSubtitle><Subtitle TimeIn=\"00:00:01:000\" TimeOut=\"00:00:02:000\">"
                   "<Text VAlign=\"bottom\" VPosition=\"8\">a</Text></Subtitle></DCSubtitle>");
    CHECK(styleOf(interop, interop.cues.at(0))->margins.vertical == 70);
    CHECK(has(made(interop, "dcdm"), "Vposition=\"8\">a<"));
    Document middle = film();
    middle.cues[1].alignment = Alignment::MiddleCentre;
    // Half of 1.069 - 0.293 below the middle.
    CHECK(has(made(middle, "dcdm"), "Valign=\"center\" Vposition=\"2.058\">"));
}

TEST_CASE("cinema files with tens of thousands of anything are read in time", "[cinema]") {
    const std::clock_t begin = std::clock();
    const auto many = [](std::string_view part) {
        std::string text;
        for (int i = 0; i < 20'000; ++i)
            text += part;
        return text;
    };
    const std::string open =
        "<SubtitleReel><SubtitleList><Subtitle TimeIn=\"00:00:01:00\" TimeOut=\"00:00:02:00\">";
    for (const std::string& inside :
         {many("<Text>a</Text>"),
          "<Text>" + many("<Font Italic=\"yes\">a</Font>b") + "</Text>",
          "<Text>" + many("<Ruby><Rb>a</Rb><Rt>b</Rt></Ruby>") + "</Text>",
          "<Text>" + many("<Space/>") + "</Text>",
          many("<Image>a</Image>"),
          many("<Font>"),
          "<Text>" + many("\n") + "</Text>"}) {
        const std::string text = open + inside + "</Subtitle></SubtitleList></SubtitleReel>";
        Document document = documentOf("dcdm", text);
        CHECK(written(document, "dcdm") == text);
        if (document.cues.empty()) continue;
        made(detached(document), "interop");
        document.cues[0].text = withPlain(document.cues[0].text, document.cues[0].text.plain + "!");
        static_cast<void>(formatNamed("dcdm")->write(document, {}));
    }
    for (const char* const text : {"<SubtitleReel",
                                   "<DCSubtitle/>",
                                   "<SubtitleReel><Subtitle",
                                   "<DCSubtitle><Subtitle><Text>a<Text>b</DCSubtitle>"})
        CHECK(written(documentOf("dcdm", text), "dcdm") == text);
    CHECK((std::clock() - begin) / CLOCKS_PER_SEC < 60);
}

TEST_CASE("times later than a time code can say are its last, and told", "[cinema]") {
    // TimeCodeType of ST 428-7: [0-2][0-9]:…; timeType of Interop: \d\d:…
    Document document = film();
    document.cues[1].start = ms(std::int64_t{30} * 3'600'000);
    document.cues[1].end = ms(std::int64_t{101} * 3'600'000);
    CHECK(has(made(document, "dcdm"), "TimeIn=\"29:59:59:23\" TimeOut=\"29:59:59:23\""));
    CHECK(has(made(document, "interop"), "TimeIn=\"30:00:00:000\" TimeOut=\"99:59:59:249\""));
    for (const char* const id : {"dcdm", "interop"}) {
        const LossReport losses = formatNamed(id)->plan(document, {});
        const LossItem* loss = lossOf(losses, feature::kTimeRange);
        REQUIRE(loss);
        CHECK(loss->severity == LossSeverity::Unrepresentable);
    }
}

TEST_CASE("a time is told to move with the unit it moves by", "[cinema]") {
    Document document = film();
    document.cues[0].start = ms(1010);
    const auto severityIn = [&](const char* format, const WriteOptions& options) {
        const LossReport losses = formatNamed(format)->plan(document, options);
        const LossItem* loss = lossOf(losses, feature::kTimePrecision);
        REQUIRE(loss);
        return loss->severity;
    };
    // A frame of 24 a second is 41.7 ms, a tick 4 ms.
    CHECK(severityIn("dcdm", {}) == LossSeverity::Approximated);
    CHECK(severityIn("interop", {}) == LossSeverity::Info);
    const FrameTimeline frames = timelineOf(24);
    WriteOptions options;
    options.timeline = &frames;
    options.rounding = Rounding::Frame;
    CHECK(severityIn("dcdm", options) == LossSeverity::Info);
}

TEST_CASE("the language of a DCDM file is a tag, as xs:language asks", "[cinema]") {
    Document document = film();
    document.language = "pt_BR";
    CHECK(has(made(document, "dcdm"), "<Language>pt-BR</Language>"));
    document.language = "no language";
    CHECK(has(made(document, "dcdm"), "<Language>und</Language>"));
    CHECK(lossOf(formatNamed("dcdm")->plan(document, {}), feature::kLanguage));
    CHECK(has(made(document, "interop"), "<Language>no language</Language>"));
}

TEST_CASE("a DCDM file without a subtitle is refused, as its list may not be empty", "[cinema]") {
    Document document = film();
    for (Cue& cue : document.cues)
        cue.kind = CueKind::Comment;
    const FrameTimeline timeline = timelineOf(24);
    WriteOptions options;
    options.timeline = &timeline;
    const auto text = formatNamed("dcdm")->write(document, options);
    REQUIRE_FALSE(text);
    CHECK(text.error().code == "cinema.no-subtitle");
    CHECK(has(made(document, "interop"), "</DCSubtitle>"));
}
