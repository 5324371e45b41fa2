// SPDX-License-Identifier: MIT
// When the texts of a stacked track are shown, and what is timed inside of them: WebVTT 4.2.2
// (times inside of a cue ascend), ASS specification, appendix A ("\\k" counts on from syllable to
// syllable).
#include <subs/edit/stack.h>
#include <subs/edit/unstack.h>

#include "catch.h"
#include "edit/timed_cues.h"

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace subs;
using testing::documentOf;
using testing::moved;
using testing::Told;
using testing::told;

namespace {

using Places = std::vector<std::size_t>;

/// As a format of hundredths writes them.
std::vector<Time> inHundredths(std::span<const Time> times) {
    std::vector<Time> written;
    for (const Time time : times)
        written.push_back(Time::fromCentiseconds(time.nearestCentiseconds()));
    return written;
}

const Document kOneWithTimes = [] {
    Document document = documentOf({{10'000, 14'000, "a b"}}, "en");
    document.cues[0].text.spans = {{SpanKind::InnerTime, 2, 2, "00:00:12.000"}};
    return document;
}();

}  // namespace

TEST_CASE("a text stays on the screen while the other track is silent", "[edit][stack]") {
    const Document khmer = documentOf({{10'000, 12'000, "ក"}, {18'000, 20'000, "ខ"}});
    const Document english = documentOf({{10'000, 20'000, "a"}}, "en");
    const Stacked both = stacked(khmer, english);
    CHECK(told(both.document) == Told{"10000-12000 ក/a", "12000-18000 a", "18000-20000 ខ/a"});
    CHECK(both.moved[1].empty());
    const Unstacked apart = unstacked(both.document, byScript({"km", "en"}));
    CHECK(told(apart.first) == told(khmer));
    CHECK(told(apart.second) == told(english));
    CHECK(told(stacked(english, khmer, {.times = StackTimes::Second}).document) ==
          Told{"10000-12000 a/ក", "12000-18000 a", "18000-20000 a/ខ"});
}

TEST_CASE("one that begins before several and ends behind them is told with both times",
          "[edit][stack]") {
    const Stacked both = stacked(documentOf({{1000, 2000, "ក"}, {2500, 4000, "ខ"}}),
                                 documentOf({{900, 4100, "a"}}, "en"));
    CHECK(told(both.document) == Told{"1000-2000 ក/a", "2000-2500 a", "2500-4000 ខ/a"});
    CHECK(both.moved[1] == std::vector{moved(0, 1000, 4000)});
}

TEST_CASE("partners with times inside of a text are two cues at their own times", "[edit][stack]") {
    const Document khmer = documentOf({{10'200, 14'000, "ក ខ"}});
    for (const StackTimes times : {StackTimes::First, StackTimes::Second, StackTimes::Exact}) {
        const Stacked both = stacked(khmer, kOneWithTimes, {.times = times});
        CHECK(told(both.document) == Told{"10000-14000 a b", "10200-14000 ក ខ"});
        CHECK(both.apart == Places{0});
        CHECK(both.moved[0].empty());
        CHECK(both.moved[1].empty());
        CHECK(both.cutTags[1].empty());
        CHECK(told(stacked(kOneWithTimes, khmer, {.times = times}).document) ==
              told(both.document));
    }
    for (const Span& span : {Span{SpanKind::Karaoke, 0, 0, "\\k50"},
                             Span{SpanKind::Opaque, 0, 0, "\\t(500,1500,\\fs80)"}}) {
        Document sung = khmer;
        sung.cues[0].text.spans = {span};
        CHECK(stacked(sung, documentOf({{10'200, 14'000, "a"}}, "en")).document.cues.size() == 2);
    }
    CHECK(stacked(khmer, kOneWithTimes, {.timesInside = TimesInside::AsTheyAre})
              .document.cues.size() == 1);
}

TEST_CASE("where texts of one time are one line, the times inside of one text are gone and told",
          "[edit][stack]") {
    Document khmer = documentOf({{10'000, 14'000, "ក ខ"}});
    khmer.cues[0].text.spans = {{SpanKind::InnerTime, 4, 4, "00:00:13.000"}};
    const Stacked first = stacked(khmer, kOneWithTimes, {.timesInside = TimesInside::OfOne});
    REQUIRE(told(first.document) == Told{"10000-14000 ក ខ/a b"});
    CHECK(first.document.cues[0].text.spans == khmer.cues[0].text.spans);
    CHECK(first.timesLost[0].empty());
    CHECK(first.timesLost[1] == Places{0});
    const Stacked second = stacked(
        khmer, kOneWithTimes, {.times = StackTimes::Second, .timesInside = TimesInside::OfOne});
    CHECK(second.timesLost[0] == Places{0});
    CHECK(second.timesLost[1].empty());
    CHECK(second.document.cues[0].text.spans ==
          std::vector{Span{SpanKind::InnerTime, 10, 10, "00:00:12.000"}});
}

TEST_CASE("times that are written as one are one, and no cue lasts for nothing", "[edit][stack]") {
    const Document khmer = documentOf({{4567, 6569, "ក"}, {6652, 9906, "ខ"}});
    const Document english = documentOf({{4570, 6570, "a"}, {6650, 9910, "b"}}, "en");
    for (const StackTimes times : {StackTimes::First, StackTimes::Exact}) {
        const Stacked both = stacked(khmer, english, {.times = times, .written = inHundredths});
        CHECK(told(both.document) == Told{"4567-6569 ក/a", "6652-9906 ខ/b"});
        CHECK(both.moved[1].empty());
    }
    // Another hundredth is another time.
    CHECK(told(stacked(khmer,
                       documentOf({{4576, 6570, "a"}}, "en"),
                       {.times = StackTimes::Exact, .written = inHundredths})
                   .document) == Told{"4567-4576 ក", "4576-6569 ក/a", "6652-9906 ខ"});
}

TEST_CASE("a cue that is shorter than what is written is not lost", "[edit][stack]") {
    const Document both = stacked(documentOf({{1000, 1003, "ក"}}),
                                  documentOf({{1001, 3000, "a"}}, "en"),
                                  {.times = StackTimes::Exact, .written = inHundredths})
                              .document;
    CHECK(told(both) == Told{"1000-1000 ក", "1000-3000 a"});
}

TEST_CASE("one that ends as it begins keeps to its own times where they are exact",
          "[edit][stack]") {
    CHECK(told(stacked(documentOf({{4000, 4000, "ក"}}),
                       documentOf({{4000, 6000, "a"}}, "en"),
                       {.times = StackTimes::Exact})
                   .document) == Told{"4000-4000 ក", "4000-6000 a"});
}
