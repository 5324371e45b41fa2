// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/style.h>
#include <subs/time/time.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The values of ASS and SSA fields: times, colours, alignments.
namespace subs::ass {

enum class Dialect : std::uint8_t { Ass, Ssa };

/// A time as read, and whether it is spelt as the formats say (H:MM:SS.cc).
struct ReadTime {
    Time time;
    bool regular = true;
};

/// `H:MM:SS.cc` with hours of any length, a sign, any number of decimals (".5" is half a second),
/// `:` or `,` before them. Nothing where there is no such time or it is beyond what `Time` holds.
std::optional<ReadTime> parseTime(std::string_view text);
/// "11:02:03.40"; a negative count is written as 0.
void appendTime(std::string& out, std::int64_t centiseconds);

/// `&HAABBGGRR`, with or without `&` and zeros, `0x...`, or a decimal (SSA; negative ones wrap as
/// 32 bits do). Nothing where there is no number.
std::optional<Color> parseColor(std::string_view text);
/// "&H00BBGGRR" (ASS) or a decimal of blue, green and red (SSA).
void appendColor(std::string& out, Color color, Dialect dialect);

/// What follows `\c`: `&HBBGGRR&`, `HBBGGRR`, `BBGGRR`. Nothing where it is none of these.
std::optional<Color> parseTagColor(std::string_view text);
/// "#RRGGBB", or "#RRGGBBAA": the spelling of `Span::value`.
std::string spanColor(Color color);
std::optional<Color> parseSpanColor(std::string_view text);

/// SSA: 1–3 bottom, 5–7 top, 9–11 middle. Nothing for other numbers.
std::optional<Alignment> alignmentOfSsa(std::int64_t number);
std::int32_t ssaNumberOf(Alignment alignment);
/// Number pad 1–9.
std::optional<Alignment> alignmentOfPad(std::int64_t number);

}  // namespace subs::ass
