// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/file.h>
#include <subs/format/registry.h>
#include <subs/session/opened_files.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

namespace subs::session {
namespace {

constexpr qint64 kLargestTrack = 512LL * 1024 * 1024;

QString tr(const char* text) {
    return QCoreApplication::translate("subs::session::OpenedFiles", text);
}

Error error(const char* code, const QString& message) {
    return Error{code, message.toStdString()};
}

/// Whether `head`, the first bytes of a file, are those of a container for film or sound.
bool beginsLikeFilm(const QByteArray& head) {
    struct Signature {
        qsizetype at;
        QByteArray bytes;
    };
    static const Signature kSignatures[] = {
        {4, "ftyp"},
        {4, "moov"},
        {4, "mdat"},
        {4, "wide"},
        {0, "\x1A\x45\xDF\xA3"},  // MP4 and MOV; MKV and WebM
        {0, "RIFF"},
        {0, "OggS"},
        {0, "FLV"},
        {0, "fLaC"},
        {0, "ID3"},
        {0, "\x30\x26\xB2\x75\x8E\x66\xCF\x11"},  // ASF, WMV
        {0, QByteArray("\x00\x00\x01\xBA", 4)},   // MPEG program stream
        {0, "\x06\x0E\x2B\x34"},                  // MXF
    };
    const bool known =
        std::any_of(std::begin(kSignatures), std::end(kSignatures), [&](const Signature& s) {
            return head.mid(s.at, s.bytes.size()) == s.bytes;
        });
    constexpr qsizetype kPacket = 188;  // MPEG transport stream, ISO/IEC 13818-1
    const auto isSync = [&](qsizetype at) { return head.size() > at && head.at(at) == 0x47; };
    // A text that happens to begin alike holds no NUL.
    if (!head.contains('\0')) return false;
    return known || (isSync(0) && isSync(kPacket) && isSync(2 * kPacket));
}

bool isNamedLikeFilm(const QString& path) {
    static const QStringList kEndings = {
        QStringLiteral("mp4"), QStringLiteral("m4v"),  QStringLiteral("mov"),
        QStringLiteral("mkv"), QStringLiteral("webm"), QStringLiteral("avi"),
        QStringLiteral("mxf"), QStringLiteral("mpg"),  QStringLiteral("mpeg"),
        QStringLiteral("ts"),  QStringLiteral("m2ts"), QStringLiteral("wmv"),
        QStringLiteral("flv"), QStringLiteral("ogv"),  QStringLiteral("3gp"),
        QStringLiteral("wav"), QStringLiteral("mp3"),  QStringLiteral("flac"),
        QStringLiteral("m4a"), QStringLiteral("ogg"),
    };
    return kEndings.contains(QFileInfo(path).suffix().toLower());
}

/// True of a film, by its content first and by its name where the content does not tell.
bool isFilm(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return isNamedLikeFilm(path);
    constexpr qint64 kHead = 4096;
    return beginsLikeFilm(file.read(kHead)) || isNamedLikeFilm(path);
}

/// Why `path` cannot be read at all, if so.
std::optional<Error> obstacle(const QString& path) {
    const QFileInfo info(path);
    if (!info.exists()) return error("io.not-found", tr("%1 does not exist").arg(path));
    if (info.isDir())
        return error("io.is-folder", tr("%1 is a folder; open the files in it").arg(path));
    if (!info.isReadable())
        return error("io.permission", tr("%1 may not be read by you").arg(path));
    return std::nullopt;
}

QString languageInName(const QString& path) {
    const QString base = QFileInfo(path).completeBaseName().toLower();
    const qsizetype at = std::max({base.lastIndexOf(QLatin1Char('.')),
                                   base.lastIndexOf(QLatin1Char('-')),
                                   base.lastIndexOf(QLatin1Char('_')),
                                   base.lastIndexOf(QLatin1Char(' '))});
    const QString last = base.mid(at + 1);
    if (last == QLatin1String("km") || last == QLatin1String("khm") ||
        last == QLatin1String("khmer"))
        return QStringLiteral("km");
    if (last == QLatin1String("en") || last == QLatin1String("eng") ||
        last == QLatin1String("english"))
        return QStringLiteral("en");
    return {};
}

Result<OpenedTrack> readTrack(const QString& path) {
    if (QFileInfo(path).size() > kLargestTrack)
        return tl::unexpected(
            error("session.too-large", tr("%1 is too large for a subtitle file").arg(path)));
    const std::filesystem::path name(path.toStdU16String());
    auto bytes = readFile(name);
    if (!bytes) return tl::unexpected(bytes.error());
    FileStamp stamp = stampOf(path, *bytes);
    auto read = openDocument(name);
    if (!read) return tl::unexpected(read.error());
    Document& document = read->document;
    if (document.language.empty()) document.language = languageInName(path).toStdString();
    OpenedTrack track;
    track.path = path;
    track.snapshot = std::make_shared<const Document>(document);
    track.places = placesOf(document);
    track.document = std::move(document);
    track.format = read->format;
    track.diagnostics = std::move(read->diagnostics);
    track.unread = std::move(read->unread);
    track.stamp = std::move(stamp);
    track.isReadOnly = !canBeWritten(path);
    return track;
}

void addTrack(OpenedFiles& files, const QString& path) {
    const bool isTwice = std::any_of(files.tracks.begin(),
                                     files.tracks.end(),
                                     [&](const auto& open) { return isSameFile(open.path, path); });
    if (isTwice) return files.errors.push_back(openAlready(path));
    auto track = readTrack(path);
    if (!track) {
        files.errors.push_back({path, track.error()});
    } else if (files.tracks.size() == 2) {
        files.errors.push_back(
            {path,
             error("session.too-many-tracks",
                   tr("%1 was not opened: two subtitle files are open already").arg(path))});
    } else {
        files.tracks.push_back(std::move(*track));
    }
}

/// The languages of two tracks, sorted into sides.
std::vector<Side> sidesOfTwo(const std::string& a, const std::string& b) {
    const bool isTurned = (b == "km" && a != "km") || (a == "en" && b != "en");
    if (isTurned) return {Side::Second, Side::First};
    return {Side::First, Side::Second};
}

/// Links the tracks as they will stand beside each other.
void link(OpenedFiles& files, const Beside& beside) {
    if (files.tracks.empty()) return;
    std::array<std::optional<std::string>, 2> open;
    std::array<const Document*, 2> documents{};
    for (const Side side : kBothSides) {
        documents[placeOf(side)] = beside.documents[placeOf(side)].get();
        if (documents[placeOf(side)]) open[placeOf(side)] = documents[placeOf(side)]->language;
    }
    files.linkedSides = sidesFor(files.tracks, open);
    files.linkedWith = beside.states;
    for (std::size_t i = 0; i < files.tracks.size(); ++i)
        documents[placeOf(files.linkedSides[i])] = &files.tracks[i].document;
    const Document none;
    files.links =
        LinkTable::of(documents[0] ? *documents[0] : none, documents[1] ? *documents[1] : none);
}

void addFilm(OpenedFiles& files, const QString& path) {
    if (files.film && !files.isFilmMissing) {
        files.errors.push_back({path,
                                error("session.too-many-films",
                                      tr("%1 was not opened: only one film at a time").arg(path))});
    } else {
        files.film = path;
        files.isFilmMissing = false;
    }
}

}  // namespace

std::vector<Side> sidesFor(const std::vector<OpenedTrack>& tracks,
                           const std::array<std::optional<std::string>, 2>& open) {
    if (tracks.empty()) return {};
    const std::string& language = tracks.front().document.language;
    if (tracks.size() == 2) return sidesOfTwo(language, tracks[1].document.language);
    if (language == "km") return {Side::First};
    const auto suits = [&](Side side) {
        const auto& known = open[placeOf(side)];
        return !known || *known == language;
    };
    return {!suits(Side::Second) && suits(Side::First) ? Side::First : Side::Second};
}

OpenedFiles readFiles(const QStringList& paths, const Beside& beside, const std::stop_token& stop) {
    OpenedFiles files;
    for (const QString& given : paths) {
        if (stop.stop_requested()) return files;
        const QString path = QFileInfo(given).absoluteFilePath();
        if (!QFileInfo::exists(path) && isNamedLikeFilm(path) && !files.film) {
            files.film = path;
            files.isFilmMissing = true;
        } else if (const auto why = obstacle(path)) {
            files.errors.push_back({path, *why});
        } else if (isFilm(path)) {
            addFilm(files, path);
        } else {
            addTrack(files, path);
        }
    }
    if (!stop.stop_requested()) link(files, beside);
    return files;
}

bool isSameFile(const QString& a, const QString& b) {
    if (a.isEmpty() || b.isEmpty()) return false;
    const auto native = [](const QString& path) {
        return std::filesystem::path(path.toStdU16String());
    };
    std::error_code ignored;
    return QFileInfo(a).absoluteFilePath() == QFileInfo(b).absoluteFilePath() ||
           std::filesystem::equivalent(native(a), native(b), ignored);
}

FileError openAlready(const QString& path) {
    return {path,
            error("session.open-already",
                  tr("%1 was not opened: the other side has this file open already").arg(path))};
}

bool canBeWritten(const QString& path) {
    const QFileInfo info(path);
    return (!info.exists() || info.isWritable()) && QFileInfo(info.absolutePath()).isWritable();
}

FileStamp stampOf(const QString& path, std::string_view bytes) {
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const QFileInfo info(path);
    return {static_cast<qint64>(bytes.size()),
            info.lastModified(),
            QCryptographicHash::hash(view.toByteArray(), QCryptographicHash::Sha256)};
}

bool isChanged(const QString& path, const FileStamp& stamp) {
    const QFileInfo info(path);
    if (!info.exists()) return false;
    if (info.size() == stamp.size && info.lastModified() == stamp.modified) return false;
    if (info.size() != stamp.size) return true;
    const auto bytes = readFile(std::filesystem::path(path.toStdU16String()));
    return !bytes || stampOf(path, *bytes).digest != stamp.digest;
}

}  // namespace subs::session
