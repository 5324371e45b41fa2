// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/format/format.h>
#include <subs/model/document.h>
#include <subs/session/link_table.h>
#include <subs/session/side.h>

#include <QtCore/QByteArray>
#include <QtCore/QDateTime>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <array>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
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
    LossReport unread;  ///< What is lost of it in another format; see `Parsed`.
    FileStamp stamp;
    bool isReadOnly = false;  ///< The file or its folder cannot be written.
    /// A copy for workers and the places of the cues, made where the file was read.
    std::shared_ptr<const Document> snapshot;
    Places places;
};

/// What is open while files are read, so that the new can be linked with the old in the worker.
struct Beside {
    std::array<std::shared_ptr<const Document>, 2> documents;  ///< Null: that side is free.
    std::array<quint64, 2> states{};
};

/// Why a file was not opened.
struct FileError {
    QString path;
    Error error;
};

/// What several files turned out to be. Plain values, so that a worker can make it.
struct OpenedFiles {
    std::optional<QString> film;
    bool isFilmMissing = false;       ///< The film is only a name: nothing is there.
    std::vector<OpenedTrack> tracks;  ///< At most two.
    std::vector<FileError>
        errors;  ///< Files that are neither, that cannot be read, or that are one too many.

    /// The links of the tracks with each other and with what was open (`Beside::states`), for these
    /// sides of theirs.
    std::optional<LinkTable> links;
    std::vector<Side> linkedSides;
    std::array<quint64, 2> linkedWith{};
};

/// The sides of `tracks`: Khmer is first, else English second, else as they come; one that comes
/// alone takes the side of its language or a free one. `open`: the languages of what is open.
std::vector<Side> sidesFor(const std::vector<OpenedTrack>& tracks,
                           const std::array<std::optional<std::string>, 2>& open);

/// Reads `paths`, in any order: subtitle files whole, a film is only recognised (by its first
/// bytes, else by its name's ending; by that alone where it is not there). Safe to call from any
/// thread. Where `stop` is asked for, what is answered is not whole.
OpenedFiles readFiles(const QStringList& paths,
                      const Beside& beside = {},
                      const std::stop_token& stop = {});

/// True where both names lead to one file.
bool isSameFile(const QString& a, const QString& b);
/// Says that `path` is not opened a second time, beside itself.
FileError openAlready(const QString& path);
/// True where `path` no longer holds the bytes that `stamp` was made of. A file that is gone is not
/// changed.
bool isChanged(const QString& path, const FileStamp& stamp);
/// True where `path` can be written anew: the file, if there is one, and its folder.
bool canBeWritten(const QString& path);
/// The stamp of a file that was just read or written as `bytes`.
FileStamp stampOf(const QString& path, std::string_view bytes);

}  // namespace subs::session
