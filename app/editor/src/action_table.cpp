// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that a person can do in the window, one line each.
#include "action_table.h"

namespace subs::editor {

// clang-format off
constinit const MainWindow::ActionSpec MainWindow::kActions[] = {
    // id, text, keys, plain keys, icon, text on buttons, slot
    {"open", QT_TR_NOOP("&Open…"), "Ctrl+O", "", "open", QT_TR_NOOP("Open"), &MainWindow::openDialog},
    {"save", QT_TR_NOOP("&Save"), "Ctrl+S", "", "save", "", &MainWindow::saveFiles},
    {"save-first-as", QT_TR_NOOP("Save First Track &As…"), "Ctrl+Shift+S", "", "", "", &MainWindow::saveFirstAs},
    {"save-second-as", QT_TR_NOOP("Save Second &Track As…"), "Ctrl+Alt+S", "", "", "", &MainWindow::saveSecondAs},
    {"close", QT_TR_NOOP("&Close"), "Ctrl+W", "", "", "", &MainWindow::closeFiles},
    {"quit", QT_TR_NOOP("&Quit"), "Ctrl+Q", "", "", "", &MainWindow::quit},
    {"undo", QT_TR_NOOP("&Undo"), "Ctrl+Z", "", "undo", QT_TR_NOOP("Undo"), &MainWindow::undo},
    {"redo", QT_TR_NOOP("&Redo"), "Ctrl+Shift+Z; Ctrl+Y", "", "redo", QT_TR_NOOP("Redo"), &MainWindow::redo},
    {"write", QT_TR_NOOP("Edit &Text"), "F2", "", "", "", &MainWindow::writeText},
    {"previous-cue", QT_TR_NOOP("&Previous Cue"), "Ctrl+Up", "", "previous-cue", "", &MainWindow::previousCue},
    {"next-cue", QT_TR_NOOP("&Next Cue"), "Ctrl+Down", "", "next-cue", "", &MainWindow::nextCue},
    {"accept", QT_TR_NOOP("&Accept, Go to Next"), "Ctrl+Enter; Ctrl+Return", "Return; Enter", "", QT_TR_NOOP("Accept, next"), &MainWindow::acceptCue},
    {"insert-cue", QT_TR_NOOP("&Insert Cue at Playhead"), "Insert", "", "insert-cue", QT_TR_NOOP("Insert cue"), &MainWindow::insertCue},
    {"delete-cue", QT_TR_NOOP("&Delete Cue"), "Ctrl+Shift+Delete", "Delete", "delete-cue", QT_TR_NOOP("Delete cue"), &MainWindow::deleteCue},
    {"next-finding", QT_TR_NOOP("Next &Finding"), "F8", "", "next-finding", QT_TR_NOOP("Next finding"), &MainWindow::nextFinding},
    {"previous-finding", QT_TR_NOOP("Previous F&inding"), "Shift+F8", "", "previous-finding", "", &MainWindow::previousFinding},
    {"set-in", QT_TR_NOOP("Set &In to Playhead"), "Ctrl+3", "I", "set-in", QT_TR_NOOP("Set in"), &MainWindow::setIn},
    {"set-out", QT_TR_NOOP("Set &Out to Playhead"), "Ctrl+4", "O", "set-out", QT_TR_NOOP("Set out"), &MainWindow::setOut},
    {"to-in", QT_TR_NOOP("Playhead to I&n"), "Ctrl+1", "", "to-in", "", &MainWindow::goToIn},
    {"to-out", QT_TR_NOOP("Playhead to O&ut"), "Ctrl+2", "", "to-out", "", &MainWindow::goToOut},
    {"linked-times", QT_TR_NOOP("&Linked Times"), "Ctrl+L", "", "link", QT_TR_NOOP("Linked times"), &MainWindow::linkTimes},
    {"play-cue", QT_TR_NOOP("Play &Cue"), "Ctrl+Space; F3", "Space", "play-cue", QT_TR_NOOP("Play cue"), &MainWindow::playCue},
    {"play", QT_TR_NOOP("&Play or Pause"), "Ctrl+P", "K", "play", QT_TR_NOOP("Play"), &MainWindow::playOrPause},
    {"step-back", QT_TR_NOOP("One Frame &Back"), "", "Left", "step-back", "", &MainWindow::stepBack},
    {"step-on", QT_TR_NOOP("One Frame &On"), "", "Right", "step-forward", "", &MainWindow::stepOn},
    {"ten-back", QT_TR_NOOP("&Ten Frames Back"), "", "Alt+Left", "", "", &MainWindow::tenBack},
    {"ten-on", QT_TR_NOOP("T&en Frames On"), "", "Alt+Right", "", "", &MainWindow::tenOn},
    {"next-part", QT_TR_NOOP("Next &Part of the Window"), "Ctrl+F6", "", "", "", &MainWindow::nextPart},
    {"previous-part", QT_TR_NOOP("P&revious Part of the Window"), "Ctrl+Shift+F6", "", "", "", &MainWindow::previousPart},
    {"keys", QT_TR_NOOP("&Keys"), "F1", "", "keyboard", "", &MainWindow::showKeys},
    {"about", QT_TR_NOOP("&About Subs"), "", "", "", "", &MainWindow::showAbout},
};
// clang-format on

std::span<const MainWindow::ActionSpec> MainWindow::actionTable() {
    return kActions;
}

}  // namespace subs::editor
