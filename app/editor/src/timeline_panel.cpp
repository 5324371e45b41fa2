// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/elided_label.h>
#include <subs/editor/fonts.h>
#include <subs/editor/plurals.h>
#include <subs/editor/timeline.h>
#include <subs/editor/timeline_panel.h>
#include <subs/session/film_shots.h>
#include <subs/session/player.h>
#include <subs/session/shot_search.h>

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QSlider>

#include <cmath>

namespace subs::editor {

using namespace session;

namespace {

constexpr int kSteps = 200;
constexpr double kZoomStep = 1.25;

}  // namespace

TimelinePanel::TimelinePanel(const Session& session, QWidget* parent)
    : Panel(tr("Timeline"), parent),
      session_(session),
      timeline_(new Timeline(session)),
      zoom_(new QSlider(Qt::Horizontal)),
      width_(makeLabel({}, interfaceFont(TextSize::Secondary), "secondary")),
      shots_(new ElidedLabel(interfaceFont(TextSize::Secondary), "secondary")) {
    zoom_->setRange(0, kSteps);
    zoom_->setFixedWidth(scaled(120));
    zoom_->setAccessibleName(tr("Zoom"));
    zoom_->setToolTip(tr("Zoom; Ctrl and the wheel zoom where the pointer is"));
    addToStrip(shots_);
    addToStrip(makeLabel(tr("Zoom"), interfaceFont(TextSize::Secondary), "secondary"));
    addToStrip(zoom_);
    addToStrip(width_);
    addToBody(timeline_, 1);
    connect(timeline_, &Timeline::scaleChanged, this, &TimelinePanel::takeScale);
    connect(zoom_, &QSlider::valueChanged, this, &TimelinePanel::takeZoom);
    connect(&session.shots, &FilmShots::changed, this, &TimelinePanel::showShots);
    takeScale();
    showShots();
}

void TimelinePanel::showShots() {
    shots_->setFullText(shotsText());
    shots_->setVisible(!shotsText().isEmpty());
}

QString TimelinePanel::shotsText() const {
    const FilmShots& shots = session_.shots;
    const ShotSearch& search = shots.search();
    const int count = pluralNumber(static_cast<std::int64_t>(shots.shots().cuts.size()));
    if (search.state() == ShotsState::Finding)
        return tr("%n cut(s) so far, %1 %", nullptr, count)
            .arg(std::floor(search.share() * 100), 0, 'f', 0);
    const bool isAlone = shots.source().isEmpty() && shots.cutsByHand().empty();
    if (isAlone && search.state() == ShotsState::Failed)
        return tr("No cuts: %1").arg(search.problem());
    if (count == 0 && search.state() == ShotsState::Unknown) return {};
    QString text = shots.source().isEmpty()
                       ? tr("%n cut(s)", nullptr, count)
                       : tr("%n cut(s) from %1", nullptr, count).arg(shots.source());
    if (!shots.cutsByHand().empty()) text += tr(", %1 by hand").arg(shots.cutsByHand().size());
    return text;
}

void TimelinePanel::zoomIn() {
    timeline_->setPerSecond(timeline_->scale().perSecond() * kZoomStep);
}

void TimelinePanel::zoomOut() {
    timeline_->setPerSecond(timeline_->scale().perSecond() / kZoomStep);
}

/// The slider goes from the whole film to the most by equal ratios.
void TimelinePanel::takeScale() {
    const TimelineScale& scale = timeline_->scale();
    const double range = std::log(TimelineScale::kMostPerSecond / scale.leastPerSecond());
    const double share =
        range > 0 ? std::log(scale.perSecond() / scale.leastPerSecond()) / range : 1;
    const QSignalBlocker quiet(zoom_);
    zoom_->setValue(static_cast<int>(std::lround(share * kSteps)));
    width_->setText(widthText());
}

void TimelinePanel::takeZoom(int value) {
    const double least = timeline_->scale().leastPerSecond();
    timeline_->setPerSecond(least * std::pow(TimelineScale::kMostPerSecond / least,
                                             static_cast<double>(value) / kSteps));
}

QString TimelinePanel::widthText() const {
    const auto frames = session_.player.timeline();
    const TimelineScale& scale = timeline_->scale();
    if (!frames) return tr("%1 px a second").arg(scale.perSecond(), 0, 'f', 0);
    const double perFrame = scale.perFrame(*frames);
    return tr("%1 px a frame").arg(perFrame, 0, 'f', perFrame < 0.1 ? 3 : 1);
}

}  // namespace subs::editor
