// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/editor/colors.h>

#include <QtCore/QSize>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <cstdint>
#include <optional>

namespace subs::editor {

/// The window is never smaller.
inline constexpr QSize kLeastWindow{1180, 720};

/// What `subs-editor` was asked to do.
struct Options {
    QStringList files;
    std::optional<QString> screenshot;  ///< Write the window to this file and end.
    QSize size{1600, 1000};             ///< Of the screenshot, in logical pixels.
    bool sizeGiven = false;
    std::optional<Shade> theme;
    std::optional<int> cue;             ///< From 1, as the table shows it.
    std::optional<std::int64_t> frame;  ///< From 0.
    std::optional<double> zoom;         ///< Pixels a frame takes in the timeline.
    bool help = false;
    bool version = false;
};

/// `arguments` without the program's name. Errors: "usage.option" (with the nearest option),
/// "usage.value".
Result<Options> parseOptions(const QStringList& arguments);

/// What `--help` prints.
QString helpText();

}  // namespace subs::editor
