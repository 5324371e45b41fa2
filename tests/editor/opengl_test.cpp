// SPDX-License-Identifier: MIT
// The picture by OpenGL. Under the tests' platform there mostly is none; opengl_in_x.sh runs these
// again where there is, and says so in SUBS_HAS_OPENGL.
#include <subs/editor/gl_cover.h>

#include "catch.h"
#include "window.h"

#include <QtCore/QtGlobal>
#include <QtOpenGLWidgets/QOpenGLWidget>

using namespace subs;
using namespace subs::editor;

namespace {

bool isExpected() {
    return qEnvironmentVariableIsSet("SUBS_HAS_OPENGL");
}

/// Each pixel another one.
QImage colourful(QSize size) {
    QImage picture(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            picture.setPixel(x, y, qRgb(x * 7 % 256, y * 5 % 256, (x * 3 + y * 11) % 256));
    return picture;
}

QImage pixelsOf(QWidget& widget) {
    return widget.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

}  // namespace

TEST_CASE("OpenGL paints the pixels that software paints, or is not taken", "[editor][opengl]") {
    FilmView view;
    view.resize(640, 400);
    view.setPicture(colourful({640, 360}));
    view.show();
    const QImage software = pixelsOf(view);
    view.setOpenGl(true);
    CHECK(view.isOpenGl() == openGlPaintsExactly());
    if (isExpected()) {
        CHECK(view.isOpenGl());
        auto* cover = view.findChild<QOpenGLWidget*>();
        REQUIRE(cover != nullptr);
        CHECK(cover->grabFramebuffer().convertToFormat(QImage::Format_RGB32) == software);
    }
    CHECK(pixelsOf(view) == software);

    view.setPicture(colourful({480, 270}));
    view.resize(480, 300);
    const QImage painted = pixelsOf(view);
    view.setOpenGl(false);
    CHECK_FALSE(view.isOpenGl());
    CHECK(pixelsOf(view) == painted);
}

TEST_CASE("OpenGL is switched on in the menu and stays on, or the window says why not",
          "[editor][opengl]") {
    testing::Window it;
    it.openPair();
    const FilmView& view = it.window.picture().view();
    QAction& action = *it.window.action(QStringLiteral("opengl"));
    CHECK_FALSE(action.isChecked());
    action.trigger();
    const bool isOn = view.isOpenGl();
    CHECK((isOn || !isExpected()));
    CHECK(action.isChecked() == isOn);
    CHECK(it.settings.openGl() == isOn);
    CHECK(it.window.problems().texts().filter(QStringLiteral("OpenGL")).size() == (isOn ? 0 : 1));
    if (!isOn) return;
    action.trigger();
    CHECK_FALSE(view.isOpenGl());
    CHECK_FALSE(it.settings.openGl());
}
