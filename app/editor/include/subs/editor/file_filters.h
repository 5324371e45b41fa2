// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace subs::editor {

/// "Subtitles (*.srt *.ass …)", as file dialogs take it: all endings of all formats of
/// `subs::formats()`, each once.
QString subtitleFilter();

}  // namespace subs::editor
