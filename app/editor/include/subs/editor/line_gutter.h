// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace subs::editor {

class CueEdit;

/// Beside the lines of an edit box: units / limit and a bar, scrolling with the text. Painted only;
/// the box tells a screen reader the same in its own words.
class LineGutter : public QWidget {
    Q_OBJECT

public:
    explicit LineGutter(CueEdit& edit);
    static int wantedWidth();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintLine(QPainter& painter, int middle, const QString& line) const;

    CueEdit& edit_;
};

}  // namespace subs::editor
