// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/marked_text.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs::srt {

/// What a span is lost as.
struct MarkLoss {
    std::string_view feature;
    LossSeverity severity = LossSeverity::Dropped;
    std::string_view before;
    std::string after;
};

enum class Origins : std::uint8_t {
    Own,  ///< Read from SubRip: what was kept as written is written back.
    Other,
};

/// The tags for the spans of `text`, in the order of their beginnings, and what has none. `style`
/// may be null; its bold, italic, underline and strike become tags, since the words would lose
/// their emphasis otherwise.
std::vector<Mark> marksOf(const CueText& text,
                          const Style* style,
                          Origins origins,
                          std::vector<MarkLoss>& losses);

/// What keeps text of `plain` from being read as a tag or as a line of times: an invisible WORD
/// JOINER (U+2060) in it.
std::vector<TextEdit> guardsOf(std::string_view plain);

}  // namespace subs::srt
