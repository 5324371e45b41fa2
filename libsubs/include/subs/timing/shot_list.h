// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/timing/shots.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs {

/// The shot changes that are worked with. What a program found, or a file said, is kept apart from
/// what a person made of it, so that a new search never overwrites that. All edits are values: they
/// answer a new list.
struct ShotList {
    Shots detected;  ///< As it was found.
    Shots added;     ///< By a person.
    Shots removed;   ///< By a person: what may be found and is not to be.
    /// The name of the file that `detected` was read from, UTF-8; empty: a search found it.
    std::string source;
    friend bool operator==(const ShotList&, const ShotList&) = default;
};

/// What counts: what was found and not removed, and what was added. Another search may find the
/// same cut a frame beside: a cut that was removed takes away the one found there, else one found a
/// frame beside it; one that was added takes the place of one found a frame beside it. Of
/// transitions those are the same that are of one kind and have frames in common. O(n log n).
Shots inForce(const ShotList& list);

/// A new search, of the whole film or of `range` alone: what was found before outside of it stays.
/// Transitions belong where they begin.
ShotList withDetected(ShotList list, const Shots& found, std::optional<FrameRange> range = {});
/// What the file `source` says (see shot_files.h), in place of what was found.
ShotList withRead(ShotList list, const Shots& read, std::string source);

/// A person puts a cut, or takes it away; both do nothing where it is so already, and frame 0 is no
/// cut. One undoes the other.
ShotList withCut(ShotList list, Frame cut);
ShotList withoutCut(ShotList list, Frame cut);
/// A person moves a cut, which is in force.
ShotList withCutMoved(ShotList list, Frame from, Frame to);

/// The same of transitions.
ShotList withTransition(ShotList list, Transition transition);
ShotList withoutTransition(ShotList list, Transition transition);

/// All three by `frames` later, or earlier; see `moved` of `Shots`.
ShotList moved(const ShotList& list, std::int64_t frames);

/// A list as the text of a file: JSON in one line, a member for each of its own, with the shots of
/// each as `shotsJson` writes them.
std::string shotListJson(const ShotList& list);
/// Reads what `shotListJson` wrote. It is a person's work, so that what cannot be read whole is not
/// read at all. Error "shots.bad-json" with its place.
Result<ShotList> readShotListJson(std::string_view text);

}  // namespace subs
