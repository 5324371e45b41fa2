// SPDX-License-Identifier: MIT
#include "catch.h"
#include "stage.h"

using namespace subs;
using session::PlayerState;
using std::chrono::milliseconds;
using testing::Stage;

// film.mp4 has 600 frames; its rate is asked of its own timeline.

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
    stage.player.play();
    REQUIRE(stage.waitForDevice());
    for (int i = 1; i <= 10; ++i) {
        stage.now += milliseconds(100);
        stage.device->processed = milliseconds(100 * i);
        stage.letItTick();
    }
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
