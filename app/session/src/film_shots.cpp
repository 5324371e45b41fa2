// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/session/film_shots.h>
#include <subs/session/workspace.h>

#include <algorithm>

namespace subs::session {

std::optional<Frame> FilmShots::cutBeside(Frame frame, int direction) const {
    const std::vector<Frame>& cuts = shots().cuts;
    if (direction > 0) {
        const auto next = std::ranges::upper_bound(cuts, frame);
        return next == cuts.end() ? std::nullopt : std::optional(*next);
    }
    const auto next = std::ranges::lower_bound(cuts, frame);
    return next == cuts.begin() ? std::nullopt : std::optional(*(next - 1));
}

void connectShots(Workspace& workspace, FilmShots& shots) {
    QObject::connect(
        &workspace, &Workspace::filmPathChanged, &shots, [&] { shots.open(workspace.filmPath()); });
    if (!workspace.filmPath().isEmpty()) shots.open(workspace.filmPath());
}

}  // namespace subs::session
