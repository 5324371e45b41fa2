// SPDX-License-Identifier: MIT
#include <subs/session/film_shots.h>
#include <subs/session/shot_search.h>
#include <subs/session/shot_store.h>

#include "catch.h"
#include "session_fixture.h"

#include <QtGui/QUndoStack>

#include <vector>

using namespace subs;
using namespace subs::session;

namespace {

using Cuts = std::vector<Frame>;

class FakeSearch : public ShotSearch {
public:
    void open(const QString&) override { found({}); }
    void find() override {}
    void stop() override {}
    ShotsState state() const override { return ShotsState::Found; }
    const Shots& shots() const override { return shots_; }
    double share() const override { return 1; }
    QString problem() const override { return {}; }

    void found(Cuts cuts) {
        shots_ = {std::move(cuts), {}};
        emit changed();
    }

private:
    Shots shots_;
};

/// Answers when the test says so.
class FakeStore : public ShotStore {
public:
    void open(const QString& path) override { film = path; }
    void keep(const ShotList& work) override { works.push_back(work); }
    void answer(const ShotList& work = {}, const QString& problem = {}) {
        emit opened(work, problem);
    }

    QString film;
    std::vector<ShotList> works;
};

/// Two tracks and a film with cuts at frames 10, 20 and 30.
struct Cutting : testing::OpenWorkspace {
    FakeSearch search;
    FakeStore store;
    FilmShots shots{workspace, search, store};
    QString film = testing::written(folder, "film.mp4", testing::mp4Head());

    Cutting() {
        workspace.open({film});
        store.answer();
        search.found({{10}, {20}, {30}});
    }
    const Cuts& cuts() const { return shots.shots().cuts; }
    void undo() { workspace.undoStack().undo(); }
    void redo() { workspace.undoStack().redo(); }
};

}  // namespace

TEST_CASE("a person's cuts are edits as others are, and kept each", "[session][shots]") {
    Cutting it;
    CHECK(it.cuts() == Cuts{{10}, {20}, {30}});
    it.shots.addCut({15});
    it.shots.removeCut({20});
    it.shots.moveCut({30}, {31});
    CHECK(it.cuts() == Cuts{{10}, {15}, {31}});
    CHECK(it.shots.cutsByHand() == Cuts{{15}, {31}});
    REQUIRE(it.store.works.size() == 3);
    CHECK(it.store.works.back().added.cuts == Cuts{{15}, {31}});
    CHECK(it.store.works.back().removed.cuts == Cuts{{20}, {30}});
    // What a search found is the search's.
    CHECK(it.store.works.back().detected == Shots());
    it.undo();
    CHECK(it.cuts() == Cuts{{10}, {15}, {30}});
    it.undo();
    it.undo();
    CHECK(it.cuts() == Cuts{{10}, {20}, {30}});
    CHECK(it.store.works.back() == ShotList());
    it.redo();
    CHECK(it.cuts() == Cuts{{10}, {15}, {20}, {30}});
    CHECK_FALSE(it.workspace.isModified());
}

TEST_CASE("what changes nothing is no edit", "[session][shots]") {
    Cutting it;
    it.shots.addCut({10});
    it.shots.addCut({0});
    it.shots.removeCut({11});
    it.shots.moveCut({11}, {12});
    it.shots.moveCut({10}, {10});
    it.shots.dropList();
    CHECK(it.workspace.undoStack().count() == 0);
    CHECK(it.store.works.empty());
}

TEST_CASE("no search overwrites a person's work", "[session][shots]") {
    Cutting it;
    it.shots.removeCut({20});
    it.shots.addCut({15});
    it.search.found({});
    CHECK(it.cuts() == Cuts{{15}});
    it.search.found({{10}, {16}, {20}, {40}});
    CHECK(it.cuts() == Cuts{{10}, {15}, {40}});
    it.undo();
    CHECK(it.cuts() == Cuts{{10}, {16}, {40}});
}

TEST_CASE("one knows the cuts beside a frame", "[session][shots]") {
    Cutting it;
    CHECK(it.shots.cutBeside({0}, 1) == Frame{10});
    CHECK(it.shots.cutBeside({10}, 1) == Frame{20});
    CHECK(it.shots.cutBeside({20}, -1) == Frame{10});
    CHECK_FALSE(it.shots.cutBeside({10}, -1));
    CHECK_FALSE(it.shots.cutBeside({30}, 1));
    CHECK(it.shots.isCut({20}));
    CHECK_FALSE(it.shots.isCut({21}));
}

