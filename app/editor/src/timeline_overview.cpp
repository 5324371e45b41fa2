// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/timeline_overview.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>
#include <vector>

namespace subs::editor {

using namespace session;

namespace {

constexpr int kBar = 4;
constexpr int kGap = 1;
constexpr int kLeastFrame = 4;

/// How much of each of `count` equal parts of the film is under cues, from 0 to 1.
std::vector<double> density(const Workspace& workspace, Time length, std::size_t count) {
    std::vector<double> shares(count);
    const double part = length.seconds() / static_cast<double>(count);
    if (part <= 0) return shares;
    for (const Side side : kBothSides) {
        for (const Cue& cue : workspace.document(side).cues) {
            if (cue.kind != CueKind::Dialogue) continue;
            const double from = std::max(cue.start.seconds(), 0.0);
            const double to = std::min(cue.end.value_or(cue.start).seconds(), length.seconds());
            for (auto i = static_cast<std::size_t>(from / part); from < to && i < count; ++i) {
                const double begin = static_cast<double>(i) * part;
                if (begin >= to) break;
                const double covered = std::min(to, begin + part) - std::max(from, begin);
                shares[i] += covered / part / 2;
            }
        }
    }
    for (double& share : shares)
        share = std::min(share, 1.0);
    return shares;
}

}  // namespace

QString TimelineOverview::name() const {
    return QCoreApplication::translate("Timeline", "Whole film");
}

Time TimelineOverview::timeAt(double x, int width, const TimelineScale& scale) {
    const double share = std::clamp(x / std::max(width, 1), 0.0, 1.0);
    return Time::fromFlicks(std::llround(share * static_cast<double>(scale.length().flicks())));
}

void TimelineOverview::paint(QPainter& painter, const QRect& area, const LaneView& view) const {
    const Time length = view.scale.length();
    const auto count = static_cast<std::size_t>(std::max(area.width() / kBar, 1));
    const std::vector<double> shares = density(workspace_, length, count);
    const QColor bar = view.colors[ColorRole::WaveformPeak];
    const int high = area.height() - 4;
    for (std::size_t i = 0; i < count; ++i) {
        const auto size = static_cast<int>(std::ceil(shares[i] * high));
        painter.fillRect(area.left() + static_cast<int>(i) * kBar,
                         area.bottom() - 1 - size,
                         kBar - kGap,
                         size,
                         bar);
    }
    if (length <= Time()) return;
    const Stretch shown = view.scale.shown();
    const double perSecond = area.width() / length.seconds();
    const auto from = static_cast<int>(shown.from.seconds() * perSecond);
    const auto to = static_cast<int>(std::min(shown.to, length).seconds() * perSecond);
    painter.setPen(QPen(view.colors[ColorRole::Playhead], 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRect(
        area.left() + from, area.top() + 2, std::max(to - from, kLeastFrame), area.height() - 4));
}

}  // namespace subs::editor
