// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/editor/problem_area.h>
#include <subs/editor/session.h>
#include <subs/session/opened_files.h>
#include <subs/session/side.h>
#include <subs/session/workspace.h>

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <cstdint>

namespace subs::editor {

/// Which files a dialog offers first.
enum class FileFilter : std::uint8_t { All, Films, Subtitles };

/// Opening and saving as a person meets them: reading off the window's thread, the question before
/// edits are lost, and problems as strips that say what to do.
class FileFlow : public QObject {
    Q_OBJECT

public:
    FileFlow(const Session& session, ProblemArea& problems, QWidget& window);

    /// Reads the files in a worker and shows them.
    void open(const QStringList& files);
    /// Asks which files.
    void chooseAndOpen(FileFilter filter);
    /// True while files are being read.
    bool isReading() const { return reading_; }

    /// What came of the last files opened.
    const session::OpenReport& lastReport() const { return report_; }

    /// Saves every track that has edits. False where something is not saved: a strip says why.
    bool save();
    /// Asks where.
    bool saveAs(session::Side side);
    bool saveTo(session::Side side, const QString& path);
    /// Asks about edits that are in no file; false: stay.
    bool mayLeave();

signals:
    /// Files were read and shown; `report` says what came of it.
    void opened(const subs::session::OpenReport& report);
    void saved();

private:
    void take(session::OpenedFiles files, quint64 reading);
    void tellErrors(const session::OpenReport& report);
    void tellRemarks(session::Side side);
    void remember(const session::OpenReport& report);
    bool saveTrack(session::Side side, session::ChangedOnDisk changed);
    bool tellSaved(session::Side side, const Result<session::Saved>& result);
    void tellLosses(session::Side side, const session::Saved& saved);
    QString nameOf(session::Side side) const;

    Session session_;
    ProblemArea& problems_;
    QWidget& window_;
    quint64 generation_ = 0;
    session::OpenReport report_;
    bool reading_ = false;
};

}  // namespace subs::editor
