// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/sound_port.h>
#include <subs/time/frame_timeline.h>
#include <subs/time/time.h>

namespace subs::editor {

/// Which stretch of a film a timeline shows, and how wide a second is. Pixels count from the left
/// edge of what is drawn. The film begins at 0, and something is always shown of it.
class TimelineScale {
public:
    /// The most and the least that a second is wide, where the film does not ask for less.
    static constexpr double kMostPerSecond = 2000;
    static constexpr double kUsualPerSecond = 48;

    /// How long the film is; where it is not known, at least what is to be shown of it.
    void setLength(Time length);
    void setWidth(int pixels);
    Time length() const { return length_; }
    int width() const { return width_; }

    double perSecond() const { return perSecond_; }
    /// How wide a frame is, on average.
    double perFrame(const FrameTimeline& frames) const;
    /// The least is that at which the whole film is seen.
    double leastPerSecond() const;
    Stretch shown() const { return {from_, timeAt(width_)}; }

    double xOf(Time time) const;
    Time timeAt(double x) const;

    /// The time at `x` stays there, as far as the film's ends allow.
    void setPerSecond(double perSecond, double x);
    void zoom(double factor, double x) { setPerSecond(perSecond_ * factor, x); }
    void scrollTo(Time from);
    void scrollBy(double pixels);
    /// Scrolls where `time` is not shown, so that it stands a tenth of the width behind the left
    /// edge. Answers whether it scrolled.
    bool reveal(Time time);

private:
    void fit(double x);
    void keepInside();

    Time length_;
    Time from_;
    int width_ = 1;
    double wanted_ = kUsualPerSecond;  ///< What a person asked for; a short film needs more.
    double perSecond_ = kUsualPerSecond;
};

/// The distance of the marks of a ruler: the least of 1, 2, 5, 10, 30 seconds and so on that is at
/// least `least` pixels wide.
Time markStep(double perSecond, double least);

}  // namespace subs::editor
