// SPDX-License-Identifier: MIT
// Files with both languages in one line.
#include <subs/format/registry.h>
#include <subs/job/unpair_files.h>

#include "catch.h"

#include <array>
#include <cstddef>
#include <string>
#include <vector>

using namespace subs;

namespace {

using Places = std::vector<std::size_t>;

UnpairOutcome outcomeOf(const std::string& bytes, const UnpairOptions& options = {}) {
    UnpairTask task;
    task.input = {"a.srt", "a.srt", std::nullopt};
    task.bytes = bytes;
    return unpairOne(task, options);
}

/// Cues of two seconds, one behind the other.
std::string srt(const std::vector<std::string>& texts) {
    std::string file;
    for (std::size_t i = 0; i < texts.size(); ++i)
        file += std::to_string(i + 1) + "\n00:00:" + std::to_string(10 + 3 * i) +
                ",000 --> 00:00:" + std::to_string(12 + 3 * i) + ",000\n" + texts[i] + "\n\n";
    return file;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::vector<std::string> codesOf(const Diagnostics& diagnostics) {
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : diagnostics)
        codes.push_back(diagnostic.code);
    return codes;
}

}  // namespace

TEST_CASE("lines that hold both languages are parted, and that is told", "[job][pair]") {
    const UnpairOutcome outcome =
        outcomeOf(srt({"ខ្ញុំទៅផ្សារ Let us go to market", "ទេ No, I am not going", "Bye"}));
    REQUIRE_FALSE(outcome.error);
    const Unpaired& parted = outcome.unpaired;
    CHECK(parted.by == UnpairBy::Script);
    CHECK(parted.languages == std::array<std::string, 2>{"km", "en"});
    CHECK(parted.bytes[0] ==
          "1\n00:00:10,000 --> 00:00:12,000\nខ្ញុំទៅផ្សារ\n\n2\n00:00:13,000 --> 00:00:15,000\nទេ\n\n");
    CHECK(has(parted.bytes[1], "\nLet us go to market\n"));
    CHECK(has(parted.bytes[1], "\nNo, I am not going\n"));
    CHECK(has(parted.bytes[1], "\nBye\n"));
    CHECK(parted.inBoth.empty());
    REQUIRE(codesOf(parted.diagnostics) == std::vector<std::string>{"unpair.one-line"});
    CHECK(parted.diagnostics[0].severity == Severity::Warning);
    CHECK(parted.diagnostics[0].message.starts_with(
        "2 cues had both languages in one line and were parted where the letters change"));
}

TEST_CASE("a line that does not tell where a language ends is whole in both, and named",
          "[job][pair]") {
    const std::string line = "ទៅផ្ទះ John ទៅ Go home John";
    const UnpairOutcome outcome = outcomeOf(srt({"ទេ No", line, "Bye"}));
    REQUIRE_FALSE(outcome.error);
    CHECK(outcome.unpaired.inBoth == Places{1});
    for (const std::string& bytes : outcome.unpaired.bytes)
        CHECK(has(bytes, line));
    REQUIRE(codesOf(outcome.unpaired.diagnostics) ==
            std::vector<std::string>{"unpair.one-line", "unpair.unclear"});
    CHECK(
        outcome.unpaired.diagnostics[1].message ==
        "cue 2 (\"2\") at 00:00:13.000 has letters of both languages in one line and does not tell "
        "where one ends; it is in both");
}

TEST_CASE("a sentence of the other language beside a line is not left out", "[job][pair]") {
    const UnpairOutcome outcome =
        outcomeOf(srt({"ក\na", "ខ\nb", "ទេ No, I am not", "ខ្ញុំឈ្មោះ John"}));
    REQUIRE_FALSE(outcome.error);
    CHECK(outcome.unpaired.inBoth == Places{2});
    CHECK(has(outcome.unpaired.bytes[1], "ទេ No, I am not"));
    CHECK_FALSE(has(outcome.unpaired.bytes[1], "John"));
}

TEST_CASE("what is said of lines that do not tell is true of them", "[job][pair]") {
    const UnpairOutcome outcome = outcomeOf(srt({"ទៅ John ទៅ Go"}));
    REQUIRE(outcome.error);
    CHECK(outcome.error->code == "unpair.one-language");
    CHECK_FALSE(has(outcome.error->message, "all in one script"));
    CHECK(has(outcome.error->message, "no line is in Latin letters alone"));
    const UnpairOutcome asked = outcomeOf(srt({"ទៅ John ទៅ Go"}), {.by = UnpairBy::Script});
    REQUIRE(asked.error);
    CHECK_FALSE(has(asked.error->message, "one script"));
}
