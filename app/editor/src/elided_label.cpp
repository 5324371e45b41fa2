// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/elided_label.h>
#include <subs/editor/text_line.h>

#include <QtCore/QEvent>

#include <algorithm>
#include <cmath>

namespace subs::editor {

ElidedLabel::ElidedLabel(const QFont& font, const char* tone, QWidget* parent) : QLabel(parent) {
    setFont(font);
    setProperty("tone", QString::fromLatin1(tone));
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void ElidedLabel::setFullText(const QString& text) {
    if (text == full_) return;
    full_ = text;
    setAccessibleName(text);
    updateGeometry();
    fit();
}

void ElidedLabel::setLeastLetters(int letters) {
    leastLetters_ = letters;
    updateGeometry();
}

int ElidedLabel::around() const {
    return width() - contentsRect().width();
}

QSize ElidedLabel::sizeHint() const {
    const int wide =
        full_.isEmpty() ? 0 : static_cast<int>(std::ceil(editor::lineWidth(full_, font()))) + 1;
    return {wide + around(), QLabel::sizeHint().height()};
}

QSize ElidedLabel::minimumSizeHint() const {
    const int least = fontMetrics().averageCharWidth() * leastLetters_ + around();
    return {std::min(sizeHint().width(), least), QLabel::minimumSizeHint().height()};
}

void ElidedLabel::fit() {
    const QString shown = elided(full_, font(), contentsRect().width());
    setText(shown);
    setToolTip(shown == full_ ? QString() : full_);
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    fit();
}

void ElidedLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) fit();
}

}  // namespace subs::editor
