// SPDX-License-Identifier: MIT
#include <subs/edit/two_styles.h>

#include "catch.h"

#include <string>
#include <vector>

using namespace subs;

namespace {

Document trackOf(const std::string& language, const std::vector<std::int64_t>& starts) {
    Document document;
    document.language = language;
    for (const std::int64_t start : starts) {
        Cue cue;
        cue.id = document.newId();
        cue.start = Time::fromMilliseconds(start);
        cue.end = Time::fromMilliseconds(start + 1000);
        cue.text.plain = language;
        document.cues.push_back(std::move(cue));
    }
    return document;
}

}  // namespace

TEST_CASE("each language has a style of its own and its own times", "[edit][stack]") {
    const Document both =
        inTwoStyles(trackOf("km", {1000, 3000}), trackOf("en", {1040}), SecondPlace::Top);
    REQUIRE(both.styles.size() == 2);
    CHECK(both.styles[0].name == "km");
    CHECK(both.styles[0].fontName == "Khmer OS Battambang");
    CHECK(both.styles[0].alignment == Alignment::BottomCentre);
    CHECK(both.styles[1].name == "en");
    CHECK(both.styles[1].alignment == Alignment::TopCentre);
    REQUIRE(both.cues.size() == 3);
    CHECK(both.cues[0].style == "km");
    CHECK(both.cues[1].style == "en");
    CHECK(both.cues[1].start == Time::fromMilliseconds(1040));
    CHECK(both.cues[2].start == Time::fromMilliseconds(3000));
}

TEST_CASE("the second language stands above two lines of the first", "[edit][stack]") {
    Document khmer = trackOf("km", {0});
    khmer.styles.push_back(defaultStyleFor("km"));
    khmer.styles[0].fontSize = 100;
    khmer.styles[0].margins.vertical = 40;
    const Document both = inTwoStyles(khmer, trackOf("en", {0}), SecondPlace::Above);
    CHECK(both.styles[1].alignment == Alignment::BottomCentre);
    CHECK(both.styles[1].margins.vertical == 260);
}

TEST_CASE("styles of one name are told apart, and sizes fit the first canvas", "[edit][stack]") {
    Document khmer = trackOf("km", {0});
    Document english = trackOf("en", {0});
    khmer.styles.push_back(defaultStyleFor("km"));
    khmer.canvas = Canvas{1920, 1080};
    english.styles.push_back(defaultStyleFor("en"));
    english.styles[0].fontSize = 20;
    english.styles[0].margins = {10, 20, 30};
    english.canvas = Canvas{384, 270};
    english.cues[0].style = "Default";
    const Document both = inTwoStyles(khmer, english, SecondPlace::Top);
    REQUIRE(both.styles.size() == 2);
    CHECK(both.styles[0].name == "Default");
    CHECK(both.styles[1].name == "Default (en)");
    CHECK(both.styles[1].fontSize == 80);
    CHECK(both.styles[1].margins == Margins{50, 100, 120});
    CHECK(styleOf(both, both.cues[0])->name == "Default");
    CHECK(both.cues[1].style == "Default (en)");
}

TEST_CASE("the first language can stand above two lines of the second", "[edit][stack]") {
    Document english = trackOf("en", {0});
    english.styles.push_back(defaultStyleFor("en"));
    english.styles[0].fontSize = 100;
    english.styles[0].margins.vertical = 40;
    english.canvas = Canvas();
    const Document both = inTwoStyles(trackOf("km", {0}), english, SecondPlace::Below);
    CHECK(both.styles[0].margins.vertical == 260);
    CHECK(both.styles[1].margins.vertical == 40);
}

TEST_CASE("cues of the first keep their place in the file, and so does what they say",
          "[edit][stack]") {
    Document khmer = trackOf("km", {3000, 1000});
    khmer.styles.push_back(defaultStyleFor("km"));
    khmer.cues[0].style = "No such style";
    khmer.cues[0].piece.index = 7;
    const Document both = inTwoStyles(khmer, trackOf("en", {2000}), SecondPlace::Top);
    REQUIRE(both.cues.size() == 3);
    CHECK(both.cues[0].style == "en");
    CHECK(both.cues[0].id == CueId{3});
    CHECK(both.cues[1].style == "No such style");
    CHECK(both.cues[1].piece.index == 7);
    CHECK(both.cues[2].start == Time::fromMilliseconds(1000));
}

TEST_CASE("styles of the second that get another name are followed by all that names them",
          "[edit][stack]") {
    Document khmer = trackOf("km", {0});
    khmer.styles.push_back(defaultStyleFor("km"));
    khmer.styles[0].name = "Default";
    Document english = trackOf("en", {0});
    for (const char* name : {"Default", "Top", "Top"}) {
        english.styles.push_back(defaultStyleFor("en"));
        english.styles.back().name = name;
    }
    english.cues[0].style = "Top";
    english.cues[0].text.spans = {{SpanKind::Opaque, 1, 1, "\\rDefault"},
                                  {SpanKind::Opaque, 2, 2, "\\r"}};
    const Document both = inTwoStyles(khmer, english, SecondPlace::Top);
    REQUIRE(both.styles.size() == 4);
    CHECK(both.styles[1].name == "Default (en)");
    CHECK(both.styles[2].name == "Top");
    CHECK(both.styles[3].name == "Top (en)");
    // Of two styles of one name the later counts, as in its own file.
    CHECK(both.cues[1].style == "Top (en)");
    CHECK(both.cues[1].text.spans[0].value == "\\rDefault (en)");
    CHECK(both.cues[1].text.spans[1].value == "\\r");
}
