// SPDX-License-Identifier: MIT
#include <subs/edit/change.h>

#include "catch.h"

#include <random>
#include <string>
#include <vector>

using namespace subs;

namespace {

Time ms(std::int64_t milliseconds) {
    return Time::fromMilliseconds(milliseconds);
}

Cue cueOf(CueId id, std::int64_t start, std::int64_t end, std::string text) {
    Cue cue;
    cue.id = id;
    cue.start = ms(start);
    cue.end = ms(end);
    cue.text.plain = std::move(text);
    return cue;
}

Document documentOf(int count) {
    Document document;
    for (int i = 0; i < count; ++i)
        document.cues.push_back(
            cueOf(document.newId(), i * 2000, i * 2000 + 1500, "line " + std::to_string(i)));
    return document;
}

/// One edit of any kind, as a person might make it.
Change anyEdit(const Document& document, std::mt19937& random) {
    const auto below = [&](std::size_t limit) { return std::size_t{random()} % limit; };
    if (document.cues.empty() || below(4) == 0)
        return withInserted(document,
                            below(document.cues.size() + 1),
                            cueOf(CueId{document.lastId + 1},
                                  static_cast<std::int64_t>(below(90'000)),
                                  90'500,
                                  "new"));
    const std::size_t index = below(document.cues.size());
    switch (below(3)) {
        case 0:
            return withRemoved(document, index);
        case 1:
            return withTimes(
                document, index, ms(static_cast<std::int64_t>(below(90'000))), ms(95'000));
        default:
            return withPlainText(document, index, "ភាសា " + std::to_string(below(3)));
    }
}

}  // namespace

TEST_CASE("undoing any run of edits gives the document back, and redoing does them again",
          "[edit]") {
    std::mt19937 random(7);
    for (int round = 0; round < 40; ++round) {
        Document document = documentOf(12);
        std::vector<Change> changes;
        std::vector<std::vector<Cue>> states{document.cues};
        for (int i = 0; i < 30; ++i) {
            changes.push_back(anyEdit(document, random));
            apply(changes.back(), document);
            states.push_back(document.cues);
        }
        for (std::size_t i = changes.size(); i-- > 0;) {
            apply(inverse(changes[i]), document);
            REQUIRE(document.cues == states[i]);
        }
        for (std::size_t i = 0; i < changes.size(); ++i) {
            apply(changes[i], document);
            REQUIRE(document.cues == states[i + 1]);
        }
    }
}

TEST_CASE("the inverse of an inverse is the change itself", "[edit]") {
    const Document document = documentOf(3);
    Change change = withRemoved(document, 1);
    change.steps.push_back(withTimes(document, 0, ms(5), ms(6)).steps.front());
    CHECK(inverse(inverse(change)) == change);
    CHECK(inverse(change).steps.front().index == 0);
}

TEST_CASE("an edit that changes nothing is an empty change", "[edit]") {
    const Document document = documentOf(2);
    CHECK(withTimes(document, 1, ms(2000), ms(3500)).empty());
    CHECK(withPlainText(document, 0, "line 0").empty());
    CHECK_FALSE(withTimes(document, 1, ms(2000), std::nullopt).empty());
}

TEST_CASE("spans stay with their characters through an edit and its undoing", "[edit]") {
    Document document = documentOf(1);
    document.cues[0].text = {"say hello now",
                             {{SpanKind::Italic, 4, 9, ""}, {SpanKind::Comment, 13, 13, "{x}"}}};
    const Cue before = document.cues[0];
    const Change change = withPlainText(document, 0, "please say hello now");
    apply(change, document);
    const std::vector<Span>& spans = document.cues[0].text.spans;
    REQUIRE(spans.size() == 2);
    CHECK(spans[0] == Span{SpanKind::Italic, 11, 16, ""});
    CHECK(spans[1] == Span{SpanKind::Comment, 20, 20, "{x}"});
    apply(inverse(change), document);
    CHECK(document.cues[0] == before);
}

TEST_CASE("an id that was given to a cue is not given again after the cue is gone", "[edit]") {
    Document document = documentOf(2);
    const Change inserted =
        withInserted(document, 1, cueOf(CueId{document.lastId + 1}, 0, 1, "new"));
    apply(inserted, document);
    apply(inverse(inserted), document);
    CHECK(document.cues.size() == 2);
    CHECK(document.newId() == CueId{4});
}

TEST_CASE("an edit leaves every other cue as it is", "[edit]") {
    Document document = documentOf(5);
    const std::vector<Cue> before = document.cues;
    apply(withTimes(document, 2, ms(4100), ms(5600)), document);
    CHECK(document.cues[2].start == ms(4100));
    CHECK(document.cues[2].end == ms(5600));
    CHECK(document.cues[2].text == before[2].text);
    for (const std::size_t other : {0U, 1U, 3U, 4U})
        CHECK(document.cues[other] == before[other]);
}
