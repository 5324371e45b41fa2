// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace subs::editor {

class Actions;

/// Shows every key and what it does, read from the table of actions.
void showKeyList(const Actions& actions, QWidget& window);

/// Shows what this program is.
void showAboutBox(QWidget& window);

}  // namespace subs::editor
