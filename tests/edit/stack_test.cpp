// SPDX-License-Identifier: MIT
#include <subs/edit/stack.h>
#include <subs/edit/unstack.h>
#include <subs/time/largest_time.h>

#include "catch.h"
#include "edit/timed_cues.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace subs;
using testing::documentOf;
using testing::moved;
using testing::Timed;
using testing::Told;
using testing::told;

namespace {

using Places = std::vector<std::size_t>;

}  // namespace

TEST_CASE("partners stand in one cue, at the times of the track that is kept to", "[edit][stack]") {
    const Document khmer = documentOf({{1000, 2000, "ក"}, {3000, 4000, "ខ"}});
    const Document english = documentOf({{1100, 2100, "a"}, {3000, 4000, "b"}}, "en");
    const Stacked first = stacked(khmer, english, {.times = StackTimes::First});
    CHECK(told(first.document) == Told{"1000-2000 ក/a", "3000-4000 ខ/b"});
    CHECK(first.moved[1] == std::vector{moved(0, 1000, 2000)});
    CHECK(first.moved[0].empty());
    const Stacked second = stacked(khmer, english, {.times = StackTimes::Second});
    CHECK(told(second.document) == Told{"1100-2100 ក/a", "3000-4000 ខ/b"});
    CHECK(second.moved[0] == std::vector{moved(0, 1100, 2100)});
}

TEST_CASE("what one cue says of several is repeated with each, without a gap between",
          "[edit][stack]") {
    const Document khmer = documentOf({{1000, 5000, "ក"}});
    const Document english = documentOf({{1000, 2900, "a"}, {3000, 4900, "b"}}, "en");
    const Stacked first = stacked(khmer, english, {.times = StackTimes::First});
    CHECK(told(first.document) == Told{"1000-3000 ក/a", "3000-5000 ក/b"});
    CHECK(first.moved[1] == std::vector{moved(0, 1000, 3000), moved(1, 3000, 5000)});
    const Stacked second = stacked(khmer, english, {.times = StackTimes::Second});
    // It stands alone between them: it does not go and come again.
    CHECK(told(second.document) == Told{"1000-2900 ក/a", "2900-3000 ក", "3000-4900 ក/b"});
    CHECK(second.moved[0] == std::vector{moved(0, 1000, 4900)});
    const Stacked turned = stacked(english, khmer, {.times = StackTimes::Second});
    CHECK(told(turned.document) == Told{"1000-3000 a/ក", "3000-5000 b/ក"});
}

TEST_CASE("cues without a partner stay, and are named", "[edit][stack]") {
    const Stacked both = stacked(documentOf({{1000, 2000, "ក"}, {5000, 6000, "ខ"}}),
                                 documentOf({{3000, 4000, "a"}, {5000, 6000, "b"}}, "en"),
                                 {.times = StackTimes::First});
    CHECK(told(both.document) == Told{"1000-2000 ក", "3000-4000 a", "5000-6000 ខ/b"});
    CHECK(both.alone[0] == Places{0});
    CHECK(both.alone[1] == Places{0});
}

TEST_CASE("exact times make a cue for each stretch", "[edit][stack]") {
    const Stacked both = stacked(documentOf({{1000, 3000, "ក"}, {4000, 4000, "ខ"}}),
                                 documentOf({{1500, 3500, "a"}}, "en"),
                                 {.times = StackTimes::Exact});
    CHECK(told(both.document) ==
          Told{"1000-1500 ក", "1500-3000 ក/a", "3000-3500 a", "4000-4000 ខ"});
}

