// SPDX-License-Identifier: MIT
// Rules of structure come from TTML2, IMSC 1.1 (§6 to §8), EBU Tech 3380 and the guides of iTunes
// and Netflix as reference pages tell them.
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

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
    document.language = "km";
    document.title = "Harbour & sea";
    const auto add = [&](std::int64_t start, std::int64_t end, std::string text) -> Cue& {
        Cue& cue = document.cues.emplace_back();
        cue.id = document.newId();
        cue.start = ms(start);
        cue.end = ms(end);
        cue.text.plain = std::move(text);
        return cue;
    };
    Cue& first = add(1000, 2500, "ទូក\nWhere is the boat?");
    first.label = "intro";
    first.text.spans = {{SpanKind::Language, 10, 28, "en"}, {SpanKind::Italic, 10, 15, ""}};
    Cue& second = add(2500, 4000, "2 < 3 & up");
    second.alignment = Alignment::TopCentre;
    return document;
}

const std::vector<std::string> kDialects = {"ttml", "ebu-tt-d", "itt", "netflix-ttml"};

}  // namespace

TEST_CASE("a new TTML file is read back as what was written", "[ttml][new]") {
    for (const std::string& id : kDialects) {
        INFO(id);
        const std::string text = written(film(), id);
        const auto found = recognised(text, "x");
        REQUIRE(found);
        CHECK(found->format->info().id == id);
        const Parsed again = testing::parsed(id, text);
        CHECK(again.diagnostics.empty());
        CHECK(again.document.title == "Harbour & sea");
        CHECK(again.document.language == "km");
        REQUIRE(again.document.cues.size() == 2);
        for (std::size_t i = 0; i < 2; ++i) {
            CHECK(again.document.cues[i].text.plain == film().cues[i].text.plain);
            CHECK(again.document.cues[i].start == film().cues[i].start);
            CHECK(again.document.cues[i].end == film().cues[i].end);
        }
        CHECK(again.document.cues[0].label == "intro");
        CHECK(styleOf(again.document, again.document.cues[0])->alignment ==
              Alignment::BottomCentre);
        CHECK(styleOf(again.document, again.document.cues[1])->alignment == Alignment::TopCentre);
    }
}

TEST_CASE("a label is an id where XML Schema takes it for one, else it is told", "[ttml][new]") {
    // XML 1.0, second edition, appendix B: letters of Unicode 2, of which Khmer is none.
    for (const std::string& id : kDialects)
        for (const char* const label :
             {"ខ្មែរ", "ក", "a្", "1st", "-a", "a b", "a:b", "a\u00D7", "𠀀", "a\x80"}) {
            CAPTURE(id, label);
            Document document = film();
            document.cues[0].label = label;
            CHECK_FALSE(has(written(document, id), fmt::format("xml:id=\"{}\"", label)));
            const LossReport losses = formatNamed(id)->plan(document, {});
            const LossItem* lost = lossOf(losses, feature::kLabel);
            REQUIRE(lost);
            CHECK(lost->severity == LossSeverity::Dropped);
        }
    for (const std::string& id : kDialects)
        for (const char* const label :
             {"สาย", "сцена-1", "é.1", "中", "가", "_1", "a\u0301", "a\u00B7", "a\u0660"}) {
            CAPTURE(id, label);
            Document document = film();
            document.cues[0].label = label;
            CHECK(has(written(document, id), fmt::format("xml:id=\"{}\"", label)));
            CHECK_FALSE(lossOf(formatNamed(id)->plan(document, {}), feature::kLabel));
        }
}

TEST_CASE("a new file of IMSC 1.1 names its profile, and each region has an extent",
          "[ttml][new]") {
    const std::string text = written(film(), "ttml");
    CHECK(has(text, "ttp:contentProfiles=\"http://www.w3.org/ns/ttml/profile/imsc1.1/text\""));
    CHECK(has(text, "xml:lang=\"km\""));
    CHECK(has(text, "<region xml:id=\"top\" tts:origin=\"10% 10%\" tts:extent=\"80% 80%\""));
    CHECK(has(text,
              "<p xml:id=\"intro\" begin=\"00:00:01.000\" end=\"00:00:02.500\" region=\"bottom\">ទូក"
              "<br/><span xml:lang=\"en\"><span tts:fontStyle=\"italic\">Where</span> is the boat?"
              "</span></p>"));
    CHECK(has(text, ">2 &lt; 3 &amp; up</p>"));
}

TEST_CASE("EBU-TT-D has all text in spans that only refer to styles", "[ttml][new]") {
    const std::string text = written(film(), "ebu-tt-d");
    CHECK(has(text, "<ebuttm:conformsToStandard>urn:ebu:tt:distribution:2018-04<"));
    CHECK(has(text, "ttp:timeBase=\"media\""));
    const std::size_t body = text.find("<body");
    CHECK(text.find("tts:", body) == std::string::npos);
    CHECK(has(text, "<span>ទូក</span><br/><span style=\"t"));
    CHECK(has(text, "<style xml:id=\"t1\" tts:textAlign=\"center\"/>"));
}

