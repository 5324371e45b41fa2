// SPDX-License-Identifier: MIT
#include <subs/edit/edited_text.h>
#include <subs/text/normalise.h>

#include "catch.h"

#include <array>
#include <cstdint>
#include <ctime>
#include <string>
#include <vector>

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

/// `text` with `edits` done one by one, from the last one back.
CueText oneByOne(CueText text, const std::vector<TextEdit>& edits) {
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)
        text = replaced(text, edit->begin, edit->end, edit->replacement);
    return text;
}

/// Ranges and points between all places of `plain`, of kinds that stay and of one that goes with
/// its characters.
CueText coveredEverywhere(std::string plain) {
    CueText text{std::move(plain), {}};
    const auto size = static_cast<std::uint32_t>(text.plain.size());
    for (std::uint32_t begin = 0; begin <= size; ++begin)
        for (std::uint32_t end = begin; end <= size; ++end)
            for (const SpanKind kind : {SpanKind::Bold, SpanKind::Opaque})
                text.spans.push_back({kind, begin, end, std::to_string(end)});
    return text;
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

TEST_CASE("text replaced at many places is the text replaced at each of them", "[edit]") {
    const CueText text = coveredEverywhere("abcdefgh");
    const std::array<std::vector<TextEdit>, 7> all{{
        {},
        {{0, 0, "x"}, {3, 3, "yy"}, {8, 8, "z"}},
        {{1, 2, ""}, {2, 3, "x"}, {5, 7, "\n"}},
        {{0, 8, "x"}},
        {{0, 3, ""}, {4, 8, ""}},
        {{2, 4, "uvwxyz"}, {4, 4, "\n"}, {6, 6, ""}},
        {{2, 2, "\n"}, {3, 5, "q"}, {5, 5, "r"}, {7, 8, ""}},
    }};
    for (const std::vector<TextEdit>& edits : all)
        CHECK(replaced(text, edits) == oneByOne(text, edits));
}

TEST_CASE("what is put in at the end of a span stays outside of it", "[edit]") {
    const CueText text = {"ab",
                          {{SpanKind::Italic, 0, 1, ""},
                           {SpanKind::Karaoke, 1, 1, "\\k30"},
                           {SpanKind::Bold, 1, 2, ""}}};
    const CueText after = replaced(text, std::vector<TextEdit>{{1, 1, "\n"}, {2, 2, "\n"}});
    CHECK(after.plain == "a\nb\n");
    CHECK(covered(after) == "[a][][b]");
    CHECK(after.spans[1].begin == 1);
}

TEST_CASE("a text is replaced at a hundred thousand places at once", "[edit]") {
    constexpr std::uint32_t kCount = 100'000;
    const CueText text{std::string(3 * std::size_t{kCount}, 'a'), {{SpanKind::Bold, 0, 6, ""}}};
    std::vector<TextEdit> edits;
    for (std::uint32_t i = 1; i < kCount; ++i)
        edits.push_back({3 * i, 3 * i, "\u200B"});
    const std::clock_t begin = std::clock();
    const CueText after = replaced(text, edits);
    CHECK(after.plain.size() == 6 * std::size_t{kCount} - 3);
    CHECK(covered(after) == "[aaa\u200Baaa]");
    // One by one they took 3 s and more.
    CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 1);
}
