// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/bars.h>
#include <subs/editor/colors.h>
#include <subs/editor/cue_delegate.h>
#include <subs/editor/fonts.h>
#include <subs/editor/icons.h>
#include <subs/editor/text_line.h>
#include <subs/session/cue_roles.h>

#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace subs::editor {

using namespace session;

namespace {

constexpr int kPadding = 8;
constexpr int kIcon = 16;
constexpr int kContinuationSpace = 6;
constexpr double kRowSlack = 2;  // Of the space that a row has around its lines.
constexpr int kBarHeight = 3;
constexpr int kBarWidth = 30;

TextSize rowSize(const QString& tag) {
    return tag.startsWith(QLatin1String("km")) ? TextSize::KhmerRow : TextSize::Normal;
}

QFont remarkFont() {
    QFont font = interfaceFont(TextSize::Secondary);
    font.setItalic(true);
    return font;
}

bool lacksPartner(const QModelIndex& index) {
    return index.siblingAtColumn(FirstTextColumn).data(MissingRole).toBool() ||
           index.siblingAtColumn(SecondTextColumn).data(MissingRole).toBool();
}

int severityOf(const QModelIndex& index) {
    const QVariant severity = index.data(FindingSeverityRole);
    return severity.isValid() ? severity.toInt() : -1;
}

void paintState(QPainter& painter,
                const QPointF& centre,
                const QModelIndex& index,
                const Colors& colors) {
    const int side = scaled(kIcon);
    const QRectF place(
        std::round(centre.x() - side / 2.0), std::round(centre.y() - side / 2.0), side, side);
    const int severity = severityOf(index);
    if (severity >= 0)
        paintIcon(painter, place, severityIcon(severity), severityColor(severity, colors));
    else if (lacksPartner(index))
        paintIcon(painter, place, QStringLiteral("missing"), colors[ColorRole::Secondary]);
    else
        paintIcon(painter, place, QStringLiteral("accept"), colors[ColorRole::Fits]);
}

}  // namespace

// What the painting of one cell shares.
struct CueDelegate::Cell {
    QPainter& painter;
    QRect rect;
    const QModelIndex& index;
    const Colors& colors;
    bool selected = false;

    QString text() const { return index.data(Qt::DisplayRole).toString(); }
    double middle() const { return rect.top() + rect.height() / 2.0; }

    // One line whose ink is in the middle of the row.
    void drawMiddle(const QString& line,
                    const LineFont& font,
                    ColorRole role,
                    Qt::AlignmentFlag side) const {
        const double width = side == Qt::AlignRight ? lineWidth(line, font.font) : 0;
        const double x =
            side == Qt::AlignRight ? rect.right() + 1 - kPadding - width : rect.left() + kPadding;
        const double top = std::floor(middle() - font.pitch / 2.0);
        drawLine(painter, {x, top + font.baseline}, line, font.font, colors[role]);
    }
};

CueDelegate::CueDelegate(QObject* parent)
    : QStyledItemDelegate(parent),
      number_(interfaceFont(TextSize::Normal)),
      speed_(interfaceFont(TextSize::Secondary)),
      speedOver_(interfaceFont(TextSize::Secondary, Weight::Bold)),
      remark_(remarkFont()) {}

int CueDelegate::widthFor(const QString& text) const {
    return static_cast<int>(std::ceil(lineWidth(text, number_.font))) + 2 * kPadding;
}

const LineFont& CueDelegate::lineFont(const QString& tag) const {
    auto found = textFonts_.find(tag);
    if (found == textFonts_.end())
        found = textFonts_.insert(tag, LineFont(textFont(tag, rowSize(tag)), 0, kRowSlack));
    return *found;
}

void CueDelegate::paint(QPainter* painter,
                        const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintCell({*painter,
               option.rect,
               index,
               Colors::of(option.palette),
               option.state.testFlag(QStyle::State_Selected)});
    painter->restore();
}

void CueDelegate::paintCell(const Cell& cell) const {
    switch (cell.index.column()) {
        case FirstTextColumn:
        case SecondTextColumn:
            return paintText(cell);
        case FirstSpeedColumn:
        case SecondSpeedColumn:
            return paintSpeed(cell);
        case StateColumn:
            return paintState(cell.painter, QRectF(cell.rect).center(), cell.index, cell.colors);
        case InColumn:
        case OutColumn:
            return cell.drawMiddle(cell.text(), number_, ColorRole::Text, Qt::AlignLeft);
        default:
            return cell.drawMiddle(cell.text(), number_, ColorRole::Text, Qt::AlignRight);
    }
}

void CueDelegate::paintText(const Cell& cell) const {
    const QString tag = cell.index.data(LanguageRole).toString();
    if (cell.index.data(ContinuationRole).toBool()) return paintContinuation(cell, tag);
    if (!cell.index.data(MissingRole).toBool()) return paintLines(cell, tag);
    cell.drawMiddle(tr("not translated"), remark_, ColorRole::Secondary, Qt::AlignLeft);
}

void CueDelegate::paintLines(const Cell& cell, const QString& tag) const {
    const LineFont& font = lineFont(tag);
    const QStringList lines = cell.text().split(u'\n');
    double top = std::floor(cell.middle() - font.pitch * static_cast<double>(lines.size()) / 2.0);
    for (const QString& line : lines) {
        const QString shown = elided(line, font.font, cell.rect.width() - 2 * kPadding);
        const QPointF baseline(cell.rect.left() + kPadding, top + font.baseline);
        drawLine(cell.painter, baseline, shown, font.font, cell.colors[ColorRole::Text]);
        top += font.pitch;
    }
}

// The cue of the row above goes on here: its language's colour stands at the edge.
void CueDelegate::paintContinuation(const Cell& cell, const QString& tag) const {
    const double around = scaled(kContinuationSpace);
    const QRectF edge(cell.rect.left() + kPadding,
                      cell.rect.top() + around,
                      2,
                      cell.rect.height() - 1 - 2 * around);
    cell.painter.fillRect(edge, cell.colors.language(tag));
    Cell inner = cell;
    inner.rect.setLeft(cell.rect.left() + kPadding);
    inner.drawMiddle(tr("the cue above goes on"), remark_, ColorRole::Secondary, Qt::AlignLeft);
}

void CueDelegate::paintSpeed(const Cell& cell) const {
    const double share = cell.index.data(SpeedShareRole).toDouble();
    const QString number = cell.text();
    if (number.isEmpty()) return;
    const bool over = share > 1.0;
    Cell upper = cell;
    if (share >= 0) upper.rect.translate(0, -scaled(4));
    upper.drawMiddle(number,
                     over ? speedOver_ : speed_,
                     over ? ColorRole::Error : ColorRole::Text,
                     Qt::AlignRight);
    if (share < 0) return;
    const QString tag =
        cell.index.siblingAtColumn(cell.index.column() - 1).data(LanguageRole).toString();
    paintBar(cell.painter,
             QRectF(cell.rect.right() + 1 - kPadding - scaled(kBarWidth),
                    std::floor(cell.middle()) + scaled(6),
                    scaled(kBarWidth),
                    scaled(kBarHeight)),
             share,
             cell.colors[cell.selected ? ColorRole::ButtonBorder : ColorRole::Hairline],
             over ? cell.colors[ColorRole::Error] : cell.colors.language(tag));
}

}  // namespace subs::editor
