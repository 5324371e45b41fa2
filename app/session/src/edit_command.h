// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "track.h"

#include <QtGui/QUndoCommand>

#include <array>

namespace subs::session {

/// What an edit does to one side.
struct EditPart {
    Change change;
    quint64 before = 0;  ///< The side's states, see `Workspace::Track`.
    quint64 after = 0;
};

/// What a person is typing into: edits of one session into one cue join. A session of 0 never
/// joins.
struct Typing {
    quint64 session = 0;
    Side side = Side::First;
    CueId cue;
    friend bool operator==(const Typing&, const Typing&) = default;
};

/// One edit on the undo stack: a change of either side or both.
class EditCommand : public QUndoCommand {
public:
    EditCommand(Workspace& workspace,
                const QString& text,
                std::array<EditPart, 2> parts,
                Typing typing = {});

    void undo() override;
    void redo() override;
    int id() const override;
    bool mergeWith(const QUndoCommand* other) override;

private:
    Workspace& workspace_;
    std::array<EditPart, 2> parts_;
    Typing typing_;
    bool isDone_ = false;  ///< It has been on the stack before: redo ends the typing.
};

}  // namespace subs::session
