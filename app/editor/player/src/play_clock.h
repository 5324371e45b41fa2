// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace subs::editor {

/// How far playing has come since it began. Follows what a sound device says it has played, or the
/// monotonic clock alone. Never goes back.
///
/// A device tells its progress in steps (16 ms and more) and only some time after it was started
/// (0.9–1.9 s on a null sink of PulseAudio). So: nothing counts before the first progress; between
/// two steps the monotonic clock goes on, at most `kMostAhead`; small differences are taken in
/// slowly, large ones (a stall) at once.
class PlayClock {
public:
    using Duration = std::chrono::microseconds;

    enum class Source : std::uint8_t { Monotonic, Sound };

    static constexpr Duration kMostAhead{100'000};

    /// Begins at `position`; `now` is the monotonic clock.
    void start(Duration now, Source source, Duration position = {});
    /// The device has played `processed` since it was started.
    void hear(Duration now, Duration processed);
    Duration position(Duration now);

    Source source() const { return source_; }
    /// True once the device made progress.
    bool isHeard() const { return isHeard_; }
    /// How long the device has made no progress.
    Duration silentFor(Duration now) const { return now - lastProgress_; }

private:
    Source source_ = Source::Monotonic;
    Duration begin_{};   ///< The position that a device's zero stands for.
    Duration offset_{};  ///< Position less monotonic clock.
    Duration processed_{};
    Duration lastProgress_{};
    Duration last_{};  ///< The last answer.
    bool isHeard_ = false;
};

}  // namespace subs::editor
