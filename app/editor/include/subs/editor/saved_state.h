// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/session/side.h>

#include <QtCore/QObject>
#include <QtCore/QTime>

#include <array>
#include <cstdint>

namespace subs::session {
class Workspace;
}

namespace subs::editor {

/// What became of the edits since the files were opened.
enum class EditState : std::uint8_t {
    None,     ///< Nothing was edited.
    Undone,   ///< What was edited is undone again.
    Unsaved,  ///< There are edits that are in no file.
    Kept,     ///< Every edit is in its file.
};

/// Knows whether there are edits, whether a file holds them, and when it was written. There is no
/// journal yet: an edit is kept once its file is saved.
class SavedState : public QObject {
    Q_OBJECT

public:
    explicit SavedState(const session::Workspace& workspace, QObject* parent = nullptr);

    EditState state() const;
    /// "Every edit kept · file saved 14:02:31".
    QString text() const;

public slots:
    /// The file of `side` was just written, at `time`.
    void noteSaved(subs::session::Side side, QTime time);

private:
    struct Track {
        bool wasEdited = false;
        QTime savedAt;  ///< Invalid: not since it was opened.
    };
    bool wasEdited() const { return tracks_[0].wasEdited || tracks_[1].wasEdited; }
    QTime savedAt() const;

    const session::Workspace& workspace_;
    std::array<Track, 2> tracks_;
};

}  // namespace subs::editor
