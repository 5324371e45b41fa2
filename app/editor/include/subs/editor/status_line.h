// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/session.h>

#include <QtCore/QObject>

class QStatusBar;

namespace subs::editor {

class ElidedLabel;
class FileFlow;
class SavedState;
class WorkArea;

/// What the status bar says: whether edits are kept, which cue this is, its findings, the film, and
/// what is checked against.
class StatusLine : public QObject {
    Q_OBJECT

public:
    StatusLine(const Session& session, WorkArea& area, const FileFlow& files, QStatusBar& bar);

public slots:
    void refresh();

private:
    QString savedText() const;
    QString placeText() const;
    QString findingText() const;

    Session session_;
    WorkArea& area_;
    const FileFlow& files_;
    SavedState* edits_;
    ElidedLabel* saved_;
    ElidedLabel* place_;
    ElidedLabel* finding_;
    ElidedLabel* film_;
    ElidedLabel* rules_;
};

}  // namespace subs::editor
