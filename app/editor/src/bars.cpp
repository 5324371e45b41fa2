// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/bars.h>

#include <QtGui/QPainter>

#include <algorithm>

namespace subs::editor {

void paintBar(
    QPainter& painter, const QRectF& place, double share, const QColor& empty, const QColor& full) {
    const double radius = place.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(empty);
    painter.drawRoundedRect(place, radius, radius);
    painter.setBrush(full);
    const QSizeF size(place.width() * std::clamp(share, 0.0, 1.0), place.height());
    painter.drawRoundedRect(QRectF(place.topLeft(), size), radius, radius);
}

}  // namespace subs::editor
