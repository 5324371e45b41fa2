// SPDX-License-Identifier: MIT
#include <subs/edit/change.h>

#include "catch.h"
#include "folder.h"
#include "stage.h"

#include <random>

using namespace subs;
using session::PlayerState;
using session::Side;
using testing::burnedNumberOf;
using testing::Stage;

namespace {

/// One cue over the whole film.
std::shared_ptr<const Document> subtitled() {
    auto document = std::make_shared<Document>();
    document->language = "en";
    Cue cue;
    cue.id = document->newId();
    cue.end = Time::fromSeconds(100);
    cue.text.plain = "Hello";
    document->cues.push_back(cue);
    return document;
}

}  // namespace

TEST_CASE("a film opens on its first frame", "[player]") {
    Stage stage;
    CHECK(stage.player.state() == PlayerState::Empty);
    CHECK_FALSE(stage.player.timeline());
    REQUIRE(stage.open("film.mp4"));
    REQUIRE(stage.waitForPicture(0));
    CHECK(stage.opened == 1);
    CHECK(stage.player.state() == PlayerState::Paused);
    CHECK(stage.player.frameCount() == 600);
    CHECK(stage.player.filmSize() == QSize(320, 180));
    CHECK(stage.player.timeline()->frameCount() == 600);
    CHECK(burnedNumberOf(stage.pictures.back().second) == 0);
    CHECK(stage.messages.isEmpty());
}

TEST_CASE("a film is looked at while its frames are looked for, and where one stands stays",
          "[player]") {
    Stage stage(std::chrono::microseconds(0));
    // The worker goes on at once, and this film is short: what it knows first is looked at there.
    double shareAtFirst = 1;
    QObject::connect(&stage.player, &editor::FilmPlayer::opened, [&] {
        shareAtFirst = stage.player.indexedShare();
        // 23.976 frames a second; the film's length is known, so that its end is in reach.
        stage.player.seek(Frame{555});
    });
    REQUIRE(stage.open("film.mkv"));
    CHECK(shareAtFirst < 1);
    REQUIRE(stage.waitFor([&] { return stage.player.indexedShare() == 1; }));
    CHECK(stage.player.frameCount() == 600);
    CHECK(stage.player.currentFrame() == Frame{555});
    REQUIRE(stage.waitForPicture(555));
    CHECK(burnedNumberOf(stage.pictures.back().second) == 555);
    CHECK(stage.opened == 1);
    CHECK(stage.messages.isEmpty());
}

TEST_CASE("a film whose packets have no times opens when all are known", "[player]") {
    Stage stage(std::chrono::microseconds(0));
    REQUIRE(stage.open("part2.avi"));
    CHECK(stage.player.indexedShare() == 1);
    stage.player.seek(Frame{123});
    REQUIRE(stage.waitForPicture(123));
    CHECK(burnedNumberOf(stage.pictures.back().second) == 123);
}

TEST_CASE("the picture shown is that of the frame asked for", "[player]") {
    Stage stage;
    REQUIRE(stage.open(GENERATE("film.mp4", "late.mkv")));
    std::mt19937 random(9);
    for (int i = 0; i < 30; ++i) {
        const auto frame = static_cast<std::int64_t>(random() % 600);
        stage.player.seek(Frame{frame});
        REQUIRE(stage.player.currentFrame() == Frame{frame});
        REQUIRE(stage.waitForPicture(frame));
        REQUIRE(burnedNumberOf(stage.pictures.back().second) == frame);
    }
}

TEST_CASE("of many requests the newest is shown last and the others are mostly left out",
          "[player]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    REQUIRE(stage.waitForPicture(0));
    stage.pictures.clear();
    for (int i = 0; i < 100; ++i)
        stage.player.seek(Frame{(i * 37) % 600});
    REQUIRE(stage.waitForPicture(99 * 37 % 600));
    CHECK(stage.pictures.size() < 50);
    for (const auto& [frame, picture] : stage.pictures)
        CHECK(burnedNumberOf(picture) == frame.number);
}

TEST_CASE("while a person drags the key frame comes first, by its own number, then the frame",
          "[player]") {
    Stage stage;
    // Keys are 250 frames apart.
    REQUIRE(stage.open("film.mp4"));
    REQUIRE(stage.waitForPicture(0));
    for (const std::int64_t frame : {420, 110, 590}) {
        stage.pictures.clear();
        stage.player.scrub(Frame{frame});
        REQUIRE(stage.player.currentFrame() == Frame{frame});
        REQUIRE(stage.waitForPicture(frame));
        CHECK(burnedNumberOf(stage.pictures.back().second) == frame);
        for (const auto& [shown, picture] : stage.pictures) {
            CHECK(burnedNumberOf(picture) == shown.number);
            CHECK((shown.number == frame || shown.number == frame / 250 * 250));
        }
    }
}

