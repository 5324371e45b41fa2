// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/session/time_text.h>
#include <subs/time/timecode.h>

#include <QtCore/QChar>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace subs::session {
namespace {

/// The rate that labels count in: 24 for 24000/1001, and for a list of times whose average is a
/// little off.
FrameRate labelRate(const FrameTimeline& timeline) {
    const Fraction average = timeline.averageRate().framesPerSecond();
    const double rate =
        static_cast<double>(average.numerator()) / static_cast<double>(average.denominator());
    constexpr double kOff = 0.01;
    const auto whole = static_cast<std::int64_t>(std::ceil(rate - kOff));
    return FrameRate::fromFraction(Fraction(std::max<std::int64_t>(1, whole)))
        .value_or(FrameRate());
}

}  // namespace

QString millisecondText(Time time) {
    const std::int64_t whole = time.floorMilliseconds();
    const std::int64_t ms = whole < 0 ? -whole : whole;
    const auto padded = [](std::int64_t number, int width) {
        return QString::number(number).rightJustified(width, QLatin1Char('0'));
    };
    return QStringLiteral("%1%2:%3:%4.%5")
        .arg(whole < 0 ? QStringLiteral("-") : QString(),
             padded(ms / 3'600'000, 2),
             padded(ms / 60'000 % 60, 2),
             padded(ms / 1000 % 60, 2),
             padded(ms % 1000, 3));
}

QString secondText(Time time) {
    constexpr qsizetype kMilliseconds = 4;
    return millisecondText(time).chopped(kMilliseconds);
}

QString frameText(Frame frame, const FrameTimeline& timeline) {
    return QString::fromStdString(timecodeOf(frame, labelRate(timeline), DropFrame::No));
}

QString edgeText(Time time, Edge edge, const FrameTimeline* timeline) {
    if (timeline == nullptr) return millisecondText(time);
    if (edge == Edge::Start) return frameText(timeline->startFrameAt(time), *timeline);
    return frameText(Frame{timeline->endFrameAt(time).number + 1}, *timeline);
}

QString durationText(Time duration) {
    return QString::number(duration.seconds(), 'f', 2);
}

}  // namespace subs::session
