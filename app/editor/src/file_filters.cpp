// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/file_filters.h>
#include <subs/format/registry.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QStringList>

namespace subs::editor {

QString subtitleFilter() {
    QStringList endings;
    for (const Format* format : formats())
        for (const std::string_view ending : format->info().extensions)
            endings << QStringLiteral("*.") +
                           QString::fromUtf8(ending.data(), static_cast<qsizetype>(ending.size()));
    endings.removeDuplicates();
    return QCoreApplication::translate("FileFilters", "Subtitles (%1)").arg(endings.join(' '));
}

}  // namespace subs::editor