TEST_CASE("a cue without an end lasts to the next one, three seconds at most", "[edit][stack]") {
    Document lyrics = documentOf({{1000, 0, "ក"}, {3000, 0, "ខ"}, {20000, 0, "គ"}});
    for (Cue& cue : lyrics.cues)
        cue.end.reset();
    const Stacked alone = stacked(lyrics, documentOf({}), {.times = StackTimes::First});
    CHECK(told(alone.document) == Told{"1000-3000 ក", "3000-6000 ខ", "20000-23000 គ"});
    CHECK(alone.ended[0] ==
          std::vector{moved(0, 1000, 3000), moved(1, 3000, 6000), moved(2, 20000, 23000)});
    // With the times of a partner it has an end of somebody's, and that is told as a move.
    const Stacked second = stacked(documentOf({{20000, 22000, "a"}}), lyrics);
    CHECK(second.moved[1] == std::vector{moved(2, 20000, 22000)});
    CHECK(second.ended[1] == std::vector{moved(0, 1000, 3000), moved(1, 3000, 6000)});
}

TEST_CASE("a stacked track is parted by the scripts of its lines", "[edit][stack]") {
    const Document both = documentOf({{1000, 2000, "ខ្ញុំឈ្មោះ John Smith Junior\nI am John"},
                                      {2000, 3000, "1999"},
                                      {3000, 4000, "ទៅ!\n...\nGo!\n--"},
                                      {4000, 5000, "only English"}});
    const auto languages = languagesStackedIn(both);
    REQUIRE(languages);
    CHECK(*languages == LanguagePair{"km", "en"});
    const Unstacked apart = unstacked(both, byScript(*languages));
    CHECK(told(apart.first) ==
          Told{"1000-2000 ខ្ញុំឈ្មោះ John Smith Junior", "2000-3000 1999", "3000-4000 ទៅ!/..."});
    CHECK(told(apart.second) == Told{"1000-2000 I am John",
                                     "2000-3000 1999",
                                     "3000-4000 Go!/--",
                                     "4000-5000 only English"});
    CHECK(apart.inBoth == Places{1});
    CHECK_FALSE(languagesStackedIn(documentOf({{0, 1, "a\nb"}})));
}

TEST_CASE("the language on top is the first", "[edit][stack]") {
    CHECK(languagesStackedIn(documentOf({{0, 1, "Go\nទៅ"}, {2, 3, "ខ"}, {4, 5, "a\nក"}})) ==
          LanguagePair{"en", "km"});
    CHECK(languagesStackedIn(documentOf({{0, 1, "ไป\nទៅ"}})) == LanguagePair{"th", "km"});
}

TEST_CASE("a track is parted by styles or by the row of the picture", "[edit][stack]") {
    Document both = documentOf({{1000, 2000, "ក"}, {1000, 2000, "a"}, {3000, 4000, "b"}});
    both.cues[1].style = "English";
    both.cues[2].alignment = Alignment::TopCentre;
    const Unstacked styles = unstacked(both, byStyle({"English"}));
    CHECK(told(styles.first) == Told{"1000-2000 ក", "3000-4000 b"});
    CHECK(told(styles.second) == Told{"1000-2000 a"});
    const Unstacked places = unstacked(both, byRow(both));
    CHECK(told(places.first) == Told{"1000-2000 ក", "1000-2000 a"});
    CHECK(told(places.second) == Told{"3000-4000 b"});
}

TEST_CASE("spans go with their lines, and what begins a text with both", "[edit][stack]") {
    Document both = documentOf({{0, 1000, "ក\nab"}});
    // {\fad(1,1)} at the beginning; the second line slanted from its second letter on.
    both.cues[0].text.spans = {{SpanKind::Opaque, 0, 0, "\\fad(1,1)"},
                               {SpanKind::Bold, 0, 6, ""},
                               {SpanKind::Italic, 5, 6, ""}};
    const Unstacked apart = unstacked(both, byScript({"km", "en"}));
    CHECK(apart.first.cues[0].text ==
          CueText{"ក", {{SpanKind::Opaque, 0, 0, "\\fad(1,1)"}, {SpanKind::Bold, 0, 3, ""}}});
    CHECK(apart.second.cues[0].text == CueText{"ab",
                                               {{SpanKind::Opaque, 0, 0, "\\fad(1,1)"},
                                                {SpanKind::Bold, 0, 2, ""},
                                                {SpanKind::Italic, 1, 2, ""}}});
}

