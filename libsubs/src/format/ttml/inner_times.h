// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>
#include <subs/time/time_map.h>

#include "format/ttml/edit_context.h"
#include "format/xml/tag_text.h"

#include <string>
#include <string_view>

// Times inside of a text. A document counts them from the beginning of the film, a file from that
// of what is around them, so that most of them move with their cue by themselves.
namespace subs::ttml {

/// True of a start tag with `begin`, `end` or `dur`.
bool hasTimes(std::string_view tag);

/// Changes the times of `tag`, which has `timing`, as `way` says, where what they count from stays.
/// False where it would begin before that.
bool moveTimes(TagText& tag,
               const TimedElement& timing,
               const TimeMap& way,
               const Parameters& parameters);

/// True where something inside of the cue's element has times of its own: parts, what animates it.
bool hasInnerTimes(const Original& original, std::string_view file);

/// True where `cue`, whose start tag is `tag` now, moved as a whole, and `tag` with it; where it is
/// known how the times of the film went, all that is inside of it too.
bool isMovedAsOne(const Cue& cue,
                  const Original& original,
                  const EditContext& context,
                  std::string_view tag);

/// What is between the tags of the cue's element in the file, with the times in it where `cue` has
/// them now, when its start tag is `tag`. Only attributes that have to change do. A document does
/// not have the ends of parts and the times of animations. They go where the times of the film went
/// (`EditContext::moved`): what was at an edge of the cue to that edge, and what was inside of it
/// no further. Where that is not known they go where the cue's own times say (likely_way.h).
std::string movedContent(const Cue& cue,
                         const Original& original,
                         const EditContext& context,
                         std::string_view tag);

/// `text` with its inner times counted from `start`, without those that change nothing.
CueText countedFrom(CueText text, Time start);

/// How far the inner times of `cue` may be from what its file says: not at all, but where it moved,
/// since they are whole milliseconds in a document and a file may count frames.
Time toleranceOf(const Cue& cue, const Original& original, const EditContext& context);

/// `text` with the inner times of `other`, where its own are as near as that: both as `countedFrom`
/// makes them.
CueText withTimesOf(CueText text, const CueText& other, Time tolerance);

}  // namespace subs::ttml