TEST_CASE("a cut stays between its neighbours", "[session][shots]") {
    Cutting it;
    CHECK(it.shots.reachable({20}, {10}) == Frame{12});
    CHECK(it.shots.reachable({20}, {99}) == Frame{28});
    CHECK(it.shots.reachable({10}, {-5}) == Frame{1});
    CHECK(it.shots.reachable({30}, {99}) == Frame{99});
    it.shots.moveCut({20}, {5});
    CHECK(it.cuts() == Cuts{{10}, {12}, {30}});
    CHECK(it.shots.withCutMoved({12}, {25}).cuts == Cuts{{10}, {25}, {30}});
    CHECK(it.cuts() == Cuts{{10}, {12}, {30}});
    it.search.found({{10}, {11}, {12}});
    CHECK(it.shots.reachable({11}, {20}) == Frame{11});
}

TEST_CASE("a list counts in place of a search until it is let go", "[session][shots]") {
    Cutting it;
    it.shots.addCut({15});
    it.shots.takeList({{{12}, {50}}, {}}, QStringLiteral("film.edl"));
    CHECK(it.cuts() == Cuts{{12}, {15}, {50}});
    CHECK(it.shots.source() == QStringLiteral("film.edl"));
    CHECK(it.store.works.back().detected.cuts == Cuts{{12}, {50}});
    it.search.found({{77}});
    CHECK(it.cuts() == Cuts{{12}, {15}, {50}});
    it.shots.dropList();
    CHECK(it.cuts() == Cuts{{15}, {77}});
    it.undo();
    CHECK(it.cuts() == Cuts{{12}, {15}, {50}});
    it.undo();
    CHECK(it.cuts() == Cuts{{15}, {77}});
}

TEST_CASE("what was kept of a film is there again, and nothing is edited before",
          "[session][shots]") {
    Cutting it;
    it.shots.addCut({15});
    const ShotList kept = it.store.works.back();
    it.workspace.open({testing::written(it.folder, "other.mp4", testing::mp4Head())});
    CHECK(it.store.film.endsWith(QStringLiteral("other.mp4")));
    CHECK_FALSE(it.shots.canEdit());
    it.shots.addCut({5});
    CHECK(it.cuts().empty());
    it.store.answer();
    CHECK(it.shots.canEdit());
    CHECK(it.shots.cutsByHand().empty());
    it.workspace.open({it.film});
    it.store.answer(kept);
    it.search.found({{10}});
    CHECK(it.cuts() == Cuts{{10}, {15}});
    it.workspace.close();
    CHECK_FALSE(it.shots.canEdit());
    CHECK(it.cuts().empty());
}

TEST_CASE("edits of another film's cuts are not undone, those of the tracks are",
          "[session][shots]") {
    Cutting it;
    const CueId id = it.id(Side::First, 0);
    REQUIRE(it.workspace.setText(Side::First, id, QStringLiteral("one")));
    it.shots.addCut({15});
    it.workspace.open({testing::written(it.folder, "other.mp4", testing::mp4Head())});
    it.store.answer();
    REQUIRE(it.workspace.undoStack().count() == 1);
    it.undo();
    CHECK(it.cue(Side::First, 0).text.plain != "one");
    CHECK(it.store.works.size() == 1);
}

TEST_CASE("cuts can be undone when a track has become another", "[session][shots]") {
    Cutting it;
    REQUIRE(it.workspace.setText(Side::First, it.id(Side::First, 0), QStringLiteral("one")));
    it.shots.addCut({15});
    it.shots.addCut({25});
    it.undo();
    it.workspace.open({testing::written(it.folder, "new.km.srt", testing::kKhmer)});
    REQUIRE(it.workspace.undoStack().count() == 2);
    CHECK(it.cuts() == Cuts{{10}, {15}, {20}, {30}});
    it.undo();
    CHECK(it.cuts() == Cuts{{10}, {20}, {30}});
    it.redo();
    it.redo();
    CHECK(it.cuts() == Cuts{{10}, {15}, {20}, {25}, {30}});
}

TEST_CASE("what cannot be read or kept is told, and kept again where that is asked",
          "[session][shots]") {
    Cutting it;
    QStringList told;
    QObject::connect(&it.shots, &FilmShots::lost, [&](const QString& text) { told << text; });
    QObject::connect(&it.shots, &FilmShots::kept, [&](const QString& text) { told << text; });
    it.store.answer({}, QStringLiteral("it is damaged"));
    it.shots.addCut({15});
    emit it.store.kept(QStringLiteral("the disk is full"));
    CHECK(told == QStringList{QStringLiteral("it is damaged"), QStringLiteral("the disk is full")});
    it.shots.keepAgain();
    REQUIRE(it.store.works.size() == 2);
    CHECK(it.store.works[0] == it.store.works[1]);
}