TEST_CASE("what begins a text goes with its own line where the texts had fields", "[edit][stack]") {
    Document both = documentOf({{0, 1000, "ក\na"}});
    both.cues[0].text.spans = {{SpanKind::Opaque, 0, 0, "\\fad(1,1)"}};
    const Unstacked apart = unstacked(both, byScript({"km", "en"}), MarksAtBegin::OfTheFirstLine);
    CHECK(apart.first.cues[0].text.spans.size() == 1);
    CHECK(apart.second.cues[0].text.spans.empty());
}

TEST_CASE("the text of the second can stand above", "[edit][stack]") {
    const Stacked both = stacked(documentOf({{1000, 2000, "ក"}}),
                                 documentOf({{1000, 2000, "a"}}, "en"),
                                 {.upper = Upper::Second});
    CHECK(told(both.document) == Told{"1000-2000 a/ក"});
}

TEST_CASE("the track whose times are kept is shown exactly as before", "[edit][stack]") {
    // The English is silent for more than a second in the middle of the Khmer.
    const Document khmer = documentOf({{1000, 8000, "ក"}});
    const Document english = documentOf({{1000, 3000, "a"}, {5000, 8000, "b"}}, "en");
    CHECK(told(stacked(khmer, english).document) ==
          Told{"1000-3000 ក/a", "3000-5000 ក", "5000-8000 ក/b"});
    CHECK(told(stacked(khmer, english, {.times = StackTimes::Second}).document) ==
          Told{"1000-3000 ក/a", "3000-5000 ក", "5000-8000 ក/b"});
}

TEST_CASE("what overlaps in its own track stays a cue of its own", "[edit][stack]") {
    const Document khmer = documentOf({{1000, 6000, "ក"}});
    const Document english = documentOf({{1000, 4000, "a"}, {3000, 6000, "b"}}, "en");
    const Stacked both = stacked(khmer, english);
    CHECK(told(both.document) == Told{"1000-6000 ក/a", "3000-6000 b"});
    CHECK(both.alone[1] == Places{1});
}

TEST_CASE("a sign over many lines stays out of them, whatever the times", "[edit][stack]") {
    const Document khmer = documentOf({{0, 9000, "ផ្លាក"}, {1000, 2000, "ក"}, {3000, 4000, "ខ"}});
    const Document english = documentOf({{1000, 2000, "a"}, {3000, 4000, "b"}}, "en");
    for (const StackTimes times : {StackTimes::First, StackTimes::Second, StackTimes::Exact})
        CHECK(told(stacked(khmer, english, {.times = times}).document) ==
              Told{"0-9000 ផ្លាក", "1000-2000 ក/a", "3000-4000 ខ/b"});
}

TEST_CASE("speakers stay with their lines where they differ", "[edit][stack]") {
    Document khmer = documentOf({{1000, 2000, "ក"}, {3000, 4000, "ខ"}});
    Document english = documentOf({{1000, 2000, "a"}, {3000, 4000, "b"}}, "en");
    khmer.cues[0].speaker = "Sok";
    english.cues[0].speaker = "Sok";
    english.cues[1].speaker = "Dara";
    const Document both = stacked(khmer, english).document;
    CHECK(both.cues[0].speaker == "Sok");
    CHECK(both.cues[0].text.spans.empty());
    CHECK(both.cues[1].speaker.empty());
    CHECK(both.cues[1].text == CueText{"ខ\nb", {{SpanKind::Voice, 4, 5, "Dara"}}});
}

