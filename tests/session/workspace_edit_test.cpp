// SPDX-License-Identifier: MIT
#include <subs/session/workspace.h>

#include "catch.h"
#include "session_fixture.h"

#include <QtGui/QUndoStack>

#include <random>
#include <vector>

using namespace subs;
using namespace subs::session;
using testing::OpenWorkspace;

namespace {

Time ms(std::int64_t milliseconds) {
    return Time::fromMilliseconds(milliseconds);
}

}  // namespace

TEST_CASE("typing into one cue is one undo step until the selection moves", "[session][edit]") {
    OpenWorkspace open;
    Workspace& workspace = open.workspace;
    const CueId id = open.id(Side::Second, 0);
    for (const char* text : {"H", "Ho", "How"})
        REQUIRE(workspace.setText(Side::Second, id, text));
    CHECK(workspace.undoStack().count() == 1);
    workspace.endTyping();
    REQUIRE(workspace.setText(Side::Second, id, "How?"));
    REQUIRE(workspace.setText(Side::First, open.id(Side::First, 0), "x"));
    REQUIRE(workspace.setText(Side::First, open.id(Side::First, 1), "y"));
    CHECK(workspace.undoStack().count() == 4);
    for (int i = 0; i < 3; ++i)
        workspace.undoStack().undo();
    CHECK(open.cue(Side::Second, 0).text.plain == "How");
    workspace.undoStack().undo();
    CHECK(open.cue(Side::Second, 0).text.plain == "Hello");
}

TEST_CASE("typing that comes back to the old text leaves no step and no modification",
          "[session][edit]") {
    OpenWorkspace open;
    const CueId id = open.id(Side::Second, 0);
    REQUIRE(open.workspace.setText(Side::Second, id, "Hello!"));
    CHECK(open.workspace.isModified());
    REQUIRE(open.workspace.setText(Side::Second, id, "Hello"));
    CHECK(open.workspace.undoStack().count() == 0);
    CHECK_FALSE(open.workspace.isModified());
}

TEST_CASE("typing after undo does not join the step before", "[session][edit]") {
    OpenWorkspace open;
    const CueId id = open.id(Side::Second, 0);
    REQUIRE(open.workspace.setText(Side::Second, id, "one"));
    REQUIRE(open.workspace.removeCues({open.id(Side::First, 0), std::nullopt}));
    open.workspace.undoStack().undo();
    REQUIRE(open.workspace.setText(Side::Second, id, "two"));
    open.workspace.undoStack().undo();
    CHECK(open.cue(Side::Second, 0).text.plain == "one");
}

TEST_CASE("the first text of a cue that is not translated makes the cue", "[session][edit]") {
    OpenWorkspace open;
    Workspace& workspace = open.workspace;
    const auto added = workspace.addPartner(Side::Second, open.id(Side::First, 2), "S");
    REQUIRE(added);
    REQUIRE(workspace.setText(Side::Second, *added, "Sure"));
    CHECK(workspace.undoStack().count() == 1);
    const Cue& cue = *workspace.cue(Side::Second, *added);
    CHECK(cue.start == ms(6000));
    CHECK(cue.end == ms(7000));
    CHECK(cue.text.plain == "Sure");
    CHECK(workspace.indexOf(Side::Second, *added) == 3);
    workspace.undoStack().undo();
    CHECK(workspace.document(Side::Second).cues.size() == 4);
    CHECK(workspace.cue(Side::Second, *added) == nullptr);
}

TEST_CASE("a missing track is made by its first text", "[session][edit]") {
    const testing::Folder folder;
    Workspace workspace;
    workspace.open({testing::written(folder, "a.srt", testing::kKhmer)});
    REQUIRE(
        workspace.addPartner(Side::Second, workspace.document(Side::First).cues[0].id, "Hello"));
    CHECK(workspace.hasTrack(Side::Second));
    CHECK(workspace.language(Side::Second) == "en");
    CHECK(workspace.isModified(Side::Second));
    const QString target = QString::fromStdString((folder.path / "new.srt").string());
    REQUIRE(workspace.saveAs(Side::Second, target));
    CHECK(testing::contentOf(target).find("00:00:01,000 --> 00:00:02,000\nHello\n") !=
          std::string::npos);
}

