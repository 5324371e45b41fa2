// SPDX-License-Identifier: MIT
#include <subs/edit/stack.h>
#include <subs/edit/unstack.h>

#include "catch.h"
#include "edit/timed_cues.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace subs;
using testing::documentOf;
using testing::Timed;
using testing::told;

namespace {

bool isAt(const Cue& cue, std::int64_t start, std::int64_t end) {
    return cue.start == Time::fromMilliseconds(start) && cue.end == Time::fromMilliseconds(end);
}

Stacked exact(const Document& first, const Document& second) {
    return stacked(first, second, {.times = StackTimes::Exact});
}

Unstacked parted(const Stacked& both) {
    return unstacked(both.document, byScript({"km", "en"}));
}

using Lost = std::vector<LostLook>;

}  // namespace

TEST_CASE("a cue that is alone for a while comes back whole, as it looks alone", "[edit][stack]") {
    Document english = documentOf({{1000, 5000, "a"}}, "en");
    english.cues[0].alignment = Alignment::TopCentre;
    english.cues[0].layer = 2;
    // Before and behind the Khmer, behind it alone, before it alone.
    for (const Timed& khmer :
         {Timed{2000, 3000, "ក"}, Timed{1000, 3000, "ក"}, Timed{3000, 5000, "ក"}}) {
        const Stacked both = exact(documentOf({khmer}), english);
        CHECK(both.document.cues.size() > 1);
        CHECK(both.lookLost == Lost{{0, Look::Alignment}, {0, Look::Layer}});
        const Unstacked apart = parted(both);
        REQUIRE(apart.second.cues.size() == 1);
        CHECK(isAt(apart.second.cues[0], 1000, 5000));
        CHECK(apart.second.cues[0].alignment == Alignment::TopCentre);
        CHECK(apart.second.cues[0].layer == 2);
        REQUIRE(apart.first.cues.size() == 1);
        CHECK(isAt(apart.first.cues[0], khmer.start, khmer.end));
        CHECK_FALSE(apart.first.cues[0].alignment);
    }
}

TEST_CASE("a cue that stands beside several comes back whole, however they look", "[edit][stack]") {
    Document khmer = documentOf({{1000, 2000, "ក"}, {2000, 3000, "ខ"}});
    khmer.cues[1].style = "Sign";
    khmer.cues[1].layer = 3;
    const Unstacked apart = parted(exact(khmer, documentOf({{1000, 3000, "a"}}, "en")));
    REQUIRE(apart.second.cues.size() == 1);
    CHECK(isAt(apart.second.cues[0], 1000, 3000));
    REQUIRE(apart.first.cues.size() == 2);
    CHECK(apart.first.cues[1].style == "Sign");
    CHECK(apart.first.cues[1].layer == 3);
}

TEST_CASE("who speaks comes back with the cue", "[edit][stack]") {
    Document khmer = documentOf({{2000, 3000, "ក"}});
    khmer.cues[0].speaker = "Sok";
    Document english = documentOf({{1000, 5000, "a"}}, "en");
    english.cues[0].speaker = "Dara";
    const Unstacked apart = parted(exact(khmer, english));
    REQUIRE(apart.first.cues.size() == 1);
    CHECK(apart.first.cues[0].speaker == "Sok");
    CHECK(apart.first.cues[0].text.spans.empty());
    REQUIRE(apart.second.cues.size() == 1);
    CHECK(isAt(apart.second.cues[0], 1000, 5000));
    CHECK(apart.second.cues[0].speaker == "Dara");
    CHECK(apart.second.cues[0].text.spans.empty());
}

TEST_CASE("cues of one language that touch and look otherwise stay two", "[edit][stack]") {
    Document both = documentOf({{1000, 2000, "a"}, {2000, 3000, "a"}, {5000, 6000, "ក\nb"}});
    both.cues[0].alignment = Alignment::TopCentre;
    CHECK(unstacked(both, byScript({"km", "en"})).second.cues.size() == 3);
    both.cues[0].alignment.reset();
    CHECK(unstacked(both, byScript({"km", "en"})).second.cues.size() == 2);
}

