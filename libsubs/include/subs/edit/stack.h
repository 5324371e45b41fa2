// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/partner_times.h>
#include <subs/model/document.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace subs {

/// Whose times the cues have that hold two languages.
enum class StackTimes : std::uint8_t {
    First,   ///< Those of the first track (`withPartnerTimes`); it is shown exactly as before.
    Second,  ///< Those of the second.
    Exact,   ///< Each track keeps its own: nothing moves, and cues are cut wherever a text comes or
             ///< goes.
};

/// Which track's text stands above the other's.
enum class Upper : std::uint8_t { First, Second };

/// What becomes of partners one of which has tags that hold for all of a cue, wherever they stand
/// in it: ASS `\pos`, `\move`, `\an`, `\org`, `\clip`, `\fad`.
enum class WholeCueTags : std::uint8_t {
    Apart,     ///< They are two cues at the same times, so that neither language is moved.
    Together,  ///< One cue as all others: for files that have no such tags, or a field for each.
};

/// Where it is said who speaks, where the two texts of a cue have not the same speaker.
enum class Speakers : std::uint8_t {
    InText,  ///< Each beside its lines (`SpanKind::Voice`).
    /// One for the cue, for files that have no other place: the only one that there is, else that
    /// of the first.
    OfCue,
};

/// What becomes of partners one of which has times inside of its text: karaoke, times of WebVTT,
/// TTML and LRC, ASS `\t`.
enum class TimesInside : std::uint8_t {
    Apart,  ///< They are two cues, each at its own times, so that those inside stay what they are.
    OfOne,  ///< One cue with the times inside of the text whose track's times rule, the first's
            ///< where they are exact: for files that show one text at a time.
    AsTheyAre,  ///< One cue as all others: for files that have no such times, or a field for each.
};

/// What times, ascending, are written as, one for each and ascending.
using WrittenTimes = std::function<std::vector<Time>(std::span<const Time> times)>;

struct StackOptions {
    StackTimes times = StackTimes::First;
    Upper upper = Upper::First;
    WholeCueTags wholeCueTags = WholeCueTags::Apart;
    Speakers speakers = Speakers::InText;
    TimesInside timesInside = TimesInside::Apart;
    /// Where cues are cut at times as a file has them: edges that are written as one time are one.
    /// Empty: each is written as it is.
    WrittenTimes written = {};
    Startless startless = {};  ///< They stay as they are.
};

/// A cue that got other times.
struct MovedCue {
    std::size_t place = 0;  ///< In its track.
    Time start;
    Time end;

    friend bool operator==(const MovedCue&, const MovedCue&) = default;
};

/// Something of how a cue is shown, or of whom it is, that is not in its text.
enum class Look : std::uint8_t { Style, Alignment, Margins, Layer, Settings, Effect, Speaker };

/// Something that a cue of the second track had otherwise than the cue that its text went into; a
/// style where the first track has none, too, and a place where only the first's cue has one of its
/// own.
struct LostLook {
    std::size_t place = 0;  ///< In its track.
    Look look = Look::Style;

    friend bool operator==(const LostLook&, const LostLook&) = default;
};

/// A track whose cues hold the text of two.
struct Stacked {
    /// The first track with the text of the second: with its file, so that what stays is written
    /// byte for byte. Where it has styles, those of cues of the second that stand alone are among
    /// them. All of the second is in sizes of its canvas (`scaledTo`).
    Document document;
    /// Cues without a partner, which stand alone: their places in the first track and the second.
    std::array<std::vector<std::size_t>, 2> alone;
    /// Cues whose times were not those of the track that is kept to, likewise, by their places.
    std::array<std::vector<MovedCue>, 2> moved;
    /// What cues of the second had of their own and do not have in the result, by their places.
    std::vector<LostLook> lookLost;
    /// Cues without an end that have got one, other than that of their partner, likewise.
    std::array<std::vector<MovedCue>, 2> ended;
    /// Cues whose times inside of the text are gone, see `TimesInside::OfOne`, likewise.
    std::array<std::vector<std::size_t>, 2> timesLost;
    /// Cues of the second that are not in one cue with their partner, see `WholeCueTags` and
    /// `TimesInside`.
    std::vector<std::size_t> apart;
    /// Cues with tags timed from their beginning (`hasTimedTags`, karaoke) that were cut into
    /// several, of the first and the second.
    std::array<std::vector<std::size_t>, 2> cutTags;
};

/// `first` and `second` in one track. Cues are partners by their best overlap (`linksByOverlap`):
/// where one says what several of the other do, its text is repeated with each, and stands alone
/// between them: no text goes from the screen while it is shown. What overlaps an earlier partner
/// in its own track, and what has no partner, stays a cue of its own; but exact times put all into
/// one cue that is shown at once, where the tracks themselves do not overlap. Speakers of the two
/// stay with their lines (`Speakers`). Partners whose tags would move or fade each other's text
/// stay cues of their own, at the times of partners; those with times inside of their texts
/// likewise, at their own. Comments, drawings and empty cues of both stay. O(n log n).
Stacked stacked(const Document& first, const Document& second, const StackOptions& options = {});

}  // namespace subs
