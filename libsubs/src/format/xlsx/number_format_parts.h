// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs::xlsx {

/// A part of the code of a number format (18.8.31).
struct FormatPart {
    enum class Type : std::uint8_t {
        Literal,  ///< `text` as it is.
        Year,
        Month,
        Day,
        Hour,
        Minute,
        Second,
        Fraction,        ///< Of a second, with its point.
        Half,            ///< "AM/PM" or "A/P".
        ElapsedHours,    ///< All of them, beyond a day.
        ElapsedMinutes,  ///< "
        ElapsedSeconds,  ///< "
        Digit,           ///< One of `0#?,.%`.
        Text,            ///< "@"
        English,         ///< Names are in English, wherever it is shown.
        Other,           ///< Not known here, or up to the computer.
    };
    Type type = Type::Literal;
    std::size_t count = 1;  ///< Letters or digits in a row.
    std::string text = {};  ///< Of literals, digits and halves.

    bool isOfDate() const { return type == Type::Year || type == Type::Month || type == Type::Day; }
    bool isOfClock() const {
        return type == Type::Hour || type == Type::Minute || type == Type::Second;
    }
    bool isElapsed() const {
        return type == Type::ElapsedHours || type == Type::ElapsedMinutes ||
               type == Type::ElapsedSeconds;
    }
};

/// The parts of the first section of `code`.
std::vector<FormatPart> partsOfFormat(std::string_view code);

}  // namespace subs::xlsx