TEST_CASE("dragging over a film shows something on the way, and the last frame at last",
          "[player]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    REQUIRE(stage.waitForPicture(0));
    stage.pictures.clear();
    for (int i = 0; i < 40; ++i) {
        stage.player.scrub(Frame{(i * 241) % 600});
        testing::Stage::letItTick();
    }
    REQUIRE(stage.waitForPicture(39 * 241 % 600));
    CHECK(stage.pictures.size() > 20);
    for (const auto& [frame, picture] : stage.pictures)
        CHECK(burnedNumberOf(picture) == frame.number);
}

TEST_CASE("requests stay inside the film", "[player]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    stage.player.seek(Frame{5000});
    CHECK(stage.player.currentFrame() == Frame{599});
    stage.player.step(1);
    CHECK(stage.player.currentFrame() == Frame{599});
    stage.player.seek(Frame{-4});
    CHECK(stage.player.currentFrame() == Frame{0});
}

TEST_CASE("pictures fit the size that is asked for", "[player]") {
    Stage stage;
    stage.player.setPictureSize({160, 160});
    REQUIRE(stage.open("film.mp4"));
    REQUIRE(stage.waitForPicture(0));
    CHECK(stage.pictures.back().second.size() == QSize(160, 90));
    stage.pictures.clear();
    stage.player.setPictureSize({2000, 2000});
    REQUIRE(stage.waitForPicture(0));
    CHECK(stage.pictures.back().second.size() == QSize(320, 180));
}

TEST_CASE("the picture is drawn anew for whom it is to be drawn", "[player][khmer]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    REQUIRE(stage.waitForPicture(0));
    auto document = std::make_shared<Document>(*subtitled());
    document->language = "km";
    document->cues[0].text.plain.clear();
    for (int i = 0; i < 20; ++i)
        document->cues[0].text.plain += "ខ្ញុំទៅផ្សារ";
    const auto afterwards = [&] {
        stage.pictures.clear();
        REQUIRE(stage.waitForPicture(0));
        return stage.pictures.back().second.copy();
    };
    stage.player.setDocument(Side::First, document);
    const QImage broken = afterwards();
    int changes = 0;
    QObject::connect(&stage.player, &editor::FilmPlayer::lookChanged, [&] { ++changes; });
    stage.player.setLook(TextLook::OtherPlayers);
    CHECK(stage.player.look() == TextLook::OtherPlayers);
    const QImage unbroken = afterwards();
    CHECK(unbroken != broken);
    stage.player.setLook(TextLook::Delivered);
    CHECK(afterwards() == broken);
    stage.player.setLook(TextLook::Delivered);
    CHECK(changes == 2);
}

TEST_CASE("a film's own fonts are drawn with, until another film is open", "[player][fonts]") {
    Stage stage;
    // A font of the film's has the name of Siemreap and the letters of Freehand.
    const auto shownIn = [&](const char* font, const char* film) {
        auto document = std::make_shared<Document>(*subtitled());
        document->styles.resize(1);
        document->styles[0].fontName = font;
        REQUIRE(stage.open(film));
        stage.pictures.clear();
        stage.player.setDocument(Side::First, document);
        REQUIRE(stage.waitForPicture(0));
        stage.letItTick();
        return stage.pictures.back().second.copy();
    };
    const QImage own = shownIn("Khmer OS Siemreap", "attached.mkv");
    CHECK(own == shownIn("Khmer OS Freehand", "attached.mkv"));
    CHECK(own != shownIn("Khmer OS Siemreap", "silent.mp4"));
}

TEST_CASE("fonts beside the files that are open are drawn with, and what is wrong with them told",
          "[player][fonts]") {
    const testing::Folder folder;
    std::filesystem::create_directories(folder.path / "fonts" / "folder.ttf");
    Stage stage;
    stage.player.setFiles({folder.path / "film.km.srt"});
    stage.player.setDocument(Side::Second, subtitled());
    REQUIRE(stage.open("film.mp4"));
    REQUIRE(stage.waitForPicture(0));
    REQUIRE(stage.messages.size() == 1);
    CHECK(stage.messages[0].contains(QStringLiteral("folder.ttf")));
}

