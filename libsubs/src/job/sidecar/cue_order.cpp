// SPDX-License-Identifier: MIT
#include "job/sidecar/cue_order.h"

#include "job/sidecar/ascending.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace subs {
namespace {

/// Which of `edited` keep their order among each other: as many as can be.
std::vector<bool> thoseThatStay(const std::vector<OrderedCue>& edited) {
    std::vector<std::size_t> places;
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < edited.size(); ++i) {
        if (!edited[i].place || edited[i].hasNoOrder) continue;
        places.push_back(*edited[i].place);
        which.push_back(i);
    }
    std::vector<bool> stays(edited.size(), false);
    for (const std::size_t at : longestAscending(places))
        stays[which[at]] = true;
    return stays;
}

/// Builds the list once it is known what stays.
class Builder {
public:
    Builder(std::vector<Cue> original, const std::vector<bool>& removed, MovedCues moved)
        : mode_(moved),
          original_(std::move(original)),
          isGone_(removed),
          behind_(original_.size()),
          before_(original_.size()) {}

    OrderedCues build(std::vector<OrderedCue> edited) {
        const std::vector<bool> stays = thoseThatStay(edited);
        for (std::size_t i = 0; i < edited.size(); ++i) {
            OrderedCue& cue = edited[i];
            const bool isMoved = cue.place && !cue.hasNoOrder && !stays[i];
            moved_ += isMoved ? 1 : 0;
            if (stays[i] || (isMoved && mode_ == MovedCues::Stay))
                stay(std::move(cue));
            else if (cue.place && cue.hasNoOrder)
                replace(cue);
            else
                follow(std::move(cue));
        }
        return {joined(), moved_};
    }

private:
    void replace(OrderedCue& cue) {
        if (cue.cue) original_[*cue.place] = *std::move(cue.cue);
    }

    void stay(OrderedCue cue) {
        const std::uint32_t place = *cue.place;
        replace(cue);
        if (!anchor_) before_[place] = std::exchange(first_, {});
        anchor_ = place;
    }

    /// Puts a cue behind the one that it follows.
    void follow(OrderedCue cue) {
        if (cue.place) {
            isGone_[*cue.place] = true;
            if (!cue.cue) cue.cue = original_[*cue.place];
        }
        std::vector<Cue>& list = anchor_ ? behind_[*anchor_] : first_;
        list.push_back(*std::move(cue.cue));
    }

    std::vector<Cue> joined() {
        std::vector<Cue> result;
        result.reserve(original_.size());
        const auto add = [&](std::vector<Cue>& cues) {
            std::ranges::move(cues, std::back_inserter(result));
        };
        for (std::size_t i = 0; i < original_.size(); ++i) {
            add(before_[i]);
            if (!isGone_[i]) result.push_back(std::move(original_[i]));
            add(behind_[i]);
        }
        add(first_);
        return result;
    }

    MovedCues mode_;
    std::vector<Cue> original_;
    std::vector<bool> isGone_;
    std::vector<std::vector<Cue>> behind_;
    std::vector<std::vector<Cue>> before_;
    std::vector<Cue> first_;  ///< What comes before all that stays.
    std::optional<std::uint32_t> anchor_;
    std::size_t moved_ = 0;
};

}  // namespace

OrderedCues inOrderOf(std::vector<Cue> original,
                      std::vector<OrderedCue> edited,
                      const std::vector<bool>& removed,
                      MovedCues moved) {
    return Builder(std::move(original), removed, moved).build(std::move(edited));
}

}  // namespace subs
