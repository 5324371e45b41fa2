// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/timeline_lane.h>
#include <subs/session/film_sound.h>

namespace subs::editor {

/// How far the film's sound swings; hatched where that is not known yet.
class TimelineWaveform : public TimelineLane {
public:
    explicit TimelineWaveform(const session::FilmSound& sound) : sound_(sound) {}

    QString name() const override;
    QString detail() const override;
    bool isSound() const override { return true; }
    void paint(QPainter& painter, const QRect& area, const LaneView& view) const override;

private:
    const session::FilmSound& sound_;
};

/// What it is made of, from low at the bottom to high.
class TimelineSpectrogram : public TimelineLane {
public:
    explicit TimelineSpectrogram(const session::FilmSound& sound) : sound_(sound) {}

    QString name() const override;
    QString detail() const override;
    bool isSound() const override { return true; }
    void paint(QPainter& painter, const QRect& area, const LaneView& view) const override;

private:
    const session::FilmSound& sound_;
};

}  // namespace subs::editor
