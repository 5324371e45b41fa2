// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

namespace subs {

/// A point before all letters of a cue: of what it holds rather than where.
inline bool isMarkAtBegin(const Span& span) {
    return span.isPoint() && span.begin == 0;
}

}  // namespace subs
