// SPDX-License-Identifier: MIT
#pragma once

#include "format/lines/clock.h"
#include "format/lines/cue_syntax.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace subs::lines {

/// How many digits fractions of seconds have.
struct FractionDigits {
    std::size_t least = 0;
    std::size_t most = 0;
};

/// Cues of a line "0:00:01.000,0:00:02.000" and lines of text up to a blank one or the next times;
/// "[br]" is a line break too.
class ClockBlocks : public CueSyntax {
public:
    ClockBlocks(const FormatInfo& info, FractionDigits digits, ClockSpelling spelling)
        : CueSyntax(info), digits_(digits), spelling_(spelling) {}

    bool hasTextBelow() const override { return true; }
    std::optional<CueLayout> cueAt(std::string_view text) const override;
    CueText textOf(std::string_view body) const override;
    void appendTime(std::string& out, std::int64_t units) const override;
    void appendCue(std::string& out, const NewCue& cue) const override;
    std::string_view gap(std::string_view newline) const override { return newline; }

protected:
    /// True of a line that would not be read as text: times, or blanks.
    bool isMistaken(std::string_view line) const;

private:
    std::optional<CueLayout> timesIn(std::string_view line) const;

    FractionDigits digits_;
    ClockSpelling spelling_;
};

inline constexpr std::string_view kBreakTag = "[br]";

}  // namespace subs::lines
