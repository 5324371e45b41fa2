// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with pointer and wheel on the timeline.
#include <subs/editor/fonts.h>
#include <subs/editor/timeline.h>
#include <subs/editor/timeline_cues.h>
#include <subs/editor/timeline_overview.h>
#include <subs/session/film_shots.h>
#include <subs/session/player.h>

#include <QtGui/QMouseEvent>
#include <QtGui/QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace subs::editor {

using namespace session;

namespace {

constexpr double kWheelStep = 120;
constexpr double kScrollStep = 80;
constexpr double kZoomStep = 1.25;
/// How near a pointer is to what it catches.
constexpr int kCatch = 5;
/// What is moved less than this is clicked on.
constexpr int kStill = 4;

}  // namespace

CuePair Timeline::pairAt(const QPoint& place) const {
    for (const Side side : kBothSides) {
        if (!cuesRect(side).contains(place)) continue;
        const auto id = cuesLane(side).cueAt(scale_.timeAt(inLanes(place.x())));
        if (!id) return {};
        return side == Side::First ? CuePair{id, {}} : CuePair{{}, id};
    }
    return {};
}

std::optional<Frame> Timeline::frameAt(double x) const {
    const auto frames = session_.player.timeline();
    if (!frames) return std::nullopt;
    const Time time = scale_.timeAt(std::clamp(x, 0.0, static_cast<double>(scale_.width())));
    return frames->frameAt(std::max(time, Time()));
}

void Timeline::seekTo(double x) {
    if (const auto frame = frameAt(x)) session_.player.seek(*frame);
}

void Timeline::scrubTo(double x) {
    if (const auto frame = frameAt(x)) session_.player.scrub(*frame);
}

void Timeline::centreOn(Time time) {
    const Stretch shown = scale_.shown();
    const Time half = Time::fromFlicks((shown.to - shown.from).flicks() / 2);
    scale_.scrollTo(time - half);
    scaleMoved();
}

/// The cut that a person takes hold of at `place`: in the ruler, where a frame is wide enough to be
/// dropped on.
std::optional<Frame> Timeline::cutAt(const QPoint& place) const {
    const auto frames = session_.player.timeline();
    const QRect heads = rulerRect().adjusted(0, 0, 0, scaled(kCatch));
    if (!frames || !session_.shots.canEdit() || !heads.contains(place)) return std::nullopt;
    if (scale_.perFrame(*frames) < kCutLinesFrom) return std::nullopt;
    const double x = inLanes(place.x());
    const Frame last = frames->frameAt(scale_.timeAt(x + scaled(kCatch)));
    const auto cut = session_.shots.cutBeside({last.number + 1}, -1);
    if (!cut || std::abs(scale_.xOf(frames->timeOf(*cut)) - x) > scaled(kCatch))
        return std::nullopt;
    return cut;
}

/// Shows the first frame of the shot that would begin there.
void Timeline::dragCut(double x) {
    const auto frames = session_.player.timeline();
    const bool isStill = cut_->to == cut_->from && std::abs(x - dragX_) < scaled(kStill);
    if (!frames || isStill) return;
    const Time time = scale_.timeAt(std::clamp(inLanes(x), 0.0, double(scale_.width())));
    const std::int64_t last = session_.player.frameCount() - 1;
    const Frame to{std::min(frames->frameAt(std::max(time, Time())).number, last)};
    cut_->to = session_.shots.reachable(cut_->from, to);
    session_.player.seek(cut_->to);
    refresh();
}

void Timeline::dropCut() {
    const DraggedCut cut = *std::exchange(cut_, std::nullopt);
    if (cut.from != cut.to) session_.shots.moveCut(cut.from, cut.to);
    refresh();
}

/// Esc takes a drag back.
void Timeline::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape || !cut_) return QWidget::keyPressEvent(event);
    const Frame from = std::exchange(cut_, std::nullopt)->from;
    drag_ = Drag::None;
    session_.player.seek(from);
    refresh();
}

void Timeline::mousePressEvent(QMouseEvent* event) {
    const QPoint place = event->position().toPoint();
    if (place.x() < gutter()) return;
    dragX_ = event->position().x();
    if (event->button() == Qt::MiddleButton) {
        drag_ = Drag::View;
        setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton && overviewRect().contains(place)) {
        drag_ = Drag::Overview;
        centreOn(TimelineOverview::timeAt(inLanes(dragX_), scale_.width(), scale_));
    } else if (const auto cut = cutAt(place); cut) {
        session_.player.seek(*cut);
        if (event->button() != Qt::LeftButton) return;
        drag_ = Drag::Cut;
        cut_ = DraggedCut{*cut, *cut};
    } else if (event->button() == Qt::RightButton) {
        seekTo(inLanes(dragX_));  // What the menu offers is about the frame that was meant.
    } else if (event->button() == Qt::LeftButton) {
        drag_ = Drag::Playhead;
        if (const CuePair cues = pairAt(place); cues != CuePair()) emit cueChosen(cues);
        seekTo(inLanes(dragX_));
    }
}

void Timeline::mouseMoveEvent(QMouseEvent* event) {
    const double x = event->position().x();
    if (drag_ == Drag::None)
        cutAt(event->position().toPoint()) ? setCursor(Qt::SplitHCursor) : unsetCursor();
    if (drag_ == Drag::Cut) dragCut(x);
    if (drag_ == Drag::Playhead) scrubTo(inLanes(x));
    if (drag_ == Drag::Overview)
        centreOn(TimelineOverview::timeAt(inLanes(x), scale_.width(), scale_));
    if (drag_ == Drag::View) {
        scale_.scrollBy(dragX_ - x);
        dragX_ = x;
        scaleMoved();
    }
}

void Timeline::mouseReleaseEvent(QMouseEvent*) {
    if (cut_) dropCut();
    drag_ = Drag::None;
    unsetCursor();
}

void Timeline::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && pairAt(event->position().toPoint()) != CuePair())
        emit playRequested();
}

void Timeline::wheelEvent(QWheelEvent* event) {
    const QPoint turned = event->angleDelta();
    // With Alt, and on some systems with Shift, a wheel turns sideways.
    const double steps = (turned.y() != 0 ? turned.y() : turned.x()) / kWheelStep;
    const auto modifiers = event->modifiers();
    if (modifiers & Qt::ShiftModifier) {
        emit stepRequested(steps > 0 ? -1 : 1);
    } else if (modifiers & Qt::ControlModifier) {
        scale_.zoom(std::pow(kZoomStep, steps), inLanes(event->position().x()));
        scaleMoved();
    } else {
        scale_.scrollBy(-steps * scaled(static_cast<int>(kScrollStep)));
        scaleMoved();
    }
    event->accept();
}

}  // namespace subs::editor