TEST_CASE("where a cue has one speaker it is the only one that there is, or the first's",
          "[edit][stack]") {
    Document khmer = documentOf({{1000, 2000, "ក"}, {3000, 4000, "ខ"}, {5000, 6000, "គ"}});
    Document english = documentOf({{1000, 2000, "a"}, {3000, 4000, "b"}, {5000, 6000, "c"}}, "en");
    khmer.cues[0].speaker = "Sok";
    english.cues[0].speaker = "Bob";
    english.cues[1].speaker = "Dara";
    khmer.cues[2].speaker = english.cues[2].speaker = "Neary";
    const Stacked both = stacked(khmer, english, {.speakers = Speakers::OfCue});
    CHECK(both.document.cues[0].speaker == "Sok");
    CHECK(both.document.cues[1].speaker == "Dara");
    CHECK(both.document.cues[2].speaker == "Neary");
    for (const Cue& cue : both.document.cues)
        CHECK(cue.text.spans.empty());
    CHECK(both.lookLost == std::vector<LostLook>{{0, Look::Speaker}});
}

TEST_CASE("the second comes on the canvas of the first", "[edit][stack]") {
    Document khmer = documentOf({{1000, 2000, "ក"}, {3000, 4000, "ខ"}});
    Document english = documentOf({{1000, 2000, "a"}, {5000, 6000, "b"}}, "en");
    khmer.canvas = Canvas{1280, 720};
    english.canvas = Canvas{640, 360};
    english.cues[0].text.spans = {{SpanKind::Opaque, 0, 0, "\\bord4"}};
    english.cues[1].margins = {100, 200, 30};
    const Document both = stacked(khmer, english).document;
    CHECK(both.cues[0].text == CueText{"ក\na", {{SpanKind::Opaque, 4, 4, "\\bord8"}}});
    CHECK(both.cues[2].margins == Margins{200, 400, 60});
}

TEST_CASE("what the second looked like is told, and its styles come with it", "[edit][stack]") {
    Document khmer = documentOf({{1000, 2000, "ក"}, {3000, 4000, "ខ"}});
    Document english = documentOf({{1000, 2000, "a"}, {3000, 4000, "b"}, {5000, 6000, "c"}}, "en");
    english.cues[0].alignment = Alignment::TopCentre;
    english.styles.emplace_back();
    english.styles[0].name = "Sign";
    english.cues[2].style = "Sign";
    english.styles[0].fontSize = 20;
    english.canvas = Canvas{640, 360};
    const Stacked plain = stacked(khmer, english);
    // Where the first has no styles, there is none for what stands alone either.
    CHECK(plain.lookLost == std::vector<LostLook>{{0, Look::Alignment}, {2, Look::Style}});
    CHECK(plain.document.styles.empty());
    CHECK(plain.document.cues[2].style.empty());
    khmer.styles.emplace_back();
    khmer.canvas = Canvas{1920, 1080};
    const Document styled = stacked(khmer, english).document;
    REQUIRE(styled.styles.size() == 2);
    CHECK(styled.styles[1].name == "Sign");
    CHECK(styled.styles[1].fontSize == 60);
    CHECK(styled.cues[2].style == "Sign");
}

TEST_CASE("effects timed from the beginning of a cue that is cut are told", "[edit][stack]") {
    Document khmer = documentOf({{1000, 5000, "ក"}});
    khmer.cues[0].text.spans = {{SpanKind::Opaque, 0, 0, "\\fad(200,200)"}};
    const Document english = documentOf({{1000, 3000, "a"}, {3000, 5000, "b"}}, "en");
    CHECK(stacked(khmer, english).cutTags[0] == Places{0});
}

TEST_CASE("comments, drawings, empty cues and endless times stay as they are", "[edit][stack]") {
    Document khmer = documentOf({{1000, 2000, ""}, {1000, 2000, "note"}, {1000, 2000, "ក"}});
    khmer.cues[1].kind = CueKind::Comment;
    Document english = documentOf({{1000, 2000, "a"}, {1500, 2500, ""}}, "en");
    english.cues.push_back(english.cues[0]);
    english.cues[2].start = kLargestTime;
    english.cues[2].end = kLargestTime + Time::fromSeconds(1);
    const Document both = stacked(khmer, english).document;
    REQUIRE(both.cues.size() == 5);
    CHECK(both.cues[0].text.plain.empty());
    CHECK(both.cues[1].kind == CueKind::Comment);
    CHECK(both.cues[2].text.plain == "ក\na");
    CHECK(both.cues[3].text.plain.empty());
    CHECK(both.cues[4].start == kLargestTime);
}

