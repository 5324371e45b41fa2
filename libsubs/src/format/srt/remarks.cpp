// SPDX-License-Identifier: MIT
#include "format/srt/remarks.h"

#include <array>

namespace subs::srt {
namespace {

struct HabitText {
    Severity severity;
    std::string_view code;
    std::string_view message;
};

constexpr std::array<HabitText, kHabits> kTexts = {{
    {Severity::Info,
     "srt.point-for-comma",
     "a time has another sign than a comma before its fraction; read all the same"},
    {Severity::Info,
     "srt.fraction-length",
     "a time has not three digits after its comma; read as a decimal fraction"},
    {Severity::Info, "srt.no-hours", "a time has no hours; read as minutes and seconds"},
    {Severity::Info, "srt.odd-arrow", "the arrow between the times is not -->; read as one"},
    {Severity::Info, "srt.spaces-in-time", "there are spaces inside a time; read without them"},
    {Severity::Info, "srt.no-number", "a cue has no number; kept without one"},
    {Severity::Info, "srt.number-order", "cue numbers do not count up by one; kept as they are"},
    {Severity::Info,
     "srt.blank-after-number",
     "there is a blank line between a number and its times; read as one cue"},
    {Severity::Info,
     "srt.blank-line",
     "there is a blank line inside a cue; kept as part of its text"},
    {Severity::Info, "srt.unknown-tag", "a tag is not known; kept, not shown"},
    {Severity::Warning, "srt.unknown-color", "a colour is not known; its tag is kept, not applied"},
    {Severity::Warning, "srt.unknown-font", "a font tag is not understood; kept, not applied"},
    {Severity::Info, "srt.unclosed-tag", "a tag is not closed; it holds to the end of the cue"},
    {Severity::Info, "srt.unopened-tag", "a tag closes nothing; kept, not shown"},
}};

}  // namespace

void Remarks::addHabit(Habit habit,
                       std::uint32_t line,
                       std::size_t column,
                       std::string_view detail) {
    const HabitText& text = kTexts[static_cast<std::size_t>(habit)];
    FileRemarks::addHabit(text.severity, line, column, text.code, text.message, detail);
}

}  // namespace subs::srt
