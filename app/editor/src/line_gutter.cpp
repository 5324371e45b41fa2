// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/bars.h>
#include <subs/editor/colors.h>
#include <subs/editor/cue_edit.h>
#include <subs/editor/fonts.h>
#include <subs/editor/line_gutter.h>
#include <subs/editor/text_line.h>

#include <QtGui/QPainter>
#include <QtGui/QTextBlock>

#include <algorithm>
#include <cmath>

namespace subs::editor {

namespace {

constexpr int kWidth = 84;
constexpr int kWideBox = 384;
constexpr int kPadding = 10;
constexpr int kNarrowPadding = 6;
constexpr int kUnitHeight = 18;

int padding(int width) {
    return width < scaled(kWidth) ? kNarrowPadding : kPadding;
}

}  // namespace

LineGutter::LineGutter(CueEdit& edit) : QWidget(&edit), edit_(edit) {}

int LineGutter::wantedWidth(int boxWidth) const {
    const QFont font = interfaceFont(TextSize::Secondary, Weight::Bold);
    double wide = lineWidth(edit_.ruler().usualText(), font);
    for (QTextBlock block = edit_.document()->begin(); block.isValid(); block = block.next()) {
        const QString text = edit_.ruler().shortText(edit_.ruler().counted(block.text()));
        wide = std::max(wide, lineWidth(text, font));
    }
    const int least = static_cast<int>(std::ceil(wide)) + 2 * kNarrowPadding;
    return boxWidth < scaled(kWideBox) ? least : std::max(least, scaled(kWidth));
}

void LineGutter::paintEvent(QPaintEvent*) {
    const Colors& colors = Colors::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colors[ColorRole::Bar]);
    painter.fillRect(QRect(0, 0, 1, height()), colors[ColorRole::Hairline]);
    int below = 0;
    for (QTextBlock block = edit_.document()->begin(); block.isValid(); block = block.next()) {
        const int middle = edit_.lineMiddle(block) - y();
        below = middle + scaled(kUnitHeight);
        if (middle > height()) break;
        if (middle > 0) paintLine(painter, middle, block.text());
    }
    if (below + scaled(kUnitHeight) <= height()) paintUnit(painter);
}

void LineGutter::paintLine(QPainter& painter, int middle, const QString& line) const {
    const Colors& colors = Colors::of(palette());
    const LineRuler& ruler = edit_.ruler();
    const LineCount count = ruler.counted(line);
    const bool over = count.isOver();
    const QString text = ruler.shortText(count);
    painter.setFont(interfaceFont(TextSize::Secondary, over ? Weight::Bold : Weight::Regular));
    painter.setPen(colors[over ? ColorRole::Error : ColorRole::Secondary]);
    const int side = padding(width());
    const QRect place(side, middle - scaled(16), width() - 2 * side, scaled(18));
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, text);
    if (count.share < 0) return;
    const QRectF bar(place.left(), middle + scaled(6), place.width(), scaled(3));
    const QColor full = over ? colors[ColorRole::Error] : colors.language(edit_.language());
    paintBar(painter, bar, count.share, colors[ColorRole::Hairline], full);
}

void LineGutter::paintUnit(QPainter& painter) const {
    const int side = padding(width());
    const QRect place(
        side, height() - scaled(kUnitHeight), width() - 2 * side, scaled(kUnitHeight) - 2);
    const QFont font = interfaceFont(TextSize::Small);
    const QString name = edit_.ruler().measureName();
    painter.setFont(font);
    painter.setPen(Colors::of(palette())[ColorRole::Secondary]);
    painter.drawText(
        place,
        Qt::AlignRight | Qt::AlignVCenter,
        lineWidth(name, font) <= place.width() ? name : edit_.ruler().shortMeasureName());
}

}  // namespace subs::editor
