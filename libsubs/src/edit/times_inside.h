// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

namespace subs {

/// True of a text parts of which are shown, sung or changed at times of their own: karaoke, times
/// inside of a text, ASS `\t(`. A syllable of karaoke begins when those before it in the event are
/// over (ASS specification, appendix A, "\k"), what stands behind a time of WebVTT comes at it
/// (WebVTT, 4.2.2 and 6.4: each later than those before it in the cue), and what `\t` changes it
/// changes to the end of the event: of two such texts in one cue the lower one has other times.
bool hasTimesInside(const CueText& text);

/// `text` without karaoke and times inside of it.
CueText withoutTimesInside(CueText text);

}  // namespace subs
