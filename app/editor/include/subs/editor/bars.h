// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRectF>
#include <QtGui/QColor>

class QPainter;

namespace subs::editor {

/// A thin bar, `share` of it (kept to 0–1) in `full` over `empty`.
void paintBar(
    QPainter& painter, const QRectF& place, double share, const QColor& empty, const QColor& full);

}  // namespace subs::editor
