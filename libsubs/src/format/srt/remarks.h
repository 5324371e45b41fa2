// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
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
class Remarks {
public:
    void add(Severity severity,
             std::uint32_t line,
             std::size_t column,
             std::string_view code,
             std::string message);
    /// Counts one more place of a habit; `detail` is added to the message of the first.
    void addHabit(Habit habit,
                  std::uint32_t line,
                  std::size_t column,
                  std::string_view detail = {});
    /// All of them in the order of their lines.
    Diagnostics take();

private:
    struct Count {
        std::size_t index = 0;  ///< Of the diagnostic.
        std::size_t more = 0;
        bool any = false;
    };
    Diagnostics diagnostics_;
    std::array<Count, kHabits> habits_{};
};

}  // namespace subs::srt
