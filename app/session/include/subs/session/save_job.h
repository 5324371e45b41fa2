// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/format/format.h>
#include <subs/session/opened_files.h>
#include <subs/session/side.h>
#include <subs/time/frame_timeline.h>

#include <QtCore/QString>

#include <memory>
#include <optional>

namespace subs::session {

/// Everything that writing a track needs, as a value.
struct SaveJob {
    Side side = Side::First;
    quint64 track = 0;  ///< Which track it was; see `Workspace::finishSave`.
    quint64 state = 0;  ///< And in which state.
    std::shared_ptr<const Document> document;
    const Format* format = nullptr;
    QString path;
    LossReport unread;  ///< What the file that it was read from has and this one cannot.
    /// Frames that times are put on where they go from one unit to another.
    std::optional<FrameTimeline> timeline;
    /// What the file on disk must still be; nothing: whatever it is, it is replaced.
    std::optional<FileStamp> unchanged;
};

/// What was written.
struct WrittenFile {
    FileStamp stamp;
    LossReport losses;
};

/// Writes the file, whole or not at all. Safe to call from any thread.
Result<WrittenFile> runSaveJob(const SaveJob& job);

}  // namespace subs::session
