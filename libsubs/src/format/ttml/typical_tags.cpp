// SPDX-License-Identifier: MIT
#include "format/ttml/typical_tags.h"

#include <subs/format/features.h>

#include "format/ttml/unread_looks.h"
#include "format/xml/tag_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace subs::ttml {
namespace {

/// What a paragraph says of itself alone (TTML2 §8.2.1 and §14.2, IMSC 1.1 §7.4), by its name
/// without a prefix.
constexpr std::array<std::string_view, 6> kOwn = {
    "lang", "role", "forcedDisplay", "visibility", "display", "opacity"};

bool isOwn(std::string_view name) {
    return std::ranges::count(kOwn, name.substr(name.find(':') + 1)) > 0;
}

/// True of what a tag says, and not of what stands in a paragraph, or of a region.
bool isOfTag(const UnreadThing& thing) {
    return thing.feature != feature::kRegion && thing.before.find("=\"") != std::string::npos;
}

TypicalTag typicalOf(const ReadCue& read, std::string_view text, const Head& head) {
    const ContentElement& own = read.paragraph.elements[read.element];
    TagText tag(text);
    TypicalTag typical{{}, read.cue.style, own.look, unreadOf(read, head)};
    std::erase_if(typical.things, [&](const UnreadThing& thing) {
        const bool isTyped = text.find(thing.before) != text.npos;
        return !isOfTag(thing) ||
               (isTyped && isOwn(std::string_view(thing.before).substr(0, thing.before.find('='))));
    });
    for (const std::string_view name : tag.names())
        if (isOwn(name)) tag.remove(name);
    typical.text = tag.text();
    return typical;
}

}  // namespace

void TypicalTags::add(const ReadCue& read, std::string_view tag, const Head& head) {
    if (read.element != 0) return;
    const Paragraph& paragraph = read.paragraph;
    std::vector<Entry>& entries = entries_[read.cue.style];
    const StyleValues& around = paragraph.around.values;
    const RegionChoice region = paragraph.elements[0].inherited.region;
    const auto known = std::ranges::find_if(
        entries, [&](const Entry& entry) { return entry.isIn(around, region); });
    if (known == entries.end()) {
        entries.push_back({typicalOf(read, tag, head), around, region, 1});
        return;
    }
    ++known->count;
    if (known->tag.things.empty()) return;
    TypicalTag other = typicalOf(read, tag, head);
    if (other.things.size() < known->tag.things.size()) known->tag = std::move(other);
}

const TypicalTag* TypicalTags::likeFor(const Cue& cue, const Original& neighbour) const {
    const bool isPart = cue.piece == neighbour.cue.piece;
    if (isPart || neighbour.element != 0) return nullptr;
    const StyleValues& around = neighbour.paragraph->around.values;
    const RegionChoice region = neighbour.own().inherited.region;
    // The plain ones first.
    const auto isLess = [](const Entry& a, const Entry& b) {
        return std::pair(a.tag.things.empty(), a.count) < std::pair(b.tag.things.empty(), b.count);
    };
    const Entry* most = nullptr;
    for (const auto& [style, entries] : entries_)
        for (const Entry& entry : entries) {
            if (!entry.isIn(around, region)) continue;
            if (style == cue.style) return &entry.tag;
            if (!most || isLess(*most, entry)) most = &entry;
        }
    return most ? &most->tag : nullptr;
}

}  // namespace subs::ttml
