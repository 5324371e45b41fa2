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

/// The marks of whole seconds, as time codes count them where there are frames.
class Marks {
public:
    Marks(const std::optional<FrameTimeline>& frames, Time step) : frames_(frames), step_(step) {}

    Time timeOf(std::int64_t mark) const {
        return frames_ ? frames_->timeOf({mark * framesOfStep()})
                       : Time::fromFlicks(mark * step_.flicks());
    }
    /// The last one at `time` or before.
    std::int64_t before(Time time) const {
        return frames_ ? frames_->frameAt(time).number / framesOfStep()
                       : time.flicks() / step_.flicks();
    }
    QString label(std::int64_t mark) const {
        return frames_ ? session::frameText({mark * framesOfStep()}, *frames_)
                       : session::secondText(timeOf(mark));
    }

private:
    std::int64_t framesOfStep() const {
        return frames_->averageRate().nominal() * step_.flicks() / Time::kPerSecond;
    }

    const std::optional<FrameTimeline>& frames_;
    Time step_;
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
    const Time step = markStep(view.scale.perSecond(), room);
    painter.setFont(font);
    painter.setPen(view.colors[ColorRole::FieldEdge]);
    if (view.frames && view.scale.perFrame(*view.frames) >= kLeastFrame)
        paintFrames(painter, area, view);
    const Stretch shown = view.scale.shown();
    const Marks marks(view.frames, step);
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
