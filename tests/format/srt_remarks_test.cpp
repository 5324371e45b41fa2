// SPDX-License-Identifier: MIT
#include "catch.h"
#include "format/read.h"

#include <algorithm>

using namespace testing;
using subs::Diagnostic;
using subs::Severity;

namespace {

/// The only remark about a file, or an empty one.
Diagnostic remarkOf(const std::string& text) {
    const subs::Diagnostics diagnostics = parsed("srt", text).diagnostics;
    CHECK(diagnostics.size() == 1);
    return diagnostics.empty() ? Diagnostic() : diagnostics[0];
}

/// The remark about a file whose second cue has this line of times.
Diagnostic remarkOfTimes(const std::string& times) {
    return remarkOf("1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n" + times + "\nB\n");
}

/// The remark about a file whose cue has this text.
Diagnostic remarkOfText(const std::string& text) {
    return remarkOf("1\n00:00:01,000 --> 00:00:02,000\n" + text + "\n");
}

}  // namespace

TEST_CASE("a sound file gives no remark", "[srt][diagnostics]") {
    CHECK(parsed(
              "srt",
              "1\n00:00:01,000 --> 00:00:02,000\n<i>A</i>\n\n2\n00:00:03,000 --> 00:00:04,000\nB\n")
              .diagnostics.empty());
}

TEST_CASE("remarks about times name their line", "[srt][diagnostics]") {
    const auto check = [](const std::string& times, std::string_view code, Severity severity) {
        const Diagnostic remark = remarkOfTimes(times);
        CHECK(remark.code == code);
        CHECK(remark.line == 6);
        CHECK(remark.severity == severity);
        CHECK_FALSE(remark.message.empty());
        CHECK(remark.message.back() != '.');
    };
    check("00:02:10,000 --> 00:02:08,400", "srt.end-before-start", Severity::Warning);
    check("00:02:10,000 --> 00:02:10,000", "srt.zero-duration", Severity::Warning);
    check("-00:00:02,500 --> 00:00:01,000", "srt.negative-time", Severity::Warning);
    check("00:61:00,000 --> 01:02:00,000", "srt.time-out-of-range", Severity::Warning);
    check("00:00:01,000 --> 99999999999999:00:00,000", "srt.time-too-large", Severity::Warning);
    check("00:00:01,000 --> soon", "srt.bad-end", Severity::Warning);
    check("00:00:01.000 --> 00:00:02.000", "srt.point-for-comma", Severity::Info);
    check("00:00:01 --> 00:00:02", "srt.fraction-length", Severity::Info);
    check("00:01,000 --> 00:02,000", "srt.no-hours", Severity::Info);
    check("00:00:01,000 -> 00:00:02,000", "srt.odd-arrow", Severity::Info);
    check("00:00: 1,000 --> 00:00: 2,000", "srt.spaces-in-time", Severity::Info);
    check("00x:00:01,000 --> 00:00:02,000", "srt.bad-time", Severity::Error);
}

TEST_CASE("remarks about numbers name their line", "[srt][diagnostics]") {
    const std::string first = "1\n00:00:01,000 --> 00:00:02,000\nA\n\n";
    CHECK(remarkOf(first + "00:00:03,000 --> 00:00:04,000\nB\n").code == "srt.no-number");
    CHECK(remarkOf(first + "00:00:03,000 --> 00:00:04,000\nB\n").line == 5);
    CHECK(remarkOf(first + "1\n00:00:03,000 --> 00:00:04,000\nB\n").code == "srt.number-order");
    CHECK(remarkOf(first + "two\n00:00:03,000 --> 00:00:04,000\nB\n").code ==
          "srt.number-not-numeric");
    CHECK(remarkOf(first + "2\n\n00:00:03,000 --> 00:00:04,000\nB\n").code ==
          "srt.blank-after-number");
}

TEST_CASE("remarks about text name line and column", "[srt][diagnostics]") {
    const auto check = [](const std::string& text,
                          std::string_view code,
                          std::uint32_t line,
                          std::uint32_t column) {
        const Diagnostic remark = remarkOfText(text);
        CHECK(remark.code == code);
        CHECK(remark.line == line);
        CHECK(remark.column == column);
    };
    check("", "srt.empty-cue", 2, 0);
    check("A\n\nB", "srt.blank-line", 4, 0);
    check("A\nb <font color=sunset>c</font>", "srt.unknown-color", 4, 3);
    check("A\nb <font weight=3>c</font>", "srt.unknown-font", 4, 3);
    check("A <ruby>b", "srt.unknown-tag", 3, 3);
    check("A\n<i>b", "srt.unclosed-tag", 4, 1);
    check("A\nb</i>", "srt.unopened-tag", 4, 2);
    check(std::string("A\nb\0c", 5), "srt.nul", 4, 2);
}

TEST_CASE("remarks about the whole file", "[srt][diagnostics]") {
    CHECK(remarkOf("Hello\n\n1\n00:00:01,000 --> 00:00:02,000\nA\n").code == "srt.stray-text");
    CHECK(remarkOf("1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00:0").code == "srt.truncated");
    const subs::Diagnostics diagnostics = parsed("srt", "Nothing to see\n").diagnostics;
    CHECK(countOf(diagnostics, "srt.no-cues") == 1);
    CHECK(diagnostics.front().severity == Severity::Error);
}

TEST_CASE("what a whole file does is said once, with a count", "[srt][diagnostics]") {
    std::string text;
    for (int i = 0; i < 5; ++i)
        text += "00:00:01.000 --> 00:00:02.000\nA\n\n";
    const subs::Diagnostics diagnostics = parsed("srt", text).diagnostics;
    REQUIRE(countOf(diagnostics, "srt.point-for-comma") == 1);
    REQUIRE(countOf(diagnostics, "srt.no-number") == 1);
    const auto found = std::find_if(diagnostics.begin(),
                                    diagnostics.end(),
                                    [](const Diagnostic& d) { return d.code == "srt.no-number"; });
    CHECK(found->message == "a cue has no number; kept without one (and in 4 more places)");
}

TEST_CASE("remarks come in the order of their lines", "[srt][diagnostics]") {
    const subs::Diagnostics diagnostics =
        parsed(
            "srt",
            "x\n\n1\n00:00:02,000 --> 00:00:01,000\n<i>A\n\n3\n00:00:03,000 --> 00:00:03,000\n\n")
            .diagnostics;
    CHECK(diagnostics.size() >= 4);
    CHECK(std::is_sorted(diagnostics.begin(),
                         diagnostics.end(),
                         [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; }));
}
