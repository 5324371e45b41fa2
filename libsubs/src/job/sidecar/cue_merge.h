// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

namespace subs {

/// A cue before it was converted, as it was written, and as it was edited since.
struct CueVersions {
    const Cue& original;
    const Cue& written;
    const Cue& edited;
};

/// The last two of them as the format of the original has them; null where it cannot.
struct CueInTerms {
    const Cue* written = nullptr;
    const Cue* edited = nullptr;
};

/// The original with what was edited.
struct MergedCue {
    Cue cue;
    /// The text was edited where the original says something else than was written; what was edited
    /// took its place.
    bool overlaps = false;
    /// Something besides text and times was edited that the format of the original has no word for.
    bool isIncomplete = false;
};

/// True where more was edited than text and times: marks, place, style, speaker and the like.
/// Labels do not count.
bool hasOtherLooks(const Cue& written, const Cue& edited);

/// Only what was edited is changed. Each edge for itself; of the text the characters that were
/// edited; marks, place and the rest as `terms` say, which are asked for only where
/// `hasOtherLooks`. The label is not looked at.
MergedCue mergedCue(const CueVersions& versions, const CueInTerms& terms = {});

}  // namespace subs
