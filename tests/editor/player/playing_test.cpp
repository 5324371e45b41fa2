// SPDX-License-Identifier: MIT
#include "catch.h"
#include "stage.h"

using namespace subs;
using session::PlayerState;
using std::chrono::milliseconds;
using testing::Stage;

// film.mp4 has 600 frames; its rate is asked of its own timeline.

namespace {

/// Plays from the first frame until a second of it was heard.
void playASecond(Stage& stage) {
    stage.player.play();
    REQUIRE(stage.waitForDevice());
    for (int i = 1; i <= 10; ++i) {
        stage.now += milliseconds(100);
        stage.device->processed = milliseconds(100 * i);
        stage.letItTick();
    }
}

}  // namespace

TEST_CASE("while playing the frame follows what the device has played", "[player][playing]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    const FrameTimeline timeline = *stage.player.timeline();
    stage.player.seek(Frame{100});
    stage.player.play();
    CHECK(stage.player.isPlaying());
    REQUIRE(stage.waitForDevice());
    // The device takes two seconds to start.
    for (int i = 0; i < 20; ++i) {
        stage.now += milliseconds(100);
        stage.letItTick();
        REQUIRE(stage.player.currentFrame() == Frame{100});
    }
    stage.device->processed = milliseconds(10);
    stage.letItTick();
    stage.now += milliseconds(1000);
    stage.device->processed = milliseconds(1010);
    const Frame expected =
        timeline.frameAt(timeline.timeOf(Frame{100}) + Time::fromMilliseconds(1010));
    REQUIRE(stage.waitForFrame(expected.number));
    REQUIRE(stage.waitForPicture(expected.number));
    CHECK(testing::burnedNumberOf(stage.pictures.back().second) == expected.number);
}

TEST_CASE("pausing stops the sound and stays on the frame", "[player][playing]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    stage.player.play();
    REQUIRE(stage.waitForDevice());
    stage.player.pause();
    CHECK(stage.device->reader == nullptr);
    CHECK(stage.player.state() == PlayerState::Paused);
    stage.now += milliseconds(5000);
    stage.letItTick();
    CHECK(stage.player.currentFrame() == Frame{0});
}

TEST_CASE("a silent film is played by the monotonic clock without a word", "[player][playing]") {
    Stage stage;
    REQUIRE(stage.open("silent.mp4"));
    const FrameTimeline timeline = *stage.player.timeline();
    stage.player.play();
    // Playing begins once it is known that there is no sound.
    REQUIRE(stage.waitFor([&] {
        stage.now += milliseconds(40);
        return stage.player.currentFrame() > Frame{2};
    }));
    const Frame before = stage.player.currentFrame();
    stage.letItTick();
    stage.now += milliseconds(2000);
    const std::int64_t later = timeline.frameAt(Time::fromSeconds(2)).number;
    REQUIRE(stage.waitFor(
        [&] { return stage.player.currentFrame().number >= before.number + later - 1; }));
    CHECK(stage.device->starts == 0);
    CHECK(stage.messages.isEmpty());
}

TEST_CASE("without a sound device the film is played and it is said why there is no sound",
          "[player][playing]") {
    Stage stage;
    stage.device->refusal = Error{"sound.no-device", "no sound output"};
    REQUIRE(stage.open("film.mp4"));
    stage.player.play();
    REQUIRE(stage.waitFor([&] {
        stage.now += milliseconds(40);
        return stage.player.currentFrame() > Frame{10};
    }));
    CHECK(stage.messages == QStringList{"no sound output"});
}

TEST_CASE("a device that fails while playing does not stop the film", "[player][playing]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    playASecond(stage);
    const Frame before = stage.player.currentFrame();
    CHECK(before > Frame{20});
    SECTION("it says that it failed") {
        stage.device->hasFailed = true;
    }
    SECTION("it just stands still") {
        stage.now += milliseconds(4500);
    }
    REQUIRE(stage.waitFor([&] { return stage.messages.size() == 1; }));
    CHECK(stage.player.currentFrame() <= Frame{before.number + 5});
    stage.now += milliseconds(1000);
    REQUIRE(stage.waitFor([&] { return stage.player.currentFrame() > Frame{before.number + 15}; }));
}

