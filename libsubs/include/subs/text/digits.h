// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/normalise.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace subs {

enum class DigitSystem : std::uint8_t {
    Khmer,  ///< ០–៩
    Latin,  ///< 0–9
};

/// What a number is written in.
enum class NumberDigits : std::uint8_t { Khmer, Latin, Mixed };

/// What a number is for.
enum class NumberRole : std::uint8_t {
    Running,   ///< One of the text, which either system may have.
    Timecode,  ///< "00:01:02,500", "1:02.5": with two colons, or with a mark behind the colon.
    /// Part of a name: in one piece with a letter of another script (A320, 4K, an address), behind
    /// a word of such letters ("iPhone 15"), or of three parts that are no groups of thousands
    /// (1.2.3, 192.168.0.1, 12.05.2024).
    Name,
    Foreign,  ///< On a line of another script.
};

/// The bytes [begin, end) of a text: digits, with single `.` `,` `:` between them.
struct WrittenNumber {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    NumberDigits digits = NumberDigits::Latin;
    NumberRole role = NumberRole::Running;

    friend bool operator==(const WrittenNumber&, const WrittenNumber&) = default;
};

/// The numbers of `text`, which may have several lines, first to last. Digits of other systems are
/// passed over. A line without letters is one of Khmer where the text has Khmer or no letters at
/// all. O(n).
std::vector<WrittenNumber> numbersIn(std::string_view text);

/// How many running numbers of a text are written in which digits.
struct DigitCounts {
    std::size_t khmer = 0;
    std::size_t latin = 0;
    std::size_t mixed = 0;

    DigitCounts& operator+=(const DigitCounts& other);
    friend bool operator==(const DigitCounts&, const DigitCounts&) = default;
};

/// How many numbers of `text` have digits of each kind. O(n).
DigitCounts digitCounts(std::string_view text);

/// `text` with its numbers in one system. Into Khmer go running numbers alone: time codes, names
/// and lines of another script stay. Into Latin goes every Khmer digit, since no name is written
/// with one. Marks between digits stay. O(n).
Normalised withDigits(std::string_view text, DigitSystem system);

/// What stands between the groups of a number, and before its decimals.
enum class NumberMarks : std::uint8_t {
    None,     ///< Digits alone, or a time.
    English,  ///< 1,234,567.89
    Khmer,    ///< 1.234.567,89: CLDR, locale km.
    Unclear,  ///< 1,234 or 1.234: groups to the one, decimals to the other; or neither.
};

/// The marks of `number`, which is one of `numbersIn`.
NumberMarks marksOf(std::string_view number);

/// `text` with the marks of its running numbers as `marks` has them; those that are unclear stay,
/// and so does everything where `marks` is neither English nor Khmer. O(n).
Normalised withNumberMarks(std::string_view text, NumberMarks marks);

}  // namespace subs
