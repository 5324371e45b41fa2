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
#include <cmath>
#include <functional>
#include <numeric>

namespace subs::editor {

namespace {

constexpr int kPadding = 8;
constexpr int kIcon = 16;
constexpr int kRowHeight = 50;
constexpr double kUpperLine = 0.30;
constexpr double kLowerLine = 0.68;
constexpr int kIconWidth = 32;
constexpr int kCueWidth = 42;
constexpr int kLanguageWidth = 64;
constexpr int kLeastRule = 180;
constexpr int kSelectedBar = 3;

QString said(const char* text) {
    return QCoreApplication::translate("FindingDelegate", text);
}

}  // namespace

FindingColumns FindingColumns::forWidth(int width, const Widest& widest) {
    constexpr auto kRule = static_cast<std::size_t>(FindingColumn::Rule);
    std::array<int, 7> widths{scaled(kIconWidth),
                              scaled(kCueWidth),
                              widest.in,
                              scaled(kLanguageWidth),
                              0,
                              widest.measured,
                              widest.limit};
    const auto rest = [&] {
        return std::accumulate(widths.begin(), widths.end(), width, std::minus{});
    };
    FindingColumns columns;
    columns.isStacked = rest() < scaled(kLeastRule);
    if (columns.isStacked) {
        widths[kRule + 1] = std::max(widest.measured, widest.limit);
        widths[kRule + 2] = 0;
        widths[kRule - 1] = 0;
        widths[kRule - 2] = std::max(widest.in, scaled(kLanguageWidth));
    }
    widths[kRule] = std::max(rest(), 0);
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

    // Where the two lines of a row have their middles: the lower one has room for Khmer.
    double upper() const { return rect.top() + rect.height() * kUpperLine; }
    double lower() const { return rect.top() + rect.height() * kLowerLine; }
    QString text(int role) const { return index.data(role).toString(); }
    static double baseline(double middle) {
        const double letters = QFontMetricsF(interfaceFont(TextSize::Normal)).capHeight();
        return std::round(middle + letters / 2);
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
        drawLine(painter, {left, baseline(middle)}, line, font, colors[role]);
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
    const int side = scaled(kIcon);
    const QRectF icon(
        rect.left() + scaled(11), std::round(rect.center().y() - side / 2.0), side, side);
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
    const bool isStacked = columns_.isStacked;
    const QRect place = placeOf(row, isStacked ? FindingColumn::In : FindingColumn::Language);
    const double middle = isStacked ? row.lower() : row.rect.center().y();
    const QString name = elided(languageName(tag), font, place.width() - 2);
    const int height = scaled(18);
    const QRectF chip(place.left() - (isStacked ? 0 : 5),
                      std::round(middle) - height / 2.0,
                      lineWidth(name, font) + 12,
                      height);
    row.painter.setPen(Qt::NoPen);
    row.painter.setBrush(row.colors.languageTint(tag));
    row.painter.drawRoundedRect(chip, 3, 3);
    drawLine(row.painter,
             {chip.left() + 6, Row::baseline(chip.center().y() - 0.5)},
             name,
             font,
             row.colors.language(tag));
}

void FindingDelegate::paintRule(const Row& row) const {
    const QRect place = placeOf(row, FindingColumn::Rule);
    const QString tag = row.text(FindingsModel::LanguageRole);
    row.draw(place,
             row.text(FindingsModel::RuleRole),
             interfaceFont(TextSize::Normal),
             ColorRole::Text,
             Qt::AlignLeft,
             row.upper());
    const QString what = row.text(FindingsModel::PlaceRole);
    row.draw(place,
             what,
             textFont(tag, TextSize::Normal),
             ColorRole::Secondary,
             Qt::AlignLeft,
             row.lower());
}

void FindingDelegate::paintNumbers(const Row& row) const {
    const double middle = row.rect.center().y();
    const QFont plain = interfaceFont(TextSize::Normal);
    const QFont bold = interfaceFont(TextSize::Normal, Weight::Bold);
    row.draw(placeOf(row, FindingColumn::Cue),
             row.text(FindingsModel::NumberRole),
             plain,
             ColorRole::Text,
             Qt::AlignRight,
             middle);
    row.draw(placeOf(row, FindingColumn::In),
             row.text(FindingsModel::TimeRole),
             plain,
             ColorRole::Text,
             Qt::AlignLeft,
             columns_.isStacked ? row.upper() : middle);
    row.draw(placeOf(row, FindingColumn::Measured),
             row.text(FindingsModel::MeasuredRole),
             bold,
             ColorRole::Text,
             Qt::AlignRight,
             columns_.isStacked ? row.upper() : middle);
    row.draw(placeOf(row, columns_.isStacked ? FindingColumn::Measured : FindingColumn::Limit),
             row.text(FindingsModel::LimitRole),
             plain,
             ColorRole::Secondary,
             Qt::AlignRight,
             columns_.isStacked ? row.lower() : middle);
}

}  // namespace subs::editor
