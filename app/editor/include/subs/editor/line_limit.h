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
    double measured = 0;  ///< What the limit is about: the units, or the drawn width in em.
    double share = -1;    ///< Of the limit; below 0 where there is none.
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
    /// Measured / limit: "21 / 32", or "15.0 / 20.2" where the width counts; what is over never
    /// looks as if it were not.
    QString shortText(const LineCount& count) const;
    /// What `shortText` is about as wide as for a line that is not far over.
    QString usualText() const;
    /// "21 of 32 clusters, fits", for a screen reader.
    QString spokenText(const LineCount& count) const;
    /// What the limit is in: "characters", "em wide"; and short: "ch", "em".
    QString measureName() const;
    QString shortMeasureName() const;

private:
    LineCount measured(QStringView line, LineCount count) const;
    bool judgesWidth() const { return !limit_.max && measurer_ && limit_.maxEm; }
    QString numberText(const LineCount& count) const;
    QString limitText() const;

    LineLimit limit_;
    std::optional<Measurer> measurer_;
};

/// "clusters", "characters", "code points", "columns", translated, as it goes with `count` of them.
QString unitName(CountUnit unit, int count);
/// "cl", "ch", "cp", "col".
QString shortUnitName(CountUnit unit);
/// "cl/s", "ch/s", "cp/s", "col/s".
QString speedUnitName(CountUnit unit);

}  // namespace subs::editor
