// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/colors.h>
#include <subs/editor/film_view.h>
#include <subs/editor/fonts.h>
#include <subs/editor/icons.h>

#include <QtGui/QPainter>

namespace subs::editor {

namespace {

constexpr int kFocusEdge = 2;
constexpr int kIcon = 24;

}  // namespace

FilmView::FilmView(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(scaled(240), scaled(135));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Picture"));
    setRemark(tr("No film is open"), tr("Drop one here, or choose File, Open."));
}

void FilmView::setPicture(const QImage& picture) {
    picture_ = picture;
    update();
}

void FilmView::setRemark(const QString& title, const QString& sentence) {
    title_ = title;
    sentence_ = sentence;
    setAccessibleDescription(title + QStringLiteral(". ") + sentence);
    update();
}

QRect FilmView::pictureRect() const {
    if (picture_.isNull()) return {};
    QRect place(QPoint(), picture_.size().scaled(size(), Qt::KeepAspectRatio));
    place.moveCenter(rect().center());
    return place;
}

QSize FilmView::pixelRoom() const {
    return size() * devicePixelRatioF();
}

void FilmView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Colors& colors = Colors::of(palette());
    painter.fillRect(rect(), colors[ColorRole::Surround]);
    if (picture_.isNull()) {
        paintRemark(painter);
    } else {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(pictureRect(), picture_);
    }
    if (!hasFocus()) return;
    const int half = kFocusEdge / 2;
    painter.setPen(QPen(colors[ColorRole::Accent], kFocusEdge));
    painter.drawRect(rect().adjusted(half, half, -half, -half));
}

// Always light on the dark surround.
void FilmView::paintRemark(QPainter& painter) const {
    const Colors& dark = Colors::of(Shade::Dark);
    const QRect place = rect().adjusted(12, 0, -12, 0);
    const int middle = rect().center().y();
    paintIcon(painter,
              QRectF(rect().center().x() - kIcon / 2, middle - kIcon - 18, kIcon, kIcon),
              QStringLiteral("film"),
              dark[ColorRole::Secondary]);
    painter.setFont(interfaceFont(TextSize::Normal, Weight::Bold));
    painter.setPen(dark[ColorRole::Text]);
    painter.drawText(QRect(place.left(), middle - 10, place.width(), 20), Qt::AlignCenter, title_);
    painter.setFont(interfaceFont(TextSize::Normal));
    painter.setPen(dark[ColorRole::Secondary]);
    const QRect below(place.left(), middle + 12, place.width(), place.height() / 2 - 12);
    painter.drawText(below, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, sentence_);
}

void FilmView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    emit pixelRoomChanged(pixelRoom());
}

void FilmView::mousePressEvent(QMouseEvent*) {
    setFocus(Qt::MouseFocusReason);
}

void FilmView::focusInEvent(QFocusEvent*) {
    update();
}

void FilmView::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace subs::editor
