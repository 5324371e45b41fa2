// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/bars.h>
#include <subs/editor/colors.h>
#include <subs/editor/fonts.h>
#include <subs/editor/icons.h>
#include <subs/editor/meters.h>
#include <subs/editor/text_line.h>

#include <QtGui/QPainter>

#include <cmath>

namespace subs::editor {

namespace {

constexpr int kBarWidth = 84;
constexpr int kIcon = 16;
constexpr int kGap = 8;

}  // namespace

SpeedMeter::SpeedMeter(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SpeedMeter::setSpeed(const SpeedReading& speed, const QString& languageTag) {
    speed_ = speed;
    tag_ = languageTag;
    setAccessibleName(tr("Reading speed"));
    setAccessibleDescription(
        speed.limit ? tr("%1 of %2 %3").arg(speed.number).arg(*speed.limit).arg(speed.unit)
                    : tr("%1 %2").arg(speed.number, speed.unit));
    update();
}

QSize SpeedMeter::sizeHint() const {
    return {scaled(210), scaled(22)};
}

void SpeedMeter::paintEvent(QPaintEvent*) {
    if (speed_.number.isEmpty()) return;
    const Colors& colors = Colors::of(palette());
    const bool over = speed_.share > 1;
    const QFont font = interfaceFont(TextSize::Normal, over ? Weight::Bold : Weight::Regular);
    const QFont plain = interfaceFont(TextSize::Normal);
    const QString limit = speed_.limit ? tr(" of %1 %2").arg(*speed_.limit).arg(speed_.unit)
                                       : QStringLiteral(" ") + speed_.unit;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double barRoom = speed_.share < 0 ? 0 : scaled(kBarWidth) + kGap;
    const double baseline = height() / 2.0 + QFontMetricsF(plain).capHeight() / 2;
    const double right = width() - barRoom;
    const double limitLeft = right - lineWidth(limit, plain);
    drawLine(painter, {limitLeft, baseline}, limit, plain, colors[ColorRole::Secondary]);
    drawLine(painter,
             {limitLeft - lineWidth(speed_.number, font), baseline},
             speed_.number,
             font,
             colors[over ? ColorRole::Error : ColorRole::Text]);
    if (speed_.share < 0) return;
    const QColor full = over ? colors[ColorRole::Error] : colors.language(tag_);
    const QRectF bar(
        width() - scaled(kBarWidth), height() / 2.0 - scaled(2), scaled(kBarWidth), scaled(4));
    paintBar(painter, bar, speed_.share, colors[ColorRole::Hairline], full);
}

VerdictLine::VerdictLine(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void VerdictLine::setVerdict(const Verdict& verdict) {
    verdict_ = verdict;
    setToolTip(verdict.text);
    setAccessibleName(tr("Checks"));
    setAccessibleDescription(verdict.text);
    update();
}

QSize VerdictLine::sizeHint() const {
    return {scaled(200), scaled(24)};
}

void VerdictLine::paintEvent(QPaintEvent*) {
    if (verdict_.text.isEmpty()) return;
    const Colors& colors = Colors::of(palette());
    QPainter painter(this);
    const bool fits = verdict_.severity < 0;
    const QString name = fits ? QStringLiteral("tick") : severityIcon(verdict_.severity);
    const QColor tint = fits ? colors[ColorRole::Fits] : severityColor(verdict_.severity, colors);
    const int side = scaled(kIcon);
    paintIcon(painter, QRectF(0, std::round((height() - side) / 2.0), side, side), name, tint);
    const QFont font = interfaceFont(TextSize::Secondary);
    const QString text = QString(verdict_.text).replace(u'\n', QStringLiteral(" · "));
    const double left = side + kGap;
    drawLine(painter,
             {left, height() / 2.0 + QFontMetricsF(font).capHeight() / 2},
             elided(text, font, width() - left),
             font,
             fits ? colors[ColorRole::Secondary] : tint);
}

}  // namespace subs::editor
