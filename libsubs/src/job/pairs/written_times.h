// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/stack.h>
#include <subs/format/format.h>
#include <subs/job/timeline_source.h>

namespace subs {

/// What times of cues are in a file of `format` that is made of `track`: multiples of the format's
/// unit by the rounding that is asked for. Where a file counts frames, at a rate which the format,
/// the film or the file itself says, they are written by the format and read again. `frames` may be
/// null. What cannot be written is as it is, so are times before 0. All are borrowed.
WrittenTimes writtenTimesOf(const Format& format,
                            const Document& track,
                            const WriteOptions& writing,
                            const KnownFrames* frames);

}  // namespace subs
