// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>

#include <QtCore/QStringList>

namespace subs::session {
class Checks;
class Workspace;
}  // namespace subs::session

namespace subs::editor {

/// The files of the sample film; empty where they are not there.
QStringList sampleFiles();

/// Gives each track the profile of its language, now and whenever it is another one. The error says
/// which of the profiles that come with the program cannot be read; nothing is checked then.
Result<void> keepProfiles(session::Workspace& workspace, session::Checks& checks);

}  // namespace subs::editor
