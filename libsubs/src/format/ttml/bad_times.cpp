// SPDX-License-Identifier: MIT
#include "format/ttml/bad_times.h"

#include "format/ttml/vocabulary.h"

#include <algorithm>
#include <string>

namespace subs::ttml {

void addBadTimes(const XmlTag& tag,
                 const TimeAttributes& read,
                 std::uint32_t element,
                 std::vector<BadTime>& times) {
    const auto add = [&](bool isRead, std::string_view name, bool isEnd) {
        const auto typed = tag.value(Vocabulary::None, name);
        if (!typed || isRead) return;
        times.push_back(
            {element, isEnd, std::string(name).append("=\"").append(*typed).append("\"")});
    };
    add(read.begin.has_value(), "begin", false);
    add(read.end.has_value(), "end", true);
    add(read.duration.has_value(), "dur", true);
}

void tellBadTimes(const XmlTag& tag, const TimeAttributes& read, ContentVisitor& visitor) {
    std::vector<BadTime> times;
    addBadTimes(tag, read, 0, times);
    for (const BadTime& time : times)
        visitor.badTime(time.typed);
}

bool isStartUnread(const Paragraph& paragraph, std::uint32_t element) {
    if (paragraph.elements[element].timing.isStartSaid) return false;
    const auto begin = std::ranges::lower_bound(paragraph.badTimes, element, {}, &BadTime::element);
    return begin != paragraph.badTimes.end() && begin->element == element && !begin->isEnd;
}

}  // namespace subs::ttml
