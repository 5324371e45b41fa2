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
    const LineRuler& ruler = edit_.ruler();
    const LineCount count = ruler.counted(line);
    const bool over = count.isOver();
    const QString text = ruler.shortText(count);
    painter.setFont(interfaceFont(TextSize::Secondary, over ? Weight::Bold : Weight::Regular));
    painter.setPen(colors[over ? ColorRole::Error : ColorRole::Secondary]);
    const QRect place(kPadding, middle - scaled(16), width() - 2 * kPadding, scaled(18));
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, text);
    if (count.share < 0) return;
    const QRectF bar(place.left(), middle + scaled(6), place.width(), scaled(3));
    const QColor full = over ? colors[ColorRole::Error] : colors.language(edit_.language());
    paintBar(painter, bar, count.share, colors[ColorRole::Hairline], full);
}

}  // namespace subs::editor
