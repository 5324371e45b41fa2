// SPDX-License-Identifier: MIT
#include <subs/format/loss_report.h>

#include "catch.h"

#include <string>
#include <vector>

using subs::CueId;
using subs::LossReport;
using subs::LossSeverity;

TEST_CASE("losses of one feature and severity are one item", "[loss]") {
    LossReport report;
    CHECK(report.empty());
    CHECK(report.worst() == LossSeverity::Info);
    report.add("karaoke", LossSeverity::Dropped, CueId{1}, "\\k30", "");
    report.add("karaoke", LossSeverity::Dropped, CueId{1}, "\\k40", "");
    report.add("karaoke", LossSeverity::Dropped, CueId{4}, "\\k50", "");
    report.add("karaoke", LossSeverity::Info, CueId{}, "x", "y");
    REQUIRE(report.items.size() == 2);
    CHECK(report.items[0].count == 3);
    CHECK(report.items[0].cues == std::vector<CueId>{{1}, {4}});
    CHECK(report.items[0].before == "\\k30");
    CHECK(report.items[1].cues.empty());
    CHECK(report.worst() == LossSeverity::Dropped);
}

TEST_CASE("a cue stands once among those of a loss, however often they are gone over", "[loss]") {
    LossReport report;
    for (const std::uint32_t id : {1U, 2U, 4U, 2U, 3U, 1U, 4U})
        report.add("time-precision", LossSeverity::Approximated, CueId{id}, "a", "b");
    REQUIRE(report.items.size() == 1);
    CHECK(report.items[0].count == 7);
    CHECK(report.items[0].cues == std::vector<CueId>{{1}, {2}, {3}, {4}});
}

TEST_CASE("what is lost and is not about cues is named, each once", "[loss]") {
    LossReport report;
    for (const char* font : {"a.ttf", "b.ttf", "a.ttf", "c.ttf", "b.ttf"})
        report.add("attachment", LossSeverity::Dropped, CueId{}, font, "");
    REQUIRE(report.items.size() == 1);
    CHECK(report.items[0].count == 5);
    CHECK(report.items[0].before == "a.ttf");
    CHECK(report.items[0].others == std::vector<std::string>{"b.ttf", "c.ttf"});
}

TEST_CASE("of thousands of notes that are lost a hundred are named", "[loss]") {
    LossReport report;
    for (int i = 0; i < 5'000; ++i)
        report.add("note", LossSeverity::Dropped, CueId{}, std::to_string(i), "");
    CHECK(report.items[0].count == 5'000);
    CHECK(report.items[0].others.size() == subs::LossItem::kMostNamed);
    CHECK(report.items[0].others.back() == "100");
}

TEST_CASE("severities of losses have names", "[loss]") {
    CHECK(subs::nameOf(LossSeverity::Info) == "info");
    CHECK(subs::nameOf(LossSeverity::Approximated) == "approximated");
    CHECK(subs::nameOf(LossSeverity::Dropped) == "dropped");
    CHECK(subs::nameOf(LossSeverity::Unrepresentable) == "unrepresentable");
}
