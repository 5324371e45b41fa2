// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>

#include "format/ttml/cue_reader.h"
#include "format/ttml/unread_thing.h"

#include <vector>

namespace subs::ttml {

/// What `read` has: metadata, roles, pictures and foreign text of its paragraph, where it is the
/// first cue of that; text that is not shown; ends of parts; looks, each style once.
std::vector<UnreadThing> unreadOf(const ReadCue& read, const Head& head);

/// Adds it to a report: what no other format gets (`Parsed::unread`).
void addUnreadOf(const ReadCue& read, const Head& head, LossReport& losses);

}  // namespace subs::ttml