TEST_CASE("another device that is to be taken goes on where the first one was",
          "[player][playing]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    const FrameTimeline timeline = *stage.player.timeline();
    playASecond(stage);
    const Frame before = stage.player.currentFrame();
    CHECK(before == timeline.frameAt(Time::fromMilliseconds(1000)));
    stage.device->name = "headphones";
    REQUIRE(stage.waitFor([&] { return stage.device->starts == 2; }));
    CHECK(stage.player.isPlaying());
    CHECK(stage.player.currentFrame() == before);
    stage.now += milliseconds(500);
    stage.device->processed = milliseconds(500);
    REQUIRE(stage.waitForFrame(timeline.frameAt(Time::fromMilliseconds(1500)).number));
    CHECK(stage.messages.isEmpty());
    CHECK(stage.device->starts == 2);
}

TEST_CASE("a device that was taken away for a moment goes on without a word", "[player][playing]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    playASecond(stage);
    const Frame before = stage.player.currentFrame();
    stage.device->hasFailed = true;
    // It is there again before the sound is.
    REQUIRE(stage.waitFor([&] {
        if (!stage.device->reader) stage.device->hasFailed = false;
        return stage.device->starts == 2;
    }));
    CHECK(stage.player.currentFrame() == before);
    stage.device->processed = milliseconds(20);
    stage.letItTick();
    CHECK(stage.player.isPlaying());
    CHECK(stage.messages.isEmpty());
}

TEST_CASE("a device that is plugged in while a film plays without sound is heard",
          "[player][playing]") {
    Stage stage;
    stage.device->name.clear();
    stage.device->refusal = Error{"sound.no-device", "no sound output"};
    REQUIRE(stage.open("film.mp4"));
    stage.player.play();
    REQUIRE(stage.waitFor([&] {
        stage.now += milliseconds(40);
        return stage.player.currentFrame() > Frame{10};
    }));
    stage.device->refusal.reset();
    stage.device->name = "headphones";
    REQUIRE(stage.waitForDevice());
    const Frame before = stage.player.currentFrame();
    CHECK(before > Frame{10});
    stage.device->processed = milliseconds(20);
    stage.letItTick();
    // What was said is taken back.
    CHECK(stage.messages == QStringList{"no sound output", ""});
    stage.now += milliseconds(500);
    stage.device->processed = milliseconds(520);
    REQUIRE(stage.waitFor([&] { return stage.player.currentFrame() > before; }));
}

TEST_CASE("a device that did not work is tried again when one plays the film again",
          "[player][playing]") {
    Stage stage;
    stage.device->refusal = Error{"sound.failed", "it did not start"};
    REQUIRE(stage.open("film.mp4"));
    const auto playABit = [&] {
        stage.player.play();
        REQUIRE(stage.waitFor([&, from = stage.player.currentFrame()] {
            stage.now += milliseconds(40);
            return stage.player.currentFrame() > Frame{from.number + 5};
        }));
    };
    playABit();
    // Not while it plays: each seek would stop for it.
    stage.device->refusal.reset();
    stage.player.seek(Frame{200});
    stage.letItTick();
    CHECK(stage.device->starts == 0);
    stage.player.pause();
    SECTION("it works now") {
        stage.player.play();
        REQUIRE(stage.waitForDevice());
        stage.device->processed = milliseconds(20);
        stage.letItTick();
        CHECK(stage.messages == QStringList{"it did not start", ""});
    }
    SECTION("it still does not, which is not said again") {
        stage.device->refusal = Error{"sound.failed", "it did not start"};
        playABit();
        CHECK(stage.messages == QStringList{"it did not start"});
    }
}

TEST_CASE("while playing a picture is there when its time comes", "[player][playing]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    const FrameTimeline timeline = *stage.player.timeline();
    // What is posted as a frame's time comes is done behind all that is done at once.
    std::optional<Frame> due;
    int atOnce = 0;
    QObject::connect(&stage.player, &session::Player::frameChanged, [&](Frame frame) {
        due = frame;
        QMetaObject::invokeMethod(
            &stage.player, [&] { due.reset(); }, Qt::QueuedConnection);
    });
    QObject::connect(
        &stage.player, &session::Player::pictureReady, [&](const QImage&, Frame frame) {
            if (due == frame) ++atOnce;
        });
    stage.player.playAgain(Frame{100}, Frame{109});
    REQUIRE(stage.waitForDevice());
    stage.device->processed = milliseconds(1);
    REQUIRE(stage.waitForPicture(100));
    atOnce = 0;
    // Twice, so that the picture behind the last one is the first one.
    for (int i = 1; i < 20; ++i) {
        const std::int64_t wanted = 100 + i % 10;
        stage.letItTick();
        const Time gone = timeline.timeOf(Frame{100 + i}) - timeline.timeOf(Frame{100});
        stage.device->processed = milliseconds(static_cast<int>(gone.seconds() * 1000) + 2);
        stage.now = milliseconds(1000) + stage.device->processed;
        REQUIRE(stage.waitForPicture(wanted));
        CHECK(testing::burnedNumberOf(stage.pictures.back().second) == wanted);
    }
    CHECK(atOnce == 19);
}

