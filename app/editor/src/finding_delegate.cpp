// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/colors.h>
#include <subs/editor/cue_editor.h>
#include <subs/editor/finding_delegate.h>
#include <subs/editor/findings_model.h>
#include <subs/editor/fonts.h>
#include <subs/editor/icons.h>
#include <subs/editor/text_line.h>

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace subs::editor {

namespace {

constexpr int kPadding = 8;
constexpr int kIcon = 16;
constexpr int kRowHeight = 44;
constexpr int kIconWidth = 34;
constexpr int kCueWidth = 44;
constexpr int kLanguageWidth = 66;
constexpr int kLeastRule = 96;
constexpr int kSelectedBar = 3;

QString said(const char* text) {
    return QCoreApplication::translate("FindingDelegate", text);
}

}  // namespace

FindingColumns FindingColumns::forWidth(int width, int in, int numbers) {
    std::array<int, 7> widths{
        scaled(kIconWidth), scaled(kCueWidth), in, scaled(kLanguageWidth), 0, numbers, numbers};
    constexpr auto kRule = static_cast<std::size_t>(FindingColumn::Rule);
    int rest = width;
    for (const int each : widths)
        rest -= each;
    widths[kRule] = std::max(rest, scaled(kLeastRule));
    FindingColumns columns;
    int left = 0;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        columns.spans[i] = {left, widths[i]};
        left += widths[i];
    }
    return columns;
}

QString nameOf(FindingColumn column) {
    switch (column) {
        case FindingColumn::Severity:
            break;
        case FindingColumn::Cue:
            return said(QT_TRANSLATE_NOOP("FindingDelegate", "Cue"));
        case FindingColumn::In:
            return said(QT_TRANSLATE_NOOP("FindingDelegate", "In"));
        case FindingColumn::Language:
            return said(QT_TRANSLATE_NOOP("FindingDelegate", "Lang"));
        case FindingColumn::Rule:
            return said(QT_TRANSLATE_NOOP("FindingDelegate", "Rule and place"));
        case FindingColumn::Measured:
            return said(QT_TRANSLATE_NOOP("FindingDelegate", "Measured"));
        case FindingColumn::Limit:
            return said(QT_TRANSLATE_NOOP("FindingDelegate", "Limit"));
    }
    return {};
}

bool isRightAligned(FindingColumn column) {
    return column == FindingColumn::Cue || column == FindingColumn::Measured ||
           column == FindingColumn::Limit;
}

// What the painting of one finding shares.
struct FindingDelegate::Row {
    QPainter& painter;
    QRect rect;
    const QModelIndex& index;
    const Colors& colors;
    bool isCurrent = false;
    bool hasFocus = false;

    QString text(int role) const { return index.data(role).toString(); }
    double baseline(const QFont& font, double middle) const {
        return middle + QFontMetricsF(font).capHeight() / 2 + 0.5;
    }
    void draw(const QRect& place,
              const QString& whole,
              const QFont& font,
              ColorRole role,
              Qt::AlignmentFlag side,
              double middle) const {
        const QString line = elided(whole, font, place.width());
        const double left =
            side == Qt::AlignRight ? place.right() + 1 - lineWidth(line, font) : place.left();
        drawLine(painter, {left, baseline(font, middle)}, line, font, colors[role]);
    }
};

int FindingDelegate::rowHeight() {
    return scaled(kRowHeight);
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {scaled(200), rowHeight()};
}

QRect FindingDelegate::placeOf(const Row& row, FindingColumn column) const {
    const auto [left, width] = columns_[column];
    return {
        row.rect.left() + left + kPadding, row.rect.top(), width - 2 * kPadding, row.rect.height()};
}

void FindingDelegate::paint(QPainter* painter,
                            const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const Row row{*painter,
                  option.rect,
                  index,
                  Colors::of(option.palette),
                  index.data(FindingsModel::RowRole).toInt() == cueRow_,
                  option.state.testFlag(QStyle::State_HasFocus)};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(row);
    paintChip(row);
    paintRule(row);
    paintNumbers(row);
    painter->restore();
}

void FindingDelegate::paintGround(const Row& row) const {
    const QRect& rect = row.rect;
    QPainter& painter = row.painter;
    painter.fillRect(rect, row.colors[row.isCurrent ? ColorRole::Selection : ColorRole::Panel]);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1),
                     row.colors[ColorRole::Hairline]);
    if (row.isCurrent)
        painter.fillRect(QRect(rect.left(), rect.top(), kSelectedBar, rect.height()),
                         row.colors[ColorRole::Accent]);
    const int severity = row.index.data(FindingsModel::SeverityRole).toInt();
    const QRectF icon(rect.left() + 11, rect.center().y() - kIcon / 2, kIcon, kIcon);
    paintIcon(painter, icon, severityIcon(severity), severityColor(severity, row.colors));
    if (!row.hasFocus) return;
    painter.setPen(QPen(row.colors[ColorRole::Accent], 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(1, 1, -1, -2));
}

// The language by its name, on its tint.
void FindingDelegate::paintChip(const Row& row) const {
    const QString tag = row.text(FindingsModel::LanguageRole);
    const QFont font = interfaceFont(TextSize::Small, Weight::Bold);
    const QRect place = placeOf(row, FindingColumn::Language);
    const QString name = elided(languageName(tag), font, place.width() - 2);
    const int height = scaled(18);
    const QRectF chip(
        place.left() - 5, row.rect.center().y() - height / 2, lineWidth(name, font) + 12, height);
    row.painter.setPen(Qt::NoPen);
    row.painter.setBrush(row.colors.languageTint(tag));
    row.painter.drawRoundedRect(chip, 3, 3);
    drawLine(row.painter,
             {chip.left() + 6, row.baseline(font, chip.center().y())},
             name,
             font,
             row.colors.language(tag));
}

void FindingDelegate::paintRule(const Row& row) const {
    const QRect place = placeOf(row, FindingColumn::Rule);
    const double middle = row.rect.center().y();
    const double half = scaled(9);
    row.draw(place,
             row.text(FindingsModel::RuleRole),
             interfaceFont(TextSize::Normal),
             ColorRole::Text,
             Qt::AlignLeft,
             middle - half);
    row.draw(place,
             row.text(Qt::DisplayRole),
             interfaceFont(TextSize::Secondary),
             ColorRole::Secondary,
             Qt::AlignLeft,
             middle + half);
}

void FindingDelegate::paintNumbers(const Row& row) const {
    const double middle = row.rect.center().y();
    const QFont plain = interfaceFont(TextSize::Normal);
    const QFont bold = interfaceFont(TextSize::Normal, Weight::Bold);
    row.draw(placeOf(row, FindingColumn::Cue),
             QString::number(row.index.data(FindingsModel::RowRole).toInt() + 1),
             plain,
             ColorRole::Text,
             Qt::AlignRight,
             middle);
    row.draw(placeOf(row, FindingColumn::In),
             row.text(FindingsModel::TimeRole),
             plain,
             ColorRole::Text,
             Qt::AlignLeft,
             middle);
    row.draw(placeOf(row, FindingColumn::Measured),
             row.text(FindingsModel::MeasuredRole),
             bold,
             ColorRole::Text,
             Qt::AlignRight,
             middle);
    row.draw(placeOf(row, FindingColumn::Limit),
             row.text(FindingsModel::LimitRole),
             plain,
             ColorRole::Secondary,
             Qt::AlignRight,
             middle);
}

}  // namespace subs::editor
