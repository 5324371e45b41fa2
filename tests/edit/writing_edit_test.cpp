// SPDX-License-Identifier: MIT
#include <subs/edit/writing.h>

#include "catch.h"

using namespace subs;

namespace {

WritingOptions everything() {
    WritingOptions options;
    options.spaces = SpacePolicy::Tidy;
    options.digits = DigitSystem::Khmer;
    options.quotes = QuoteStyle::Curly;
    return options;
}

}  // namespace

TEST_CASE("spans keep to their words through all steps of writing", "[edit][khmer]") {
    // «ទៅ» bold from the quote on, then a point of karaoke before the number.
    const CueText text = {"ខ  «ទៅ» 10",
                          {{SpanKind::Bold, 5, 15, ""}, {SpanKind::Karaoke, 16, 16, "\\k30"}}};
    const CueText after = written(text, everything());
    CHECK(after.plain == "ខ “ទៅ” ១០");
    REQUIRE(after.spans.size() == 2);
    CHECK(after.plain.substr(after.spans[0].begin, after.spans[0].end - after.spans[0].begin) ==
          "“ទៅ”");
    CHECK(after.plain.substr(after.spans[1].begin) == "១០");
}

TEST_CASE("writing a document is a change that can be undone", "[edit][khmer]") {
    Document document;
    for (const char* plain : {"ខ 10", "Room 10", "ខ ១០"}) {
        Cue cue;
        cue.id = document.newId();
        cue.text.plain = plain;
        document.cues.push_back(cue);
    }
    const Document before = document;
    const Change change = withAllWritten(document, everything());
    REQUIRE(change.steps.size() == 1);
    apply(change, document);
    CHECK(document.cues[0].text.plain == "ខ ១០");
    apply(inverse(change), document);
    CHECK(document.cues == before.cues);
}
