// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit_command.h"

#include <utility>

namespace subs::session {

EditCommand::EditCommand(Workspace& workspace,
                         const QString& text,
                         std::array<EditPart, 2> parts,
                         Typing typing)
    : HistoryCommand(text), workspace_(workspace), parts_(std::move(parts)), typing_(typing) {}

std::unique_ptr<HistoryCommand> EditCommand::restWithout(OpenPart part) const {
    std::array<EditPart, 2> rest = parts_;
    for (const Side side : kBothSides)
        if (openPartOf(side) == part) rest[placeOf(side)] = {};
    if (rest[0].change.empty() && rest[1].change.empty()) return nullptr;
    auto left = std::make_unique<EditCommand>(workspace_, text(), std::move(rest));
    left->isDone_ = true;
    return left;
}

void EditCommand::goBack() {
    workspace_.endTyping();
    workspace_.applyEdit(edits(Direction::Back));
}

void EditCommand::goOn() {
    if (isDone_) workspace_.endTyping();
    isDone_ = true;
    workspace_.applyEdit(edits(Direction::On));
}

std::array<Workspace::SideEdit, 2> EditCommand::edits(Direction direction) const {
    std::array<Workspace::SideEdit, 2> edits;
    for (const Side side : kBothSides) {
        const EditPart& part = parts_[placeOf(side)];
        if (part.change.empty()) continue;
        edits[placeOf(side)] = direction == Direction::On
                                   ? Workspace::SideEdit{part.change, part.after}
                                   : Workspace::SideEdit{inverse(part.change), part.before};
    }
    return edits;
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
        std::array<Workspace::SideEdit, 2> back;
        back[placeOf(typing_.side)].state = part.before;
        workspace_.applyEdit(back);
        setObsolete(true);
    }
    return true;
}

}  // namespace subs::session
