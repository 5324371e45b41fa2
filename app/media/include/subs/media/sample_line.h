// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/job/sound_port.h>
#include <subs/media/audio.h>
#include <subs/time/time.h>

#include <cstdint>
#include <vector>

namespace subs::media {

/// The samples of a stretch of one channel, to be looked at closer than the bins of `Peaks`: as the
/// line through them. Four bytes a sample.
class SampleLine {
public:
    /// Decodes the stretch, and a sample on either side of it. `audio` has one channel and is
    /// anywhere. What lies beside the film's sound is silence. Error of `Audio::seek`.
    static Result<SampleLine> read(Audio& audio, Stretch stretch);

    Stretch stretch() const { return stretch_; }
    /// What the line does between the edges of each of `count` columns of equal width, so that
    /// neighbours touch. `stretch` lies within the one that was read.
    std::vector<Peak> columns(Stretch stretch, int count) const;
    /// What it does from `from` until `to`.
    Peak swing(Time from, Time to) const;

private:
    SampleLine(Stretch stretch, int rate) : stretch_(stretch), rate_(rate) {}

    double at(std::int64_t place) const;
    double valueAt(Time time) const;

    Stretch stretch_;
    int rate_;                ///< Samples a second.
    std::int64_t begin_ = 0;  ///< The place of the first of the samples, counted from film time 0.
    std::vector<float> samples_;
};

/// Columns as of `SampleLine`, of a stretch of any length: about a million samples of it are held
/// at a time, or those of one column. Error of `Audio::seek`.
Result<std::vector<Peak>> sampleColumns(Audio& audio, Stretch stretch, int count);

}  // namespace subs::media
