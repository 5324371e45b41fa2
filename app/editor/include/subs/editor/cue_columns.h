// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/session/cue_roles.h>

#include <array>
#include <cstdint>

namespace subs::editor {

enum class TrackColumns : std::uint8_t { One, Two };

/// Where the columns of the cue table stand. The two text columns share what the others leave,
/// never less than 60 % of the table: before that the durations leave.
struct CueColumns {
    struct Span {
        int left = 0;
        int width = 0;  ///< 0 for a column that is not shown.
    };
    std::array<Span, session::CueColumnCount> spans{};

    Span operator[](int column) const { return spans[static_cast<std::size_t>(column)]; }
    bool shows(int column) const { return (*this)[column].width > 0; }
    /// The column at `x`; the last one right of it.
    int columnAt(int x) const;

    using Widths = std::array<int, session::CueColumnCount>;
    /// `widest`: how wide the texts of each column are, margins included, where that is known; a
    /// column is never narrower.
    static CueColumns forWidth(int width, TrackColumns tracks, const Widths& widest = {});
};

}  // namespace subs::editor
