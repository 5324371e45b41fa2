// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/model/document.h>

#include <vector>

namespace subs {

/// The cues of `document` whose start in its file cannot be read, so that nobody can say where it
/// goes (format/unread_starts.h); their ids, ascending. `remarks` are those on the file: one
/// without any is not read again.
std::vector<CueId> unreadStartsOf(const Document& document, const Diagnostics& remarks);

}  // namespace subs
