// SPDX-License-Identifier: MIT
#include "format/vtt/time_line.h"

#include "format/vtt/ascii.h"
#include "format/vtt/timestamp.h"

namespace subs::vtt {

std::optional<TimeLine> parsedTimeLine(std::string_view line) {
    TimeLine result;
    std::size_t at = 0;
    skipWhitespace(line, at);
    result.startAt.begin = at;
    const auto start = takeTimestamp(line, at);
    result.startAt.end = at;
    skipWhitespace(line, at);
    if (!start || !line.substr(at).starts_with(kArrow)) return std::nullopt;
    at += kArrow.size();
    skipWhitespace(line, at);
    result.endAt.begin = at;
    const auto end = takeTimestamp(line, at);
    if (!end) return std::nullopt;
    result.endAt.end = at;
    result.start = *start;
    result.end = *end;
    skipWhitespace(line, at);
    std::size_t last = line.size();
    while (last > at && isWhitespace(line[last - 1]))
        --last;
    result.settingsAt = {at, last};
    return result;
}

}  // namespace subs::vtt
