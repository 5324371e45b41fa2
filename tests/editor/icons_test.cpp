// SPDX-License-Identifier: MIT
#include <subs/editor/icons.h>

#include "catch.h"

#include <QtCore/QDir>
#include <QtGui/QImage>

#include <set>
#include <vector>

using namespace subs::editor;

namespace {

QImage painted(const QString& name, const QColor& color, double ratio = 1) {
    QImage image(int(16 * ratio), int(16 * ratio), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintIcon(painter, QRectF(0, 0, 16, 16), name, color);
    return image;
}

std::vector<bool> shapeOf(const QImage& image) {
    std::vector<bool> shape;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            shape.push_back(qAlpha(image.pixel(x, y)) > 128);
    return shape;
}

}  // namespace

TEST_CASE("every icon of the resources draws something in the colour asked for",
          "[editor][icons]") {
    const QStringList files = QDir(":/subs/icons").entryList({"*.svg"});
    REQUIRE(files.size() > 20);
    for (const QString& file : files) {
        INFO(file.toStdString());
        const QImage image = painted(file.chopped(4), QColor(0xB3, 0x26, 0x1E));
        int solid = 0;
        bool tinted = true;
        for (int y = 0; y < 16; ++y)
            for (int x = 0; x < 16; ++x)
                if (const QRgb pixel = image.pixel(x, y); qAlpha(pixel) > 128) {
                    ++solid;
                    tinted = tinted && qRed(pixel) > 3 * qGreen(pixel);
                }
        CHECK(solid > 8);
        CHECK(tinted);
    }
}

TEST_CASE("severities are told apart by shape", "[editor][icons]") {
    std::set<std::vector<bool>> shapes;
    for (const int severity : {0, 1, 2})
        shapes.insert(shapeOf(painted(severityIcon(severity), Qt::black)));
    CHECK(shapes.size() == 3);
    CHECK(severityIcon(-1).isEmpty());
}

TEST_CASE("icons are drawn sharp on a dense screen", "[editor][icons]") {
    CHECK(painted("open", Qt::black, 2).size() == QSize(32, 32));
    const QPixmap dense = icon("open", Colors::of(Shade::Light)).pixmap(QSize(16, 16), 2.0);
    CHECK(dense.size() == QSize(32, 32));
}

TEST_CASE("a disabled icon has the colour of disabled text", "[editor][icons]") {
    const Colors& colors = Colors::of(Shade::Light);
    const QImage image = icon("save", colors)
                             .pixmap(QSize(64, 64), QIcon::Disabled)
                             .toImage()
                             .convertToFormat(QImage::Format_ARGB32);
    bool found = false;
    for (int y = 0; y < image.height() && !found; ++y)
        for (int x = 0; x < image.width() && !found; ++x)
            found = image.pixel(x, y) == colors[ColorRole::Disabled].rgb();
    CHECK(found);
}
