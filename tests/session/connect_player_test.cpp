// SPDX-License-Identifier: MIT
#include <subs/session/player.h>
#include <subs/session/workspace.h>

#include "catch.h"
#include "session_fixture.h"

#include <QtGui/QUndoStack>

#include <algorithm>

using namespace subs;
using namespace subs::session;

namespace {

/// A player that keeps what it is told.
class FakePlayer : public Player {
public:
    QString path;
    PlayerState now = PlayerState::Empty;
    Frame current;
    QSize size{640, 360};
    double share = 1;
    std::array<std::optional<Document>, 2> documents;
    std::vector<std::filesystem::path> files;

    void open(const QString& file) override { path = file; }
    PlayerState state() const override { return now; }
    Frame currentFrame() const override { return current; }
    std::int64_t frameCount() const override { return 100; }
    double indexedShare() const override { return share; }
    std::optional<FrameTimeline> timeline() const override { return FrameTimeline::constant({}); }
    QSize filmSize() const override { return size; }
    void seek(Frame frame) override { current = frame; }
    void play() override { now = PlayerState::Playing; }
    void playUntil(Frame) override { play(); }
    void playAgain(Frame, Frame) override { play(); }
    void setSpeed(double) override {}
    double speed() const override { return 1; }
    void pause() override { now = PlayerState::Paused; }
    void setVolume(double) override {}
    void setPictureSize(QSize) override {}
    void setDocument(Side side, std::shared_ptr<const Document> document) override {
        documents[placeOf(side)].reset();
        if (document) documents[placeOf(side)] = *document;
    }
    void applyChange(Side side, const Change& change) override {
        apply(change, *documents[placeOf(side)]);
    }
    void setLook(TextLook) override {}
    TextLook look() const override { return TextLook::Delivered; }
    void setFiles(const std::vector<std::filesystem::path>& given) override { files = given; }
};

}  // namespace

TEST_CASE("the workspace gets the film's frames when all are known", "[session][player]") {
    testing::OpenWorkspace open;
    FakePlayer player;
    connectPlayer(open.workspace, player);
    player.share = 0.5;
    emit player.opened();
    emit player.grown();
    CHECK_FALSE(open.workspace.timeline());
    player.share = 1;
    emit player.grown();
    CHECK(open.workspace.timeline());
}

TEST_CASE("the player's documents follow every edit, undo and redo", "[session][player]") {
    testing::OpenWorkspace open;
    Workspace& workspace = open.workspace;
    FakePlayer player;
    connectPlayer(workspace, player);
    REQUIRE(workspace.setText(Side::First, open.id(Side::First, 0), "x"));
    REQUIRE(workspace.setEdge(
        Side::First, open.id(Side::First, 0), Edge::Start, Time::fromMilliseconds(500)));
    REQUIRE(workspace.insertCues(Sides::Both, Time::fromSeconds(20), Time::fromSeconds(21)));
    workspace.undoStack().undo();
    workspace.undoStack().undo();
    workspace.undoStack().redo();
    for (const Side side : kBothSides)
        CHECK(player.documents[placeOf(side)]->cues == workspace.document(side).cues);
    workspace.close();
    CHECK_FALSE(player.documents[0]);
}

TEST_CASE("the player opens the workspace's film and gives it its frames", "[session][player]") {
    testing::OpenWorkspace open;
    FakePlayer player;
    connectPlayer(open.workspace, player);
    const QString film = testing::written(open.folder, "film.mp4", testing::mp4Head());
    open.workspace.open({film});
    CHECK(player.path == film);
    CHECK_FALSE(open.workspace.timeline());
    emit player.opened();
    CHECK(open.workspace.timeline());
    CHECK(open.workspace.aspect() ==
          static_cast<double>(player.size.width()) / player.size.height());
    open.workspace.close();
    CHECK(player.path.isEmpty());
    CHECK_FALSE(open.workspace.timeline());
}

TEST_CASE("the player knows the files that are open", "[session][player]") {
    testing::OpenWorkspace open;
    FakePlayer player;
    connectPlayer(open.workspace, player);
    REQUIRE(player.files.size() == 2);
    CHECK(player.files[0] == open.workspace.path(Side::First).toStdString());
    const QString film = testing::written(open.folder, "film.mp4", testing::mp4Head());
    open.workspace.open({film});
    REQUIRE(player.files.size() == 3);
    CHECK(player.files[2] == film.toStdString());
    open.workspace.close();
    CHECK(player.files.empty());
}

TEST_CASE("a film without a picture has a clock and no frames", "[session][player]") {
    testing::OpenWorkspace open;
    FakePlayer player;
    player.size = {};
    connectPlayer(open.workspace, player);
    open.workspace.open({testing::written(open.folder, "film.mp4", testing::mp4Head())});
    emit player.opened();
    CHECK_FALSE(open.workspace.timeline());
    player.seek(Frame{36});
    CHECK(player.currentTime() == Time::fromMilliseconds(1500));
}

TEST_CASE("stepping pauses and does not go before the first frame", "[session][player]") {
    FakePlayer player;
    player.play();
    player.step(3);
    CHECK(player.state() == PlayerState::Paused);
    CHECK(player.currentFrame() == Frame{3});
    player.step(-10);
    CHECK(player.currentFrame() == Frame{0});
    player.togglePlaying();
    CHECK(player.isPlaying());
    player.togglePlaying();
    CHECK_FALSE(player.isPlaying());
}
