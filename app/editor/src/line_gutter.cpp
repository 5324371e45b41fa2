// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/bars.h>
#include <subs/editor/colors.h>
#include <subs/editor/cue_edit.h>
#include <subs/editor/fonts.h>
#include <subs/editor/line_gutter.h>

#include <QtGui/QPainter>
#include <QtGui/QTextBlock>

namespace subs::editor {

namespace {

constexpr int kWidth = 84;
constexpr int kPadding = 10;

}  // namespace

LineGutter::LineGutter(CueEdit& edit) : QWidget(&edit), edit_(edit) {}

int LineGutter::wantedWidth() {
    return scaled(kWidth);
}

void LineGutter::paintEvent(QPaintEvent*) {
    const Colors& colors = Colors::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colors[ColorRole::Bar]);
    painter.fillRect(QRect(0, 0, 1, height()), colors[ColorRole::Hairline]);
    for (QTextBlock block = edit_.document()->begin(); block.isValid(); block = block.next()) {
        const int middle = edit_.lineMiddle(block) - y();
        if (middle > height()) break;
        if (middle > 0) paintLine(painter, middle, block.text());
    }
}

void LineGutter::paintLine(QPainter& painter, int middle, const QString& line) const {
    const Colors& colors = Colors::of(palette());
    const LineLimit& limit = edit_.lineLimit();
    const int units = countedLine(line, limit).units;
    const bool over = limit.max && units > *limit.max;
    const QString text =
        limit.max ? QStringLiteral("%1 / %2").arg(units).arg(*limit.max) : QString::number(units);
    painter.setFont(interfaceFont(TextSize::Secondary, over ? Weight::Bold : Weight::Regular));
    painter.setPen(colors[over ? ColorRole::Error : ColorRole::Secondary]);
    const QRect place(kPadding, middle - 16, width() - 2 * kPadding, 18);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, text);
    if (!limit.max) return;
    const QRectF bar(place.left(), middle + 6, place.width(), 3);
    const QColor full = over ? colors[ColorRole::Error] : colors.language(edit_.language());
    paintBar(painter, bar, units / *limit.max, colors[ColorRole::Hairline], full);
}

}  // namespace subs::editor
