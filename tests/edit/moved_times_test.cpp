// SPDX-License-Identifier: MIT
#include <subs/edit/moved_times.h>
#include <subs/time/time_map.h>

#include "catch.h"

#include <string>
#include <vector>

using namespace subs;

namespace {

Cue cueAt(std::int64_t start, std::int64_t end) {
    Cue cue;
    cue.start = Time::fromMilliseconds(start);
    cue.end = Time::fromMilliseconds(end);
    cue.text.plain = "ab";
    return cue;
}

/// What becomes of a tag of a cue from -1 s to 3 s that is cut to begin with the film.
std::string cutTag(const std::string& tag, SpanKind kind = SpanKind::Opaque) {
    Cue cue = cueAt(-1000, 3000);
    cue.text.spans = {{kind, 0, 0, tag}};
    CHECK(cutToBegin(cue, Time()) == CutCue::AsBefore);
    CHECK(cue.start == Time());
    return cue.text.spans[0].value;
}

TimeMove scaledBy(Fraction factor) {
    return [map = TimeMap::scale(factor).value()](Time time) { return map.at(time); };
}

}  // namespace

TEST_CASE("both edges and the times inside of a text move", "[edit]") {
    Cue cue = cueAt(1000, 2000);
    cue.text.spans = {{SpanKind::InnerTime, 1, 1, "00:00:01.500"}};
    moveTimes(cue, [](Time time) { return time + Time::fromMilliseconds(250); });
    CHECK(cue.start == Time::fromMilliseconds(1250));
    CHECK(cue.end == Time::fromMilliseconds(2250));
    CHECK(cue.text.spans[0].value == "00:00:01.750");
}

TEST_CASE("a cue without an end gets none", "[edit]") {
    Cue cue = cueAt(1000, 2000);
    cue.end.reset();
    moveTimes(cue, scaledBy(2));
    CHECK(cue.start == Time::fromMilliseconds(2000));
    CHECK_FALSE(cue.end);
}

TEST_CASE("syllables keep to the moments that they are sung at", "[edit]") {
    Cue cue = cueAt(0, 1000);
    cue.text.spans = {{SpanKind::Karaoke, 0, 0, "\\k10"},
                      {SpanKind::Karaoke, 1, 1, "\\kf10"},
                      {SpanKind::Karaoke, 2, 2, "\\ko10"}};
    moveTimes(cue, scaledBy(Fraction(105, 100)));
    // Ends at 10.5, 21 and 31.5 hundredths: 11, 21, 32.
    CHECK(cue.text.spans[0].value == "\\k11");
    CHECK(cue.text.spans[1].value == "\\kf10");
    CHECK(cue.text.spans[2].value == "\\ko11");
    const Cue before = cue;
    moveTimes(cue, [](Time time) { return time + Time::fromMilliseconds(7); });
    CHECK(cue.text == before.text);
}

