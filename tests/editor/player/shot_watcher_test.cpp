// SPDX-License-Identifier: MIT
// Shots of shots.mp4, which tests/media/shot_script.h tells: cuts at frames 40 and 90.
#include <subs/editor/shot_watcher.h>

#include "catch.h"
#include "folder.h"
#include "stage.h"

#include <vector>

using namespace subs;
using namespace subs::editor;
using session::ShotsState;
using testing::Stage;

namespace {

const QString kFilm = QStringLiteral(SUBS_TEST_FILMS "/shots.mp4");

void waitFound(const ShotWatcher& watcher) {
    REQUIRE(Stage::waitFor([&] { return watcher.state() == ShotsState::Found; }));
}

}  // namespace

TEST_CASE("shots are found when that is asked for, and not before", "[player][watch][shots]") {
    ShotWatcher watcher;
    watcher.find();
    CHECK(watcher.state() == ShotsState::Unknown);
    watcher.open(kFilm);
    CHECK(watcher.state() == ShotsState::Unknown);
    watcher.find();
    CHECK(watcher.state() == ShotsState::Finding);
    waitFound(watcher);
    CHECK(watcher.share() == 1);
    CHECK(watcher.shots().cuts == std::vector<Frame>{{40}, {90}});
}

TEST_CASE("shots that were found are there at once the next time",
          "[player][watch][shots][cache]") {
    const testing::Folder folder;
    const media::FilmCache cache(folder.path);
    Shots found;
    {
        ShotWatcher watcher(cache);
        watcher.open(kFilm);
        watcher.find();
        waitFound(watcher);
        found = watcher.shots();
    }
    ShotWatcher again(cache);
    again.open(kFilm);
    waitFound(again);
    CHECK(again.shots() == found);
}

TEST_CASE("a search that is given up tells nothing any more", "[player][watch][shots]") {
    ShotWatcher watcher;
    watcher.open(kFilm);
    watcher.find();
    watcher.stop();
    CHECK(watcher.state() == ShotsState::Unknown);
    for (int i = 0; i < 8; ++i)
        Stage::letItTick();
    CHECK(watcher.state() == ShotsState::Unknown);
    watcher.find();
    waitFound(watcher);
    watcher.open({});
    CHECK(watcher.state() == ShotsState::Unknown);
    CHECK(watcher.shots().cuts.empty());
}

TEST_CASE("why shots cannot be found is said", "[player][watch][shots]") {
    ShotWatcher watcher;
    watcher.open(QStringLiteral(SUBS_TEST_FILMS "/tone.m4a"));
    watcher.find();
    REQUIRE(Stage::waitFor([&] { return watcher.state() == ShotsState::Failed; }));
    CHECK(watcher.problem().contains(QStringLiteral("has no picture")));
}
