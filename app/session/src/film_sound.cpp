// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/session/film_sound.h>
#include <subs/session/workspace.h>

namespace subs::session {

void connectSound(Workspace& workspace, FilmSound& sound) {
    QObject::connect(
        &workspace, &Workspace::filmPathChanged, &sound, [&] { sound.open(workspace.filmPath()); });
    if (!workspace.filmPath().isEmpty()) sound.open(workspace.filmPath());
}

}  // namespace subs::session
