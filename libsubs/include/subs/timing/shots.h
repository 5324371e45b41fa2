// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/frame_timeline.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// Where the shots of a film begin and end, as plain frame numbers.
namespace subs {

enum class TransitionKind : std::uint8_t { Dissolve, FadeIn, FadeOut };

/// "dissolve", "fade-in" or "fade-out".
std::string_view nameOf(TransitionKind kind);
std::optional<TransitionKind> transitionKindNamed(std::string_view name);

/// A gradual change from one shot to the next. A fade through black or white is a fade-out and a
/// fade-in.
struct Transition {
    TransitionKind kind = TransitionKind::Dissolve;
    Frame from;  ///< The first frame that is changed by it.
    Frame to;    ///< The last one; of a fade-out usually the first that is black.
    friend constexpr bool operator==(Transition, Transition) = default;
};

/// The shot changes of a film, or of a stretch of it.
struct Shots {
    /// The first frame of each new shot, ascending and distinct. The film's first frame begins a
    /// shot too, but nothing is cut there: it is not among them.
    std::vector<Frame> cuts;
    std::vector<Transition> transitions;  ///< Ascending by `from`.
    friend bool operator==(const Shots&, const Shots&) = default;
};

/// `shots` in the order that `Shots` promises: sorted, each cut once, none at frame 0 or before,
/// transitions whose ends are the wrong way round turned.
Shots ordered(Shots shots);

/// All of `shots` by `frames` later, or earlier where it is negative: of a list that was made for a
/// film with another beginning. What would lie before the film's beginning is left out, and a
/// transition that would begin before it begins at 0.
Shots moved(const Shots& shots, std::int64_t frames);

/// A stretch of frames, both ends included.
struct FrameRange {
    Frame first;
    Frame last;

    constexpr bool contains(Frame frame) const { return first <= frame && frame <= last; }
};

}  // namespace subs
