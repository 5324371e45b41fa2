// SPDX-License-Identifier: MIT
#include "format/scc/unread.h"

#include <subs/format/features.h>

#include "format/asides.h"

#include <algorithm>

namespace subs::scc {
namespace {

bool isStray(const FileLine& line) {
    return line.kind == FileLine::Kind::Stray;
}

}  // namespace

LossReport unreadOf(const SccFile& file) {
    const Oddities& oddities = file.oddities;
    LossReport unread;
    const auto add = [&](std::string_view feature,
                         std::size_t count,
                         std::size_t line,
                         std::string_view what,
                         std::string_view remedy = {}) {
        if (count == 0) return;
        LossItem& item = unread.items.emplace_back();
        item.feature = feature;
        item.count = count;
        item.line = numberOf(line);
        item.before = what;
        item.remedy = remedy;
    };
    add(feature::kUnread,
        oddities.withoutMode,
        oddities.firstLine[0],
        "letters before the first command");
    add(feature::kUnread,
        oddities.otherChannel,
        oddities.firstLine[1],
        "captions or data of another channel");
    add(feature::kUnread, oddities.textMode, oddities.firstLine[2], "text that is no captions");
    add(feature::kOverrides,
        oddities.attributes,
        oddities.firstLine[4],
        "backgrounds or black letters");
    const auto isBad = [](const FileLine& line) {
        return line.kind == FileLine::Kind::Data && line.hasBadWords;
    };
    const auto firstBad = std::ranges::find_if(file.lines, isBad);
    if (firstBad != file.lines.end())
        add(feature::kUnread,
            static_cast<std::size_t>(std::ranges::count_if(file.lines, isBad)),
            static_cast<std::size_t>(firstBad - file.lines.begin()),
            "a line with something that is no pair of bytes: cut off, or damaged",
            "mend the line and convert the file again");
    if (file.hasUnseen)
        add(feature::kUnread, 1, file.lines.size() - 1, "a caption that is never shown");
    return unread;
}

LossReport lostUnread(const SccFile& before, const SccFile& after) {
    LossReport lost = unreadOf(before);
    const LossReport kept = unreadOf(after);
    for (LossItem& item : lost.items) {
        const auto same = std::ranges::find(kept.items, item.before, &LossItem::before);
        if (same == kept.items.end()) continue;
        item.count -= std::min(item.count, same->count);
        item.line = 0;  // which of them are kept is not known
    }
    std::erase_if(lost.items, [](const LossItem& item) { return item.count == 0; });
    return lost;
}

void reportLostStray(const SccFile& before,
                     std::string_view text,
                     const SccFile& after,
                     LossReport& losses) {
    const auto lines = std::ranges::count_if(before.lines, isStray);
    const auto kept = std::ranges::count_if(after.lines, isStray);
    if (kept >= lines) return;
    const auto first = std::ranges::find_if(before.lines, isStray);
    LossItem& item = losses.items.emplace_back();
    item.feature = feature::kRaw;
    item.count = static_cast<std::size_t>(lines - kept);
    item.before = firstLine(text.substr(first->begin));
}

}  // namespace subs::scc
