// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/text/count.h>

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <optional>

namespace subs::editor {

/// How long a line may be, and in what it is counted.
struct LineLimit {
    CountUnit unit = CountUnit::Graphemes;
    std::optional<double> max;
};

/// How much a line has of it.
struct LineCount {
    int units = 0;
    int surplusFrom =
        0;  ///< Offset in UTF-16 at which the limit is passed; the line's size where it is not.
};
LineCount countedLine(QStringView line, const LineLimit& limit);

/// "clusters", "characters", "code points", "columns", translated.
QString unitName(CountUnit unit);
/// "cl/s", "ch/s", "cp/s", "col/s".
QString speedUnitName(CountUnit unit);

}  // namespace subs::editor
