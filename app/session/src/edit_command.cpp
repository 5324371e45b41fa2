// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit_command.h"

#include <utility>

namespace subs::session {

EditCommand::EditCommand(Workspace& workspace,
                         const QString& text,
                         std::array<EditPart, 2> parts,
                         Typing typing)
    : QUndoCommand(text), workspace_(workspace), parts_(std::move(parts)), typing_(typing) {}

void EditCommand::undo() {
    workspace_.endTyping();
    workspace_.applyEdit({Workspace::SideEdit{inverse(parts_[0].change), parts_[0].before},
                          Workspace::SideEdit{inverse(parts_[1].change), parts_[1].before}});
}

void EditCommand::redo() {
    if (isDone_) workspace_.endTyping();
    isDone_ = true;
    workspace_.applyEdit({Workspace::SideEdit{parts_[0].change, parts_[0].after},
                          Workspace::SideEdit{parts_[1].change, parts_[1].after}});
}

int EditCommand::id() const {
    constexpr int kTyping = 1;
    return typing_.session == 0 ? -1 : kTyping;
}

bool EditCommand::mergeWith(const QUndoCommand* other) {
    const auto& next = static_cast<const EditCommand&>(*other);
    if (next.typing_ != typing_) return false;
    EditPart& part = parts_[placeOf(typing_.side)];
    const EditPart& later = next.parts_[placeOf(typing_.side)];
    if (part.change.steps.size() != 1 || later.change.steps.size() != 1) return false;
    CueChange& step = part.change.steps.front();
    step.after = later.change.steps.front().after;
    part.after = later.after;
    if (step.before == step.after) {
        workspace_.applyEdit(
            {Workspace::SideEdit{{}, parts_[0].before}, Workspace::SideEdit{{}, parts_[1].before}});
        setObsolete(true);
    }
    return true;
}

}  // namespace subs::session
