// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/job/timeline_source.h>
#include <subs/model/document.h>
#include <subs/time/frame_rule.h>

#include <optional>
#include <span>
#include <string_view>

namespace subs {

struct Retimed {
    Document document;
    Diagnostics diagnostics;  ///< "time.past-last-frame", at the line of the first such cue.
};

/// `document` with each edge where `rounding`, a frame rule, puts it in `unit`s.
///
/// An edge past the last frame of a film (or of a list of stamps) has no frame to be put on: it
/// keeps its time, to the nearest unit, and a diagnostic says so. So nothing there is moved by a
/// rate that was only guessed, and edges stay in order. So does one before 0, which the format then
/// writes, or loses and says so. Where the film is cut short there were
/// frames that are not known now, and half a track on frames is not what was asked for: error
/// "time.film-cut-short". The cues of `unread`, ids that ascend, stay: their start was made up for
/// one that cannot be read. Errors name the cue, and its line where `document` has its file.
Result<Retimed> retimedToFrames(Document document,
                                Rounding rounding,
                                Time unit,
                                const KnownFrames& frames,
                                std::span<const CueId> unread = {});

/// What that says of `document`, for formats whose writers put edges on frames themselves.
Result<Diagnostics> remarksOnFrames(const Document& document,
                                    Rounding rounding,
                                    const KnownFrames& frames);

/// What is to be said of cues with an edge past the last of `frames`, or nothing: how many, the
/// first with its line, and `done` about it. Code "time.past-last-frame".
std::optional<Diagnostic> pastLastFrame(const Document& document,
                                        const KnownFrames& frames,
                                        Rounding rounding,
                                        std::string_view done);

}  // namespace subs
