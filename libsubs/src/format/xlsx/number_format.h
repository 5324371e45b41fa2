// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// How cells show their numbers (ECMA-376-1, 18.8.30 and 18.8.31).
namespace subs::xlsx {

/// Which day a workbook counts from (18.17.4.1).
enum class DateBase : std::uint8_t { Of1900, Of1904 };

struct NumberFormat {
    enum class Kind : std::uint8_t {
        General,
        Text,     ///< "@"
        Number,   ///< "0.00", "0%"
        Clock,    ///< A time of day: "hh:mm:ss".
        Elapsed,  ///< A length: "[h]:mm:ss".
        Date,     ///< A day, with a time of day or without.
    };
    Kind kind = Kind::General;
    std::string code;

    /// True of one that shows a number otherwise than it is.
    bool isSpecial() const { return kind != Kind::General && kind != Kind::Text; }
};

/// That of a code; its first section alone counts, which is that of numbers above 0.
NumberFormat numberFormat(std::string_view code);
/// A built-in one. What depends on the computer that shows it has a "[$-F800]" before it.
NumberFormat builtInFormat(unsigned id);

/// A number as a spreadsheet shows it without a format: "12.5" of "12.500000000000002".
std::string numberText(std::string_view value);

/// What the number `value` of a cell of `format` means, whatever is shown of it: "00:00:01.500" for
/// times and lengths to the millisecond, "2024-05-06" or "2024-05-06 00:00:10" for a date, else the
/// number. A date of the first day is the time of day that was meant. A day before all days is
/// "#####", as a spreadsheet shows it.
std::string meantText(const NumberFormat& format, std::string_view value, DateBase base);

/// What a spreadsheet shows of it.
struct ShownNumber {
    std::string text;
    /// False where that depends on the computer (its language, its order of day and month), or the
    /// format has what is not known here.
    bool isSure = true;
};
ShownNumber shownNumber(const NumberFormat& format, std::string_view value, DateBase base);

}  // namespace subs::xlsx
