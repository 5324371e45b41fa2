// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/session/film_shots.h>

#include "history_command.h"

#include <utility>

namespace subs::session {

/// One edit of a film's shots on the undo stack.
class ShotCommand : public HistoryCommand {
public:
    struct Works {
        ShotList before;
        ShotList after;
    };
    ShotCommand(FilmShots& shots, const QString& text, Works works)
        : HistoryCommand(text), shots_(shots), works_(std::move(works)) {}

private:
    void goBack() override { shots_.put(works_.before); }
    void goOn() override { shots_.put(works_.after); }
    std::unique_ptr<HistoryCommand> restWithout(OpenPart part) const override {
        if (part == OpenPart::Film) return nullptr;
        return std::make_unique<ShotCommand>(shots_, text(), works_);
    }

    FilmShots& shots_;
    Works works_;
};

}  // namespace subs::session
