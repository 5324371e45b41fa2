// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/editor/problem_area.h>
#include <subs/editor/session.h>
#include <subs/session/background.h>
#include <subs/session/opened_files.h>
#include <subs/session/side.h>
#include <subs/session/workspace.h>

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <cstdint>

namespace subs::editor {

/// Which files a dialog offers first.
enum class FileFilter : std::uint8_t { All, Films, Subtitles };

/// Opening and saving as a person meets them: reading and writing in workers, the question before
/// edits are lost, and problems as strips that say what to do.
class FileFlow : public QObject {
    Q_OBJECT

public:
    FileFlow(const Session& session, ProblemArea& problems, QWidget& window);

    /// Reads the files in a worker and shows them; what was still being read is dropped.
    void open(const QStringList& files);
    /// Asks which files.
    void chooseAndOpen(FileFilter filter);
    /// The names of the files that are being read, for a person; empty when none is.
    QString reading() const { return reading_; }
    /// True while a track is being written.
    bool isSaving() const { return saving_ > 0; }

    /// What came of the last files opened.
    const session::OpenReport& lastReport() const { return report_; }

    /// Saves every track that has edits, in a worker. Where something is not saved a strip says
    /// why.
    void save();
    /// Asks where.
    void saveAs(session::Side side);
    void saveTo(session::Side side, const QString& path);
    /// Asks about edits that are in no file; false: stay.
    bool mayLeave();

signals:
    /// Files were read and shown; `report` says what came of it.
    void opened(const subs::session::OpenReport& report);
    /// A track was written to its file.
    void saved(subs::session::Side side);
    /// Reading began or ended.
    void readingChanged();

private:
    void take(session::OpenedFiles files, quint64 generation);
    void setReading(const QString& names);
    void tellErrors(const session::OpenReport& report);
    void tellRemarks(session::Side side);
    void remember(const session::OpenReport& report);
    void saveTrack(session::Side side, session::ChangedOnDisk changed);
    void start(session::Side side, Result<session::SaveJob> job);
    void finish(const session::SaveJob& job, Result<session::WrittenFile> written);
    bool saveAndWait();
    void tellSaved(session::Side side, const Result<session::Saved>& result);
    void tellReadOnly(session::Side side);
    void tellLosses(session::Side side, const session::Saved& saved);
    QString nameOf(session::Side side) const;

    Session session_;
    ProblemArea& problems_;
    QWidget& window_;
    quint64 generation_ = 0;
    session::OpenReport report_;
    QString reading_;
    int saving_ = 0;
    session::Background reader_;
    session::Background writer_;
};

}  // namespace subs::editor
