// SPDX-License-Identifier: MIT
#include "format/edges.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace subs {
namespace {

constexpr Time kMillisecond = Time::fromMilliseconds(1);

std::string nameOf(const Document& document, const Cue& cue) {
    const std::optional<std::size_t> index = indexOf(document, cue.id);
    return index ? fmt::format("cue {}", *index + 1) : std::string("a cue");
}

}  // namespace

bool lacksLastEnd(const DocumentPart& part) {
    if (part.place == PartPlace::Last || part.document.cues.empty()) return false;
    return !part.document.cues.back().end && !part.next;
}

EdgeRounder::EdgeRounder(const Document& document,
                         const WriteOptions& options,
                         NegativeTimes negative,
                         std::optional<Time> next)
    : document_(document), options_(options), negative_(negative), next_(next) {}

Result<std::int64_t> EdgeRounder::milliseconds(const Cue& cue, Time time, Edge edge) const {
    if (isFrameRule(options_.rounding)) {
        auto result = rounded(time, edge, options_.rounding, kMillisecond, options_.timeline);
        if (result) return result;
        return failure(result.error().code,
                       fmt::format("{}: {}", nameOf(document_, cue), result.error().message));
    }
    const std::int64_t result = options_.rounding == Rounding::Floor ? time.floorMilliseconds()
                                                                     : time.nearestMilliseconds();
    return negative_ == NegativeTimes::Kept ? result : std::max<std::int64_t>(result, 0);
}

Time EdgeRounder::endOf(std::size_t index) const {
    const Cue& cue = document_.cues[index];
    return cue.end ? *cue.end : usualEnd(cue.start, startBehind(index));
}

std::optional<Time> EdgeRounder::startBehind(std::size_t index) const {
    const std::vector<Cue>& cues = document_.cues;
    const bool isSeen = cues[index].kind != CueKind::Comment;
    std::size_t behind = index + 1;
    while (isSeen && behind < cues.size() && cues[behind].kind == CueKind::Comment)
        ++behind;
    return behind == cues.size() ? next_ : cues[behind].start;
}

bool EdgeRounder::isExact(Time time) const {
    return time.flicks() % Time::kPerMillisecond == 0;
}

bool EdgeRounder::keeps(Time time, Time read, std::int64_t milliseconds) const {
    if (options_.rounding == Rounding::Nearest) return time == read;
    return Time::fromMilliseconds(milliseconds) == read;
}

}  // namespace subs
