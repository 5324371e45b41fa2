// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/fonts.h>
#include <subs/editor/icon_label.h>
#include <subs/editor/icons.h>

#include <utility>

namespace subs::editor {

IconLabel::IconLabel(QString icon, ColorRole role, int size, QWidget* parent)
    : QWidget(parent), icon_(std::move(icon)), role_(role) {
    setFixedSize(scaled(size), scaled(size));
}

void IconLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintIcon(painter, rect(), icon_, Colors::of(palette())[role_]);
}

}  // namespace subs::editor
