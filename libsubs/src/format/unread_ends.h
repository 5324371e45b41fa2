// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>

#include <string_view>

namespace subs {

/// Adds to `ends`, which holds nothing else, that the end of `cue` cannot be read: `typed` is what
/// stands there. Readers hand these on behind all else that they tell (`Parsed::unread`), as an
/// item of its own.
void addUnreadEnd(LossReport& ends, CueId cue, std::string_view typed);

/// In `losses`, those of a new file, cues without an end that their file says one of, though it
/// could not be read (`unread`), are told by what stands there.
void nameUnreadEnds(const LossReport& unread, LossReport& losses);

}  // namespace subs
