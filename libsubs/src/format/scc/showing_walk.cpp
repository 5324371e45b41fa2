// SPDX-License-Identifier: MIT
#include "format/scc/showing_walk.h"

#include <algorithm>
#include <utility>

namespace subs::scc {

ShowingWalk::ShowingWalk(std::vector<CueFrames> cues) : cues_(std::move(cues)) {
    std::ranges::stable_sort(cues_, {}, &CueFrames::begin);
    restart();
}

void ShowingWalk::restart() {
    active_.clear();
    next_ = 0;
    at_ = cues_.empty() ? 0 : cues_.front().begin;
}

std::optional<Showing> ShowingWalk::next() {
    dropEnded();
    if (active_.empty()) {
        if (next_ == cues_.size()) return std::nullopt;
        at_ = std::max(at_, cues_[next_].begin);
    }
    addBegun();
    Showing showing{at_, nextEdge(), {}};
    for (const CueFrames& one : active_)
        showing.cues.push_back(one.cue);
    std::ranges::sort(showing.cues);
    at_ = showing.end;
    return showing;
}

void ShowingWalk::dropEnded() {
    std::erase_if(active_, [&](const CueFrames& one) { return one.end <= at_; });
}

void ShowingWalk::addBegun() {
    for (; next_ < cues_.size() && cues_[next_].begin <= at_; ++next_)
        active_.push_back(cues_[next_]);
}

/// Where something begins or ends.
std::int64_t ShowingWalk::nextEdge() const {
    std::int64_t edge = std::ranges::min_element(active_, {}, &CueFrames::end)->end;
    if (next_ < cues_.size()) edge = std::min(edge, cues_[next_].begin);
    return edge;
}

}  // namespace subs::scc
