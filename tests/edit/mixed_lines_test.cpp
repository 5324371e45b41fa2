// SPDX-License-Identifier: MIT
// Lines that hold a text and its translation, as files have it whose format has no line breaks.
#include <subs/edit/mixed_lines.h>

#include "catch.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace subs;

namespace {

using Texts = std::vector<std::string>;
using Places = std::vector<std::size_t>;

/// Cues of two seconds, one behind the other.
Document documentOf(const Texts& texts) {
    Document document;
    std::int64_t start = 1;
    for (const std::string& text : texts) {
        Cue cue;
        cue.id = document.newId();
        cue.start = Time::fromSeconds(start);
        cue.end = Time::fromSeconds(start + 2);
        cue.text.plain = text;
        document.cues.push_back(std::move(cue));
        start += 3;
    }
    return document;
}

Texts partedOf(const Texts& texts) {
    Texts parted;
    for (const Cue& cue : withLinesParted(documentOf(texts)).document.cues)
        parted.push_back(cue.text.plain);
    return parted;
}

}  // namespace

TEST_CASE("a line in two scripts is parted where they change", "[edit][stack]") {
    const PartedLines parted =
        withLinesParted(documentOf({"ខ្ញុំទៅផ្សារ Let us go", "No, I am  ទេ", "Bye"}));
    REQUIRE(parted.document.cues.size() == 3);
    CHECK(parted.document.cues[0].text.plain == "ខ្ញុំទៅផ្សារ\nLet us go");
    CHECK(parted.document.cues[1].text.plain == "No, I am\nទេ");
    CHECK(parted.document.cues[2].text.plain == "Bye");
    CHECK(parted.parted == Places{0, 1});
    CHECK(parted.unclear.empty());
}

TEST_CASE("marks stay with what they close, and with what they open", "[edit][stack]") {
    CHECK(partedOf({"ទេ! No!"}) == Texts{"ទេ!\nNo!"});
    CHECK(partedOf({"ទេ ! No!"}) == Texts{"ទេ !\nNo!"});
    CHECK(partedOf({"- ទេ - No"}) == Texts{"- ទេ\n- No"});
    CHECK(partedOf({"«ទេ» «No»"}) == Texts{"«ទេ»\n«No»"});
}

TEST_CASE("a line that does not tell where a language ends is unclear", "[edit][stack]") {
    for (const char* const line : {"ក John ខ we go", "កa", "ថ្ងៃទី 5 May", "we ក go"}) {
        INFO(line);
        const PartedLines parted = withLinesParted(documentOf({line}));
        CHECK(parted.document.cues[0].text.plain == line);
        CHECK(parted.parted.empty());
        CHECK(parted.unclear == Places{0});
    }
}

TEST_CASE("a name in Latin letters is no translation in a track with lines for each",
          "[edit][stack]") {
    const PartedLines parted = withLinesParted(documentOf(
        {"ក\na", "ខ\nb", "ខ្ញុំឈ្មោះ John\nI am John", "ខ្ញុំឈ្មោះ John Smith", "ទេ No, I am not"}));
    CHECK(parted.parted.empty());
    // Three words may be a sentence.
    CHECK(parted.unclear == Places{4});
    // In a track of one language a few names are none either.
    CHECK(withLinesParted(documentOf({"ក", "ខ", "គ John"})).parted.empty());
}

TEST_CASE("a line with names is clear while the other language is shown", "[edit][stack]") {
    Document both = documentOf({"ខ្ញុំឈ្មោះ John Smith Junior", "I am John Smith Junior"});
    both.cues[1].start = both.cues[0].start;
    both.cues[1].end = both.cues[0].end;
    const PartedLines parted = withLinesParted(both);
    CHECK(parted.parted.empty());
    CHECK(parted.unclear.empty());
}

TEST_CASE("spans keep to their words where a line is parted", "[edit][stack]") {
    Document both = documentOf({"ក  ab"});
    both.cues[0].text.spans = {{SpanKind::Italic, 5, 7, ""}};
    CHECK(withLinesParted(both).document.cues[0].text ==
          CueText{"ក\nab", {{SpanKind::Italic, 4, 6, ""}}});
}