TEST_CASE("subtitles are drawn over the picture and follow the edits", "[player]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    REQUIRE(stage.waitForPicture(0));
    const QImage bare = stage.pictures.back().second.copy();
    const auto document = subtitled();
    stage.pictures.clear();
    stage.player.setDocument(Side::Second, document);
    REQUIRE(stage.waitForPicture(0));
    const QImage hello = stage.pictures.back().second.copy();
    CHECK(hello != bare);
    stage.pictures.clear();
    const Change longer = withPlainText(*document, 0, "Hello there");
    stage.player.applyChange(Side::Second, longer);
    REQUIRE(stage.waitForPicture(0));
    CHECK(stage.pictures.back().second != hello);
    stage.pictures.clear();
    stage.player.applyChange(Side::Second, inverse(longer));
    REQUIRE(stage.waitForPicture(0));
    CHECK(stage.pictures.back().second == hello);
    stage.pictures.clear();
    stage.player.setDocument(Side::Second, nullptr);
    REQUIRE(stage.waitForPicture(0));
    CHECK(stage.pictures.back().second == bare);
}

TEST_CASE("of two tracks at the bottom the first goes to the top", "[player]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    REQUIRE(stage.waitForPicture(0));
    const auto top = [&] { return stage.pictures.back().second.copy(0, 0, 320, 50); };
    const auto middle = [&] { return stage.pictures.back().second.copy(0, 60, 320, 30); };
    const auto lowerHalf = [&] { return stage.pictures.back().second.copy(0, 130, 320, 50); };
    const QImage bareLower = lowerHalf();
    stage.pictures.clear();
    stage.player.setDocument(Side::First, subtitled());
    REQUIRE(stage.waitForPicture(0));
    CHECK(lowerHalf() != bareLower);
    const QImage firstAlone = lowerHalf();
    const QImage bareTop = top();
    const QImage bareMiddle = middle();
    stage.pictures.clear();
    stage.player.setDocument(Side::Second, subtitled());
    REQUIRE(stage.waitForPicture(0));
    CHECK(lowerHalf() == firstAlone);
    CHECK(middle() == bareMiddle);
    CHECK(top() != bareTop);
}

TEST_CASE("a file that is no film says so, and another one opens after it", "[player]") {
    Stage stage;
    REQUIRE(stage.open(GENERATE("noise.mp4", "empty.mp4", "not-there.mp4")));
    CHECK(stage.player.state() == PlayerState::Failed);
    REQUIRE(stage.messages.size() == 1);
    CHECK(stage.messages[0].contains(".mp4"));
    stage.player.seek(Frame{3});
    stage.player.play();
    CHECK(stage.player.state() == PlayerState::Failed);
    REQUIRE(stage.open("film.mp4"));
    CHECK(stage.waitForPicture(0));
}

TEST_CASE("a film cut before its first picture cannot be shown and says why", "[player]") {
    Stage stage;
    REQUIRE(stage.open("pictureless.mkv"));
    CHECK(stage.player.state() == PlayerState::Failed);
    CHECK(stage.opened == 0);
    CHECK_FALSE(stage.player.timeline());
    REQUIRE(stage.messages.size() == 1);
    CHECK(stage.messages[0].endsWith("the film is cut short before its first picture"));
}

TEST_CASE("of two films opened at once the second is shown", "[player]") {
    Stage stage;
    stage.player.open(QStringLiteral(SUBS_TEST_FILMS "/late.mkv"));
    REQUIRE(stage.open("open.mp4"));
    CHECK(stage.player.frameCount() == 300);
    REQUIRE(stage.waitForPicture(0));
    CHECK(stage.opened == 1);
    stage.player.open({});
    CHECK(stage.player.state() == PlayerState::Empty);
    CHECK(stage.player.frameCount() == 0);
}

TEST_CASE("sound without a picture is opened and played over black", "[player]") {
    Stage stage;
    stage.player.setPictureSize({640, 360});
    REQUIRE(stage.open("tone.m4a"));
    REQUIRE(stage.waitForPicture(0));
    CHECK(stage.player.frameCount() == 0);
    CHECK(stage.messages.isEmpty());
    CHECK_FALSE(stage.player.hasPicture());
    CHECK(stage.pictures.back().second.size() == QSize(640, 360));
    CHECK(stage.pictures.back().second.pixelColor(100, 100) == QColor(0, 0, 0));
    stage.player.seek(Frame{48});
    CHECK(stage.player.currentFrame() == Frame{48});
}

TEST_CASE("a player can be left at any time", "[player]") {
    for (int i = 0; i < 10; ++i) {
        Stage stage;
        stage.player.setDocument(Side::First, subtitled());
        stage.player.open(QStringLiteral(SUBS_TEST_FILMS "/film.mkv"));
        if (i % 2 == 1) Stage::waitFor([&] { return stage.opened > 0; });
        for (int frame = 0; frame < i * 10; ++frame)
            stage.player.seek(Frame{frame * 5});
        if (i % 3 == 0) stage.player.play();
    }
    SUCCEED();
}
