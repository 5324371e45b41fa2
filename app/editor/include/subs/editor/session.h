// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace subs::session {
class Checks;
class CueTableModel;
class FilmShots;
class FilmSound;
class Player;
class Settings;
class Workspace;
}  // namespace subs::session

namespace subs::editor {

class Theme;

/// What the window shows and works on; owned by `main`, longer than the window.
struct Session {
    session::Workspace& workspace;
    session::Checks& checks;
    session::CueTableModel& cues;
    session::Player& player;
    session::FilmSound& sound;
    session::FilmShots& shots;
    session::Settings& settings;
    Theme& theme;
};

}  // namespace subs::editor
