// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/segment.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// How willingly a line ends at a place. Places where it never may are not told at all. What each
/// grade is for, with examples: libsubs/src/text/LINES.md.
enum class BreakGrade : std::uint8_t {
    Best,   ///< After punctuation, at the spaces between phrases, at an author's U+200B.
    Good,   ///< Before a conjunction, preposition or relative.
    Plain,  ///< Between two words.
    Mild,   ///< Inside of a compound, between scripts, behind a preposition.
    Bad,    ///< What a guide says is never parted; for lines that else run out of their box.
};

inline constexpr std::array kBreakGrades{
    BreakGrade::Best, BreakGrade::Good, BreakGrade::Plain, BreakGrade::Mild, BreakGrade::Bad};

/// "best", "good", "plain", "mild" or "bad".
std::string_view nameOf(BreakGrade grade);

/// What a break costs, in the measure of `chosenLines`: a line break there is worth that much
/// unevenness of lines. A bad one costs more than any unevenness can.
double priceOf(BreakGrade grade);

/// A place where a line may end.
struct LineBreak {
    std::uint32_t end = 0;   ///< Where the line ends, without the spaces behind it.
    std::uint32_t next = 0;  ///< Where the next one begins.
    BreakGrade grade = BreakGrade::Plain;

    friend bool operator==(const LineBreak&, const LineBreak&) = default;
};

/// Finds the places where a line may end and grades them: those of `Segmenter`, less the ones that
/// part a number from its classifier or unit. Rules of Khmer stand between Khmer letters, those of
/// English between Latin ones in English and Khmer texts; elsewhere punctuation and spaces count.
/// Keep one, as with a `Segmenter`. One thread at a time.
class LineBreaker {
public:
    /// `language` as for `Segmenter`.
    explicit LineBreaker(std::string_view language = "km");
    /// With names of a glossary, which stay whole, at the spaces in them too where that can be.
    explicit LineBreaker(const SegmentOptions& options);
    LineBreaker(LineBreaker&&) noexcept;
    LineBreaker& operator=(LineBreaker&&) noexcept;
    ~LineBreaker();

    /// The places in `line`, which has no line break in it, ascending; none at its ends. O(n).
    std::vector<LineBreak> breaks(std::string_view line);

private:
    struct Rules;
    std::unique_ptr<Rules> rules_;
};

}  // namespace subs
