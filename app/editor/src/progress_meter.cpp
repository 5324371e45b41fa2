// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/bars.h>
#include <subs/editor/colors.h>
#include <subs/editor/fonts.h>
#include <subs/editor/progress_meter.h>
#include <subs/editor/text_line.h>

#include <QtCore/QLocale>
#include <QtGui/QPainter>

namespace subs::editor {

namespace {

constexpr int kBarWidth = 110;
constexpr int kShareWidth = 44;
constexpr int kGap = 8;

}  // namespace

ProgressMeter::ProgressMeter(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Translated"));
}

QString ProgressMeter::text() const {
    return tr("%1 of %2 translated")
        .arg(QLocale(QLocale::English).toString(done_), QLocale(QLocale::English).toString(all_));
}

void ProgressMeter::setProgress(int done, int all) {
    done_ = done;
    all_ = all;
    setAccessibleDescription(text());
    updateGeometry();
    update();
}

QSize ProgressMeter::sizeHint() const {
    const double words = lineWidth(text(), interfaceFont(TextSize::Normal));
    return {static_cast<int>(words) + 2 * kGap + scaled(kBarWidth + kShareWidth), scaled(22)};
}

void ProgressMeter::paintEvent(QPaintEvent*) {
    if (all_ == 0) return;
    const Colors& colors = Colors::of(palette());
    const QFont font = interfaceFont(TextSize::Normal);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double baseline = height() / 2.0 + QFontMetricsF(font).capHeight() / 2;
    const QString share = tr("%1 %").arg(100 * done_ / all_);
    drawLine(painter, {0, baseline}, text(), font, colors[ColorRole::Secondary]);
    const double barLeft = lineWidth(text(), font) + kGap;
    paintBar(painter,
             QRectF(barLeft, height() / 2.0 - scaled(3), scaled(kBarWidth), scaled(7)),
             double(done_) / all_,
             colors[ColorRole::Hairline],
             colors[ColorRole::Fits]);
    drawLine(painter,
             {barLeft + scaled(kBarWidth) + kGap, baseline},
             share,
             font,
             colors[ColorRole::Secondary]);
}

}  // namespace subs::editor
