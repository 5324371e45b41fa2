// SPDX-License-Identifier: MIT
#include "catch.h"
#include "job/sidecar/cue_match.h"
#include "job/sidecar/cue_merge.h"
#include "job/sidecar/settings_merge.h"
#include "job/sidecar/split.h"
#include "job/sidecar/text_merge.h"

#include <string>
#include <string_view>
#include <vector>

using namespace subs;

namespace {

Cue cueOf(int startMs, int endMs, std::string text) {
    Cue cue;
    cue.start = Time::fromMilliseconds(startMs);
    cue.end = Time::fromMilliseconds(endMs);
    cue.text.plain = std::move(text);
    return cue;
}

using Matches = std::vector<std::uint32_t>;

Matches edited(const std::vector<Cue>& first, const std::vector<Cue>& second) {
    return matchedCues(first, second, MatchKind::Edited);
}

std::vector<Cue> someCues(int count) {
    std::vector<Cue> cues;
    for (int i = 0; i < count; ++i)
        cues.push_back(
            cueOf(2000 * i, 2000 * i + 1500, i % 3 == 0 ? "Yes." : "Cue " + std::to_string(i)));
    return cues;
}

std::string merged(std::string_view original, std::string_view written, std::string_view now) {
    return withEdits(original, mergedEdits(original, written, now).edits);
}

}  // namespace

TEST_CASE("cues that were not edited are matched whatever comes between", "[job][sidecar]") {
    const std::vector<Cue> first = someCues(6);
    std::vector<Cue> second = first;
    second.insert(second.begin() + 2, cueOf(3600, 3900, "New"));
    second.erase(second.begin() + 4);
    CHECK(edited(first, second) == Matches{0, 1, kNoMatch, 2, 4, 5});
    CHECK(edited({}, second) == Matches(second.size(), kNoMatch));
    CHECK(edited(first, {}).empty());
}

TEST_CASE("edited words, or edited times, do not part a cue from what it was", "[job][sidecar]") {
    const std::vector<Cue> first = someCues(5);
    std::vector<Cue> second = first;
    second[1].text.plain = "something else altogether";
    second[3].start += Time::fromMilliseconds(300);
    second[3].end = *second[3].end + Time::fromMilliseconds(700);
    CHECK(edited(first, second) == Matches{0, 1, 2, 3, 4});
}

TEST_CASE("a whole track that was shifted is matched by its texts", "[job][sidecar]") {
    for (const int count : {5, 400}) {
        const std::vector<Cue> first = someCues(count);
        std::vector<Cue> second = first;
        for (Cue& cue : second) {
            cue.start += Time::fromSeconds(2);  // where the next began
            cue.end = *cue.end + Time::fromSeconds(2);
        }
        Matches same;
        for (int i = 0; i < count; ++i)
            same.push_back(static_cast<std::uint32_t>(i));
        CHECK(edited(first, second) == same);
    }
}

TEST_CASE("a cue that stands elsewhere is the same cue", "[job][sidecar]") {
    const std::vector<Cue> first = {
        cueOf(0, 1000, "a one"), cueOf(1000, 2000, "b two"), cueOf(2000, 3000, "c three")};
    CHECK(edited(first, {first[2], first[0], first[1]}) == Matches{2, 0, 1});
}

TEST_CASE("a cue that stands elsewhere with another text is known by its times", "[job][sidecar]") {
    const std::vector<Cue> first = {cueOf(1000, 2000, "one"),
                                    cueOf(5000, 6000, "two"),
                                    cueOf(3000, 4000, "three"),
                                    cueOf(7000, 8000, "four")};
    const std::vector<Cue> second = {first[0], cueOf(3000, 4000, "another"), first[1], first[3]};
    CHECK(edited(first, second) == Matches{0, 2, 1, 3});
    // Not where two have them.
    const std::vector<Cue> twice = {
        first[0], cueOf(3000, 4000, "another"), cueOf(3000, 4000, "a third"), first[1], first[3]};
    CHECK(edited(first, twice) == Matches{0, kNoMatch, kNoMatch, 1, 3});
}

