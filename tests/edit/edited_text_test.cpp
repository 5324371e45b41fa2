// SPDX-License-Identifier: MIT
#include <subs/edit/edited_text.h>
#include <subs/text/normalise.h>

#include "catch.h"

#include <string>

using namespace subs;

namespace {

/// The stretches of `text` that its spans cover, each in brackets, "[]" for a point.
std::string covered(const CueText& text) {
    std::string result;
    for (const Span& span : text.spans)
        result += "[" + text.plain.substr(span.begin, span.end - span.begin) + "]";
    return result;
}

CueText normalisedText(const CueText& text) {
    return edited(text, normalised(text.plain).edits);
}

}  // namespace

TEST_CASE("spans keep to their words when the words are put right", "[edit][khmer]") {
    // ខែ្មរ is five code points of three bytes; the first cluster ends at byte 12.
    const CueText bold = {"a ខែ្មរ b", {{SpanKind::Bold, 2, 17, ""}}};
    CHECK(normalisedText(bold).plain == "a ខ្មែរ b");
    CHECK(covered(normalisedText(bold)) == "[ខ្មែរ]");
    // Shorter than before: the vowel is one.
    const CueText split = {"លេាក ខ្ញុំ", {{SpanKind::Italic, 13, 28, ""}}};
    CHECK(covered(normalisedText(split)) == "[ខ្ញុំ]");
}

TEST_CASE("a span that ends inside of a broken syllable covers the whole of it", "[edit][khmer]") {
    const CueText text = {"ខែ្មរ",
                          {{SpanKind::Bold, 0, 6, ""},
                           {SpanKind::Karaoke, 6, 6, "\\k30"},
                           {SpanKind::Color, 6, 15, "#FF0000"}}};
    const CueText after = normalisedText(text);
    CHECK(after.plain == "ខ្មែរ");
    CHECK(covered(after) == "[ខ្មែ][][ខ្មែរ]");
    CHECK(after.spans[1].begin == 0);
}

TEST_CASE("karaoke stays between its syllables", "[edit][khmer]") {
    const CueText text = {"\u200Bខែ្មរ\u200B\u200Bជា",
                          {{SpanKind::Karaoke, 0, 0, "\\k10"},
                           {SpanKind::Karaoke, 18, 18, "\\k20"},
                           {SpanKind::Karaoke, 24, 24, "\\k30"}}};
    const CueText after = normalisedText(text);
    CHECK(after.plain == "ខ្មែរ\u200Bជា");
    REQUIRE(after.spans.size() == 3);
    CHECK(after.spans[0].begin == 0);
    CHECK(after.spans[1].begin == 15);
    CHECK(after.spans[2].begin == 18);
}

TEST_CASE("a range over what is taken out goes, a point stays", "[edit][khmer]") {
    const CueText text = {"ក\u200B\u200Bខ",
                          {{SpanKind::Italic, 6, 9, ""},
                           {SpanKind::Opaque, 6, 6, "\\x"},
                           {SpanKind::Opaque, 6, 9, "&#8203;"}}};
    const CueText after = normalisedText(text);
    CHECK(after.plain == "ក\u200Bខ");
    REQUIRE(after.spans.size() == 1);
    CHECK(after.spans[0] == Span{SpanKind::Opaque, 6, 6, "\\x"});
}
