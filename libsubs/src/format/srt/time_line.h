// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/time.h>

#include "format/byte_range.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs::srt {

/// How a line of times differs from `00:00:01,000 --> 00:00:02,000`, as bits.
enum Oddity : std::uint8_t {
    kPointForComma = 1,   ///< 00:00:01.000
    kFractionLength = 2,  ///< None, or not three digits.
    kNoHours = 4,         ///< 00:01,000
    kOutOfRange = 8,      ///< 60 minutes or seconds and more.
    kTooLarge = 16,       ///< More than a `Time` holds with room to spare: clamped.
    kOddArrow = 32,       ///< "->", "-- >", "--->".
    kSpaces = 64,         ///< Spaces inside a time.
};

/// The line that begins a cue.
struct TimeLine {
    Time start;
    std::optional<Time> end;  ///< Absent where it cannot be read: `endAt` is then empty.
    ByteRange startAt;
    ByteRange endAt;
    ByteRange settingsAt;  ///< What follows the times, without the spaces around it.
    std::uint8_t oddities = 0;
};

/// Reads `line` (without its line end), liberally; nothing where it is no line of times.
std::optional<TimeLine> parsedTimeLine(std::string_view line);

/// True of a line that was meant to be one of times: it has an arrow, and begins like a time.
bool isDamagedTimeLine(std::string_view line);

/// The beginning of a line of times that breaks off before its arrow is complete ("00:01:2").
bool isCutOffTimeLine(std::string_view line);

/// `12:34:56,789`; hours have two digits or more, a negative time has a minus.
void appendTime(std::string& out, std::int64_t milliseconds);

/// `line` without the spaces, tabs and byte order marks around it, whatever it begins with.
std::string_view trimmedSlowly(std::string_view line);

/// The same; most lines have nothing to take off.
inline std::string_view trimmed(std::string_view line) {
    constexpr char kBomLead = '\xEF';
    const auto stays = [](char letter) {
        return letter != ' ' && letter != '\t' && letter != kBomLead;
    };
    if (line.empty() || (stays(line.front()) && stays(line.back()))) return line;
    return trimmedSlowly(line);
}

}  // namespace subs::srt
