// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/editor/session.h>
#include <subs/session/background.h>
#include <subs/timing/shot_files.h>

#include <QtCore/QObject>
#include <QtCore/QString>

namespace subs::editor {

class ProblemArea;

/// Lists of cuts as a person meets them: read from files of other programs and written for them, in
/// a worker, and strips that say what came of it, or that a person's own cuts are not kept.
class ShotFlow : public QObject {
    Q_OBJECT

public:
    ShotFlow(const Session& session, ProblemArea& problems, QWidget& window);

    /// Asks which list to read.
    void chooseAndRead();
    /// What `path` says takes the place of what was found in the film that is open.
    void read(const QString& path);
    /// Asks where to write the cuts that count.
    void chooseAndWrite();
    /// As JSON, which `read` and other programs of Subs read.
    void write(const QString& path);
    /// True while a list is read or written.
    bool isBusy() const { return busy_ > 0; }

private:
    void take(const QString& path, const QString& film, const Result<ReadShots>& read);
    void tellRead(const QString& path, const ReadShots& read);
    void tellFailed(const QString& text);
    void tellKept(const QString& problem);

    Session session_;
    ProblemArea& problems_;
    QWidget& window_;
    int busy_ = 0;
    session::Background worker_;
};

}  // namespace subs::editor
