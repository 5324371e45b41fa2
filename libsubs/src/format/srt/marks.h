// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs::srt {

/// Tags over the bytes [begin, end) of a text; a point has no closing tag.
struct Mark {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string open;
    std::string_view close;
};

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

/// The bytes of `plain` before which an invisible WORD JOINER (U+2060) keeps text from being read
/// as a tag or as a line of times, ascending.
std::vector<std::size_t> guardsOf(std::string_view plain);

}  // namespace subs::srt
