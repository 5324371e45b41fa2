// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/text/count.h>
#include <subs/text/measure.h>

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <optional>
#include <string>

namespace subs::editor {

/// How long a line may be, and in what it is counted or measured.
struct LineLimit {
    CountUnit unit = CountUnit::Graphemes;
    std::optional<double> max;  ///< In `unit`s.
    std::optional<double>
        maxEm;  ///< Drawn width in em of the font `family`; used where there is no `max`.
    std::string family;

    friend bool operator==(const LineLimit&, const LineLimit&) = default;
};

/// How much a line has of it.
struct LineCount {
    int units = 0;
    double share = -1;  ///< Of the limit; below 0 where there is none.
    int surplusFrom =
        0;  ///< Offset in UTF-16 at which the limit is passed; the line's size where it is not.

    bool isOver() const { return share > 1; }
};

/// Counts and measures lines against one limit. Keeps the font open; one thread at a time.
class LineRuler {
public:
    void setLimit(LineLimit limit);
    const LineLimit& limit() const { return limit_; }
    LineCount counted(QStringView line) const;
    /// "21 / 32", or "21 · 64 %" where the width counts.
    QString shortText(const LineCount& count) const;
    /// "21 of 32 clusters, fits", for a screen reader.
    QString spokenText(const LineCount& count) const;

private:
    LineCount measured(QStringView line, LineCount count) const;

    LineLimit limit_;
    std::optional<Measurer> measurer_;
};

/// "clusters", "characters", "code points", "columns", translated.
QString unitName(CountUnit unit);
/// "cl/s", "ch/s", "cp/s", "col/s".
QString speedUnitName(CountUnit unit);

}  // namespace subs::editor
