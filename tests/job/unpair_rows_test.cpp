// SPDX-License-Identifier: MIT
// What stands in another row of the picture, or in another style, need not be another language.
#include <subs/job/unpair_files.h>

#include "catch.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace subs;

namespace {

UnpairOutcome outcomeOf(const std::string& bytes, UnpairBy by = UnpairBy::Any) {
    UnpairTask task;
    task.input = {"a.srt", "a.srt", std::nullopt};
    task.bytes = bytes;
    UnpairOptions options;
    options.by = by;
    return unpairOne(task, options);
}

/// A cue that is shown for two seconds from second `at` on.
std::string cue(int number, int at, const std::string& text) {
    return fmt::format("{}\n00:00:{:02},000 --> 00:00:{:02},000\n{}\n\n", number, at, at + 2, text);
}

/// Ten cues at the bottom, from second 1 on, every three seconds.
std::string tenCues() {
    std::string text;
    for (int i = 0; i < 10; ++i)
        text += cue(i + 1, 1 + 3 * i, fmt::format("line {}", static_cast<char>('a' + i)));
    return text;
}

const Diagnostic* find(const Unpaired& parted, std::string_view code) {
    const auto found = std::ranges::find(parted.diagnostics, code, &Diagnostic::code);
    return found == parted.diagnostics.end() ? nullptr : &*found;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a lone cue at the top of a file in one language is no second language", "[job][pair]") {
    const std::string text = tenCues() + cue(11, 40, "{\\an8}sign");
    const UnpairOutcome outcome = outcomeOf(text);
    REQUIRE(outcome.error);
    CHECK(outcome.error->code == "unpair.one-language");
    CHECK(outcome.error->message ==
          "nothing tells two languages apart: its lines are all in one script and one style, and "
          "the rows of the picture are not two languages: 1 cue of the second beside 10 of the "
          "first, 1 and 10 of them without a partner at its time; --by row parts them all the "
          "same");
}

TEST_CASE("a lone cue at the top is parted by row where that is asked for, with a warning",
          "[job][pair]") {
    const UnpairOutcome outcome = outcomeOf(tenCues() + cue(11, 40, "{\\an8}sign"), UnpairBy::Row);
    REQUIRE_FALSE(outcome.error);
    CHECK(has(outcome.unpaired.bytes[1], "sign"));
    CHECK_FALSE(has(outcome.unpaired.bytes[1], "line a"));
    const Diagnostic* const told = find(outcome.unpaired, "unpair.uneven");
    REQUIRE(told != nullptr);
    CHECK(told->severity == Severity::Warning);
    CHECK(told->line == 41);  // ten cues of four lines are before it
    CHECK(told->message ==
          "this may be one language in two rows: 1 cue of the second beside 10 of the first, 1 and "
          "10 of them without a partner at its time; it was parted by row all the same");
}

TEST_CASE("as many cues at the top that are shown at other times are no second language",
          "[job][pair]") {
    std::string text;
    for (int i = 0; i < 6; ++i)
        text += cue(i + 1, 1 + 3 * i, i % 2 == 0 ? "line" : "{\\an8}line");
    CHECK(outcomeOf(text).error->code == "unpair.one-language");
}

TEST_CASE("two rows that are shown together are two languages of one script", "[job][pair]") {
    std::string text = tenCues();
    // All but two have a partner.
    for (int i = 0; i < 8; ++i)
        text += cue(11 + i, 1 + 3 * i, "{\\an8}ligne");
    for (const UnpairBy by : {UnpairBy::Any, UnpairBy::Row}) {
        const UnpairOutcome outcome = outcomeOf(text, by);
        REQUIRE_FALSE(outcome.error);
        CHECK(outcome.unpaired.by == UnpairBy::Row);
        CHECK(find(outcome.unpaired, "unpair.uneven") == nullptr);
        CHECK(outcome.unpaired.written == std::array<std::size_t, 2>{10, 8});
    }
}

TEST_CASE("rows in two scripts are two languages, however few are in one", "[job][pair]") {
    const UnpairOutcome outcome = outcomeOf(tenCues() + cue(11, 40, "{\\an8}ផ្ទះ"), UnpairBy::Row);
    REQUIRE_FALSE(outcome.error);
    CHECK(find(outcome.unpaired, "unpair.uneven") == nullptr);
}

TEST_CASE("a second style of a few cues is told to be doubtful", "[job][pair]") {
    const std::string head =
        "[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname, Alignment\n"
        "Style: Default,Arial,2\nStyle: Sign,Arial,2\n\n[Events]\nFormat: Start, End, Style, Text\n";
    std::string text = head;
    for (const char* const second : {"1", "3", "5"})
        text += fmt::format("Dialogue: 0:00:0{}.00,0:00:0{}.50,Default,yes\n", second, second);
    text += "Dialogue: 0:00:09.00,0:00:09.50,Sign,Inn\n";
    const UnpairOutcome outcome = outcomeOf(text);
    REQUIRE_FALSE(outcome.error);
    CHECK(outcome.unpaired.by == UnpairBy::Style);
    const Diagnostic* const told = find(outcome.unpaired, "unpair.uneven");
    REQUIRE(told != nullptr);
    CHECK(has(told->message, "this may be one language in two styles: 1 cue of the second"));
}
