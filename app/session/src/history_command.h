// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/session/side.h>

#include <QtGui/QUndoCommand>

#include <cstdint>
#include <memory>

namespace subs::session {

/// What is open and may become another while the edits of the rest can still be undone.
enum class OpenPart : std::uint8_t { First, Second, Film };

constexpr OpenPart openPartOf(Side side) {
    return side == Side::First ? OpenPart::First : OpenPart::Second;
}

/// An edit on the workspace's undo stack: all of those are such.
class HistoryCommand : public QUndoCommand {
public:
    using QUndoCommand::QUndoCommand;

    void undo() final {
        if (!isResting_) goBack();
    }
    void redo() final {
        if (!isResting_) goOn();
    }

    /// What is left of this edit where `part` is another one now; null for nothing. Rests until
    /// `wake`.
    std::unique_ptr<HistoryCommand> without(OpenPart part) const {
        std::unique_ptr<HistoryCommand> left = restWithout(part);
        if (left) left->isResting_ = true;
        return left;
    }
    /// From now on undo and redo do something. Until then they only move on the stack.
    void wake() { isResting_ = false; }

private:
    virtual void goBack() = 0;
    virtual void goOn() = 0;
    /// A copy of what is left, as it is when it was done.
    virtual std::unique_ptr<HistoryCommand> restWithout(OpenPart part) const = 0;

    bool isResting_ = false;
};

}  // namespace subs::session
