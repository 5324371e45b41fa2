// SPDX-License-Identifier: MIT
#include "format/ttml/ruby_order.h"

#include "format/xml/words.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace subs::ttml {
namespace {

/// The events of an element: of its beginning and of its end.
struct Range {
    std::size_t open = 0;
    std::size_t close = 0;
};

/// A container of bases or of texts, and those.
struct Group {
    Range range;
    std::vector<Range> parts;
};

/// One ruby with containers.
struct RubyGroups {
    Range range;
    std::vector<Group> bases;
    std::vector<Group> texts;
    bool hasOthers = false;  ///< Text that is in none of the parts.

    bool hasAny() const { return !bases.empty() || !texts.empty(); }
    bool isPaired() const {
        return !hasOthers && bases.size() == 1 && texts.size() == 1 &&
               !bases.front().parts.empty() &&
               bases.front().parts.size() == texts.front().parts.size();
    }
};

class GroupFinder {
public:
    explicit GroupFinder(const Paragraph& paragraph) : paragraph_(paragraph) {}

    /// Of the ruby that begins with the event at `open`.
    RubyGroups groupsAt(std::size_t open) const {
        RubyGroups groups;
        groups.range = {open, closeOf(open)};
        const std::uint32_t container = event(open).element;
        for (std::size_t at = open + 1; at < groups.range.close; ++at) {
            const RubyRole role = roleAt(at);
            const bool isGroup = event(at).kind == ContentEvent::Kind::Open &&
                                 parentOf(at) == container &&
                                 (role == RubyRole::BaseGroup || role == RubyRole::TextGroup);
            if (!isGroup) {
                groups.hasOthers = groups.hasOthers || isText(at);
                continue;
            }
            Group group = groupAt(at, groups.hasOthers);
            at = group.range.close;
            (role == RubyRole::BaseGroup ? groups.bases : groups.texts).push_back(std::move(group));
        }
        return groups;
    }

private:
    Group groupAt(std::size_t open, bool& hasOthers) const {
        Group group{{open, closeOf(open)}, {}};
        const RubyRole wanted =
            roleAt(open) == RubyRole::BaseGroup ? RubyRole::Base : RubyRole::Text;
        for (std::size_t at = open + 1; at < group.range.close; ++at) {
            const bool isChild =
                event(at).kind == ContentEvent::Kind::Open && parentOf(at) == event(open).element;
            if (isChild && roleAt(at) == RubyRole::Delimiter) {
                at = closeOf(at);
            } else if (isChild && roleAt(at) == wanted) {
                group.parts.push_back({at, closeOf(at)});
                at = group.parts.back().close;
            } else {
                hasOthers = hasOthers || isText(at);
            }
        }
        return group;
    }

    const ContentEvent& event(std::size_t at) const { return paragraph_.events[at]; }
    RubyRole roleAt(std::size_t at) const { return paragraph_.elements[event(at).element].ruby; }
    std::uint32_t parentOf(std::size_t at) const {
        return paragraph_.elements[event(at).element].parent;
    }

    bool isText(std::size_t at) const {
        const ContentEvent& one = event(at);
        if (one.kind == ContentEvent::Kind::Break) return true;
        const std::string_view text =
            std::string_view(paragraph_.text).substr(one.begin, one.end - one.begin);
        return one.kind == ContentEvent::Kind::Text && !trimmed(text).empty();
    }

    std::size_t closeOf(std::size_t open) const {
        return paragraph_.elements[event(open).element].endOfEvents - 1;
    }

    const Paragraph& paragraph_;
};

bool hasGroups(const Paragraph& paragraph, std::uint32_t element) {
    return std::ranges::any_of(paragraph.eventsOf(element), [&](const ContentEvent& event) {
        const RubyRole role = paragraph.elements[event.element].ruby;
        return role == RubyRole::BaseGroup || role == RubyRole::TextGroup;
    });
}

bool isContainer(const Paragraph& paragraph, std::size_t at) {
    const ContentEvent& event = paragraph.events[at];
    return event.kind == ContentEvent::Kind::Open &&
           paragraph.elements[event.element].ruby == RubyRole::Container;
}

/// Each base with its text behind it.
void appendPairs(const RubyGroups& groups, std::vector<std::size_t>& order) {
    const auto append = [&](const Group& group, const Range& part) {
        order.push_back(group.range.open);
        for (std::size_t at = part.open; at <= part.close; ++at)
            order.push_back(at);
        order.push_back(group.range.close);
    };
    const Group& bases = groups.bases.front();
    const Group& texts = groups.texts.front();
    order.push_back(groups.range.open);
    for (std::size_t i = 0; i < bases.parts.size(); ++i) {
        append(bases, bases.parts[i]);
        append(texts, texts.parts[i]);
    }
    order.push_back(groups.range.close);
}

}  // namespace

std::vector<std::size_t> readingOrder(const Paragraph& paragraph, std::uint32_t element) {
    const ContentElement& whole = paragraph.elements[element];
    std::vector<std::size_t> order;
    order.reserve(whole.endOfEvents - whole.firstEvent);
    const bool mayHavePairs = hasGroups(paragraph, element);
    for (std::size_t at = whole.firstEvent; at < whole.endOfEvents; ++at) {
        if (mayHavePairs && isContainer(paragraph, at)) {
            const RubyGroups groups = GroupFinder(paragraph).groupsAt(at);
            if (groups.isPaired()) {
                appendPairs(groups, order);
                at = groups.range.close;
                continue;
            }
        }
        order.push_back(at);
    }
    return order;
}

bool hasUnpairedRuby(const Paragraph& paragraph, std::uint32_t element) {
    if (!hasGroups(paragraph, element)) return false;
    const ContentElement& whole = paragraph.elements[element];
    for (std::size_t at = whole.firstEvent; at < whole.endOfEvents; ++at) {
        if (!isContainer(paragraph, at)) continue;
        const RubyGroups groups = GroupFinder(paragraph).groupsAt(at);
        if (groups.hasAny() && !groups.isPaired()) return true;
    }
    return false;
}

}  // namespace subs::ttml
