// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history_command.h"
#include "track.h"

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
class EditCommand : public HistoryCommand {
public:
    EditCommand(Workspace& workspace,
                const QString& text,
                std::array<EditPart, 2> parts,
                Typing typing = {});

    int id() const override;
    bool mergeWith(const QUndoCommand* other) override;

private:
    void goBack() override;
    void goOn() override;
    std::unique_ptr<HistoryCommand> restWithout(OpenPart part) const override;
    enum class Direction : std::uint8_t { Back, On };
    std::array<Workspace::SideEdit, 2> edits(Direction direction) const;

    Workspace& workspace_;
    std::array<EditPart, 2> parts_;
    Typing typing_;
    bool isDone_ = false;  ///< It has been on the stack before: redo ends the typing.
};

}  // namespace subs::session
