// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/session/linked_times.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QSettings>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cstdint>
#include <memory>
#include <optional>

namespace subs {
class Time;
}

namespace subs::session {

enum class Theme : std::uint8_t { System, Light, Dark };

/// What the editor remembers between two runs, in one INI file. Tests give a file of their own.
class Settings : public QObject {
    Q_OBJECT

public:
    /// `file` empty: the person's own settings (QSettings' place for them).
    explicit Settings(const QString& file = {}, QObject* parent = nullptr);

    /// Files that were opened together, newest first, at most ten; those that are gone stay listed.
    QList<QStringList> recentFiles() const;
    /// Puts `files` in front; an older entry of the same files goes.
    void addRecentFiles(const QStringList& files);
    void clearRecentFiles();

    Theme theme() const;
    void setTheme(Theme theme);
    /// `QMainWindow::saveGeometry` and `saveState`.
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    QByteArray windowState() const;
    void setWindowState(const QByteArray& state);
    /// The same of the timeline, which lies below all else.
    QByteArray timelineState() const;
    void setTimelineState(const QByteArray& state);
    /// Whether OpenGL paints the picture; false at first.
    bool openGl() const;
    void setOpenGl(bool on);
    LinkedTimes linkedTimes() const;
    void setLinkedTimes(LinkedTimes linked);
    double volume() const;
    void setVolume(double volume);
    /// The folder that the last file came from.
    QString lastFolder() const;
    void setLastFolder(const QString& folder);
    /// How long a film was when it was last open, to be said where it is missing; of the fifty that
    /// were open last.
    std::optional<Time> filmLength(const QString& path) const;
    void setFilmLength(const QString& path, Time length);

signals:
    void recentFilesChanged();

private:
    std::unique_ptr<QSettings> store_;
};

}  // namespace subs::session
