// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/editor/options.h>
#include <subs/editor/session.h>

namespace subs::editor {

class MainWindow;

/// Goes to the cue and frame that `options` name (none: stays at the first cue), once everything is
/// loaded. Errors: "screenshot.cue", "screenshot.frame" for what there is not, "screenshot.timeout"
/// naming what is still missing after half a minute.
Result<void> goToAsked(MainWindow& window, const Session& session, const Options& options);

/// Shows the window, waits until picture and texts are really there, and writes what it shows as
/// PNG. Errors: as above, "screenshot.size" for one that the window cannot take,
/// "screenshot.write".
Result<void> writeScreenshot(MainWindow& window, const Session& session, const Options& options);

}  // namespace subs::editor
