// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/fraction.h>

#include <cstdint>
#include <optional>
#include <vector>

// When elements are shown: time containers (TTML2 §12.2.4 and §12.4), which lay their children side
// by side ("par") or one after the other ("seq").
namespace subs::ttml {

enum class Container : std::uint8_t { Parallel, Sequence };

/// What an element says of its own time, from where its container starts it.
struct TimeAttributes {
    std::optional<Fraction> begin;
    std::optional<Fraction> end;
    std::optional<Fraction> duration;
    Container container = Container::Parallel;

    bool any() const { return begin || end || duration; }
};

/// When something is shown, in seconds of the film.
struct Interval {
    Fraction begin;
    std::optional<Fraction> end;  ///< Absent: for ever.

    bool isEmpty() const { return end && *end <= begin; }
    friend bool operator==(const Interval&, const Interval&) = default;
};

/// What both have in common; empty where they have nothing.
Interval intersection(const Interval& a, const Interval& b);

/// An element that is open, or was closed last.
struct TimedElement {
    Fraction origin;                ///< What its attributes count from.
    Interval said;                  ///< As its attributes say, whatever is around it.
    std::optional<Fraction> outer;  ///< Where what is around it ends by an attribute.
    std::optional<Fraction> limit;  ///< Where it or what is around it does.
    Container container = Container::Parallel;
    bool isReached = true;  ///< False behind a sibling that lasts for ever.
    /// The file says where it begins: by a `begin` of it or of what is around it, or by a sibling
    /// that it comes behind.
    bool isStartSaid = false;

    /// When it is shown, as far as can be told before its end tag.
    Interval sofar() const;
};

/// Follows the elements of a file.
class Timing {
public:
    /// An element begins. Those that may hold text last, unless told otherwise, as long as what
    /// they hold (§12.4).
    const TimedElement& open(const TimeAttributes& attributes);
    /// An element that would begin here.
    TimedElement child(const TimeAttributes& attributes) const;
    /// A text or line break in the element that is open: shown as long as that in a parallel
    /// container, for no time in a sequence. Answers when.
    Interval anonymous();
    /// The element ends. Answers when it is shown; empty for one that never is.
    Interval close();

    const TimedElement& current() const { return open_.back().element; }
    bool isOpen() const { return !open_.empty(); }
    /// Goes on inside of `parent`, which was open in another reading.
    void restart(const TimedElement& parent);

private:
    struct Open {
        TimedElement element;
        bool hasEnd = false;             ///< Its attributes say when it ends.
        std::optional<Fraction> latest;  ///< Where its children end so far; nothing: never.
    };

    void childEnds(std::optional<Fraction> end);

    std::vector<Open> open_;
};

}  // namespace subs::ttml
