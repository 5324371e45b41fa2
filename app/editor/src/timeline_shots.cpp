// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/fonts.h>
#include <subs/editor/timeline_shots.h>
#include <subs/session/time_text.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

#include <algorithm>
#include <array>

namespace subs::editor {

namespace {

constexpr double kTicksFrom = 0.05;
constexpr int kTick = 6;
constexpr int kHead = 4;
constexpr int kBar = 4;
constexpr int kBubble = 6;

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

void paintLine(QPainter& painter, Frame cut, const QPen& pen, const Look& look) {
    const int x = look.xOf(cut);
    painter.setPen(pen);
    painter.drawLine(x, look.foot, x, look.lanes.bottom());
    const std::array<QPoint, 3> head{
        {{x - kHead, look.foot}, {x + kHead + 1, look.foot}, {x, look.foot + kHead + 1}}};
    painter.setPen(Qt::NoPen);
    painter.setBrush(pen.color());
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

/// Where it was, where it is, and how far that is.
void paintDragged(QPainter& painter, const DraggedCut& cut, const Look& look) {
    if (cut.from == cut.to) return;
    const int old = look.xOf(cut.from);
    painter.setPen(QPen(look.color, 1, Qt::DotLine));
    painter.drawLine(old, look.foot, old, look.lanes.bottom());
    paintLine(painter, cut.to, QPen(look.view.colors[ColorRole::Accent], 1), look);
    const QString text = QCoreApplication::translate("Timeline", "Cut %1  %2%3 f")
                             .arg(session::frameText(cut.to, *look.view.frames))
                             .arg(cut.to > cut.from ? QStringLiteral("+") : QStringLiteral("−"))
                             .arg(std::abs(cut.to.number - cut.from.number));
    painter.setFont(interfaceFont(TextSize::Small));
    const QFontMetrics metrics(painter.font());
    QRect bubble(look.xOf(cut.to) + 2 * kBubble,
                 look.foot + 2 * kBubble,
                 metrics.horizontalAdvance(text) + 2 * kBubble,
                 metrics.height() + kBubble);
    // On the other side where there is no room.
    if (bubble.right() > look.lanes.right()) bubble.moveRight(look.xOf(cut.to) - 2 * kBubble);
    painter.setPen(look.view.colors[ColorRole::Accent]);
    painter.setBrush(look.view.colors[ColorRole::Panel]);
    painter.drawRoundedRect(bubble, 3, 3);
    painter.setPen(look.view.colors[ColorRole::Text]);
    painter.drawText(bubble, Qt::AlignCenter, text);
}

}  // namespace

void paintShots(QPainter& painter,
                const QRect& lanes,
                int ruler,
                const DrawnShots& drawn,
                const LaneView& view) {
    const Shots& shots = drawn.shots;
    if (!view.frames || view.scale.perFrame(*view.frames) < kTicksFrom) return;
    const Look look{lanes, lanes.top() + ruler - 1, view.colors[ColorRole::ShotCut], view};
    const Stretch shown = view.scale.shown();
    const Frame first = view.frames->frameAt(shown.from);
    const Frame last = view.frames->frameAt(shown.to);
    for (const Transition& each : shots.transitions)
        if (each.to >= first && each.from <= last) paintTransition(painter, each, look);
    const bool hasLines = view.scale.perFrame(*view.frames) >= kCutLinesFrom;
    const auto penOf = [&](Frame cut) {
        const bool byHand = std::ranges::binary_search(drawn.byHand, cut);
        return QPen(look.color, 1, byHand ? Qt::SolidLine : Qt::DashLine);
    };
    for (auto cut = std::ranges::lower_bound(shots.cuts, first);
         cut != shots.cuts.end() && *cut <= last;
         ++cut)
        hasLines ? paintLine(painter, *cut, penOf(*cut), look) : paintTick(painter, *cut, look);
    if (drawn.dragged) paintDragged(painter, *drawn.dragged, look);
}

}  // namespace subs::editor
