// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/fonts.h>
#include <subs/editor/timeline_ruler.h>
#include <subs/session/time_text.h>

#include <QtGui/QFontMetrics>
#include <QtGui/QPainter>

namespace subs::editor {

namespace {

constexpr int kLabelGap = 24;
constexpr int kMark = 5;
constexpr double kLeastFrame = 8;

/// How many frames lie between two marks that are `least` pixels apart: a part of a second that
/// divides it, or whole seconds as time codes count them.
std::int64_t framesOfStep(const LaneView& view, double least) {
    const std::int64_t second = view.frames->averageRate().nominal();
    const double perFrame = view.scale.perFrame(*view.frames);
    for (std::int64_t frames = 1; frames < second; ++frames)
        if (second % frames == 0 && static_cast<double>(frames) * perFrame >= least) return frames;
    return second * markStep(view.scale.perSecond(), least).flicks() / Time::kPerSecond;
}

/// The marks with a time beside them: frames where they are known, else whole seconds.
class Marks {
public:
    /// At least `least` pixels apart.
    Marks(const LaneView& view, double least)
        : frames_(view.frames),
          step_(markStep(view.scale.perSecond(), least)),
          frameStep_(view.frames ? framesOfStep(view, least) : 0) {}

    Time timeOf(std::int64_t mark) const {
        return frames_ ? frames_->timeOf({mark * frameStep_})
                       : Time::fromFlicks(mark * step_.flicks());
    }
    /// The last one at `time` or before.
    std::int64_t before(Time time) const {
        return frames_ ? frames_->frameAt(time).number / frameStep_
                       : time.flicks() / step_.flicks();
    }
    QString label(std::int64_t mark) const {
        return frames_ ? session::frameText({mark * frameStep_}, *frames_)
                       : session::secondText(timeOf(mark));
    }

private:
    const std::optional<FrameTimeline>& frames_;
    Time step_;
    std::int64_t frameStep_;
};

void paintFrames(QPainter& painter, const QRect& area, const LaneView& view) {
    const Stretch shown = view.scale.shown();
    const Frame last = view.frames->frameAt(shown.to);
    for (Frame frame = view.frames->frameAt(shown.from); frame <= last; ++frame.number) {
        const auto x = static_cast<int>(area.left() + view.scale.xOf(view.frames->timeOf(frame)));
        painter.drawLine(x, area.bottom() - kMark / 2, x, area.bottom());
    }
}

}  // namespace

void TimelineRuler::paint(QPainter& painter, const QRect& area, const LaneView& view) const {
    const QFont font = interfaceFont(TextSize::Small);
    const QFontMetrics metrics(font);
    const int room = metrics.horizontalAdvance(QStringLiteral("00:00:00:00")) + scaled(kLabelGap);
    painter.setFont(font);
    painter.setPen(view.colors[ColorRole::FieldEdge]);
    if (view.frames && view.scale.perFrame(*view.frames) >= kLeastFrame)
        paintFrames(painter, area, view);
    const Stretch shown = view.scale.shown();
    const Marks marks(view, room);
    for (std::int64_t mark = marks.before(shown.from);; ++mark) {
        const Time time = marks.timeOf(mark);
        if (time > shown.to) break;
        const auto x = static_cast<int>(area.left() + view.scale.xOf(time));
        painter.setPen(view.colors[ColorRole::FieldEdge]);
        painter.drawLine(x, area.bottom() - kMark, x, area.bottom());
        painter.setPen(view.colors[ColorRole::Secondary]);
        painter.drawText(QRect(x + 4, area.top(), room, area.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         marks.label(mark));
    }
}

}  // namespace subs::editor
