// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/colors.h>

#include <QtWidgets/QWidget>

namespace subs::editor {

/// A line icon in one colour of the palette, painted anew when the shade changes.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    IconLabel(QString icon, ColorRole role, int size = 16, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString icon_;
    ColorRole role_;
};

}  // namespace subs::editor
