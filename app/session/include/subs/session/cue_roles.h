// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/qnamespace.h>

namespace subs::session {

/// Columns of the cue table. "First" is the source language (Khmer in the sample), "second" the
/// other track. The table has one row for each cue that stands beside its partner; a 1:2 link takes
/// two rows, the second of them without a first text.
enum CueColumn : int {
    NumberColumn,  ///< From 1, right-aligned.
    StateColumn,   ///< Findings: icon by FindingSeverityRole.
    InColumn,
    OutColumn,
    DurationColumn,  ///< Seconds with two decimals.
    FirstTextColumn,
    FirstSpeedColumn,  ///< DisplayRole "7.6"; see SpeedShareRole.
    SecondTextColumn,
    SecondSpeedColumn,
    CueColumnCount,
};

/// What the cue table model answers besides Qt's own roles (DisplayRole, ToolTipRole,
/// AccessibleTextRole).
enum CueRole : int {
    /// int: -1 none, 0 info, 1 warning, 2 error. On StateColumn the worst of the row, elsewhere
    /// that of the cell.
    FindingSeverityRole = Qt::UserRole + 1,
    /// QString, one finding a line; empty for none.
    FindingTextRole,
    /// double: speed ÷ limit; below 0 where there is no limit or no cue.
    SpeedShareRole,
    /// int: number of text lines of the cell, at least 1.
    LineCountRole,
    /// QString "km", "en": the language of a text column.
    LanguageRole,
    /// bool: this side of the row has no cue because the row above goes on (1:2 link).
    ContinuationRole,
    /// bool: this side has no partner at all ("not translated").
    MissingRole,
    /// QString, of a header: the longest text of a column of numbers or times, so that a view knows
    /// how wide it must be; empty elsewhere. Digits are as wide as each other.
    WidestTextRole,
};

}  // namespace subs::session
