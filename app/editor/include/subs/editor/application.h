// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace subs::editor {

/// The whole program: reads the options, opens the window or writes its picture. Answers the exit
/// status: 0 done, 2 could not.
int runEditor(int argc, char* argv[]);

}  // namespace subs::editor
