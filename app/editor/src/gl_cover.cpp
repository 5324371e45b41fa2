// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/gl_cover.h>

#include <QtCore/QStringList>
#include <QtGui/QGuiApplication>
#include <QtGui/QOffscreenSurface>
#include <QtGui/QOpenGLContext>
#include <QtGui/QPainter>
#include <QtOpenGL/QOpenGLFramebufferObject>
#include <QtOpenGL/QOpenGLPaintDevice>

namespace subs::editor {

namespace {

constexpr QSize kTried(96, 64);
constexpr QPoint kBeside(7, 5);

/// Qt's platforms whose windows OpenGL can paint into; without a screen there is none.
const QStringList kScreens{QStringLiteral("xcb"),
                           QStringLiteral("wayland"),
                           QStringLiteral("windows"),
                           QStringLiteral("cocoa")};

/// All levels of the three colours, another one from pixel to pixel.
QImage triedPicture() {
    QImage picture(kTried, QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            picture.setPixel(x, y, qRgb((x * 31 + y * 7) % 256, x * y % 256, (x + y * 64) % 256));
    return picture;
}

void paintTried(QPainter& painter) {
    painter.fillRect(QRect(QPoint(), kTried), Qt::darkGray);
    painter.drawImage(kBeside, triedPicture());
}

QImage paintedInSoftware() {
    QImage painted(kTried, QImage::Format_RGB32);
    QPainter painter(&painted);
    paintTried(painter);
    return painted;
}

QImage paintedByOpenGl() {
    QOpenGLFramebufferObject buffer(kTried, QOpenGLFramebufferObject::CombinedDepthStencil);
    if (!buffer.isValid() || !buffer.bind()) return {};
    QOpenGLPaintDevice device(kTried);
    QPainter painter(&device);
    paintTried(painter);
    painter.end();
    return buffer.toImage().convertToFormat(QImage::Format_RGB32);
}

}  // namespace

bool openGlPaintsExactly() {
    if (!kScreens.contains(QGuiApplication::platformName())) return false;
    QOffscreenSurface surface;
    surface.create();
    QOpenGLContext context;
    if (!context.create() || !surface.isValid() || !context.makeCurrent(&surface)) return false;
    const bool isExact = paintedByOpenGl() == paintedInSoftware();
    context.doneCurrent();
    return isExact;
}

GlCover::GlCover(std::function<void(QPainter&)> paint, QWidget* parent)
    : QOpenGLWidget(parent), paint_(std::move(paint)) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(parent->rect());
    lower();
    show();
}

void GlCover::paintGL() {
    QPainter painter(this);
    paint_(painter);
}

}  // namespace subs::editor
