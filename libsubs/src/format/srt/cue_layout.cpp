// SPDX-License-Identifier: MIT
#include "format/srt/cue_layout.h"

#include <subs/text/newline.h>

namespace subs::srt {

std::optional<CueLayout> layoutOf(std::string_view stretch) {
    CueLayout layout;
    for (LineReader lines(stretch); lines.next();) {
        if (const auto times = parsedTimeLine(lines.line())) {
            layout.labelLine.end = lines.begin();
            layout.timeLine = {lines.begin(), lines.end()};
            layout.times = *times;
            layout.body = {lines.nextBegin(), stretch.size()};
            return layout;
        }
        const std::string_view content = trimmed(lines.line());
        if (content.empty()) continue;
        const auto begin = static_cast<std::size_t>(content.data() - stretch.data());
        layout.label = {begin, begin + content.size()};
    }
    return std::nullopt;
}

}  // namespace subs::srt
