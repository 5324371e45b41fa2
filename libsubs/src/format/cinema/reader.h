// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/cinema/dialect.h"
#include "format/cinema/time_code.h"

#include <optional>
#include <string>
#include <string_view>

namespace subs::cinema {

/// Reads a cinema file; see `Format::read`.
Parsed parsed(Origin origin, const ReadOptions& options, Dialect dialect);

/// Which of the two a file is whose beginning this is, and why.
struct DialectFound {
    Dialect dialect = Dialect::Dcdm;
    std::string reason;
    std::size_t begin = 0;
};

std::optional<DialectFound> dialectOf(std::string_view beginning);

/// How many frames a second `text`, a file of DCDM, says that its times count; nothing of Interop,
/// whose ticks are no frames.
std::optional<FrameRate> rateIn(std::string_view text);

/// What the units of a timeline's film are, where a file does not say it.
Units unitsOf(const FrameTimeline* timeline);

}  // namespace subs::cinema
