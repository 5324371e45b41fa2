// SPDX-License-Identifier: GPL-3.0-or-later
#include "play_clock.h"

#include <algorithm>

namespace subs::editor {
namespace {

using Duration = PlayClock::Duration;

/// From here on a difference is a stall or a jump of the device, not the roughness of its steps.
constexpr Duration kJump{80'000};
/// The share of a small difference that is taken in at each step.
constexpr int kSmoothing = 8;

}  // namespace

void PlayClock::start(Duration now, Source source, Duration position) {
    *this = PlayClock();
    source_ = source;
    begin_ = position;
    last_ = position;
    offset_ = position - now;
    lastProgress_ = now;
}

void PlayClock::hear(Duration now, Duration processed) {
    if (source_ != Source::Sound || processed <= processed_) return;
    const Duration difference = begin_ + processed - now - offset_;
    if (!isHeard_ || difference > kJump || difference < -kJump) {
        offset_ += difference;
    } else {
        offset_ += difference / kSmoothing;
    }
    isHeard_ = true;
    processed_ = processed;
    lastProgress_ = now;
}

Duration PlayClock::position(Duration now) {
    if (source_ == Source::Sound && !isHeard_) return last_;
    Duration position = now + offset_;
    if (source_ == Source::Sound) position = std::min(position, begin_ + processed_ + kMostAhead);
    last_ = std::max(last_, position);
    return last_;
}

}  // namespace subs::editor
