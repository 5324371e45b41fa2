// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "track.h"

#include <QtGui/QUndoCommand>

#include <array>
#include <memory>

namespace subs::session {

/// What an edit does to one side. Without a change the states say nothing.
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

    /// What is left of this edit where the track of `side` is another one now; null for nothing.
    /// Rests until `wake`.
    std::unique_ptr<EditCommand> without(Side side) const;
    /// From now on undo and redo do something. Until then they only move on the stack.
    void wake() { isResting_ = false; }

private:
    enum class Direction : std::uint8_t { Back, On };
    std::array<Workspace::SideEdit, 2> edits(Direction direction) const;

    Workspace& workspace_;
    std::array<EditPart, 2> parts_;
    Typing typing_;
    bool isDone_ = false;  ///< It has been on the stack before: redo ends the typing.
    bool isResting_ = false;
};

}  // namespace subs::session
