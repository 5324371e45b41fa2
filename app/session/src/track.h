// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/session/link_table.h>
#include <subs/session/workspace.h>

#include <memory>
#include <optional>

namespace subs::session {

/// A track as it is open. `state` names what the document is now; it is the same number again after
/// undo.
struct Workspace::Track {
    Document document;
    QString path;
    const Format* format = nullptr;
    Diagnostics diagnostics;
    LossReport unread;
    FileStamp stamp;
    bool isReadOnly = false;
    quint64 state = 0;
    quint64 savedState = 0;
    quint64 firstState = 0;  ///< Names the track: no other begins with it.
    Places places;
    std::shared_ptr<const Document> snapshot;

    bool isModified() const { return state != savedState; }
};

/// The links between the tracks and where each cue is in them; made when somebody asks.
struct Workspace::Links {
    bool known = false;
    quint64 version = 1;
    std::optional<LinkChange> change;  ///< What led to this version; none: all are other ones.
    LinkTable table;
};

/// What an edit does to one side, and the state that the side is in then; none: it stays as it is.
struct Workspace::SideEdit {
    Change change;
    std::optional<quint64> state;
};

}  // namespace subs::session
