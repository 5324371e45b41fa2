// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/scc/file.h"

#include <string_view>

namespace subs::scc {

inline constexpr std::string_view kId = "scc";

/// So long is a caption read as shown that nothing erases: as other readers do (a decoder holds it
/// up to 16 s; 47 CFR 79.101).
inline constexpr Time kUnerased = Time::fromSeconds(10);

Parsed parsed(Origin origin, const ReadOptions& options);

/// What a caption says, without an id and piece.
Cue cueOf(const Caption& caption);

/// True of a cue that ends as one that nothing erases is read.
bool endsForShow(const Cue& cue);

/// True of a cue that says what `caption` does, whenever it is shown.
bool saysSame(const Cue& cue, const Caption& caption);

}  // namespace subs::scc
