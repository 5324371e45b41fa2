// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace subs {

/// Whose times the cues have that hold two languages.
enum class StackTimes : std::uint8_t {
    First,   ///< Those of the first track (`withPartnerTimes`); it is shown exactly as before.
    Second,  ///< Those of the second.
    Exact,   ///< A cue for each stretch in which the same is shown: nothing moves, much blinks.
};

/// Which track's text stands above the other's.
enum class Upper : std::uint8_t { First, Second };

struct StackOptions {
    StackTimes times = StackTimes::First;
    Upper upper = Upper::First;
};

/// A track whose cues hold the text of two.
struct Stacked {
    /// The first track with the text of the second: with its file, so that what stays is written
    /// byte for byte. Where it has styles, those of cues of the second that stand alone are among
    /// them, in sizes of its canvas.
    Document document;
    /// Cues without a partner, which stand alone: their places in the first track and the second.
    std::array<std::vector<std::size_t>, 2> alone;
    /// Cues whose times were not those of the track that is kept to, likewise.
    std::array<std::vector<std::size_t>, 2> moved;
    /// Cues of the second that were in a style or at a place of their own, or had settings, which
    /// a cue of the first has instead.
    std::vector<std::size_t> lookLost;
    /// Cues with tags timed from their beginning (`hasTimedTags`, karaoke) that were cut into
    /// several, of the first and the second.
    std::array<std::vector<std::size_t>, 2> cutTags;
};

/// `first` and `second` in one track. Cues are partners by their best overlap (`linksByOverlap`):
/// where one says what several of the other do, its text is repeated with each. What overlaps an
/// earlier partner in its own track, and what has no partner, stays a cue of its own; but exact
/// times put all into one cue that is shown at once, where the tracks themselves do not overlap.
/// Speakers of the two stay with their lines. Comments, drawings and empty cues of both stay.
/// O(n log n).
Stacked stacked(const Document& first, const Document& second, const StackOptions& options = {});

}  // namespace subs
