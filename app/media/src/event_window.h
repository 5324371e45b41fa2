// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/model/document.h>
#include <subs/time/time.h>

#include <vector>

namespace subs::media {

/// A stretch of film time, [from, to).
struct EventWindow {
    Time from;
    Time to;
    bool contains(Time time) const { return from <= time && time < to; }
    friend bool operator==(const EventWindow&, const EventWindow&) = default;
};

/// The stretch whose cues are handed to libass while `time` is shown: the half minute of `time` and
/// its neighbours, so that it does not change from frame to frame.
EventWindow windowAround(Time time);

/// The dialogue cues that are on the screen at some time in `window`, in the order of the document.
/// O(n).
std::vector<Cue> cuesIn(const Document& document, const EventWindow& window);

/// `document` without its cues, and without what its file has of them, so that writing it costs as
/// much as the rest of the file: styles, canvas, unknown sections, attached fonts. O(n).
Document skeletonOf(const Document& document);

/// The skeleton with `cues` as cues of its own.
Document filled(const Document& skeleton, std::vector<Cue> cues);

/// Whether the skeletons of two documents are the same. Does not look at cues.
bool sameSkeleton(const Document& a, const Document& b);

}  // namespace subs::media
