// SPDX-License-Identifier: MIT
#include <subs/model/cue_text.h>

#include "catch.h"

#include <random>
#include <string>
#include <vector>

using subs::CueText;
using subs::Span;
using subs::SpanKind;

namespace {

CueText text(std::string plain, std::vector<Span> spans) {
    return {std::move(plain), std::move(spans)};
}

/// A text of Latin and Khmer letters and line breaks.
std::string randomPlain(std::mt19937& random) {
    static const std::vector<std::string> kLetters = {"a", "b", " ", "\n", "ក", "្", "ខ", "ា", "é"};
    std::string plain;
    for (auto n = random() % 12; n > 0; --n)
        plain += kLetters[random() % kLetters.size()];
    return plain;
}

CueText randomText(std::mt19937& random) {
    CueText result;
    result.plain = randomPlain(random);
    std::uint32_t begin = 0;
    for (auto n = random() % 4; n > 0; --n) {
        const auto left = static_cast<std::uint32_t>(result.plain.size()) - begin;
        begin += static_cast<std::uint32_t>(random() % (left + 1));
        const auto room = static_cast<std::uint32_t>(result.plain.size()) - begin;
        const auto length = static_cast<std::uint32_t>(random() % (room + 1));
        result.spans.push_back(
            {length == 0 ? SpanKind::Opaque : SpanKind::Italic, begin, begin + length, ""});
    }
    return result;
}

bool isOrdered(const CueText& text) {
    for (std::size_t i = 0; i < text.spans.size(); ++i) {
        const Span& span = text.spans[i];
        if (span.begin > span.end || span.end > text.plain.size()) return false;
        if (i > 0 && text.spans[i - 1].begin > span.begin) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("replacing inside a span grows it", "[model]") {
    const CueText before = text("one two three", {{SpanKind::Italic, 4, 7, ""}});
    CHECK(subs::replaced(before, 5, 6, "WWW") ==
          text("one tWWWo three", {{SpanKind::Italic, 4, 9, ""}}));
    CHECK(subs::replaced(before, 4, 7, "2") == text("one 2 three", {{SpanKind::Italic, 4, 5, ""}}));
}

TEST_CASE("a span does not grow over what is put at its edges", "[model]") {
    const CueText before = text("one two three", {{SpanKind::Italic, 4, 7, ""}});
    CHECK(subs::replaced(before, 7, 7, "!") ==
          text("one two! three", {{SpanKind::Italic, 4, 7, ""}}));
    CHECK(subs::replaced(before, 4, 4, "my ") ==
          text("one my two three", {{SpanKind::Italic, 7, 10, ""}}));
}

TEST_CASE("a span keeps what is left of it", "[model]") {
    const CueText before = text("one two three", {{SpanKind::Bold, 4, 13, "700"}});
    CHECK(subs::replaced(before, 0, 5, "") == text("wo three", {{SpanKind::Bold, 0, 8, "700"}}));
    CHECK(subs::replaced(before, 12, 13, "") ==
          text("one two thre", {{SpanKind::Bold, 4, 12, "700"}}));
    CHECK(subs::replaced(before, 3, 13, "s") == text("ones", {}));
    CHECK(subs::replaced(before, 4, 13, "") == text("one ", {}));
}

TEST_CASE("a point inside a replacement moves to its beginning", "[model]") {
    const CueText before = text("one two", {{SpanKind::Karaoke, 2, 2, "\\k30"}});
    CHECK(subs::replaced(before, 1, 4, "__") ==
          text("o__two", {{SpanKind::Karaoke, 1, 1, "\\k30"}}));
    CHECK(subs::replaced(before, 0, 1, "") == text("ne two", {{SpanKind::Karaoke, 1, 1, "\\k30"}}));
}

TEST_CASE("markup that stands for characters goes with them", "[model]") {
    const CueText before = text("one\ntwo", {{SpanKind::Opaque, 3, 4, "\\n"}});
    CHECK(subs::replaced(before, 3, 4, " ") == text("one two", {}));
    CHECK(subs::replaced(before, 2, 5, "?") == text("on?wo", {}));
    CHECK(subs::replaced(before, 4, 7, "2") == text("one\n2", {{SpanKind::Opaque, 3, 4, "\\n"}}));
}

TEST_CASE("new plain text keeps spans on what did not change", "[model]") {
    const CueText before = text("She said yes.", {{SpanKind::Italic, 9, 12, ""}});
    CHECK(subs::withPlain(before, "He said yes.") ==
          text("He said yes.", {{SpanKind::Italic, 8, 11, ""}}));
    CHECK(subs::withPlain(before, "She said yes!") ==
          text("She said yes!", {{SpanKind::Italic, 9, 12, ""}}));
    CHECK(subs::withPlain(before, before.plain) == before);
}

TEST_CASE("new plain text is parted between code points only", "[model]") {
    // U+1780 and U+1781 share their first two bytes, U+1780 and U+16C0 (ᛀ) none but their last.
    const CueText before =
        text("ក", {{SpanKind::Karaoke, 0, 0, "\\k5"}, {SpanKind::Italic, 0, 3, ""}});
    CHECK(subs::withPlain(before, "ខ") == text("ខ", before.spans));
    CHECK(subs::withPlain(text("aក", {{SpanKind::Italic, 1, 4, ""}}), "aកខ") ==
          text("aកខ", {{SpanKind::Italic, 1, 4, ""}}));
}

TEST_CASE("whatever is replaced, spans stay ordered and inside the text", "[model][property]") {
    std::mt19937 random(7);
    for (int i = 0; i < 20000; ++i) {
        const CueText before = randomText(random);
        const std::size_t begin = random() % (before.plain.size() + 1);
        const std::size_t end = begin + random() % (before.plain.size() - begin + 1);
        const std::string replacement = randomPlain(random);
        const CueText after = subs::replaced(before, begin, end, replacement);
        const std::string expected =
            before.plain.substr(0, begin) + replacement + before.plain.substr(end);
        REQUIRE(after.plain == expected);
        REQUIRE(isOrdered(after));
        REQUIRE(after.spans.size() <= before.spans.size());
    }
}

TEST_CASE("whatever the new plain text is, it is what comes out", "[model][property]") {
    std::mt19937 random(11);
    for (int i = 0; i < 20000; ++i) {
        const CueText before = randomText(random);
        const std::string plain = randomPlain(random);
        const CueText after = subs::withPlain(before, plain);
        REQUIRE(after.plain == plain);
        REQUIRE(isOrdered(after));
        REQUIRE(subs::withPlain(after, plain) == after);
    }
}

TEST_CASE("lines are counted by their breaks", "[model]") {
    CHECK(subs::lineCount(text("", {})) == 0);
    CHECK(subs::lineCount(text("one", {})) == 1);
    CHECK(subs::lineCount(text("one\ntwo", {})) == 2);
    CHECK(subs::lineCount(text("\n", {})) == 2);
}