TEST_CASE("a text by chance as that of another cue does not take its place", "[job][sidecar]") {
    const std::vector<Cue> first = {cueOf(0, 1000, "No."), cueOf(9000, 9900, "Yes.")};
    const std::vector<Cue> second = {cueOf(0, 1000, "Yes."), cueOf(9000, 9900, "Sure.")};
    CHECK(edited(first, second) == Matches{0, 1});
}

TEST_CASE("other rounding and other line ends do not part cues", "[job][sidecar]") {
    const std::vector<Cue> first = {
        cueOf(10, 1000, "A\nb"), cueOf(10, 1000, "A\nb"), cueOf(1234, 2000, "c")};
    const std::vector<Cue> second = {cueOf(0, 1000, "A b"), cueOf(1000, 2000, "c")};
    CHECK(matchedCues(first, second, MatchKind::Converted) == Matches{0, 2});
}

TEST_CASE("100,000 cues that all say the same are matched in time", "[job][sidecar]") {
    std::vector<Cue> first;
    for (int i = 0; i < 100'000; ++i)
        first.push_back(cueOf(100 * i, 100 * i + 90, "♪"));
    std::vector<Cue> second = first;
    for (Cue& cue : second)
        cue.start += Time::fromMilliseconds(7);
    second.erase(second.begin());
    const Matches matches = edited(first, second);
    bool isRight = true;
    for (std::uint32_t i = 0; i < matches.size(); ++i)
        isRight = isRight && matches[i] == i + 1;
    CHECK(isRight);
}

TEST_CASE("edits of a text are done to the text that it comes from", "[job][sidecar]") {
    CHECK(merged("one\ntwo", "one two", "one two three") == "one\ntwo three");
    CHECK(merged("one\ntwo", "one two", "won two") == "won\ntwo");
    CHECK(merged("one\ntwo", "one two", "one two") == "one\ntwo");
    CHECK(merged("a{x}b", "ab", "aZb") == "aZ{x}b");
    CHECK(merged("", "", "new") == "new");
    CHECK(merged("old", "old", "") == "");
    CHECK(merged("ទន្លេ\nសាប", "ទន្លេ សាប", "ទន្លេ សាបធំ") == "ទន្លេ\nសាបធំ");
}

TEST_CASE("where both differ what was edited stands", "[job][sidecar]") {
    const auto result = mergedEdits("see (Tom) now", "see Tim now", "see Jill now");
    CHECK(result.overlaps);
    CHECK(withEdits("see (Tom) now", result.edits) == "see Jill now");
    CHECK_FALSE(mergedEdits("see (Tom) now", "see Tim now", "look: see Tim now").overlaps);
}

TEST_CASE("no character that was put in is lost, whatever the texts", "[job][sidecar]") {
    const std::vector<std::string> texts = {"",
                                            "a",
                                            "ab",
                                            "a b",
                                            "b a",
                                            "a\nb",
                                            "aab",
                                            "aba",
                                            "bbb",
                                            "a  b",
                                            "(ab)",
                                            "ba(b)",
                                            "ab cab",
                                            "\xFF"
                                            "a",
                                            "ក្ខ",
                                            "ក្ខ ក",
                                            "abcab",
                                            "cab"};
    for (const std::string& original : texts)
        for (const std::string& written : texts)
            for (const std::string& now : texts) {
                const auto result = mergedEdits(original, written, now);
                CAPTURE(original, written, now);
                const std::string text = withEdits(original, result.edits);
                if (written == original) CHECK(text == now);
                if (written == now) CHECK(text == original);
                if (original == now) CHECK(text == now);
            }
}

TEST_CASE("settings are merged word by word", "[job][sidecar]") {
    CHECK(mergedSettings("line:0 size:50%", "line:0", "line:0") == "line:0 size:50%");
    CHECK(mergedSettings("line:0 size:50%", "line:0", "line:90%") == "line:90% size:50%");
    CHECK(mergedSettings("size:50%", "", "align:left") == "size:50% align:left");
    CHECK(mergedSettings("line:0 size:50%", "line:0", "") == "size:50%");
    CHECK(mergedSettings("a:1", "a:1", "b:2") == "b:2");
}

TEST_CASE("marks that were edited are marks of the original", "[job][sidecar]") {
    Cue original = cueOf(1000, 2000, "The river");
    original.text.spans = {{SpanKind::Opaque, 0, 0, "\\pos(9,9)"}};
    Cue written = cueOf(1000, 2000, "The river");
    Cue now = written;
    now.text.spans = {{SpanKind::Italic, 4, 9, ""}};
    CHECK(hasOtherLooks(written, now));
    const MergedCue there = mergedCue({original, written, now}, {&written, &now});
    CHECK_FALSE(there.isIncomplete);
    CHECK(there.cue.text.spans ==
          std::vector<Span>{{SpanKind::Opaque, 0, 0, "\\pos(9,9)"}, {SpanKind::Italic, 4, 9, ""}});
    const MergedCue back = mergedCue({there.cue, now, written}, {&now, &written});
    CHECK(back.cue.text == original.text);
    CHECK(mergedCue({original, written, now}).isIncomplete);
}

TEST_CASE("marks grow over what is put in beside them as they grew there", "[job][sidecar]") {
    Cue original = cueOf(1000, 2000, "The\nriver");
    original.text.spans = {{SpanKind::Italic, 4, 9, ""}, {SpanKind::Color, 4, 9, "#FF0000"}};
    Cue written = cueOf(1000, 2000, "The river");
    written.text.spans = {{SpanKind::Italic, 4, 9, ""}};
    Cue inside = cueOf(1000, 2000, "The river!");
    inside.text.spans = {{SpanKind::Italic, 4, 10, ""}};
    CHECK(mergedCue({original, written, inside}).cue.text.spans ==
          std::vector<Span>{{SpanKind::Italic, 4, 10, ""}, {SpanKind::Color, 4, 10, "#FF0000"}});
    Cue outside = inside;
    outside.text.spans = written.text.spans;
    CHECK(mergedCue({original, written, outside}).cue.text.spans == original.text.spans);
    CHECK_FALSE(mergedCue({original, written, outside}).isIncomplete);
    Cue other = cueOf(1000, 2000, "The rapids");
    other.text.spans = {{SpanKind::Italic, 4, 10, ""}};
    CHECK(mergedCue({original, written, other}).cue.text.plain == "The\nrapids");
    CHECK_FALSE(hasOtherLooks(written, other));
}

TEST_CASE("emphasis that comes from a style is switched off", "[job][sidecar]") {
    const Cue original = cueOf(1000, 2000, "The river");  // italic by its style
    Cue written = original;
    written.text.spans = {{SpanKind::Italic, 0, 9, ""}};
    const MergedCue merged = mergedCue({original, written, original}, {&written, &original});
    CHECK(merged.cue.text.spans == std::vector<Span>{{SpanKind::Italic, 0, 9, "0"}});
}

TEST_CASE("each edge comes home for itself, and inner times with a cue that moves",
          "[job][sidecar]") {
    Cue original = cueOf(1004, 2006, "a b");
    original.text.spans = {{SpanKind::InnerTime, 2, 2, "00:00:01.504"}};
    const Cue written = cueOf(1000, 2010, "a b");
    Cue now = written;
    now.end = Time::fromMilliseconds(2500);
    CHECK(mergedCue({original, written, now}).cue.start == Time::fromMilliseconds(1004));
    CHECK(mergedCue({original, written, now}).cue.end == Time::fromMilliseconds(2500));
    now = cueOf(3000, 4010, "a b");
    const Cue moved = mergedCue({original, written, now}).cue;
    CHECK(moved.start == Time::fromMilliseconds(3000));
    CHECK(moved.text.spans[0].value == "00:00:03.504");
    // Both edges moved, to where lengths are twice as long: 2000 + 2 * (1504 - 1000).
    now = cueOf(2000, 4020, "a b");
    CHECK(mergedCue({original, written, now}).cue.text.spans[0].value == "00:00:03.008");
}

TEST_CASE("inner times that went along with their cue are no edit of marks", "[job][sidecar]") {
    Cue written = cueOf(1000, 2000, "a b");
    written.text.spans = {{SpanKind::InnerTime, 2, 2, "00:00:01.500"}};
    Cue now = cueOf(3000, 4000, "a b");
    now.text.spans = {{SpanKind::InnerTime, 2, 2, "00:00:03.500"}};
    CHECK_FALSE(hasOtherLooks(written, now));
    now.text.spans[0].value = "00:00:03.600";
    CHECK(hasOtherLooks(written, now));
}

TEST_CASE("syllables that were stretched with their cue are no edit of marks", "[job][sidecar]") {
    Cue original = cueOf(1000, 3000, "a b");
    original.text.spans = {{SpanKind::InnerTime, 2, 2, "00:00:02.000"}};
    Cue written = cueOf(1000, 3000, "a b");
    written.text.spans = {{SpanKind::Karaoke, 0, 0, "\\k100"}, {SpanKind::Karaoke, 2, 2, "\\k100"}};
    Cue now = cueOf(2000, 6000, "a b");
    // One hundredth off, as rounding leaves it.
    now.text.spans = {{SpanKind::Karaoke, 0, 0, "\\k201"}, {SpanKind::Karaoke, 2, 2, "\\k199"}};
    CHECK_FALSE(hasOtherLooks(written, now));
    CHECK(mergedCue({original, written, now}).cue.text.spans[0].value == "00:00:04.000");
    now.text.spans[0].value = "\\kf200";
    CHECK(hasOtherLooks(written, now));
    now.text.spans[0].value = "\\k150";
    CHECK(hasOtherLooks(written, now));
}

TEST_CASE("a mark of a whole text is put around those of its parts", "[job][sidecar]") {
    Cue original = cueOf(1000, 2000, "The river");
    original.text.spans = {{SpanKind::Opaque, 0, 0, "\\pos(9,9)"}, {SpanKind::Bold, 0, 3, ""}};
    const Cue written = cueOf(1000, 2000, "The river");
    Cue now = written;
    now.text.spans = {{SpanKind::Italic, 0, 9, ""}};
    CHECK(mergedCue({original, written, now}, {&written, &now}).cue.text.spans ==
          std::vector<Span>{{SpanKind::Opaque, 0, 0, "\\pos(9,9)"},
                            {SpanKind::Italic, 0, 9, ""},
                            {SpanKind::Bold, 0, 3, ""}});
}

TEST_CASE("a cue is cut where its version was cut", "[job][sidecar]") {
    Cue original = cueOf(1000, 5000, "The river\nruns north");
    original.text.spans = {{SpanKind::Opaque, 0, 0, "\\an8"}, {SpanKind::Italic, 10, 14, ""}};
    const Cue whole = cueOf(1000, 5000, "The river runs north");
    const std::vector<Cue> parts = {cueOf(1000, 3000, "The river"),
                                    cueOf(3000, 5000, "runs north"),
                                    cueOf(6000, 7000, "other")};
    REQUIRE(partsOf(whole, parts) == 2);
    const std::vector<Cue> cut = splitAs(original, std::span(parts).first(2));
    REQUIRE(cut.size() == 2);
    CHECK(cut[0].text.plain == "The river");
    CHECK(cut[1].text.plain == "runs north");
    CHECK(cut[1].start == Time::fromMilliseconds(3000));
    CHECK(cut[1].text.spans ==
          std::vector<Span>{{SpanKind::Opaque, 0, 0, "\\an8"}, {SpanKind::Italic, 0, 4, ""}});
    CHECK(partsOf(whole, std::vector<Cue>{whole}) == 0);
    CHECK(partsOf(whole, std::vector<Cue>{parts[0], parts[2]}) == 0);
}