TEST_CASE("linked times move the edges that partners share", "[session][edit]") {
    OpenWorkspace open;
    Workspace& workspace = open.workspace;
    // The second Khmer cue is linked with two English ones; it shares in with the first and out
    // with the second.
    REQUIRE(workspace.setEdge(Side::First, open.id(Side::First, 1), Edge::Start, ms(2800)));
    CHECK(open.cue(Side::First, 1).start == ms(2800));
    CHECK(open.cue(Side::Second, 1).start == ms(2800));
    CHECK(open.cue(Side::Second, 2).start == ms(4000));
    REQUIRE(workspace.setEdge(Side::Second, open.id(Side::Second, 2), Edge::End, ms(5200)));
    CHECK(open.cue(Side::First, 1).end == ms(5200));
    CHECK(open.cue(Side::Second, 1).end == ms(3900));
    CHECK(workspace.undoStack().count() == 2);
    workspace.undoStack().undo();
    CHECK(open.cue(Side::First, 1).end == ms(5000));
    CHECK(open.cue(Side::Second, 2).end == ms(5000));
}

TEST_CASE("edges that partners do not share stay", "[session][edit]") {
    OpenWorkspace open;
    REQUIRE(open.workspace.setEdge(Side::Second, open.id(Side::Second, 1), Edge::End, ms(3800)));
    CHECK(open.cue(Side::First, 1).end == ms(5000));
}

TEST_CASE("without linked times one side moves alone", "[session][edit]") {
    OpenWorkspace open;
    open.workspace.setLinkedTimes(LinkedTimes::Off);
    REQUIRE(open.workspace.setEdge(Side::First, open.id(Side::First, 0), Edge::Start, ms(900)));
    CHECK(open.cue(Side::First, 0).start == ms(900));
    CHECK(open.cue(Side::Second, 0).start == ms(1000));
    CHECK_FALSE(open.workspace.isModified(Side::Second));
}

TEST_CASE("in and out keep their order", "[session][edit]") {
    OpenWorkspace open;
    const CueId id = open.id(Side::First, 0);
    CHECK(open.workspace.setEdge(Side::First, id, Edge::Start, ms(2000)).error().code ==
          "session.order");
    CHECK(open.workspace.setEdge(Side::First, id, Edge::End, ms(1000)).error().code ==
          "session.order");
    CHECK(open.workspace.insertCues(Sides::Both, ms(10), ms(10)).error().code == "session.order");
    CHECK_FALSE(open.workspace.isModified());
}

TEST_CASE("edits of what is not there are errors", "[session][edit]") {
    OpenWorkspace open;
    CHECK(open.workspace.setText(Side::First, CueId{99}, "x").error().code == "session.no-cue");
    CHECK(open.workspace.addPartner(Side::First, CueId{99}, "x").error().code == "session.no-cue");
    CHECK(open.workspace.setEdge(Side::First, CueId{99}, Edge::Start, ms(1)).error().code ==
          "session.no-cue");
    CHECK(open.workspace.removeCues({CueId{99}, std::nullopt}).error().code == "session.no-cue");
    CHECK(open.workspace.setEdgeToFrame(Side::First, open.id(Side::First, 0), Edge::Start, Frame{1})
              .error()
              .code == "session.no-timeline");
}

