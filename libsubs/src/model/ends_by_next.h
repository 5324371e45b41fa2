// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <optional>
#include <vector>

namespace subs {

/// For each cue when it is over since the next begins; a comment is not the next. Nothing of a cue
/// with an end, of the last, of one that begins no sooner than the next, and of all where ends are
/// open.
std::vector<std::optional<Time>> endsByNext(const Document& document);

/// Gives `document.cues[i]` the end `ends[i]` where it has none and the next begins later, or none
/// does. What is to be over sooner is over when the next begins.
void keepEnds(Document& document, const std::vector<std::optional<Time>>& ends);

}  // namespace subs