TEST_CASE("numbers before cues count on", "[edit][stack]") {
    Document khmer = documentOf({{1000, 2000, "ក"}, {5000, 6000, "ខ"}});
    for (std::size_t i = 0; i < 2; ++i)
        khmer.cues[i].label = std::to_string(i + 1);
    Document english = documentOf({{3000, 4000, "a"}, {0, 1, "note"}}, "en");
    english.cues[1].kind = CueKind::Comment;
    const Document both = stacked(khmer, english).document;
    REQUIRE(both.cues.size() == 4);
    CHECK(both.cues[0].label.empty());
    CHECK(both.cues[1].label == "1");
    CHECK(both.cues[2].label == "2");
    CHECK(both.cues[3].label == "3");
    const Unstacked apart = unstacked(both, byScript({"km", "en"}));
    CHECK(apart.first.cues[2].label == "2");
    CHECK(apart.second.cues[1].label == "1");
}

TEST_CASE("lines without letters are told apart where they can be", "[edit][stack]") {
    const Unstacked apart = unstacked(documentOf({{1000, 2000, "ក\na"},
                                                  {2000, 3000, "♪\n♪"},
                                                  {3000, 4000, "១៩៩៩\n1999"},
                                                  {4000, 5000, "1999\nIn 1999"},
                                                  {5000, 6000, "ទៅ\n..."}}),
                                      byScript({"km", "en"}));
    CHECK(
        told(apart.first) ==
        Told{"1000-2000 ក", "2000-3000 ♪", "3000-4000 ១៩៩៩", "4000-5000 1999", "5000-6000 ទៅ/..."});
    CHECK(told(apart.second) ==
          Told{"1000-2000 a", "2000-3000 ♪", "3000-4000 1999", "4000-5000 In 1999"});
    CHECK(apart.inBoth.empty());
    CHECK(apart.guessed == Places{2, 3});
}

TEST_CASE("cues without letters are told by their style where that tells", "[edit][stack]") {
    Document both =
        documentOf({{1000, 2000, "ក"}, {1000, 2000, "a"}, {3000, 4000, "1"}, {3000, 4000, "2"}});
    both.cues[0].style = both.cues[2].style = "Khmer";
    both.cues[1].style = both.cues[3].style = "English";
    const Unstacked apart = unstacked(both, elseByStyle(both, byScript({"km", "en"})));
    CHECK(told(apart.first) == Told{"1000-2000 ក", "3000-4000 1"});
    CHECK(told(apart.second) == Told{"1000-2000 a", "3000-4000 2"});
    for (Cue& cue : both.cues)
        cue.style.clear();
    CHECK(unstacked(both, elseByStyle(both, byScript({"km", "en"}))).inBoth == Places{2, 3});
}

TEST_CASE("two languages of one script are told apart by halves", "[edit][stack]") {
    const Unstacked apart =
        unstacked(documentOf({{1000, 2000, "oui\nyes"}, {3000, 4000, "a\nb\nc"}}), byHalf());
    CHECK(told(apart.first) == Told{"1000-2000 oui", "3000-4000 a/b/c"});
    CHECK(told(apart.second) == Told{"1000-2000 yes", "3000-4000 a/b/c"});
    CHECK(apart.inBoth == Places{1});
}

TEST_CASE("styles go with their cues", "[edit][stack]") {
    Document both = documentOf({{1000, 2000, "ក"}, {1000, 2000, "a"}});
    for (const char* name : {"Default", "Khmer", "English", "Unused"}) {
        both.styles.emplace_back();
        both.styles.back().name = name;
    }
    both.cues[0].style = "Khmer";
    both.cues[1].style = "English";
    const Unstacked apart = unstacked(both, byStyle({"English"}));
    REQUIRE(apart.first.styles.size() == 3);
    CHECK(apart.first.styles[1].name == "Khmer");
    REQUIRE(apart.second.styles.size() == 3);
    CHECK(apart.second.styles[1].name == "English");
}

