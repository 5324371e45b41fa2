// SPDX-License-Identifier: MIT
#pragma once

#include "format/file_remarks.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace subs::srt {

/// What whole files do: said once, at the first place, with the number of the others.
enum class Habit : std::uint8_t {
    PointForComma,
    FractionLength,
    NoHours,
    OddArrow,
    Spaces,
    NoNumber,
    NumberOrder,
    BlankAfterNumber,
    BlankLine,
    UnknownTag,
    UnknownColor,
    UnknownFont,
    UnclosedTag,
    UnopenedTag,
};
inline constexpr std::size_t kHabits = 14;

/// Gathers the diagnostics of one file.
class Remarks : public FileRemarks {
public:
    /// Counts one more place of a habit; `detail` is added to the message of the first.
    void addHabit(Habit habit,
                  std::uint32_t line,
                  std::size_t column,
                  std::string_view detail = {});
};

}  // namespace subs::srt
