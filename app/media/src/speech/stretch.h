// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course.h"
#include "envelope.h"
#include "path.h"
#include "traits.h"

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace subs::media::speech {

/// A run of speech, in frames from the beginning of the sound, and how sure it is, from 0 to 1.
struct FoundRun {
    Run run;
    double confidence = 0;
};

/// The detector's way from samples to runs, for sound without a gap: each step takes as much as the
/// one before has made ready, and keeps what it needs of what lies before. It answers the same
/// however the sound is cut into blocks.
class Stretch {
public:
    explicit Stretch(std::function<void(const FoundRun&)> found);
    void add(std::span<const float> samples);
    void finish();

private:
    enum class Sound { GoesOn, Ended };

    void measure(Sound sound);
    void score(Sound sound);
    void follow(const std::vector<bool>& decided);
    void handOut(Sound sound);
    void handOut(Run rough, Run within);
    void forget();

    std::function<void(const FoundRun&)> found_;
    TraitMeter meter_;
    EnvelopeMeter envelope_;
    SpeechPath path_;

    std::vector<float> samples_;
    std::size_t samplesFrom_ = 0;  ///< The frame that they begin with.
    std::vector<FrameTraits> traits_;
    std::size_t traitsFrom_ = 0;
    std::size_t measured_ = 0;  ///< Frames whose traits are known.
    Course course_;
    std::size_t courseFrom_ = 0;
    std::size_t scored_ = 0;
    std::size_t decided_ = 0;
    std::deque<Run> rough_;           ///< Runs that are to be sharpened; the last may go on.
    std::size_t handedOutUntil_ = 0;  ///< The end of the last run that was found.
};

}  // namespace subs::media::speech
