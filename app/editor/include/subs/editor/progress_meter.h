// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace subs::editor {

/// "24 of 25 translated", a bar, "96 %".
class ProgressMeter : public QWidget {
    Q_OBJECT

public:
    explicit ProgressMeter(QWidget* parent = nullptr);
    void setProgress(int done, int all);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString text() const;

    int done_ = 0;
    int all_ = 0;
};

}  // namespace subs::editor
