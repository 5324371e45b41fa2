// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback.h"

#include <QtCore/QCoreApplication>

#include <utility>

namespace subs::editor {
namespace {

using Microseconds = std::chrono::microseconds;

/// A device that makes no progress for so long is taken for dead; PulseAudio's null sink takes 1.9
/// s to start.
constexpr Microseconds kDeadAfter{4'000'000};

Microseconds steadyNow() {
    return std::chrono::duration_cast<Microseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

std::string tr(const char* text) {
    return QCoreApplication::translate("subs::editor::Playback", text).toStdString();
}

Time timeOf(Microseconds duration) {
    constexpr std::int64_t kPerMillisecond = 1000;
    const std::int64_t whole = duration.count() / kPerMillisecond;
    const std::int64_t rest = duration.count() % kPerMillisecond;
    return Time::fromFlicks(whole * Time::kPerMillisecond +
                            rest * Time::kPerMillisecond / kPerMillisecond);
}

}  // namespace

Playback::Playback(PlayerParts parts, std::function<void()> notify)
    : output_(parts.sound ? std::move(parts.sound) : systemSound()),
      now_(parts.now ? std::move(parts.now) : steadyNow),
      worker_(std::move(notify)) {}

Microseconds Playback::now() const {
    return now_();
}

void Playback::open(std::string path) {
    stop();
    hasSound_ = true;
    isGivenUp_ = false;
    told_.clear();
    worker_.open(std::move(path));
}

void Playback::start(const PlayStretch& stretch) {
    const bool isPlaying = isClockRunning_ || waitingFor_ != 0;
    if (!isPlaying) isGivenUp_ = false;
    begin(stretch);
}

bool Playback::canSound() {
    return hasSound_ && !(isGivenUp_ && output_->device() == device_);
}

void Playback::begin(const PlayStretch& stretch) {
    stop();
    stretch_ = stretch;
    if (canSound()) {
        waitingFor_ = worker_.play(stretch);
    } else {
        clock_.start(now(), PlayClock::Source::Monotonic);
        isClockRunning_ = true;
    }
}

void Playback::stop() {
    output_->stop();
    worker_.halt();
    waitingFor_ = 0;
    isClockRunning_ = false;
}

void Playback::deliver() {
    const std::optional<SoundReady> ready = worker_.takeAnswer();
    if (!ready || ready->generation != waitingFor_) return;
    waitingFor_ = 0;
    if (ready->error) {
        hasSound_ = false;
        const bool isSilentFilm = ready->error->code == "media.no-audio";
        return goOnWithoutSound(isSilentFilm ? std::string() : ready->error->message);
    }
    device_ = output_->device();
    isGivenUp_ = false;
    const auto started = output_->start(
        SoundWorker::kFormat, [this](std::span<float> samples) { return worker_.read(samples); });
    if (!started) return goOnWithoutSound(started.error().message);
    clock_.start(now(), PlayClock::Source::Sound);
    isClockRunning_ = true;
}

/// Begins the sound anew where playing has come to, on the device that is to be taken now.
void Playback::goOnFromHere() {
    PlayStretch rest = stretch_;
    rest.begin = stretch_.filmTimeAfter(timeOf(clock_.position(now())));
    begin(rest);
}

/// Goes over to the monotonic clock, from where playing has come to.
void Playback::goOnWithoutSound(const std::string& why) {
    const Microseconds position = isClockRunning_ ? clock_.position(now()) : Microseconds();
    output_->stop();
    worker_.halt();
    isGivenUp_ = true;
    clock_.start(now(), PlayClock::Source::Monotonic, position);
    isClockRunning_ = true;
    if (!why.empty()) tell(why);
}

void Playback::tell(const std::string& text) {
    if (text == std::exchange(told_, text)) return;
    message_ = text;
}

void Playback::watchDevice() {
    if (!isClockRunning_ || !hasSound_) return;
    if (output_->device() != device_) return goOnFromHere();
    if (clock_.source() != PlayClock::Source::Sound) return;
    clock_.hear(now(), output_->processed());
    if (clock_.isHeard()) tell({});
    // One that worked until now is asked once more: it may have been taken away and put back.
    if (output_->hasFailed() && clock_.isHeard()) return goOnFromHere();
    if (output_->hasFailed() || clock_.silentFor(now()) > kDeadAfter)
        goOnWithoutSound(tr("The sound output stopped; the film goes on without sound"));
}

Time Playback::position() {
    watchDevice();
    return stretch_.filmTimeAfter(isClockRunning_ ? timeOf(clock_.position(now())) : Time());
}

void Playback::setVolume(double volume) {
    output_->setVolume(volume);
}

std::optional<std::string> Playback::takeMessage() {
    return std::exchange(message_, std::nullopt);
}

}  // namespace subs::editor
