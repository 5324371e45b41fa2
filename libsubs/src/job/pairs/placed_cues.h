// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// True of a format whose files get styles when they are edited. In those of the others a cue's
/// style is how it looks, and none can be added.
bool takesStyles(const Format& format);

/// True of a format that writes margins of a cue into a file that it edits.
bool takesMargins(const Format& format);

/// Two tracks in two styles each, `joined`, for a file of `format` that gets no styles: cues say
/// themselves where they stand, as far as the file can have that. `first` is the track that the
/// file is of.
void placeByCues(Document& joined, const Document& first, const Format& format);

}  // namespace subs
