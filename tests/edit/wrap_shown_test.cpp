// SPDX-License-Identifier: MIT
#include <subs/edit/wrap_shown.h>

#include "catch.h"
#include "edit/one_cue.h"

#include <string>
#include <string_view>

using namespace subs;

namespace {

/// "I | go | to the market": three words, written without a space.
const std::string kWords[] = {"ខ្ញុំ", "ទៅ", "ផ្សារ"};

std::string sentences(int count) {
    std::string text;
    for (int i = 0; i < count; ++i)
        for (const std::string& word : kWords)
            text += word;
    return text;
}

Document documentOf(CueText text, std::string language = "km") {
    return testing::oneCue(std::move(text), std::move(language));
}

std::optional<CueText> shown(const Document& document, std::optional<double> aspect = {}) {
    return ShownWrapper(aspect).wrapped(document, document.cues[0]);
}

/// Takes a word off the begin of `line`; false where none stands there.
bool takeWord(std::string_view& line) {
    for (const std::string& word : kWords) {
        if (!line.starts_with(word)) continue;
        line.remove_prefix(word.size());
        return true;
    }
    return false;
}

}  // namespace

TEST_CASE("Khmer lines that run out of the picture are broken between words for drawing",
          "[edit][lines][khmer]") {
    const std::string text = sentences(20);
    const auto broken = shown(documentOf({text, {}}));
    REQUIRE(broken);
    std::string joined;
    std::string_view rest = broken->plain;
    int lines = 1;
    while (!rest.empty()) {
        const bool isBreak = rest.front() == '\n';
        if (isBreak) {
            ++lines;
            rest.remove_prefix(1);
        }
        const std::string_view before = rest;
        REQUIRE(takeWord(rest));
        joined += before.substr(0, before.size() - rest.size());
    }
    CHECK(joined == text);
    CHECK(lines >= 2);
    CHECK(lines <= 4);
}

TEST_CASE("lines that fit are drawn as they are", "[edit][lines][khmer]") {
    CHECK_FALSE(shown(documentOf({sentences(3), {}})));
    CHECK_FALSE(shown(documentOf({sentences(3) + "\n" + sentences(3), {}})));
    CHECK_FALSE(shown(documentOf({"", {}})));
}

TEST_CASE("what players break themselves, or never, is drawn as it is", "[edit][lines]") {
    std::string english;
    for (int i = 0; i < 40; ++i)
        english += "market ";
    CHECK_FALSE(shown(documentOf({english, {}}, "en")));
    const std::string wide = sentences(20);
    CHECK_FALSE(shown(documentOf({wide, {{SpanKind::Opaque, 0, 0, "\\q2"}}})));
    CHECK(shown(documentOf({wide, {{SpanKind::Opaque, 0, 0, "\\q1"}}})));
    Document file = documentOf({wide, {}});
    file.canvas = Canvas{};
    CHECK(shown(file));
    file.canvas->wrap = WrapStyle::None;
    CHECK_FALSE(shown(file));
    file.cues[0].text.spans = {{SpanKind::Opaque, 0, 0, "\\q0"}};
    CHECK(shown(file));
    file.cues[0].text.spans = {{SpanKind::Opaque, 0, 0, "\\q9"}};
    CHECK_FALSE(shown(file));
    Document comment = documentOf({wide, {}});
    comment.cues[0].kind = CueKind::Comment;
    CHECK_FALSE(shown(comment));
}

TEST_CASE("the room is that between the cue's margins in a picture of the film's shape",
          "[edit][lines][khmer]") {
    Document document = documentOf({sentences(6), {}});
    CHECK_FALSE(shown(document));
    CHECK(shown(document, 0.5));
    document.cues[0].margins.left = 800;
    CHECK(shown(document));
}

TEST_CASE("spans stay with their characters where a line is broken for drawing",
          "[edit][lines][khmer]") {
    const std::string text = sentences(20);
    const auto length = static_cast<std::uint32_t>(text.size());
    const auto broken = shown(documentOf({text, {{SpanKind::Italic, 0, length, ""}}}));
    REQUIRE(broken);
    REQUIRE(broken->spans.size() == 1);
    CHECK(broken->spans[0].begin == 0);
    CHECK(broken->spans[0].end == broken->plain.size());
}
