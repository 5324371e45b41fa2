// SPDX-License-Identifier: MIT
#include <subs/model/links.h>

#include "model/max_tree.h"

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <tuple>
#include <utility>

namespace subs {
namespace {

constexpr std::size_t kNone = MaxTree::kNone;

struct Interval {
    std::int64_t start = 0;
    std::int64_t end = 0;
    CueId id;

    std::int64_t length() const { return end - start; }
};

bool sameTimes(const Interval& a, const Interval& b) {
    return a.start == b.start && a.end == b.end;
}

/// A moment in flicks, kept in a range in which lengths and their multiples do not overflow.
std::int64_t bounded(Time time) {
    constexpr std::int64_t kMost = std::int64_t{1} << 60;
    return std::clamp(time.flicks(), -kMost, kMost);
}

/// The dialogue cues by start, then end; those of equal times in the order of the document.
std::vector<Interval> intervalsOf(const Document& document) {
    std::vector<Interval> intervals;
    intervals.reserve(document.cues.size());
    for (const Cue& cue : document.cues) {
        if (cue.kind != CueKind::Dialogue) continue;
        intervals.push_back({bounded(cue.start), bounded(cue.end.value_or(cue.start)), cue.id});
    }
    std::stable_sort(intervals.begin(), intervals.end(), [](const auto& a, const auto& b) {
        return std::tie(a.start, a.end) < std::tie(b.start, b.end);
    });
    return intervals;
}

struct Partner {
    std::size_t index = kNone;
    std::int64_t shared = 0;
};

/// Finds, among the cues of one track, the one that shares the most time with another cue.
class Overlaps {
public:
    explicit Overlaps(const std::vector<Interval>& cues)
        : cues_(cues),
          ends_(mapped(cues, [](const Interval& c) { return c.end; })),
          lengths_(mapped(cues, [](const Interval& c) { return c.length(); })) {}

    /// The partner that `cue` shares the most time with, if that is at least a third of the shorter
    /// one.
    Partner best(const Interval& cue) const {
        const Partner early = beginningBefore(cue);
        const Partner late = beginningInside(cue);
        const Partner best = isBetter(late, early) ? late : early;
        if (best.index == kNone || best.shared <= 0) return {};
        const std::int64_t shorter = std::min(cue.length(), cues_[best.index].length());
        return best.shared >= shorter - best.shared * 2 ? best : Partner{};
    }

private:
    template <class F>
    static MaxTree mapped(const std::vector<Interval>& cues, F value) {
        std::vector<std::int64_t> values(cues.size());
        std::transform(cues.begin(), cues.end(), values.begin(), value);
        return MaxTree(values);
    }

    /// More shared time, or as much with a shorter cue.
    bool isBetter(const Partner& a, const Partner& b) const {
        if (a.index == kNone || b.index == kNone) return b.index == kNone;
        if (a.shared != b.shared) return a.shared > b.shared;
        return cues_[a.index].length() < cues_[b.index].length();
    }

    /// The first cue that begins at `time` or later.
    std::size_t firstFrom(std::int64_t time) const {
        const auto found = std::lower_bound(
            cues_.begin(), cues_.end(), time, [](const Interval& c, std::int64_t t) {
                return c.start < t;
            });
        return static_cast<std::size_t>(found - cues_.begin());
    }

    /// Of those that begin at or before `cue`: the last that holds it whole, else the one that ends
    /// last.
    Partner beginningBefore(const Interval& cue) const {
        const std::size_t to = firstFrom(cue.start + 1);
        if (to == 0) return {};
        std::size_t found = ends_.lastAtLeast(0, to, cue.end);
        if (found == kNone) found = ends_.largest(0, to);
        return {found, std::min(cues_[found].end, cue.end) - cue.start};
    }

    /// Of those that begin inside `cue`: the longest that ends in it too, or the first that goes
    /// beyond its end.
    Partner beginningInside(const Interval& cue) const {
        const std::size_t from = firstFrom(cue.start + 1);
        const std::size_t to = firstFrom(cue.end);
        if (from >= to) return {};
        const std::size_t beyond = ends_.firstAtLeast(from, to, cue.end + 1);
        const std::size_t inside = std::min(beyond, to);
        Partner best;
        if (from < inside) {
            const std::size_t longest = lengths_.largest(from, inside);
            best = {longest, cues_[longest].length()};
        }
        if (beyond == kNone) return best;
        const Partner crossing{beyond, cue.end - cues_[beyond].start};
        return crossing.shared > best.shared ? crossing : best;
    }

    const std::vector<Interval>& cues_;
    MaxTree ends_;
    MaxTree lengths_;
};

/// A cue that wishes to join the link of its partner.
struct Wish {
    bool fromFirst = true;
    std::size_t cue = 0;
    std::int64_t length = 0;
    Partner partner;
};

/// Joins two tracks' cues into links; cues are places in the sorted lists.
class Linker {
public:
    Linker(const std::vector<Interval>& first, const std::vector<Interval>& second)
        : first_(first),
          second_(second),
          linkOfFirst_(first.size(), kNone),
          linkOfSecond_(second.size(), kNone) {}

    void run() {
        joinEqualTimes();
        const std::vector<Partner> first = partners(first_, linkOfFirst_, second_);
        const std::vector<Partner> second = partners(second_, linkOfSecond_, first_);
        joinMutual(first, second);
        joinRest(first, second);
    }

