// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/cue.h>

namespace subs {

// When the parts of a text are sung is said in two ways: by ASS tags, "\k30", each of which says
// how long the syllable behind it lasts, counted from the beginning of the cue, and by times inside
// of the text, as WebVTT, TTML and LRC have them. What is made of one by the other says the same.

/// Makes times of the tags of `cue`. A text is sung from the beginning on without a time; how long
/// its last syllable lasts is a time behind all of it, unless the cue ends then.
///
/// Told as `karaoke`: approximated, of "\kf", "\K" and "\ko", how a syllable fills; dropped, a
/// syllable that begins when the cue has ended. Texts that have times already, and tags that are
/// not understood ("\kt"), stay as they are.
void timesFromKaraoke(Cue& cue, LossReport& losses);

/// Makes tags "\k" of the times inside of `cue`, which has none behind. They are in hundredths of a
/// second, rounded so that each begins within half of one of its time, and all of them last as
/// long as the cue does when its edges are rounded so. A last syllable in a cue without an end
/// lasts none.
///
/// Told as `inner-time`: approximated, a time between hundredths; dropped, one before an earlier
/// one or outside of the cue, and each in a text that has tags already.
void karaokeFromTimes(Cue& cue, LossReport& losses);

/// True where a time inside of the text is before the cue. Where times count from the beginning of
/// the cue, as those of ASS and TTML, there is none.
bool hasEarlyTime(const Cue& cue);

}  // namespace subs
