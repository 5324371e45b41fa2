// SPDX-License-Identifier: MIT
#include <subs/session/checks.h>
#include <subs/session/workspace.h>

#include "catch.h"
#include "session_fixture.h"

#include <QtGui/QUndoStack>

#include <algorithm>
#include <map>
#include <random>

using namespace subs;
using namespace subs::session;
using testing::OpenWorkspace;
using testing::waitFor;

namespace {

/// Limits that need no font.
Profile strictProfile() {
    Profile profile;
    profile.id = "test";
    profile.maxLineCount = 10;
    profile.maxLines = 1;
    profile.maxSpeed = 8;
    profile.minDuration = Time::fromMilliseconds(500);
    profile.maxDuration = Time::fromSeconds(4);
    profile.minGapFrames = 6;
    return profile;
}

bool isDone(const Checks& checks) {
    return waitFor([&] { return !checks.isBusy(); });
}

using Found = std::multimap<std::uint32_t, std::string>;

Found foundBy(const Checks& checks, const Workspace& workspace, Side side) {
    Found found;
    for (const Cue& cue : workspace.document(side).cues)
        for (const Finding& each : checks.findings(side, cue.id))
            found.emplace(cue.id.value, each.message);
    return found;
}

Found foundAnew(const Workspace& workspace, Side side) {
    Checker checker(strictProfile());
    Found found;
    for (const Finding& each : checker.check(workspace.document(side)))
        found.emplace(each.cue.value, each.message);
    return found;
}

Found sorted(const Found& found) {
    std::vector<std::pair<std::uint32_t, std::string>> all(found.begin(), found.end());
    std::sort(all.begin(), all.end());
    return Found(all.begin(), all.end());
}

}  // namespace

TEST_CASE("findings come with a profile and go with it", "[session][checks]") {
    OpenWorkspace open;
    Checks checks(open.workspace);
    CHECK(isDone(checks));
    CHECK(checks.count(Side::First) == 0);
    REQUIRE(
        open.workspace.setText(Side::Second, open.id(Side::Second, 0), "This line is too long"));
    checks.setProfile(Side::Second, strictProfile());
    REQUIRE(isDone(checks));
    REQUIRE(checks.count(Side::Second) > 0);
    CHECK(checks.count(Side::First) == 0);
    const auto& findings = checks.findings(Side::Second, open.id(Side::Second, 0));
    CHECK(std::any_of(findings.begin(), findings.end(), [](const Finding& f) {
        return f.rule == "line-length";
    }));
    checks.setProfile(Side::Second, std::nullopt);
    REQUIRE(isDone(checks));
    CHECK(checks.count(Side::Second) == 0);
}

TEST_CASE("widths are checked in the shape of the film's picture", "[session][checks]") {
    OpenWorkspace open;
    Profile profile;
    profile.id = "test";
    profile.maxLineWidthShare = 0.9;
    Checks checks(open.workspace);
    checks.setProfile(Side::Second, profile);
    const CueId id = open.id(Side::Second, 0);
    REQUIRE(open.workspace.setText(Side::Second, id, "Where were you the night before?"));
    const auto findings = [&] {
        REQUIRE(isDone(checks));
        return checks.findings(Side::Second, id).size();
    };
    const auto frames = FrameTimeline::constant(parseFrameRate("24").value());
    CHECK(findings() == 0);
    open.workspace.setTimeline(frames, 0.5);  // half as wide as it is high
    CHECK(findings() == 1);
    open.workspace.setTimeline(frames, 16.0 / 9);
    CHECK(findings() == 0);
}

TEST_CASE("an edit checks the cue that it touches and names it", "[session][checks]") {
    OpenWorkspace open;
    Checks checks(open.workspace);
    checks.setProfile(Side::Second, strictProfile());
    REQUIRE(isDone(checks));
    std::vector<CueId> told;
    QObject::connect(&checks, &Checks::findingsChanged, [&](Side, const std::vector<CueId>& cues) {
        told = cues;
    });
    const CueId id = open.id(Side::Second, 0);
    REQUIRE(checks.findings(Side::Second, id).empty());
    REQUIRE(open.workspace.setText(Side::Second, id, "Much too long for it"));
    REQUIRE(isDone(checks));
    CHECK(told == std::vector<CueId>{id});
    CHECK_FALSE(checks.findings(Side::Second, id).empty());
    open.workspace.undoStack().undo();
    REQUIRE(isDone(checks));
    CHECK(checks.findings(Side::Second, id).empty());
}

TEST_CASE("after any run of edits the findings are those of a whole check", "[session][checks]") {
    std::mt19937 random(23);
    const auto below = [&](std::size_t limit) { return std::size_t{random()} % limit; };
    for (int round = 0; round < 15; ++round) {
        OpenWorkspace open;
        Workspace& workspace = open.workspace;
        Checks checks(workspace);
        for (const Side side : kBothSides)
            checks.setProfile(side, strictProfile());
        for (int i = 0; i < 40; ++i) {
            const Side side = below(2) == 0 ? Side::First : Side::Second;
            const auto& cues = workspace.document(side).cues;
            const Time time = Time::fromMilliseconds(static_cast<std::int64_t>(below(12'000)));
            const CueId id = cues.empty() ? CueId{} : cues[below(cues.size())].id;
            switch (below(6)) {
                case 0:
                    static_cast<void>(
                        workspace.insertCues(Sides::Both, time, time + Time::fromSeconds(1)));
                    break;
                case 1:
                    static_cast<void>(workspace.setEdge(side, id, Edge::Start, time));
                    break;
                case 2:
                    static_cast<void>(workspace.setEdge(side, id, Edge::End, time));
                    break;
                case 3:
                    static_cast<void>(
                        workspace.setText(side, id, QString(int(below(20)), QLatin1Char('x'))));
                    break;
                case 4:
                    workspace.undoStack().undo();
                    break;
                default:
                    static_cast<void>(workspace.removeCues(side == Side::First ? CuePair{id, {}}
                                                                               : CuePair{{}, id}));
            }
            if (below(8) == 0) REQUIRE(isDone(checks));
        }
        REQUIRE(isDone(checks));
        for (const Side side : kBothSides) {
            const Found expected = sorted(foundAnew(workspace, side));
            CHECK(sorted(foundBy(checks, workspace, side)) == expected);
            CHECK(checks.count(side) == expected.size());
        }
    }
}

TEST_CASE("another file's findings do not stay", "[session][checks]") {
    OpenWorkspace open;
    Checks checks(open.workspace);
    checks.setProfile(Side::Second, strictProfile());
    REQUIRE(open.workspace.setText(Side::Second, open.id(Side::Second, 0), "Much too long for it"));
    open.workspace.close();
    REQUIRE(isDone(checks));
    CHECK(checks.count(Side::Second) == 0);
}

TEST_CASE("checks can be left while they run", "[session][checks]") {
    OpenWorkspace open;
    for (int i = 0; i < 20; ++i) {
        Checks checks(open.workspace);
        checks.setProfile(Side::First, strictProfile());
    }
    SUCCEED();
}
