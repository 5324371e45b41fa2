// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace subs::editor {

class CueEdit;

/// Beside the lines of an edit box: measured / limit and a bar, scrolling with the text, and under
/// them the unit where there is room. Painted only; the box tells a screen reader the same in its
/// own words.
class LineGutter : public QWidget {
    Q_OBJECT

public:
    explicit LineGutter(CueEdit& edit);
    /// As the design has it in a box that is `boxWidth` wide; in a narrow one no wider than the
    /// counts beside the lines need.
    int wantedWidth(int boxWidth) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintLine(QPainter& painter, int middle, const QString& line) const;
    void paintUnit(QPainter& painter) const;

    CueEdit& edit_;
};

}  // namespace subs::editor
