// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/stl/gsi.h"
#include "format/stl/text_field.h"
#include "format/stl/tti.h"

#include <string_view>

namespace subs::stl {

inline constexpr std::string_view kId = "ebu-stl";

Parsed parsed(Origin origin, const ReadOptions& options);

/// How the times and texts of a file are read.
struct FileContext {
    Gsi gsi;
    /// No cue is before the start of the programme, or not all are: else times count from there.
    bool countsFromStart = true;

    FieldContext field() const { return {gsi.display, gsi.table}; }
    Time timeOf(const TimeCode& code) const;
};

/// `file` has `kGsiSize` bytes at least. O(n).
FileContext contextOf(std::string_view file, const FrameTimeline* timeline);

/// True of what is a time code at one of the rates of EBU STL: hours to 23, minutes, seconds and
/// frames to 59. Others (FF FF FF FF) say no time.
bool saysTime(const TimeCode& code);

/// What a subtitle says, without an id. One whose time code in says no time begins at 0.
Cue cueOf(const Subtitle& subtitle, const FileContext& context);

/// The subtitle of a piece of a file.
Subtitle subtitleIn(std::string_view blocks);

}  // namespace subs::stl
