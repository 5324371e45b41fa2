// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>
#include <subs/time/frame_timeline.h>

#include "format/sheet/cells.h"
#include "format/sheet/languages.h"
#include "format/sheet/layout.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace subs::sheet {

/// What is wrong with a row.
enum class Flaw : std::uint8_t {
    None,
    NoTime,   ///< Nothing says when it begins.
    BadTime,  ///< What says it is no time.
    BadEnd,   ///< What says when it ends is no time.
    NoRate,   ///< It counts frames, and nothing says how many a second has.
};

/// A cell that says nothing which its column could hold, and counts as an empty one.
struct BadCell {
    Role role = Role::Unknown;
    std::string value;
};

/// What a row says.
struct RowCue {
    std::optional<Cue> cue;  ///< Nothing where nothing tells when it begins.
    Flaw flaw = Flaw::None;
    bool wasGuarded = false;  ///< An apostrophe was taken off a text.
    std::vector<BadCell> bad = {};
};

/// Reads the rows of one table.
class CueRows {
public:
    /// Frames mean those of `timeline` where it is not null. All is borrowed.
    CueRows(const Layout& layout, const Dialect& dialect, const FrameTimeline* timeline)
        : layout_(layout), dialect_(dialect), timeline_(timeline) {}

    RowCue read(const RowReader& row) const;
    /// The frames that a row counts in.
    std::optional<FrameTimeline> framesOf(const RowReader& row) const;
    /// What the column of `role` says in a row.
    std::string value(const RowReader& row, Role role) const;
    /// What cell `column` says of a text.
    std::string textValue(const RowReader& row, std::size_t column) const;
    /// How many frames a second has in the time codes of a row.
    std::optional<FrameRate> rateOf(const RowReader& row) const;

private:
    void readTimes(const RowReader& row, RowCue& result) const;
    void readFrames(const RowReader& row, RowCue& result) const;
    void readEnd(const RowReader& row, RowCue& result) const;
    void readTexts(const RowReader& row, RowCue& result) const;
    void readLooks(const RowReader& row, RowCue& result) const;
    TimeUnit unitOf(Role role) const;

    const Layout& layout_;
    const Dialect& dialect_;
    const FrameTimeline* timeline_;
};

/// "layer: high"
std::string shownCell(const BadCell& cell);

/// "20 30 40", as a cell has margins; empty for none.
std::string marginsCell(const Margins& margins);

}  // namespace subs::sheet
