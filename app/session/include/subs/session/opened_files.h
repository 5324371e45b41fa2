// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/format/format.h>
#include <subs/model/document.h>

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>
#include <string_view>
#include <vector>

namespace subs::session {

/// What a file looked like when it was read or written, to see whether somebody else changed it
/// since.
struct FileStamp {
    qint64 size = 0;
    QDateTime modified;
    QByteArray digest;  ///< SHA-256 of the bytes.
};

/// A subtitle file as it was read.
struct OpenedTrack {
    QString path;
    Document document;  ///< With its language, from the script or the name's ending; may be empty.
    const Format* format = nullptr;
    Diagnostics diagnostics;
    FileStamp stamp;
};

/// Why a file was not opened.
struct FileError {
    QString path;
    Error error;
};

/// What several files turned out to be. Plain values, so that a worker can make it.
struct OpenedFiles {
    std::optional<QString> film;
    std::vector<OpenedTrack> tracks;  ///< At most two.
    std::vector<FileError>
        errors;  ///< Files that are neither, that cannot be read, or that are one too many.
};

/// Reads `paths`, in any order: subtitle files whole, a film is only recognised (by its first
/// bytes, else by its name's ending). Safe to call from any thread.
OpenedFiles readFiles(const QStringList& paths);

/// True where `path` no longer holds the bytes that `stamp` was made of. A file that is gone is not
/// changed.
bool isChanged(const QString& path, const FileStamp& stamp);
/// The stamp of a file that was just read or written as `bytes`.
FileStamp stampOf(const QString& path, std::string_view bytes);

}  // namespace subs::session
