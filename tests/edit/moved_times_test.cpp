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