    std::vector<Link> links() const {
        std::vector<Group> groups = groups_;
        addAlone(groups);
        std::vector<Place> order;
        order.reserve(groups.size());
        for (std::size_t i = 0; i < groups.size(); ++i)
            order.push_back(placeOf(groups[i], i));
        std::sort(order.begin(), order.end());
        std::vector<Link> links;
        links.reserve(order.size());
        for (const Place& place : order)
            links.push_back(linkOf(groups[place.group]));
        return links;
    }

private:
    struct Group {
        std::vector<std::size_t> first;
        std::vector<std::size_t> second;
    };

    /// Where a link goes. Of links that begin together those with a first cue come before the
    /// others.
    struct Place {
        std::int64_t start = std::numeric_limits<std::int64_t>::max();
        std::size_t first = kNone;
        std::size_t second = kNone;
        std::size_t group = 0;
        friend auto operator<=>(const Place&, const Place&) = default;
    };

    /// The best partners of the cues that are in no link yet; the others need none.
    static std::vector<Partner> partners(const std::vector<Interval>& of,
                                         const std::vector<std::size_t>& linkOf,
                                         const std::vector<Interval>& among) {
        const Overlaps overlaps(among);
        std::vector<Partner> partners(of.size());
        for (std::size_t i = 0; i < of.size(); ++i)
            if (linkOf[i] == kNone) partners[i] = overlaps.best(of[i]);
        return partners;
    }

    /// Cues of the same times are partners in their order, whatever else lies over them.
    void joinEqualTimes() {
        std::size_t a = 0;
        std::size_t b = 0;
        while (a < first_.size() && b < second_.size()) {
            if (sameTimes(first_[a], second_[b])) {
                join(a++, b++);
            } else if (std::tie(first_[a].start, first_[a].end) <
                       std::tie(second_[b].start, second_[b].end)) {
                ++a;
            } else {
                ++b;
            }
        }
    }

    void joinMutual(const std::vector<Partner>& first, const std::vector<Partner>& second) {
        for (std::size_t a = 0; a < first.size(); ++a) {
            const std::size_t b = first[a].index;
            if (b != kNone && second[b].index == a && isFree(a, b)) join(a, b);
        }
    }

    /// Cues that are left join their partner's link where it stays 1:n or n:1, the best overlap
    /// first.
    void joinRest(const std::vector<Partner>& first, const std::vector<Partner>& second) {
        std::vector<Wish> wishes;
        for (std::size_t a = 0; a < first.size(); ++a)
            if (linkOfFirst_[a] == kNone && first[a].index != kNone)
                wishes.push_back({true, a, first_[a].length(), first[a]});
        for (std::size_t b = 0; b < second.size(); ++b)
            if (linkOfSecond_[b] == kNone && second[b].index != kNone)
                wishes.push_back({false, b, second_[b].length(), second[b]});
        std::stable_sort(wishes.begin(), wishes.end(), [](const Wish& x, const Wish& y) {
            return x.partner.shared > y.partner.shared;
        });
        for (const Wish& wish : wishes)
            grant(wish);
    }

    void grant(const Wish& wish) {
        auto& own = wish.fromFirst ? linkOfFirst_ : linkOfSecond_;
        auto& others = wish.fromFirst ? linkOfSecond_ : linkOfFirst_;
        if (own[wish.cue] != kNone) return;
        const std::size_t link = others[wish.partner.index];
        if (link == kNone) {
            wish.fromFirst ? join(wish.cue, wish.partner.index)
                           : join(wish.partner.index, wish.cue);
            return;
        }
        Group& group = groups_[link];
        const std::size_t beside = (wish.fromFirst ? group.second : group.first).size();
        if (beside > 1 || wish.partner.shared * 3 < wish.length) return;
        (wish.fromFirst ? group.first : group.second).push_back(wish.cue);
        own[wish.cue] = link;
    }

    bool isFree(std::size_t a, std::size_t b) const {
        return linkOfFirst_[a] == kNone && linkOfSecond_[b] == kNone;
    }

    void join(std::size_t a, std::size_t b) {
        linkOfFirst_[a] = linkOfSecond_[b] = groups_.size();
        groups_.push_back({{a}, {b}});
    }

    void addAlone(std::vector<Group>& groups) const {
        for (std::size_t a = 0; a < first_.size(); ++a)
            if (linkOfFirst_[a] == kNone) groups.push_back({{a}, {}});
        for (std::size_t b = 0; b < second_.size(); ++b)
            if (linkOfSecond_[b] == kNone) groups.push_back({{}, {b}});
        for (Group& group : groups) {
            std::sort(group.first.begin(), group.first.end());
            std::sort(group.second.begin(), group.second.end());
        }
    }

    Place placeOf(const Group& group, std::size_t number) const {
        Place place;
        place.group = number;
        if (!group.first.empty()) {
            place.first = group.first.front();
            place.start = first_[place.first].start;
        }
        if (!group.second.empty()) {
            place.second = group.second.front();
            place.start = std::min(place.start, second_[place.second].start);
        }
        return place;
    }

    Link linkOf(const Group& group) const {
        Link link;
        for (const std::size_t a : group.first)
            link.first.push_back(first_[a].id);
        for (const std::size_t b : group.second)
            link.second.push_back(second_[b].id);
        return link;
    }

    const std::vector<Interval>& first_;
    const std::vector<Interval>& second_;
    std::vector<std::size_t> linkOfFirst_;
    std::vector<std::size_t> linkOfSecond_;
    std::vector<Group> groups_;
};

}  // namespace

std::vector<Link> linksByOverlap(const Document& first, const Document& second) {
    const std::vector<Interval> firstCues = intervalsOf(first);
    const std::vector<Interval> secondCues = intervalsOf(second);
    Linker linker(firstCues, secondCues);
    linker.run();
    return linker.links();
}

}  // namespace subs