TEST_CASE("iTunes Timed Text has time codes of the film's rate", "[ttml][new]") {
    CHECK(has(written(film(), "itt"), "ttp:timeBase=\"smpte\""));
    CHECK(has(written(film(), "itt"), "begin=\"00:00:01:00\" end=\"00:00:02:12\""));
    const auto rate = FrameRate::fromFraction(Fraction(24000, 1001));
    REQUIRE(rate);
    const FrameTimeline timeline = FrameTimeline::constant(*rate);
    WriteOptions options;
    options.timeline = &timeline;
    options.rounding = Rounding::Frame;
    const std::string text = written(film(), "itt", options);
    CHECK(has(text, "ttp:frameRate=\"24\""));
    CHECK(has(text, "ttp:frameRateMultiplier=\"1000 1001\""));
    // Frame 24 begins at 1.001 s and is the first at or after 1 s; the last before 2.5 s is 59.
    CHECK(has(text, "begin=\"00:00:01:00\" end=\"00:00:02:12\""));
    const auto precisionOf = [](const LossReport& losses) {
        return std::ranges::find(losses.items, feature::kTimePrecision, &LossItem::feature);
    };
    const LossReport onFilm = formatNamed("itt")->plan(film(), options);
    REQUIRE(precisionOf(onFilm) != onFilm.items.end());
    CHECK(precisionOf(onFilm)->severity == LossSeverity::Info);
    // Without the film, of 24 whole frames a second, all three times are frames.
    const LossReport onNone = formatNamed("itt")->plan(film(), {});
    CHECK(precisionOf(onNone) == onNone.items.end());
    Document between = film();
    between.cues[0].start = ms(1010);
    const LossReport moved = formatNamed("itt")->plan(between, {});
    REQUIRE(precisionOf(moved) != moved.items.end());
    CHECK(precisionOf(moved)->severity == LossSeverity::Approximated);
    CHECK(precisionOf(moved)->cues == std::vector<CueId>{between.cues[0].id});
}

TEST_CASE("a move to a frame of iTunes is told as it is, from parts of milliseconds too",
          "[ttml][new]") {
    Document document = film();
    document.cues[0].start = Time::fromFlicks(Time::kPerMillisecond * 10'201 / 10);  // 24.48 frames
    document.cues[0].end = ms(3000);
    CHECK(has(written(document, "itt"), "begin=\"00:00:01:00\""));
    const LossReport losses = formatNamed("itt")->plan(document, {});
    const auto moved = std::ranges::find(losses.items, feature::kTimePrecision, &LossItem::feature);
    REQUIRE(moved != losses.items.end());
    CHECK(moved->severity == LossSeverity::Approximated);
    CHECK(moved->count == 1);
    CHECK(moved->after == "00:00:01:00, the nearest frame");
}

TEST_CASE("Netflix's TTML has ticks of 10 MHz", "[ttml][new]") {
    const std::string text = written(film(), "netflix-ttml");
    CHECK(has(text, "ttp:tickRate=\"10000000\""));
    CHECK(has(text, "begin=\"10000000t\" end=\"25000000t\""));
}

TEST_CASE("ruby, speakers and times inside of a text are held by TTML", "[ttml][new]") {
    Document document = film();
    Cue& cue = document.cues[0];
    cue.label.clear();
    cue.text.plain = "東京とうへ go on";
    cue.text.spans = {{SpanKind::Ruby, 0, 12, ""},
                      {SpanKind::RubyText, 6, 12, ""},
                      {SpanKind::Voice, 16, 21, "Dara"},
                      {SpanKind::InnerTime, 16, 16, "00:00:01.500"}};
    cue.speaker = "Neary";
    CHECK(formatNamed("ttml")->plan(document, {}).empty());
    const std::string text = written(document, "ttml");
    const Document again = documentOf("ttml", text);
    CHECK(again.cues[0].speaker == "Neary");
    CHECK(again.cues[0].text.plain == cue.text.plain);
    CHECK(again.cues[0].text.spans == cue.text.spans);
}

TEST_CASE("styles become elements of the head", "[ttml][new]") {
    Document document = film();
    Style style = defaultStyleFor("km");
    style.name = "Sign";
    style.italic = true;
    style.primary = {255, 255, 0, 255};
    style.alignment = Alignment::MiddleCentre;
    document.styles = {style};
    document.cues[0].style = "Sign";
    const Document again = documentOf("ttml", written(document, "ttml"));
    const Style* read = styleOf(again, again.cues[0]);
    REQUIRE(read);
    CHECK(read->italic);
    CHECK(read->primary == style.primary);
    CHECK(read->alignment == Alignment::MiddleCentre);
}

TEST_CASE("characters that XML forbids are replaced and told", "[ttml][new]") {
    Document document = film();
    document.cues[1].text.plain =
        "a\x01"
        "b  c";
    const LossReport losses = formatNamed("ttml")->plan(document, {});
    REQUIRE(losses.items.size() == 1);
    CHECK(losses.items[0].feature == feature::kText);
    const Document again = documentOf("ttml", written(document, "ttml"));
    CHECK(again.cues[1].text.plain ==
          "a\xEF\xBF\xBD"
          "b  c");
}
