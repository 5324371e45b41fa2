// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/colors.h>

#include <QtCore/QRectF>
#include <QtCore/QString>
#include <QtGui/QIcon>
#include <QtGui/QPainter>

namespace subs::editor {

/// Makes the icons and the style sheet known to the program; once, before the first use.
void initResources();

/// The line icon `name` (a file of resources/icons without its ending) in the colours of `colors`:
/// text, accent where switched on, disabled. Drawn sharp at any size and scale.
QIcon icon(const QString& name, const Colors& colors);

/// The same in one colour, for instance for a button in the accent colour.
QIcon icon(const QString& name, const QColor& color);

/// Paints the icon into `place`; kept in Qt's pixmap cache.
void paintIcon(QPainter& painter, const QRectF& place, const QString& name, const QColor& color);

/// The icon of a severity as `FindingSeverityRole` gives it (0 hint, 1 warning, 2 error), told
/// apart by shape; empty for none.
QString severityIcon(int severity);
/// Its colour; the colour of text for none.
QColor severityColor(int severity, const Colors& colors);
/// "error", "warning", "hint", translated; empty for none.
QString severityName(int severity);

}  // namespace subs::editor
