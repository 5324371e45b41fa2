// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace subs::editor {

class FindingsPanel;
class PicturePanel;

/// The right side of the window: the picture as high as its shape needs, the findings in the rest.
class FilmColumn : public QWidget {
    Q_OBJECT

public:
    FilmColumn(PicturePanel& picture, FindingsPanel& findings, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void share();

    PicturePanel& picture_;
    FindingsPanel& findings_;
};

}  // namespace subs::editor
