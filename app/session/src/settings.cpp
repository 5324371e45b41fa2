// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/session/settings.h>
#include <subs/time/time.h>

#include <QtCore/QVariant>

#include <algorithm>

namespace subs::session {
namespace {

constexpr int kMostRecent = 10;
constexpr int kMostFilms = 50;

std::unique_ptr<QSettings> opened(const QString& file) {
    if (!file.isEmpty()) return std::make_unique<QSettings>(file, QSettings::IniFormat);
    return std::make_unique<QSettings>(QSettings::IniFormat,
                                       QSettings::UserScope,
                                       QStringLiteral("subs"),
                                       QStringLiteral("editor"));
}

constexpr QLatin1String kRecent("recent/files");
constexpr QLatin1String kTheme("window/theme");
constexpr QLatin1String kGeometry("window/geometry");
constexpr QLatin1String kState("window/state");
constexpr QLatin1String kTimeline("window/timeline");
constexpr QLatin1String kOpenGl("window/openGl");
constexpr QLatin1String kLinkedTimes("edit/linkedTimes");
constexpr QLatin1String kVolume("player/volume");
constexpr QLatin1String kLastFolder("recent/folder");
constexpr QLatin1String kFilms("recent/films");  // Path and milliseconds of each, newest first.

}  // namespace

Settings::Settings(const QString& file, QObject* parent) : QObject(parent), store_(opened(file)) {}

QList<QStringList> Settings::recentFiles() const {
    QList<QStringList> recent;
    for (const QVariant& entry : store_->value(kRecent).toList())
        recent.append(entry.toStringList());
    return recent;
}

void Settings::addRecentFiles(const QStringList& files) {
    if (files.isEmpty()) return;
    QStringList sorted = files;
    sorted.sort();
    QVariantList entries{QVariant(files)};
    for (QStringList other : recentFiles()) {
        const QStringList kept = other;
        other.sort();
        if (other != sorted && entries.size() < kMostRecent) entries.append(QVariant(kept));
    }
    store_->setValue(kRecent, entries);
    emit recentFilesChanged();
}

void Settings::clearRecentFiles() {
    store_->remove(kRecent);
    emit recentFilesChanged();
}

Theme Settings::theme() const {
    const QString name = store_->value(kTheme).toString();
    if (name == QLatin1String("light")) return Theme::Light;
    if (name == QLatin1String("dark")) return Theme::Dark;
    return Theme::System;
}

void Settings::setTheme(Theme theme) {
    const char* name = theme == Theme::Light ? "light" : theme == Theme::Dark ? "dark" : "system";
    store_->setValue(kTheme, QString::fromLatin1(name));
}

QByteArray Settings::windowGeometry() const {
    return store_->value(kGeometry).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry) {
    store_->setValue(kGeometry, geometry);
}

QByteArray Settings::windowState() const {
    return store_->value(kState).toByteArray();
}

void Settings::setWindowState(const QByteArray& state) {
    store_->setValue(kState, state);
}

QByteArray Settings::timelineState() const {
    return store_->value(kTimeline).toByteArray();
}

void Settings::setTimelineState(const QByteArray& state) {
    store_->setValue(kTimeline, state);
}

bool Settings::openGl() const {
    return store_->value(kOpenGl, false).toBool();
}

void Settings::setOpenGl(bool on) {
    store_->setValue(kOpenGl, on);
}

LinkedTimes Settings::linkedTimes() const {
    return store_->value(kLinkedTimes, true).toBool() ? LinkedTimes::On : LinkedTimes::Off;
}

void Settings::setLinkedTimes(LinkedTimes linked) {
    store_->setValue(kLinkedTimes, linked == LinkedTimes::On);
}

double Settings::volume() const {
    bool readable = false;
    const double volume = store_->value(kVolume, 1.0).toDouble(&readable);
    return readable ? std::clamp(volume, 0.0, 1.0) : 1.0;
}

void Settings::setVolume(double volume) {
    store_->setValue(kVolume, std::clamp(volume, 0.0, 1.0));
}

QString Settings::lastFolder() const {
    return store_->value(kLastFolder).toString();
}

void Settings::setLastFolder(const QString& folder) {
    store_->setValue(kLastFolder, folder);
}

std::optional<Time> Settings::filmLength(const QString& path) const {
    for (const QVariant& entry : store_->value(kFilms).toList()) {
        const QVariantList film = entry.toList();
        if (film.value(0).toString() != path) continue;
        bool isNumber = false;
        const qlonglong length = film.value(1).toLongLong(&isNumber);
        return isNumber && length > 0 ? std::optional(Time::fromMilliseconds(length))
                                      : std::nullopt;
    }
    return std::nullopt;
}

void Settings::setFilmLength(const QString& path, Time length) {
    const auto milliseconds = static_cast<qlonglong>(length.floorMilliseconds());
    QVariantList films{QVariant(QVariantList{path, milliseconds})};
    for (const QVariant& entry : store_->value(kFilms).toList())
        if (entry.toList().value(0).toString() != path && films.size() < kMostFilms)
            films.append(entry);
    store_->setValue(kFilms, films);
}

}  // namespace subs::session
