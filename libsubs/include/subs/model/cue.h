// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/rare_text.h>
#include <subs/model/cue_text.h>
#include <subs/time/time.h>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace subs {

/// Which cue of its document this is; never changes and is never given to another. 0 is none.
struct CueId {
    std::uint32_t value = 0;
    friend constexpr auto operator<=>(CueId, CueId) = default;
};

enum class CueKind : std::uint8_t { Dialogue, Comment };

/// Where on the picture, as on a number pad: 1 bottom left, 2 bottom centre, 9 top right.
enum class Alignment : std::uint8_t {
    BottomLeft = 1,
    BottomCentre,
    BottomRight,
    MiddleLeft,
    MiddleCentre,
    MiddleRight,
    TopLeft,
    TopCentre,
    TopRight,
};

/// Distances from the picture's edges in canvas units; 0 means the style's own.
struct Margins {
    std::int32_t left = 0;
    std::int32_t right = 0;
    std::int32_t vertical = 0;
    friend bool operator==(const Margins&, const Margins&) = default;
};

/// Which stretch of its origin a thing was read from: an index into `Origin::pieces`, or none.
struct PieceRef {
    static constexpr std::uint32_t kNone = 0xFFFF'FFFF;
    std::uint32_t index = kNone;
    bool has() const { return index != kNone; }
    friend constexpr bool operator==(PieceRef, PieceRef) = default;
};

/// One timed text. Times are film time; an end before its start is kept as it was read.
struct Cue {
    CueId id;
    PieceRef piece;  ///< Set by readers, cleared when the cue goes into another document.
    Time start;
    std::optional<Time> end;  ///< Absent where the format gives none.
    CueText text;
    CueKind kind = CueKind::Dialogue;
    std::optional<Alignment> alignment;  ///< Where the cue itself overrides its style.
    std::int32_t layer = 0;
    Margins margins;
    std::string
        label;  ///< The number or id before the cue as written ("12", "intro"), may be empty.
    std::string style;  ///< Name of a style; may name one that the document does not have.
    RareText speaker;
    RareText effect;
    RareText settings;  ///< What follows the times, as written (SRT "X1:40 X2:600 Y1:10 Y2:50").

    /// `end - start`; zero without an end. May be negative.
    Time duration() const { return end ? *end - start : Time(); }
    friend bool operator==(const Cue&, const Cue&) = default;
};

/// Makes `cue` as new; its strings keep their storage.
void reset(Cue& cue);

}  // namespace subs