TEST_CASE("a karaoke tag without a number and a time too large stay", "[edit]") {
    Cue cue = cueAt(1000, 2000);
    cue.end = Time::fromSeconds(20'000'000'000 / 2);
    cue.text.spans = {{SpanKind::Karaoke, 0, 0, "\\k"},
                      {SpanKind::Karaoke, 0, 0, "\\k99999999999999999999"},
                      {SpanKind::InnerTime, 1, 1, "soon"}};
    const Cue before = cue;
    moveTimes(cue, scaledBy(2));
    CHECK(cue.text == before.text);
    CHECK(cue.end == before.end);
}

TEST_CASE("tags with times of their own are known", "[edit]") {
    Cue cue = cueAt(0, 1);
    CHECK_FALSE(hasTimedTags(cue));
    cue.text.spans = {{SpanKind::Opaque, 0, 0, "\\pos(1,2)"}};
    CHECK_FALSE(hasTimedTags(cue));
    for (const std::string tag :
         {"\\t(0,500,\\fs20)", "\\move(1,2,3,4)", "\\fad(200,200)", "\\fade(1,2,3,4,5,6,7)"}) {
        cue.text.spans = {{SpanKind::Opaque, 0, 0, tag}};
        CHECK(hasTimedTags(cue));
    }
}

TEST_CASE("a cue that is cut loses as much of its karaoke, from the first syllable on", "[edit]") {
    Cue cue = cueAt(-1000, 3000);
    cue.text.spans = {{SpanKind::Karaoke, 0, 0, "\\k50"},
                      {SpanKind::Karaoke, 0, 0, "\\kf30"},
                      {SpanKind::Karaoke, 1, 1, "\\k70"},
                      {SpanKind::Karaoke, 2, 2, "\\kf150"}};
    CHECK(cutToBegin(cue, Time()) == CutCue::AsBefore);
    CHECK(cue.start == Time());
    CHECK(cue.end == Time::fromMilliseconds(3000));
    // Sung from -1.0, -0.5, -0.2 and 0.5 s on.
    CHECK(cue.text.spans[0].value == "\\k0");
    CHECK(cue.text.spans[1].value == "\\kf0");
    CHECK(cue.text.spans[2].value == "\\k50");
    CHECK(cue.text.spans[3].value == "\\kf150");
    cue = cueAt(-1000, 3000);
    cue.text.spans = {{SpanKind::Karaoke, 0, 0, "\\kt150"}, {SpanKind::Karaoke, 1, 1, "\\k30"}};
    CHECK(cutToBegin(cue, Time()) == CutCue::AsBefore);
    CHECK(cue.text.spans[0].value == "\\kt50");
    CHECK(cue.text.spans[1].value == "\\k30");
}

TEST_CASE("what was under way where a cue is cut is known", "[edit]") {
    Cue cue = cueAt(-1000, 3000);
    cue.text.spans = {{SpanKind::Karaoke, 0, 0, "\\kf150"}};
    CHECK(cutToBegin(cue, Time()) == CutCue::BeginsAnew);
    CHECK(cue.text.spans[0].value == "\\kf50");
    cue = cueAt(-1000, 3000);
    cue.effect = "Banner;20";
    CHECK(cutToBegin(cue, Time()) == CutCue::BeginsAnew);
}

TEST_CASE("tags of a cue that is cut go on as if it had begun before", "[edit]") {
    // Times count from the beginning of the cue; one without times is of all of it, and \t to 0 is
    // to its end (libass 0.17, ass_parse.c).
    CHECK(cutTag("\\fad(500,200)") == "\\fad(0,200)");
    CHECK(cutTag("\\fad(1500,200)") == "\\fade(255,0,255,-1000,500,2800,3000)");
    CHECK(cutTag("\\fade(255,0,255,0,500,3000,4000)") == "\\fade(255,0,255,-1000,-500,2000,3000)");
    CHECK(cutTag("\\move(0,0,100,50)") == "\\move(0,0,100,50,-1000,3000)");
    CHECK(cutTag("\\move(0,0,100,50,500,1500)") == "\\move(0,0,100,50,-500,500)");
    CHECK(cutTag("\\move(0,0,100,50,200,800)") == "\\pos(100,50)");
    CHECK(cutTag("\\t(\\fs40)") == "\\t(-1000,3000,\\fs40)");
    CHECK(cutTag("\\t(0.5,\\fs40)") == "\\t(-1000,3000,0.5,\\fs40)");
    CHECK(cutTag("\\t(500,2000,2,\\fs40\\bord1)") == "\\t(-500,1000,2,\\fs40\\bord1)");
    // An end of 0 would be that of the cue.
    CHECK(cutTag("\\t(500,1000,\\fs40)") == "\\t(-500,-1,\\fs40)");
    CHECK(cutTag("\\pos(1,2)") == "\\pos(1,2)");
    CHECK(cutTag("{\\p1\\t(\\bord3)}m 0 0 l 9 9{\\p0}", SpanKind::Drawing) ==
          "{\\p1\\t(-1000,3000,\\bord3)}m 0 0 l 9 9{\\p0}");
}
