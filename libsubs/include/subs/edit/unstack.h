// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// Which track of a bilingual one a line of it belongs to.
enum class LineOwner : std::uint8_t {
    First,
    Second,
    Unclear,  ///< It goes with the line before it in its cue, else with the one behind it.
};

/// Says so of each line of a cue.
using LineSorter =
    std::function<std::vector<LineOwner>(const Cue& cue, std::span<const std::string_view> lines)>;

struct LanguagePair {
    std::string first;
    std::string second;

    friend bool operator==(const LanguagePair&, const LanguagePair&) = default;
};

/// The two languages that a bilingual track seems to be in, by the scripts of its lines: the one
/// that stands above the other in more cues first, else the one that the file begins with. Nothing
/// where its lines are of one script.
std::optional<LanguagePair> languagesStackedIn(const Document& document);

/// By the script of a line: that of the language which is not written in Latin letters where there
/// is a letter or digit of it, for names in Latin letters stand in any text. Lines without letters
/// are unclear.
LineSorter byScript(const LanguagePair& languages);
/// By the style of the cue: all but those of `second` are the first track's.
LineSorter byStyle(const std::vector<std::string>& second);
/// By the row of the picture: what stands in the top one is the second track's. For `document`
/// alone, which is borrowed.
LineSorter byRow(const Document& document);
/// The upper half of the lines of a cue is the first track's; an odd number of them is unclear.
LineSorter byHalf();
/// As `sorter`; cues of which it knows nothing by their style, where all lines of that style that
/// it knows are of one track. `document` is borrowed.
LineSorter elseByStyle(const Document& document, LineSorter sorter);

/// Two tracks that were in one.
struct Unstacked {
    Document first;
    Document second;
    /// Places of the cues no line of which tells, and of comments: they are in both tracks.
    std::vector<std::size_t> inBoth;
    /// Places of the cues of two lines, one of them a bare number: it was given to the other track.
    std::vector<std::size_t> guessed;
};

/// Whose the points at the very beginning of a text are.
enum class MarksAtBegin : std::uint8_t {
    OfBoth,         ///< A place, a fade: they hold for all of the cue.
    OfTheFirstLine  ///< As all others: for texts that were in fields of their own.
};

/// The lines of `document` by track, each with its spans; what is at the very beginning of a text
/// goes to both where `marks` says so, comments too. A cue whose lines do not tell and are the same
/// twice ("♪" over "♪") has one for each. Cues of one track that touch (one without an end does the
/// next one, unless that says the same in both languages) and say the same are one again, as they
/// were before they were stacked: where both had no line of the other track, only if
/// they look the same; else they look as the one that had none, for how a cue of both looks is how
/// one of the two does. Who speaks all of such a line is its speaker. Each track keeps the file, so
/// that its writer keeps what is not a cue; styles go with their cues. O(n log n).
Unstacked unstacked(const Document& document,
                    const LineSorter& ownersOf,
                    MarksAtBegin marks = MarksAtBegin::OfBoth);

}  // namespace subs
