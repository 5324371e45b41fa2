// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/text/segment.h>

#include <QtCore/QPointF>
#include <QtCore/QString>
#include <QtCore/QStringView>
#include <QtGui/QColor>
#include <QtGui/QFont>

#include <vector>

class QPainter;

namespace subs::editor {

/// Offsets in UTF-16 units at which the orthographic clusters of `text` end (subs/text/clusters.h),
/// ascending; the last is its size.
std::vector<int> clusterEnds(QStringView text);

/// The end of the cluster that begins at or holds `position`, and the beginning of the one that
/// ends at or holds it. Both inside the text.
int clusterEndAfter(QStringView text, int position);
int clusterStartBefore(QStringView text, int position);
/// The largest boundary that is not after `position`.
int clusterBoundaryAt(QStringView text, int position);

/// Offsets in UTF-16 units at which `segmenter`'s words end; the last is the text's size.
std::vector<int> wordEnds(QStringView text, subs::Segmenter& segmenter);

/// Offsets in UTF-16 units at which `segmenter` lets a line end inside `text`, ascending.
std::vector<int> lineBreaks(QStringView text, subs::Segmenter& segmenter);

/// `text` where it is at most `width` wide in `font`, else its longest beginning of whole clusters
/// that fits with a "…" behind it.
QString elided(const QString& text, const QFont& font, double width);

/// Draws one line, shaped, without clipping; `baseline` is where it begins.
void drawLine(QPainter& painter,
              QPointF baseline,
              const QString& line,
              const QFont& font,
              const QColor& color);

/// How far the pen moves over `line`.
double lineWidth(const QString& line, const QFont& font);

}  // namespace subs::editor