namespace {

/// Tracks of cues that do not touch, now and then overlap, and have spans.
Document someTrack(std::mt19937& random, const std::string& letter, unsigned overlaps) {
    const auto below = [&](unsigned limit) { return static_cast<std::int64_t>(random() % limit); };
    std::vector<Timed> cues;
    std::int64_t time = below(2000);
    for (int i = 0; i < 12; ++i) {
        const std::int64_t end = time + 500 + below(3000);
        const std::string lines = below(3) == 0 ? letter + "x\n" + letter : letter;
        cues.push_back({time, end, lines + std::to_string(i)});
        time = std::max(time + 1, end + below(1500) - below(overlaps));
    }
    Document document = documentOf(cues, letter == "a" ? "en" : "km");
    for (Cue& cue : document.cues)
        if (below(2) == 0)
            cue.text.spans = {
                {SpanKind::Italic, 0, static_cast<std::uint32_t>(cue.text.plain.size()), ""}};
    return document;
}

/// Texts with their spans and times, sorted: cues of one time may change places.
std::vector<std::string> contentOf(const Document& document) {
    std::vector<std::string> all = told(document);
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const Span& span : document.cues[i].text.spans)
            all[i] += fmt::format(" [{}-{}]", span.begin, span.end);
    std::ranges::sort(all);
    return all;
}

Unstacked pairedAndParted(const Document& first, const Document& second, StackTimes times) {
    return unstacked(stacked(first, second, {.times = times}).document, byScript({"km", "en"}));
}

}  // namespace

TEST_CASE("two tracks come back from a stack with exact times", "[edit][stack]") {
    std::mt19937 random(7);
    for (int round = 0; round < 300; ++round) {
        const unsigned overlaps = round % 3 == 0 ? 3000 : 1;
        const Document first = someTrack(random, "ក", overlaps);
        const Document second = someTrack(random, "a", overlaps);
        const Unstacked apart = pairedAndParted(first, second, StackTimes::Exact);
        REQUIRE(contentOf(apart.first) == contentOf(first));
        REQUIRE(contentOf(apart.second) == contentOf(second));
        REQUIRE(apart.inBoth.empty());
    }
}

TEST_CASE("the track whose times are kept comes back, and the other as it is told",
          "[edit][stack]") {
    std::mt19937 random(8);
    for (int round = 0; round < 300; ++round) {
        const unsigned overlaps = round % 3 == 0 ? 3000 : 1;
        const Document first = someTrack(random, "ក", overlaps);
        const Document second = someTrack(random, "a", overlaps);
        const Stacked both = stacked(first, second, {.times = StackTimes::First});
        const Unstacked apart = unstacked(both.document, byScript({"km", "en"}));
        REQUIRE(contentOf(apart.first) == contentOf(first));
        Document expected = second;
        for (const MovedCue& now : both.moved[1]) {
            expected.cues[now.place].start = now.start;
            expected.cues[now.place].end = now.end;
        }
        REQUIRE(contentOf(apart.second) == contentOf(expected));
        REQUIRE(contentOf(pairedAndParted(first, second, StackTimes::Second).second) ==
                contentOf(second));
    }
}

TEST_CASE("many cues at one time are stacked in linear time", "[edit][stack]") {
    constexpr std::size_t kMany = 20'000;
    const Document first = documentOf(std::vector<Timed>(kMany, {1000, 2000, "ក"}));
    const Document second = documentOf(std::vector<Timed>(kMany, {1500, 2500, "a"}), "en");
    for (const StackTimes times : {StackTimes::First, StackTimes::Exact}) {
        const Document both = stacked(first, second, {.times = times}).document;
        CHECK(both.cues.size() >= kMany);
        CHECK(unstacked(both, byScript({"km", "en"})).inBoth.empty());
    }
}
