// SPDX-License-Identifier: MIT
// A file of which something is missing says so to whatever it is converted into.
#include <subs/format/features.h>
#include <subs/format/registry.h>

#include "catch.h"
#include "format/stl_file.h"

#include <algorithm>
#include <string>

using namespace subs;
namespace file = testing::stl;

namespace {

struct Cut {
    std::size_t cues = 0;
    std::size_t count = 0;  ///< Of what is missing.
    std::string before;
    Diagnostics diagnostics;
};

Cut cutOf(const std::string& bytes, const std::string& name) {
    const auto read = readDocument(bytes, name);
    REQUIRE(read);
    Cut cut{read->document.cues.size(), 0, {}, read->diagnostics};
    for (const LossItem& loss : read->unread.items) {
        if (loss.feature != feature::kUnread) continue;
        CHECK(loss.severity == LossSeverity::Dropped);
        cut.count += loss.count;
        cut.before = loss.before;
    }
    return cut;
}

bool warns(const Cut& cut, const std::string& code) {
    return std::ranges::any_of(cut.diagnostics, [&](const Diagnostic& said) {
        return said.code == code && said.severity >= Severity::Warning;
    });
}

}  // namespace

TEST_CASE("cues of JSON behind damage are counted as unread", "[json-cues][cut]") {
    std::string text = "[";
    for (int i = 0; i < 100; ++i)
        text += std::string(i > 0 ? "," : "") + "{\"start_ms\": " + std::to_string(i) +
                ", \"text\": \"a\"}";
    CHECK(cutOf(text + "]", "a.json").count == 0);
    // The text of cue 51 has no second quote.
    std::size_t at = 0;
    for (int i = 0; i < 51; ++i)
        at = text.find("\"a\"", at) + 3;
    std::string damaged = text + "]";
    damaged.replace(at - 1, 1, "!");
    const Cut cut = cutOf(damaged, "a.json");
    CHECK(cut.cues == 50);
    CHECK(cut.count == 50);
    CHECK(cut.before == "50 cues from where the file is damaged on");
    // What is missing at the end of a file that is cut between cues nobody knows.
    CHECK(cutOf(text, "a.json").count == 1);
}

TEST_CASE("blocks that the header of EBU STL counts and the file has not are unread",
          "[stl][cut]") {
    const std::string two =
        file::header({.blocks = "00005", .subtitles = "00005"}) + file::block("one") +
        file::block("two", {.number = 2, .in = {0, 0, 3, 0}, .out = {0, 0, 4, 0}});
    const Cut between = cutOf(two, "a.stl");
    CHECK(between.cues == 2);
    CHECK(between.count == 3);
    CHECK(between.before == "3 blocks that the header counts and the file has not");
    CHECK(warns(between, "stl.block-count"));
    const Cut within = cutOf(two.substr(0, two.size() - 40), "a.stl");
    CHECK(within.cues == 1);
    CHECK(within.count == 4);
    // A header that counts too few hides nothing.
    const Cut more =
        cutOf(file::header({.blocks = "00001", .subtitles = "00005"}) + two.substr(1024), "a.stl");
    CHECK(more.count == 0);
    CHECK_FALSE(warns(more, "stl.block-count"));
}

TEST_CASE("a line of captions that is cut off is unread", "[scc][cut]") {
    const std::string head = "Scenarist_SCC V1.0\n\n";
    const std::string line = "00:00:01:00\t94ae 94ae 9420 9420 9470 9470 e2ef 61f4 942f 942f";
    CHECK(cutOf(head + line + "\n\n00:00:03:00\t942c 942c\n", "a.scc").count == 0);
    const Cut cut = cutOf(head + line + "\n\n00:00:03:00\t942c 942", "a.scc");
    CHECK(cut.cues == 1);
    CHECK(cut.count == 1);
}