TEST_CASE("a place of the first's cue is told of the second's that gets it", "[edit][stack]") {
    Document khmer = documentOf({{1000, 2000, "ក"}});
    khmer.cues[0].alignment = Alignment::TopCentre;
    Document english = documentOf({{1000, 2000, "a"}}, "en");
    CHECK(stacked(khmer, english).lookLost == Lost{{0, Look::Alignment}});
    // In such a style it stands there already.
    english.styles.emplace_back();
    english.styles[0].alignment = Alignment::TopCentre;
    english.cues[0].style = english.styles[0].name;
    const Stacked styled = stacked(khmer, english);
    CHECK(styled.lookLost == Lost{{0, Look::Style}});
}

TEST_CASE("tags at the beginning of the other's text are not taken for those of a cue",
          "[edit][stack]") {
    Document khmer = documentOf({{2000, 3000, "ក"}});
    khmer.cues[0].text.spans = {{SpanKind::Opaque, 0, 0, "\\blur3"}};
    const Unstacked apart = parted(exact(khmer, documentOf({{1000, 5000, "a"}}, "en")));
    REQUIRE(apart.first.cues.size() == 1);
    CHECK(apart.first.cues[0].text == khmer.cues[0].text);
    REQUIRE(apart.second.cues.size() == 1);
    CHECK(isAt(apart.second.cues[0], 1000, 5000));
    CHECK(apart.second.cues[0].text.spans.empty());
}

TEST_CASE("a style that is italic and a text that is look the same", "[edit][stack]") {
    // As a reader of TTML has them: all of a paragraph, and a part of one.
    Document both = documentOf({{1000, 4000, "ក\neng"}, {4000, 5000, "eng"}});
    both.styles.resize(2);
    both.styles[1].name = "slanted";
    both.styles[1].italic = true;
    both.cues[0].text.spans = {{SpanKind::Italic, 4, 7, ""}};
    both.cues[1].style = "slanted";
    const LineSorter sorter = byScript({"km", "en"});
    const Unstacked apart = unstacked(both, sorter);
    REQUIRE(apart.second.cues.size() == 1);
    CHECK(isAt(apart.second.cues[0], 1000, 5000));
    CHECK(apart.second.cues[0].style == "slanted");
    // So are colours, and where both were alone.
    both.styles[1].italic = false;
    both.styles[1].primary = {255, 0, 0, 255};
    both.cues[0].text = {"eng", {{SpanKind::Color, 0, 3, "#ff0000"}}};
    both.cues.push_back(both.cues[0]);
    both.cues[2].text = {"ខ\nb", {}};
    CHECK(unstacked(both, sorter).second.cues.size() == 2);
    both.cues[0].text.spans[0].value = "#00ff00";
    CHECK(unstacked(both, sorter).second.cues.size() == 3);
}

TEST_CASE("a cue without an end goes on where the next one says the same", "[edit][stack]") {
    // As LRC has them: a line lasts until the next.
    Document both = documentOf({{1000, 0, "ក\na"}, {2000, 0, "ខ\na"}, {3000, 0, "ខ\na"}});
    for (Cue& cue : both.cues)
        cue.end.reset();
    const Unstacked apart = unstacked(both, byScript({"km", "en"}));
    REQUIRE(apart.second.cues.size() == 2);
    CHECK(apart.second.cues[0].start == Time::fromMilliseconds(1000));
    // What is the same in both languages is sung again.
    CHECK(apart.second.cues[1].start == Time::fromMilliseconds(3000));
    CHECK(apart.first.cues.size() == 3);
}

TEST_CASE("who says all of a field is the speaker of its cue", "[edit][stack]") {
    Document both = documentOf({{1000, 2000, "ក\na"}, {2000, 3000, "a"}});
    both.cues[0].text.spans = {{SpanKind::Voice, 4, 5, "Dara"}};
    both.cues[1].speaker = "Dara";
    const Unstacked apart = unstacked(both, byScript({"km", "en"}), MarksAtBegin::OfTheFirstLine);
    REQUIRE(apart.second.cues.size() == 1);
    CHECK(isAt(apart.second.cues[0], 1000, 3000));
    CHECK(apart.second.cues[0].speaker == "Dara");
    CHECK(apart.second.cues[0].text.spans.empty());
}
