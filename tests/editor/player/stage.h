// SPDX-License-Identifier: MIT
#pragma once

#include <subs/editor/film_player.h>

#include "media/burned_number.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QThread>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace testing {

/// A sound device in the hands of the test.
struct FakeDevice {
    std::chrono::microseconds processed{};
    bool hasFailed = false;
    std::string name = "speakers";
    std::optional<subs::Error> refusal;
    subs::editor::SoundReader reader;  ///< While it plays.
    int starts = 0;
    double volume = 1;
};

class FakeSound : public subs::editor::SoundOutput {
public:
    explicit FakeSound(std::shared_ptr<FakeDevice> device) : device_(std::move(device)) {}

    std::string device() override { return device_->name; }
    subs::Result<void> start(const subs::editor::SoundFormat&,
                             subs::editor::SoundReader reader) override {
        if (device_->refusal) return tl::unexpected(*device_->refusal);
        device_->processed = {};
        device_->reader = std::move(reader);
        ++device_->starts;
        return {};
    }
    void stop() override { device_->reader = nullptr; }
    std::chrono::microseconds processed() const override { return device_->processed; }
    bool hasFailed() const override { return device_->hasFailed; }
    void setVolume(double volume) override { device_->volume = volume; }

private:
    std::shared_ptr<FakeDevice> device_;
};

/// A player with a clock and a device of the test's own, and what it told.
struct Stage {
    std::shared_ptr<FakeDevice> device = std::make_shared<FakeDevice>();
    std::chrono::microseconds now{1'000'000};
    subs::editor::FilmPlayer player;
    std::vector<std::pair<subs::Frame, QImage>> pictures;
    std::vector<subs::Frame> frames;
    QStringList messages;
    int opened = 0;

    /// `opening`: how long opening a film may look for its frames.
    explicit Stage(std::chrono::microseconds opening = std::chrono::seconds(30))
        : player({std::make_unique<FakeSound>(device), [this] { return now; }, {}, opening}) {
        using subs::session::Player;
        QObject::connect(
            &player, &Player::pictureReady, [this](const QImage& picture, subs::Frame frame) {
                pictures.emplace_back(frame, picture);
            });
        QObject::connect(
            &player, &Player::frameChanged, [this](subs::Frame frame) { frames.push_back(frame); });
        QObject::connect(
            &player, &Player::message, [this](const subs::session::PlayerMessage& message) {
                messages.append(message.text);
            });
        QObject::connect(&player, &Player::opened, [this] { ++opened; });
    }

    /// Lets events run until `done` is true; false after half a minute.
    static bool waitFor(const std::function<bool()>& done) {
        const QDeadlineTimer deadline(30'000);
        while (!done()) {
            if (deadline.hasExpired()) return false;
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
            QThread::usleep(300);
        }
        return true;
    }
    /// Lets the player look at its clock several times.
    static void letItTick() {
        const QDeadlineTimer deadline(40);
        while (!deadline.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }

    bool open(const char* name) {
        player.open(QStringLiteral(SUBS_TEST_FILMS "/") + QString::fromLatin1(name));
        return waitFor([this] { return player.state() != subs::session::PlayerState::Opening; });
    }
    bool waitForPicture(std::int64_t frame) {
        return waitFor([&] { return !pictures.empty() && pictures.back().first.number == frame; });
    }
    bool waitForFrame(std::int64_t frame) {
        return waitFor([&] { return player.currentFrame().number == frame; });
    }
    bool waitForDevice() {
        return waitFor([this] { return device->reader != nullptr; });
    }
};

/// The number that a picture of any size carries, -1 for none.
inline int burnedNumberOf(const QImage& picture) {
    return burnedNumber([&](int x, int y) {
        return qGreen(picture.pixel(x * picture.width() / 320, y * picture.height() / 180));
    });
}

}  // namespace testing
