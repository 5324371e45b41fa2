// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/colors.h>
#include <subs/editor/film_view.h>
#include <subs/editor/fonts.h>
#include <subs/editor/gl_cover.h>
#include <subs/editor/icons.h>

#include <QtGui/QPainter>
#include <QtWidgets/QPushButton>

#include <algorithm>

namespace subs::editor {

namespace {

constexpr int kFocusEdge = 2;
constexpr int kIcon = 24;
constexpr int kMargin = 16;
constexpr int kGap = 8;

}  // namespace

FilmView::FilmView(QWidget* parent) : QWidget(parent), deed_(new QPushButton(this)) {
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(scaled(240), scaled(135));
    connect(deed_, &QPushButton::clicked, this, &FilmView::deedRequested);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Picture"));
    setRemark({}, {});
}

void FilmView::setPicture(const QImage& picture) {
    picture_ = picture;
    deed_->setVisible(picture_.isNull() && !deed_->text().isEmpty());
    updateAll();
}

void FilmView::setRemark(const QString& title, const QString& sentence, const QString& deed) {
    title_ = title;
    sentence_ = sentence;
    deed_->setText(deed);
    deed_->setVisible(picture_.isNull() && !deed.isEmpty());
    setAccessibleDescription(title + QStringLiteral(". ") + sentence);
    placeRemark();
    updateAll();
}

// Icon, title, sentence and button under each other in the middle, as high as their texts are.
void FilmView::placeRemark() {
    const int wide = std::max(width() - 2 * kMargin, 0);
    const auto heightOf = [&](const QString& text, Weight weight) {
        const QFontMetrics metrics(interfaceFont(TextSize::Normal, weight));
        return metrics.boundingRect(QRect(0, 0, wide, 0), Qt::TextWordWrap, text).height();
    };
    const int title = heightOf(title_, Weight::Bold);
    const int sentence = heightOf(sentence_, Weight::Regular);
    const QSize button = deed_->text().isEmpty() ? QSize() : deed_->sizeHint();
    const int below = button.isEmpty() ? 0 : button.height() + kGap;
    const int icon = scaled(kIcon);
    int top = (height() - (icon + kGap + title + kGap + sentence + below)) / 2;
    iconPlace_ = QRect((width() - icon) / 2, top, icon, icon);
    top += icon + kGap;
    titlePlace_ = QRect(kMargin, top, wide, title);
    top += title + kGap;
    sentencePlace_ = QRect(kMargin, top, wide, sentence);
    deed_->setGeometry(
        QRect(QPoint((width() - button.width()) / 2, top + sentence + kGap), button));
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

void FilmView::setOpenGl(bool on) {
    if (on == isOpenGl() || (on && !openGlPaintsExactly())) return;
    if (on) {
        cover_ = new GlCover([this](QPainter& painter) { paint(painter); }, this);
    } else {
        delete cover_;
        cover_ = nullptr;
    }
    setAttribute(Qt::WA_OpaquePaintEvent, !on);
    updateAll();
}

void FilmView::updateAll() {
    update();
    if (cover_ != nullptr) cover_->update();
}

void FilmView::paintEvent(QPaintEvent*) {
    if (cover_ != nullptr) return;
    QPainter painter(this);
    paint(painter);
}

void FilmView::paint(QPainter& painter) const {
    const Colors& colors = Colors::of(palette());
    painter.fillRect(rect(), colors[ColorRole::Surround]);
    if (picture_.isNull()) {
        paintRemark(painter);
    } else {
        const QRect place = pictureRect();
        const bool isScaled = picture_.size() != place.size() * devicePixelRatioF();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, isScaled);
        painter.drawImage(place, picture_);
    }
    if (!hasFocus()) return;
    const int half = kFocusEdge / 2;
    painter.setPen(QPen(colors[ColorRole::Accent], kFocusEdge));
    painter.drawRect(rect().adjusted(half, half, -half, -half));
}

// Always light on the dark surround.
void FilmView::paintRemark(QPainter& painter) const {
    const Colors& dark = Colors::of(Shade::Dark);
    constexpr int kFlags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
    paintIcon(painter, iconPlace_, QStringLiteral("film"), dark[ColorRole::Secondary]);
    painter.setFont(interfaceFont(TextSize::Normal, Weight::Bold));
    painter.setPen(dark[ColorRole::Text]);
    painter.drawText(titlePlace_, kFlags, title_);
    painter.setFont(interfaceFont(TextSize::Normal));
    painter.setPen(dark[ColorRole::Secondary]);
    painter.drawText(sentencePlace_, kFlags, sentence_);
}

void FilmView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeRemark();
    if (cover_ != nullptr) cover_->setGeometry(rect());
    emit pixelRoomChanged(pixelRoom());
}

void FilmView::mousePressEvent(QMouseEvent*) {
    setFocus(Qt::MouseFocusReason);
}

void FilmView::focusInEvent(QFocusEvent*) {
    updateAll();
}

void FilmView::focusOutEvent(QFocusEvent*) {
    updateAll();
}

}  // namespace subs::editor