TEST_CASE("cues are inserted and deleted on both sides in one step", "[session][edit]") {
    OpenWorkspace open;
    Workspace& workspace = open.workspace;
    const auto pair = workspace.insertCues(Sides::Both, ms(7500), ms(8500));
    REQUIRE(pair);
    REQUIRE(pair->first);
    REQUIRE(pair->second);
    CHECK(workspace.indexOf(Side::First, *pair->first) == 3);
    CHECK(workspace.indexOf(Side::Second, *pair->second) == 3);
    const Link* link = workspace.linkOf(Side::First, *pair->first);
    REQUIRE(link != nullptr);
    CHECK(link->second == std::vector<CueId>{*pair->second});
    REQUIRE(workspace.removeCues(*pair));
    CHECK(workspace.document(Side::First).cues.size() == 3);
    CHECK(workspace.document(Side::Second).cues.size() == 4);
    workspace.undoStack().undo();
    CHECK(workspace.cue(Side::First, *pair->first) != nullptr);
    CHECK(workspace.cue(Side::Second, *pair->second) != nullptr);
    workspace.undoStack().undo();
    CHECK_FALSE(workspace.isModified());
}

TEST_CASE("a snapshot stays as it was and is made once between two changes", "[session][edit]") {
    OpenWorkspace open;
    const auto before = open.workspace.snapshot(Side::Second);
    CHECK(open.workspace.snapshot(Side::Second) == before);
    REQUIRE(open.workspace.setText(Side::Second, open.id(Side::Second, 0), "x"));
    CHECK(before->cues[0].text.plain == "Hello");
    CHECK(open.workspace.snapshot(Side::Second)->cues[0].text.plain == "x");
}

namespace {

/// One edit of any kind; some are refused, which is as good.
void anyEdit(Workspace& workspace, std::mt19937& random) {
    const auto below = [&](std::size_t limit) { return std::size_t{random()} % limit; };
    const Side side = below(2) == 0 ? Side::First : Side::Second;
    const auto& cues = workspace.document(side).cues;
    const Time time = ms(static_cast<std::int64_t>(below(12'000)));
    if (cues.empty() || below(5) == 0) {
        static_cast<void>(workspace.insertCues(Sides(below(3)), time, time + ms(700)));
        return;
    }
    const CueId id = cues[below(cues.size())].id;
    switch (below(6)) {
        case 0:
            static_cast<void>(workspace.setText(side, id, "text " + QString::number(below(4))));
            break;
        case 1:
            static_cast<void>(workspace.setEdge(side, id, Edge::Start, time));
            break;
        case 2:
            static_cast<void>(workspace.setEdge(side, id, Edge::End, time));
            break;
        case 3:
            static_cast<void>(
                workspace.removeCues(side == Side::First ? CuePair{id, {}} : CuePair{{}, id}));
            break;
        case 4:
            workspace.setLinkedTimes(workspace.linkedTimes() == LinkedTimes::On ? LinkedTimes::Off
                                                                                : LinkedTimes::On);
            break;
        default:
            workspace.endTyping();
            break;
    }
}

}  // namespace

TEST_CASE("undoing everything gives both files back and redoing gives the end back",
          "[session][edit]") {
    std::mt19937 random(5);
    for (int round = 0; round < 20; ++round) {
        OpenWorkspace open;
        Workspace& workspace = open.workspace;
        const auto first = workspace.document(Side::First).cues;
        const auto second = workspace.document(Side::Second).cues;
        for (int i = 0; i < 60; ++i)
            anyEdit(workspace, random);
        const auto firstEnd = workspace.document(Side::First).cues;
        const auto secondEnd = workspace.document(Side::Second).cues;
        while (workspace.undoStack().canUndo())
            workspace.undoStack().undo();
        REQUIRE(workspace.document(Side::First).cues == first);
        REQUIRE(workspace.document(Side::Second).cues == second);
        REQUIRE_FALSE(workspace.isModified());
        while (workspace.undoStack().canRedo())
            workspace.undoStack().redo();
        REQUIRE(workspace.document(Side::First).cues == firstEnd);
        REQUIRE(workspace.document(Side::Second).cues == secondEnd);
        for (const Side side : kBothSides)
            for (std::size_t i = 0; i < workspace.document(side).cues.size(); ++i)
                REQUIRE(workspace.indexOf(side, workspace.document(side).cues[i].id) == i);
    }
}
