// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include "format/ttml/edit_context.h"

#include <string>
#include <string_view>

// Times inside of a text. A document counts them from the beginning of the film, a file from that
// of what is around them, so that most of them move with their cue by themselves.
namespace subs::ttml {

/// True where something inside of the cue's element has times of its own: parts, what animates it.
bool hasInnerTimes(const Original& original, std::string_view file);

/// True where `cue`, whose start tag is `tag` now, moved as a whole, and `tag` with it.
bool isMovedAsOne(const Cue& cue,
                  const Original& original,
                  std::string_view tag,
                  const Parameters& parameters);

/// What is between the tags of the cue's element in the file, with the times in it where `cue` has
/// them now, when its start tag is `tag`. Only attributes that have to change do. A document does
/// not have the ends of parts and the times of animations: they go where the edges and inner times
/// of the cue, before and after, say that all of its times went; where each went its own way, along
/// straight lines between them.
std::string movedContent(const Cue& cue,
                         const Original& original,
                         std::string_view tag,
                         std::string_view file,
                         const Parameters& parameters);

/// `text` with its inner times counted from `start`, without those that change nothing.
CueText countedFrom(CueText text, Time start);

/// How far the inner times of `cue` may be from what its file says: not at all, but where it moved,
/// since they are whole milliseconds in a document and a file may count frames.
Time toleranceOf(const Cue& cue, const Original& original, const Parameters& parameters);

/// `text` with the inner times of `other`, where its own are as near as that: both as `countedFrom`
/// makes them.
CueText withTimesOf(CueText text, const CueText& other, Time tolerance);

}  // namespace subs::ttml