TEST_CASE("the end of the film pauses on its last frame and playing begins anew",
          "[player][playing]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    stage.player.seek(Frame{590});
    stage.player.play();
    REQUIRE(stage.waitForDevice());
    stage.device->processed = milliseconds(5000);
    REQUIRE(stage.waitFor([&] { return !stage.player.isPlaying(); }));
    CHECK(stage.player.currentFrame() == Frame{599});
    REQUIRE(stage.waitForPicture(599));
    stage.player.play();
    CHECK(stage.player.currentFrame() == Frame{0});
    CHECK(stage.player.isPlaying());
}

TEST_CASE("playing a cue ends on its last frame", "[player][playing]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    stage.player.seek(Frame{50});
    stage.player.playUntil(Frame{60});
    REQUIRE(stage.waitForDevice());
    stage.device->processed = milliseconds(3000);
    REQUIRE(stage.waitFor([&] { return !stage.player.isPlaying(); }));
    CHECK(stage.player.currentFrame() == Frame{60});
    REQUIRE(stage.waitForPicture(60));
}

TEST_CASE("a seek while playing goes on from there", "[player][playing]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    stage.player.play();
    REQUIRE(stage.waitForDevice());
    stage.player.seek(Frame{300});
    CHECK(stage.device->reader == nullptr);
    REQUIRE(stage.waitForDevice());
    CHECK(stage.device->starts == 2);
    CHECK(stage.player.isPlaying());
    CHECK(stage.player.currentFrame() == Frame{300});
    stage.device->processed = milliseconds(20);
    stage.letItTick();
    CHECK(stage.player.currentFrame() <= Frame{303});
}

TEST_CASE("the volume stays between silent and full", "[player][playing]") {
    Stage stage;
    stage.player.setVolume(0.5);
    CHECK(stage.device->volume == 0.5);
    stage.player.setVolume(-1);
    CHECK(stage.device->volume == 0);
    stage.player.setVolume(9);
    CHECK(stage.device->volume == 1);
}

TEST_CASE("a cue that is played again and again begins anew behind its last frame",
          "[player][playing]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    const FrameTimeline timeline = *stage.player.timeline();
    stage.player.playAgain(Frame{50}, Frame{73});
    REQUIRE(stage.waitForDevice());
    const Time length = timeline.timeOf(Frame{74}) - timeline.timeOf(Frame{50});
    for (const int part : {300, 700, 1100, 2500}) {
        stage.now += milliseconds(part) - stage.device->processed;
        stage.device->processed = milliseconds(part);
        const Time gone = Time::fromFlicks(Time::fromMilliseconds(part).flicks() % length.flicks());
        const Frame expected = timeline.frameAt(timeline.timeOf(Frame{50}) + gone);
        REQUIRE(stage.waitForFrame(expected.number));
        REQUIRE(stage.waitForPicture(expected.number));
        CHECK(testing::burnedNumberOf(stage.pictures.back().second) == expected.number);
    }
    CHECK(stage.device->starts == 1);
    CHECK(stage.player.isPlaying());
    // Within it one stays in it, elsewhere it is over.
    stage.player.seek(Frame{60});
    REQUIRE(stage.waitForDevice());
    CHECK(stage.player.isPlaying());
    stage.player.seek(Frame{300});
    stage.player.pause();
    CHECK(stage.player.currentFrame() == Frame{300});
}

TEST_CASE("a film goes by at the speed that is asked for", "[player][playing]") {
    Stage stage;
    REQUIRE(stage.open("film.mp4"));
    const FrameTimeline timeline = *stage.player.timeline();
    stage.player.setSpeed(0.5);
    CHECK(stage.player.speed() == 0.5);
    stage.player.seek(Frame{100});
    stage.player.play();
    REQUIRE(stage.waitForDevice());
    const auto frameAfter = [&](std::int64_t ms) {
        return timeline.frameAt(timeline.timeOf(Frame{100}) + Time::fromMilliseconds(ms)).number;
    };
    stage.now += milliseconds(2000);
    stage.device->processed = milliseconds(2000);
    REQUIRE(stage.waitForFrame(frameAfter(1000)));
    // Faster than can be followed is as fast as can be.
    stage.player.setSpeed(5);
    CHECK(stage.player.speed() == 2);
}
