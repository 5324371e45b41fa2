// SPDX-License-Identifier: MIT
// Tags of ASS that set something for the whole line: Aegisub's manual, "ASS Tags".
#include <subs/edit/stack.h>

#include "catch.h"
#include "edit/timed_cues.h"

#include <string>
#include <vector>

using namespace subs;
using testing::Told;
using testing::told;

namespace {

using Places = std::vector<std::size_t>;

/// One cue of a second with a point at the beginning of its text.
Document marked(const std::string& text, const std::string& mark, const std::string& language) {
    Document document;
    document.language = language;
    Cue cue;
    cue.id = document.newId();
    cue.start = Time::fromMilliseconds(1000);
    cue.end = Time::fromMilliseconds(2000);
    cue.text.plain = text;
    if (!mark.empty()) cue.text.spans = {{SpanKind::Opaque, 0, 0, mark}};
    document.cues.push_back(std::move(cue));
    return document;
}

}  // namespace

TEST_CASE("what holds for all of a cue keeps partners apart, at one time", "[edit][stack]") {
    for (const char* const tag : {"\\pos(10,10)",
                                  "\\move(1,1,2,2)",
                                  "\\org(1,1)",
                                  "\\clip(0,0,9,9)",
                                  "\\iclip(0,0,9,9)",
                                  "\\an8",
                                  "\\a6",
                                  "\\fad(200,200)",
                                  "\\fade(0,255,0,0,1,2,3)"}) {
        INFO(tag);
        const Stacked both = stacked(marked("ក", "", "km"), marked("a", tag, "en"));
        CHECK(told(both.document) == Told{"1000-2000 ក", "1000-2000 a"});
        CHECK(both.apart == Places{0});
        CHECK(both.alone[1].empty());
        CHECK(both.document.cues[0].text.spans.empty());
        CHECK(both.document.cues[1].text.spans.size() == 1);
        CHECK(told(stacked(marked("ក", "", "km"),
                           marked("a", tag, "en"),
                           {.wholeCueTags = WholeCueTags::Together})
                       .document) == Told{"1000-2000 ក/a"});
    }
    // Nor is the second put where the first is.
    CHECK(told(stacked(marked("ក", "\\pos(1,1)", "km"), marked("a", "", "en")).document) ==
          Told{"1000-2000 ក", "1000-2000 a"});
    // Each keeps its own times where they are exact, the partner's where they are not.
    Document later = marked("a", "\\pos(1,1)", "en");
    later.cues[0].end = Time::fromMilliseconds(2400);
    CHECK(told(stacked(marked("ក", "", "km"), later).document) ==
          Told{"1000-2000 ក", "1000-2000 a"});
    CHECK(told(stacked(marked("ក", "", "km"), later, {.times = StackTimes::Exact}).document) ==
          Told{"1000-2000 ក", "1000-2400 a"});
}

TEST_CASE("partners with one place, and tags of some letters, stand in one cue", "[edit][stack]") {
    const auto stackedOf = [](const std::string& first, const std::string& second) {
        return told(stacked(marked("ក", first, "km"), marked("a", second, "en")).document);
    };
    const Told one{"1000-2000 ក/a"};
    CHECK(stackedOf("\\pos(1,1)", "\\pos(1,1)") == one);
    CHECK(stackedOf("", "\\frz30") == one);
    CHECK(stackedOf("", "\\alpha&H80&") == one);
    CHECK(stackedOf("\\fad(200,200)", "") == one);
}
