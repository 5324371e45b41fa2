// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtOpenGLWidgets/QOpenGLWidget>

#include <functional>

class QPainter;

namespace subs::editor {

/// True where OpenGL is here and paints a picture to the bit as it is. Tried out of sight, which
/// takes a fraction of a second.
bool openGlPaintsExactly();

/// Covers its parent and paints by OpenGL what that paints else; input goes through to the parent.
class GlCover : public QOpenGLWidget {
    Q_OBJECT

public:
    GlCover(std::function<void(QPainter&)> paint, QWidget* parent);

protected:
    void paintGL() override;

private:
    std::function<void(QPainter&)> paint_;
};

}  // namespace subs::editor
