// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/elided_label.h>
#include <subs/editor/fonts.h>
#include <subs/editor/icon_label.h>
#include <subs/editor/panel.h>

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace subs::editor {

namespace {

constexpr int kStripHeight = 26;

// A dock asks its title how high it would be, not how high it must be.
class Strip final : public QWidget {
public:
    QSize sizeHint() const override { return {QWidget::sizeHint().width(), minimumHeight()}; }
};

}  // namespace

Panel::Panel(const QString& title, QWidget* parent)
    : QFrame(parent),
      stripWidget_(new Strip),
      title_(makeLabel(title, interfaceFont(TextSize::Normal, Weight::Bold), "text")),
      detail_(new ElidedLabel(interfaceFont(TextSize::Normal), "secondary")),
      lock_(new IconLabel(QStringLiteral("lock"), ColorRole::Secondary)),
      strip_(new QHBoxLayout),
      body_(new QVBoxLayout(this)) {
    setFrameShape(QFrame::Box);
    setLineWidth(1);
    body_->setContentsMargins(0, 0, 0, 0);
    body_->setSpacing(0);
    stripWidget_->setObjectName(QStringLiteral("strip"));
    stripWidget_->setAttribute(Qt::WA_StyledBackground);
    stripWidget_->setFixedHeight(stripHeight());
    stripWidget_->setLayout(strip_);
    strip_->setContentsMargins(8, 2, 4, 2);
    strip_->setSpacing(8);
    strip_->addWidget(title_);
    strip_->addWidget(lock_);
    strip_->addWidget(detail_);
    strip_->addStretch(1);
    setLock(Lock::Off);
    body_->addWidget(stripWidget_);
    setAccessibleName(title);
}

void Panel::setTitle(const QString& title) {
    title_->setText(title);
    setAccessibleName(title);
}

void Panel::setDetail(const QString& detail) {
    detail_->setFullText(detail);
}

void Panel::setLock(Lock lock) {
    lock_->setVisible(lock == Lock::On);
}

int Panel::stripHeight() const {
    return scaled(kStripHeight) + 2;
}

QWidget& Panel::takeStrip() {
    body_->removeWidget(stripWidget_);
    stripWidget_->setProperty("docked", true);
    stripWidget_->setFixedHeight(stripHeight() + 1);  // With the frame's upper edge.
    setProperty("docked", true);
    return *stripWidget_;
}

void Panel::addToStrip(QWidget* widget) {
    strip_->addWidget(widget);
}

void Panel::addToBody(QWidget* widget, int stretch) {
    body_->addWidget(widget, stretch);
}

QLabel* makeLabel(const QString& text, const QFont& font, const char* tone, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setFont(font);
    label->setProperty("tone", QString::fromLatin1(tone));
    return label;
}

}  // namespace subs::editor
