// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/timeline_shots.h>

#include <QtGui/QPainter>

#include <algorithm>
#include <array>

namespace subs::editor {

namespace {

constexpr double kTicksFrom = 0.05;
constexpr double kLinesFrom = 0.5;
constexpr int kTick = 6;
constexpr int kHead = 4;
constexpr int kBar = 4;

/// What is the same for all cuts of a timeline.
struct Look {
    QRect lanes;
    int foot;  ///< Of the ruler.
    QColor color;
    const LaneView& view;

    int xOf(Frame frame) const {
        return lanes.left() + static_cast<int>(view.scale.xOf(view.frames->timeOf(frame)));
    }
};

void paintLine(QPainter& painter, Frame cut, const Look& look) {
    const int x = look.xOf(cut);
    painter.setPen(QPen(look.color, 1, Qt::DashLine));
    painter.drawLine(x, look.foot, x, look.lanes.bottom());
    const std::array<QPoint, 3> head{
        {{x - kHead, look.foot}, {x + kHead + 1, look.foot}, {x, look.foot + kHead + 1}}};
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.color);
    painter.drawPolygon(head.data(), static_cast<int>(head.size()));
}

void paintTick(QPainter& painter, Frame cut, const Look& look) {
    const int x = look.xOf(cut);
    painter.setPen(look.color);
    painter.drawLine(x, look.foot - kTick, x, look.foot);
}

void paintTransition(QPainter& painter, const Transition& each, const Look& look) {
    QColor color = look.color;
    color.setAlphaF(0.5F);
    const int from = look.xOf(each.from);
    const int to = std::max(look.xOf({each.to.number + 1}), from + 1);
    painter.fillRect(from, look.foot - kBar, to - from, kBar, color);
}

}  // namespace

void paintShots(
    QPainter& painter, const QRect& lanes, int ruler, const Shots& shots, const LaneView& view) {
    if (!view.frames || view.scale.perFrame(*view.frames) < kTicksFrom) return;
    const Look look{lanes, lanes.top() + ruler - 1, view.colors[ColorRole::ShotCut], view};
    const Stretch shown = view.scale.shown();
    const Frame first = view.frames->frameAt(shown.from);
    const Frame last = view.frames->frameAt(shown.to);
    for (const Transition& each : shots.transitions)
        if (each.to >= first && each.from <= last) paintTransition(painter, each, look);
    const bool hasLines = view.scale.perFrame(*view.frames) >= kLinesFrom;
    for (auto cut = std::ranges::lower_bound(shots.cuts, first);
         cut != shots.cuts.end() && *cut <= last;
         ++cut)
        hasLines ? paintLine(painter, *cut, look) : paintTick(painter, *cut, look);
}

}  // namespace subs::editor
