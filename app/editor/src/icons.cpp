// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/icons.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtGui/QIconEngine>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

#include <algorithm>
#include <cmath>

// The resources of a static library are dropped unless something asks for them, outside any
// namespace.
static void keepResources() {
    Q_INIT_RESOURCE(editor);
}

namespace subs::editor {

void initResources() {
    keepResources();
}

namespace {

struct Tints {
    QColor normal;
    QColor on;
    QColor disabled;
};

QByteArray tintedSvg(const QString& name, const QColor& color) {
    QFile file(QStringLiteral(":/subs/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) return {};
    return file.readAll().replace("#000000", color.name().toLatin1());
}

QPixmap drawn(const QString& name, const QColor& color, QSize pixels) {
    const QString key = QStringLiteral("subs-icon/%1/%2/%3x%4")
                            .arg(name, color.name())
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(tintedSvg(name, color));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(pixels)));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class LineIconEngine final : public QIconEngine {
public:
    LineIconEngine(QString name, Tints tints) : name_(std::move(name)), tints_(tints) {}

    void paint(QPainter* painter,
               const QRect& rect,
               QIcon::Mode mode,
               QIcon::State state) override {
        paintIcon(*painter, rect, name_, colorFor(mode, state));
    }
    // A room wider than high leaves the icon at its left: a gap before the text of a button.
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        if (size.width() <= size.height()) return drawn(name_, colorFor(mode, state), size);
        QPixmap room(size);
        room.fill(Qt::transparent);
        QPainter painter(&room);
        painter.drawPixmap(
            0, 0, drawn(name_, colorFor(mode, state), {size.height(), size.height()}));
        return room;
    }
    QIconEngine* clone() const override { return new LineIconEngine(name_, tints_); }

private:
    const QColor& colorFor(QIcon::Mode mode, QIcon::State state) const {
        if (mode == QIcon::Disabled) return tints_.disabled;
        return state == QIcon::On ? tints_.on : tints_.normal;
    }

    QString name_;
    Tints tints_;
};

}  // namespace

QIcon icon(const QString& name, const Colors& colors) {
    return QIcon(new LineIconEngine(
        name, {colors[ColorRole::Text], colors[ColorRole::Accent], colors[ColorRole::Disabled]}));
}

QIcon icon(const QString& name, const QColor& color) {
    return QIcon(new LineIconEngine(name, {color, color, color}));
}

void paintIcon(QPainter& painter, const QRectF& place, const QString& name, const QColor& color) {
    const double ratio = painter.device()->devicePixelRatioF();
    QPixmap pixmap = drawn(name, color, (place.size() * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(place.topLeft(), pixmap);
}

QString severityIcon(int severity) {
    switch (severity) {
        case 0:
            return QStringLiteral("hint");
        case 1:
            return QStringLiteral("warning");
        case 2:
            return QStringLiteral("error");
        default:
            return {};
    }
}

QColor severityColor(int severity, const Colors& colors) {
    switch (severity) {
        case 0:
            return colors[ColorRole::Accent];
        case 1:
            return colors[ColorRole::Warning];
        case 2:
            return colors[ColorRole::Error];
        default:
            return colors[ColorRole::Text];
    }
}

QString severityName(int severity) {
    switch (severity) {
        case 0:
            return QCoreApplication::translate("Severity", "hint");
        case 1:
            return QCoreApplication::translate("Severity", "warning");
        case 2:
            return QCoreApplication::translate("Severity", "error");
        default:
            return {};
    }
}

}  // namespace subs::editor
