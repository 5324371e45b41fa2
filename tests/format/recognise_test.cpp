// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>

#include "catch.h"

#include <string>

namespace {

const std::string kEvent = "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Where is the boat?\n";
const std::string kSection =
    "[Script Info]\nScriptType: v4.00+\n\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";
const std::string kCue = "1\n00:00:01,000 --> 00:00:02,000\nhello\n\n";

std::string times(std::size_t count, const std::string& text) {
    std::string all;
    for (; count > 0; --count)
        all += text;
    return all;
}

std::string idOf(const std::string& text, const char* name) {
    const auto found = subs::recognised(text, name);
    return found ? std::string(found->format->info().id) : found.error().code;
}

/// True where the beginning alone says nothing, or the same as the whole.
bool beginningAgrees(const std::string& text, const char* name) {
    const auto found = subs::recognisedByBeginning(text);
    return !found || found->format->info().id == idOf(text, name);
}

}  // namespace

TEST_CASE("a line of times as SubRip has them does not make SubRip of ASS", "[registry]") {
    for (const std::size_t events : {0U, 1U, 40U}) {
        const std::string text = kSection + times(events, kEvent) + "\n" + kCue;
        CHECK(idOf(text, "p.ass") == "ass");
        CHECK(idOf(text, "p") == "ass");
        CHECK(beginningAgrees(text, "p.ass"));
    }
    // Before the first section too, where there are events enough.
    CHECK(idOf(kCue + kSection + times(40, kEvent), "p.txt") == "ass");
    CHECK(idOf(kCue + kSection + kEvent, "p.ass") == "ass");
    CHECK(beginningAgrees(kCue + kSection + kEvent, "p.ass"));
}

TEST_CASE("texts that mention sections and events of ASS leave a file SubRip", "[registry]") {
    const std::string mention = "1\n00:00:01,000 --> 00:00:02,000\n" + kSection + kEvent + "\n";
    CHECK(idOf(mention, "p.srt") == "srt");
    CHECK(idOf(mention, "p") == "srt");
    CHECK(idOf(mention + times(40, kCue), "p.ass") == "srt");
    CHECK(idOf("[Script Info]\n\n" + times(40, kCue), "p") == "srt");
    CHECK(idOf(times(3, "2\n00:00:01,000 --> 00:00:02,000\nDialogue: 0, is this one?\n\n"), "p") ==
          "srt");
    CHECK(beginningAgrees(mention, "p.srt"));
    CHECK(beginningAgrees(mention + times(40, kCue), "p.srt"));
}

TEST_CASE("what lies far behind a file's beginning does not change its format", "[registry]") {
    const std::string far(70'000, '\n');
    CHECK(idOf(kSection + kEvent + far + times(40, kCue), "p.srt") == "ass");
    CHECK(idOf(kCue + far + kSection + times(40, kEvent), "p.ass") == "srt");
}
