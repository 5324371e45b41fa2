// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that a person can do in the window, one line each.
#include <subs/editor/actions.h>
#include <subs/editor/commands.h>

namespace subs::editor {

namespace {

// clang-format off
constexpr ActionSpec kActions[] = {
    // id, text, keys, plain keys, icon, text on buttons, slot
    {"open", QT_TR_NOOP("&Open…"), "Ctrl+O", "", "open", QT_TR_NOOP("Open"), &Commands::openDialog},
    {"save", QT_TR_NOOP("&Save"), "Ctrl+S", "", "save", "", &Commands::saveFiles},
    {"save-first-as", QT_TR_NOOP("Save First Track &As…"), "Ctrl+Shift+S", "", "", "", &Commands::saveFirstAs},
    {"save-second-as", QT_TR_NOOP("Save Second &Track As…"), "Ctrl+Alt+S", "", "", "", &Commands::saveSecondAs},
    {"close", QT_TR_NOOP("&Close"), "Ctrl+W", "", "", "", &Commands::closeFiles},
    {"quit", QT_TR_NOOP("&Quit"), "Ctrl+Q", "", "", "", &Commands::quit},
    {"undo", QT_TR_NOOP("&Undo"), "Ctrl+Z", "", "undo", QT_TR_NOOP("Undo"), &Commands::undo},
    {"redo", QT_TR_NOOP("&Redo"), "Ctrl+Shift+Z; Ctrl+Y", "", "redo", QT_TR_NOOP("Redo"), &Commands::redo},
    {"write", QT_TR_NOOP("Edit &Text"), "F2", "", "", "", &Commands::writeText},
    {"previous-cue", QT_TR_NOOP("&Previous Cue"), "Ctrl+Up", "", "previous-cue", "", &Commands::previousCue},
    {"next-cue", QT_TR_NOOP("&Next Cue"), "Ctrl+Down", "", "next-cue", "", &Commands::nextCue},
    {"accept", QT_TR_NOOP("&Accept, Go to Next"), "Ctrl+Enter; Ctrl+Return", "Return; Enter", "", QT_TR_NOOP("Accept, next"), &Commands::acceptCue},
    {"insert-cue", QT_TR_NOOP("&Insert Cue at Playhead"), "Insert", "", "insert-cue", QT_TR_NOOP("Insert cue"), &Commands::insertCue},
    {"delete-cue", QT_TR_NOOP("&Delete Cue"), "Ctrl+Shift+Delete", "Delete", "delete-cue", QT_TR_NOOP("Delete cue"), &Commands::deleteCue},
    {"next-finding", QT_TR_NOOP("Next &Finding"), "F8", "", "next-finding", QT_TR_NOOP("Next finding"), &Commands::nextFinding},
    {"previous-finding", QT_TR_NOOP("Previous F&inding"), "Shift+F8", "", "previous-finding", "", &Commands::previousFinding},
    {"set-in", QT_TR_NOOP("Set &In to Playhead"), "Ctrl+3", "I", "set-in", QT_TR_NOOP("Set in"), &Commands::setIn},
    {"set-out", QT_TR_NOOP("Set &Out to Playhead"), "Ctrl+4", "O", "set-out", QT_TR_NOOP("Set out"), &Commands::setOut},
    {"to-in", QT_TR_NOOP("Playhead to I&n"), "Ctrl+1", "", "to-in", "", &Commands::goToIn},
    {"to-out", QT_TR_NOOP("Playhead to O&ut"), "Ctrl+2", "", "to-out", "", &Commands::goToOut},
    {"linked-times", QT_TR_NOOP("&Linked Times"), "Ctrl+L", "", "link", QT_TR_NOOP("Linked times"), &Commands::linkTimes},
    {"play-cue", QT_TR_NOOP("Play &Cue"), "Ctrl+Space; F3", "Space", "play-cue", QT_TR_NOOP("Play cue"), &Commands::playCue},
    {"play-before", QT_TR_NOOP("Play &Before Cue"), "", "Q", "", "", &Commands::playBefore},
    {"play-after", QT_TR_NOOP("Play A&fter Cue"), "", "W", "", "", &Commands::playAfter},
    {"play-first", QT_TR_NOOP("Play Be&ginning of Cue"), "", "E", "", "", &Commands::playFirst},
    {"play-last", QT_TR_NOOP("Play &End of Cue"), "", "D", "", "", &Commands::playLast},
    {"play-again", QT_TR_NOOP("Play &Again and Again"), "Ctrl+Shift+P", "", "", "", &Commands::playAgain},
    {"slower", QT_TR_NOOP("&Slower"), "Ctrl+Alt+Down", "", "", "", &Commands::slower},
    {"faster", QT_TR_NOOP("Faste&r"), "Ctrl+Alt+Up", "", "", "", &Commands::faster},
    {"play", QT_TR_NOOP("&Play or Pause"), "Ctrl+P", "K", "play", QT_TR_NOOP("Play"), &Commands::playOrPause},
    {"step-back", QT_TR_NOOP("One Frame &Back"), "", "Left", "step-back", "", &Commands::stepBack},
    {"step-on", QT_TR_NOOP("One Frame &On"), "", "Right", "step-forward", "", &Commands::stepOn},
    {"ten-back", QT_TR_NOOP("&Ten Frames Back"), "", "Alt+Left", "", "", &Commands::tenBack},
    {"ten-on", QT_TR_NOOP("T&en Frames On"), "", "Alt+Right", "", "", &Commands::tenOn},
    {"previous-cut", QT_TR_NOOP("Pre&vious Cut"), "", "Shift+Left", "", "", &Commands::previousCut},
    {"next-cut", QT_TR_NOOP("Ne&xt Cut"), "", "Shift+Right", "", "", &Commands::nextCut},
    {"find-shots", QT_TR_NOOP("Fin&d Shots"), "", "", "", "", &Commands::findShots},
    {"read-shots", QT_TR_NOOP("Read C&uts from a File…"), "", "", "", "", &Commands::readShots},
    {"write-shots", QT_TR_NOOP("&Write Cuts to a File…"), "", "", "", "", &Commands::writeShots},
    {"toggle-cut", QT_TR_NOOP("Add Cut &Here"), "", "X", "", "", &Commands::toggleCut},
    {"cut-earlier", QT_TR_NOOP("Cut One Frame Ear&lier"), "", "Alt+Shift+Left", "", "", &Commands::cutEarlier},
    {"cut-later", QT_TR_NOOP("Cut One Frame Late&r"), "", "Alt+Shift+Right", "", "", &Commands::cutLater},
    {"next-part", QT_TR_NOOP("Next &Part of the Window"), "Ctrl+F6", "", "", "", &Commands::nextPart},
    {"previous-part", QT_TR_NOOP("P&revious Part of the Window"), "Ctrl+Shift+F6", "", "", "", &Commands::previousPart},
    {"other-players", QT_TR_NOOP("As &Other Players Show It"), "Ctrl+Shift+O", "", "", "", &Commands::showAsOtherPlayers},
    {"opengl", QT_TR_NOOP("Picture by Open&GL"), "", "", "", "", &Commands::paintByOpenGl},
    {"zoom-in", QT_TR_NOOP("Timeline &Nearer"), "Ctrl+=; Ctrl++", "", "", "", &Commands::zoomIn},
    {"zoom-out", QT_TR_NOOP("Timeline &Further Off"), "Ctrl+-", "", "", "", &Commands::zoomOut},
    {"reset-layout", QT_TR_NOOP("&Reset Layout"), "", "", "", "", &Commands::resetLayout},
    {"keys", QT_TR_NOOP("&Keys"), "F1", "", "keyboard", "", &Commands::showKeys},
    {"about", QT_TR_NOOP("&About Subs"), "", "", "", "", &Commands::showAbout},
};
// clang-format on

}  // namespace

std::span<const ActionSpec> actionTable() {
    return kActions;
}

}  // namespace subs::editor
