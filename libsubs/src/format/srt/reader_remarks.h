// SPDX-License-Identifier: MIT
#pragma once

#include "format/srt/body_parser.h"
#include "format/srt/remarks.h"
#include "format/srt/time_line.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace subs::srt {

/// What the reader says about single cues.
void remarkTimes(Remarks& remarks, std::uint32_t line, const TimeLine& times);
void remarkDamaged(Remarks& remarks, std::uint32_t line, std::string_view content);
void remarkWordLabel(Remarks& remarks, std::uint32_t line, std::string_view label);
/// About a cue whose body would begin at line `firstLine` of the file.
void remarkEmpty(Remarks& remarks, std::uint32_t firstLine);
/// `body` begins at line `firstLine` of the file.
void remarkBody(Remarks& remarks,
                std::uint32_t firstLine,
                std::string_view body,
                const CueText& text,
                const std::vector<MarkupRemark>& markup);

/// What it says about the file.
void remarkStrayText(Remarks& remarks);
void remarkTruncated(Remarks& remarks, std::uint32_t line);
void remarkNoCues(Remarks& remarks);
/// About the first NUL of a part, behind `lineBase` lines of other parts.
void remarkNul(Remarks& remarks, std::string_view text, std::uint32_t lineBase);

}  // namespace subs::srt
