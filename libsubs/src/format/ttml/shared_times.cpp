// SPDX-License-Identifier: MIT
#include "format/ttml/shared_times.h"

#include "format/ttml/exact_seconds.h"
#include "format/ttml/inner_times.h"
#include "format/xml/tag_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

namespace subs::ttml {
namespace {

/// Those that are in none of the paragraph's cues.
std::vector<TimedTag> sharedTagsIn(const Paragraph& paragraph, std::string_view file) {
    std::vector<TimedTag> tags;
    const std::vector<std::uint32_t> cues = cueElements(paragraph);
    const auto beginOf = [&](std::uint32_t cue) { return paragraph.elements[cue].tag.begin; };
    for (const TimedTag& tag : paragraph.timedTags) {
        const auto next = std::ranges::upper_bound(cues, tag.tag.begin, {}, beginOf);
        const bool isInCue =
            next != cues.begin() && tag.tag.end <= paragraph.elements[*std::prev(next)].end;
        if (!isInCue && hasTimes(tag.tag.of(file))) tags.push_back(tag);
    }
    return tags;
}

/// The way that all `edges` went, a shift or a scale; nothing where there is none.
std::optional<TimeMap> oneWay(std::vector<AnchorPoint> edges) {
    // As near as times come that were rounded to milliseconds before and after.
    constexpr Time kNear = Time::fromMilliseconds(2);
    const auto fits = [&](const TimeMap& way) {
        return std::ranges::all_of(edges, [&](const AnchorPoint& edge) {
            const Time missed = way.at(edge.from) - edge.to;
            return std::max(missed, -missed) <= kNear;
        });
    };
    std::ranges::sort(
        edges, {}, [](const AnchorPoint& edge) { return std::pair(edge.from, edge.to); });
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    if (edges.empty()) return std::nullopt;
    const AnchorPoint first = edges.front();
    const AnchorPoint last = edges.back();
    if (TimeMap shift = TimeMap::shift(first.to - first.from); fits(shift)) return shift;
    // Two edges are on a line always, even where one was moved alone.
    if (edges.size() == 2 && (first.from == first.to || last.from == last.to)) return std::nullopt;
    const std::array<AnchorPoint, 2> ends = {first, last};
    auto line = TimeMap::through(ends);
    if (!line || !fits(*line)) return std::nullopt;
    return *std::move(line);
}

std::uint32_t lineOf(std::string_view file, std::size_t at) {
    return static_cast<std::uint32_t>(1 + std::ranges::count(file.substr(0, at), '\n'));
}

}  // namespace

bool SharedTimes::Group::isMoved() const {
    return std::ranges::any_of(edges, [](const AnchorPoint& edge) { return edge.from != edge.to; });
}

void SharedTimes::add(const ReadCue& read, const Cue* now) {
    if (read.element == 0) return;
    const ContentElement& around = read.paragraph.elements.front();
    if (std::exchange(paragraph_, around.tag.begin) != around.tag.begin)
        if (auto tags = sharedTagsIn(read.paragraph, file_); !tags.empty())
            groups_.push_back({around.tag.begin,
                               around.timing.container == Container::Sequence,
                               std::move(tags),
                               {}});
    const bool isShared = !groups_.empty() && groups_.back().paragraph == paragraph_;
    if (!isShared || now == nullptr) return;
    std::vector<AnchorPoint>& edges = groups_.back().edges;
    edges.push_back({read.cue.start, now->start});
    if (read.cue.end && now->end) edges.push_back({*read.cue.end, *now->end});
}

SharedTimes::Result SharedTimes::run(const Parameters& parameters) const {
    Result result;
    for (const Group& group : groups_) {
        if (!group.isMoved() || addMoved(group, parameters, result.tags)) continue;
        result.still.animations += group.tags.size();
        if (result.still.line == 0) result.still.line = lineOf(file_, group.tags.front().tag.begin);
    }
    return result;
}

/// False where they stay.
bool SharedTimes::addMoved(const Group& group,
                           const Parameters& parameters,
                           std::vector<Tag>& tags) const {
    const auto way = group.isSequence ? std::nullopt : oneWay(group.edges);
    if (!way) return false;
    std::vector<Tag> moved;
    for (const TimedTag& tag : group.tags) {
        TagText text(tag.tag.of(file_));
        if (!moveTimes(text, tag.timing, *way, parameters)) return false;
        if (text.isChanged()) moved.push_back({tag.tag, text.text()});
    }
    std::ranges::move(moved, std::back_inserter(tags));
    return true;
}

}  // namespace subs::ttml
