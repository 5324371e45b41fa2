// SPDX-License-Identifier: MIT
#include "format/srt/cue_begin.h"

#include "format/srt/letters.h"
#include "format/srt/time_line.h"

#include <algorithm>

namespace subs::srt {
namespace {

constexpr std::string_view kBareArrow = "-->";
constexpr std::string_view kLineEnds = "\r\n";
constexpr std::size_t kLookedAt = 1 << 16;

/// Where the line that holds the byte `at` begins.
std::size_t lineBegin(std::string_view text, std::size_t at) {
    const std::size_t end = at == 0 ? std::string_view::npos : text.find_last_of(kLineEnds, at - 1);
    return end == std::string_view::npos ? 0 : end + 1;
}

/// The text before the line end that ends at `end`.
std::string_view withoutLineEnd(std::string_view text, std::size_t end) {
    text = text.substr(0, end);
    if (text.ends_with('\n')) text.remove_suffix(1);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

bool isRegularTimeLine(std::string_view line) {
    const auto times = parsedTimeLine(line);
    return times && times->end && times->oddities == 0;
}

/// Where the cue begins whose line of times begins at `times`; 0 where that is not beyond doubt.
std::size_t cueBegin(std::string_view text, std::size_t times) {
    const std::size_t end = text.find_first_of(kLineEnds, times);
    if (times == 0 || end == std::string_view::npos) return 0;
    if (!isRegularTimeLine(text.substr(times, end - times))) return 0;
    const std::string_view before = withoutLineEnd(text, times);
    const std::size_t number = lineBegin(before, before.size());
    if (number == 0 || !isNumber(before.substr(number))) return 0;
    const std::string_view blank = withoutLineEnd(text, number);
    return lineBegin(blank, blank.size()) == blank.size() ? number : 0;
}

}  // namespace

std::size_t lastCueBegin(std::string_view text) {
    std::size_t arrow = text.rfind(kBareArrow);
    while (arrow != std::string_view::npos) {
        const std::size_t times = lineBegin(text, arrow);
        if (const std::size_t begin = cueBegin(text, times); begin > 0) return begin;
        if (times == 0) return 0;
        arrow = text.rfind(kBareArrow, times - 1);
    }
    return 0;
}

std::size_t likelyCues(std::string_view text) {
    const std::string_view head = text.substr(0, kLookedAt);
    std::size_t arrows = 0;
    for (std::size_t at = head.find(kBareArrow); at != std::string_view::npos;
         at = head.find(kBareArrow, at + kBareArrow.size()))
        ++arrows;
    if (head.size() == text.size()) return arrows;
    return text.size() / head.size() * (arrows + arrows / 8 + 1);
}

}  // namespace subs::srt
