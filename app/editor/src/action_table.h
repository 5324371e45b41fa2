// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/main_window.h>

namespace subs::editor {

/// One thing that a person can do.
struct MainWindow::ActionSpec {
    const char* id;
    const char* text;     ///< In menus; "&" before the letter that chooses it.
    const char* keys;     ///< Anywhere in the window, separated by "; "; the first one is shown.
    const char* letters;  ///< Plain keys while table, picture or findings have the focus.
    const char* icon;     ///< Of resources/icons; empty for none.
    const char* brief;    ///< On buttons; empty: the text.
    void (MainWindow::*run)();
};

}  // namespace subs::editor
