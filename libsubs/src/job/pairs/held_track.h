// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/format.h>
#include <subs/format/loss_report.h>
#include <subs/job/timeline_source.h>
#include <subs/model/document.h>

namespace subs {

/// A track as a file of another format has it.
struct HeldTrack {
    Document document;  ///< Of that format and of no file; cue n is cue n of the track.
    LossReport losses;  ///< Cue n is that of the track. Times are told where they are written.
};

/// `track` as `format` holds it, for a document of `format` that gets its cues: what is written as
/// it was read (opaque markup, settings) has a meaning in its own format alone (`lowered` takes a
/// document for one of one format). The track is written in `format`, as `convert` does it, and
/// read again; so it cannot differ from what `convert` makes of it. Cues keep their ids, their
/// exact times, and stay when their text is lost. `writing` as for the file, `frames` may be null.
/// Errors are those of writing, about `track`. O(n) but for formats that make more or fewer cues of
/// it.
Result<HeldTrack> heldBy(const Format& format,
                         const Document& track,
                         const WriteOptions& writing,
                         const KnownFrames* frames);

}  // namespace subs
