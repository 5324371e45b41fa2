// SPDX-License-Identifier: MIT
#include "job/sidecar/cue_match.h"

#include <subs/base/utf8.h>

#include "format/text_changes.h"
#include "job/sidecar/ascending.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace subs {
namespace {

/// So many pairs between two matches are weighed one by one.
constexpr std::size_t kMostPairs = 10'000;
/// A pair may be one from here on: of 2.5, which is the same text at the same times.
constexpr double kLeastLikeness = 0.75;
/// Of the very same text, which tells more than one that is nearly so.
constexpr double kSameText = 1.5;
/// Edges are rounded to a second at most (TMPlayer).
constexpr Time kRounding = Time::fromMilliseconds(1100);
/// So many cues of one text are looked through for the nearest.
constexpr std::size_t kMostOfOneText = 64;

std::string withoutGaps(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decodeUtf8(text, at);
        if (!isGap(decoded.codePoint)) result.append(text.substr(at, decoded.length));
        at += decoded.length;
    }
    return result;
}

/// What of a cue is compared.
struct Key {
    Time start;
    Time end;
    bool hasEnd = false;
    std::string text;
    std::size_t textHash = 0;

    friend bool operator==(const Key&, const Key&) = default;
    bool sameTimes(const Key& other) const {
        return start == other.start && end == other.end && hasEnd == other.hasEnd;
    }
};

std::vector<Key> keysOf(std::span<const Cue> cues, MatchKind kind) {
    std::vector<Key> keys;
    keys.reserve(cues.size());
    for (const Cue& cue : cues) {
        Key key{cue.start, cue.end.value_or(cue.start), cue.end.has_value(), cue.text.plain, 0};
        if (kind == MatchKind::Converted) key.text = withoutGaps(key.text);
        key.textHash = std::hash<std::string>()(key.text);
        keys.push_back(std::move(key));
    }
    return keys;
}

/// Cues [firstBegin, firstEnd) of one list and [secondBegin, secondEnd) of the other.
struct Stretch {
    std::size_t firstBegin = 0;
    std::size_t firstEnd = 0;
    std::size_t secondBegin = 0;
    std::size_t secondEnd = 0;

    bool isDone() const { return firstBegin == firstEnd || secondBegin == secondEnd; }
    std::size_t pairs() const { return (firstEnd - firstBegin) * (secondEnd - secondBegin); }
};

struct Pair {
    std::size_t first = 0;
    std::size_t second = 0;
};

/// As many of `pairs`, which ascend in `first`, as ascend in `second` too.
std::vector<Pair> ascendingIn(const std::vector<Pair>& pairs) {
    std::vector<std::size_t> seconds;
    seconds.reserve(pairs.size());
    for (const Pair& pair : pairs)
        seconds.push_back(pair.second);
    std::vector<Pair> result;
    for (const std::size_t at : longestAscending(seconds))
        result.push_back(pairs[at]);
    return result;
}

/// The share of the longer text that the common beginning and end are.
double textLikeness(std::string_view a, std::string_view b) {
    const std::size_t longest = std::max(a.size(), b.size());
    if (longest == 0) return 1;
    const TextChange change = changeBetween(a, b);
    const std::size_t shared = std::min(a.size() - (change.oldEnd - change.oldBegin),
                                        b.size() - (change.newEnd - change.newBegin));
    return static_cast<double>(shared) / static_cast<double>(longest);
}

class Matcher {
public:
    Matcher(std::span<const Cue> first, std::span<const Cue> second, MatchKind kind)
        : kind_(kind),
          first_(keysOf(first, kind)),
          second_(keysOf(second, kind)),
          matches_(second.size(), kNoMatch) {}

    std::vector<std::uint32_t> run() {
        matchSame({0, first_.size(), 0, second_.size()});
        matchMoved();
        if (kind_ == MatchKind::Edited) matchMovedAndEdited();
        return std::move(matches_);
    }

private:
    void match(std::size_t first, std::size_t second) {
        matches_[second] = static_cast<std::uint32_t>(first);
    }

    bool isSame(std::size_t first, std::size_t second) const {
        const Key& a = first_[first];
        const Key& b = second_[second];
        if (kind_ == MatchKind::Edited) return a == b;
        return a.text == b.text && isNear(a, b);
    }

    static bool isNear(const Key& a, const Key& b) {
        return std::abs((a.start - b.start).flicks()) <= kRounding.flicks();
    }

    /// Takes off what is the same at both ends.
    void strip(Stretch& stretch) {
        while (!stretch.isDone() && isSame(stretch.firstBegin, stretch.secondBegin))
            match(stretch.firstBegin++, stretch.secondBegin++);
        while (!stretch.isDone() && isSame(stretch.firstEnd - 1, stretch.secondEnd - 1))
            match(--stretch.firstEnd, --stretch.secondEnd);
    }

    /// Where each key is that stands once in either half of `stretch`.
    template <class Hash, class Same>
    std::vector<Pair> onceInEach(const Stretch& stretch, const Hash& hash, const Same& same) {
        struct Places {
            std::array<std::size_t, 2> count{};
            std::array<std::size_t, 2> place{};
        };
        std::unordered_map<std::size_t, Places> found;
        const auto note = [&](const std::vector<Key>& keys, std::size_t at, std::size_t side) {
            Places& places = found[hash(keys[at])];
            ++places.count[side];
            places.place[side] = at;
        };
        for (std::size_t i = stretch.firstBegin; i < stretch.firstEnd; ++i)
            note(first_, i, 0);
        for (std::size_t i = stretch.secondBegin; i < stretch.secondEnd; ++i)
            note(second_, i, 1);
        std::vector<Pair> pairs;
        for (const auto& [key, places] : found) {
            const auto [first, second] = places.place;
            if (places.count[0] == 1 && places.count[1] == 1 &&
                same(first_[first], second_[second]))
                pairs.push_back({first, second});
        }
        std::ranges::sort(pairs, {}, &Pair::first);
        return ascendingIn(pairs);
    }

    /// Matches `anchors` and does `next` with what lies between them.
    template <class Next>
    void between(const Stretch& stretch, const std::vector<Pair>& anchors, const Next& next) {
        Stretch rest = stretch;
        for (const Pair& anchor : anchors) {
            next({rest.firstBegin, anchor.first, rest.secondBegin, anchor.second});
            match(anchor.first, anchor.second);
            rest.firstBegin = anchor.first + 1;
            rest.secondBegin = anchor.second + 1;
        }
        next(rest);
    }

    void matchSame(Stretch stretch) {
        strip(stretch);
        if (stretch.isDone()) return;
        if (kind_ == MatchKind::Converted) return matchTexts(stretch);
        const auto hash = [](const Key& key) {
            const auto mix = [](std::size_t seed, std::int64_t flicks) {
                return (seed ^ static_cast<std::size_t>(flicks)) * 0x9E37'79B9'7F4A'7C15U;
            };
            return mix(mix(key.textHash, key.start.flicks()), key.end.flicks());
        };
        const auto anchors = onceInEach(stretch, hash, std::equal_to<Key>());
        between(stretch, anchors, [this](const Stretch& part) { matchTexts(part); });
    }

    void matchTexts(Stretch stretch) {
        strip(stretch);
        if (stretch.isDone()) return;
        const auto hash = [](const Key& key) { return key.textHash; };
        const auto same = [](const Key& a, const Key& b) { return a.text == b.text; };
        // An edited text may by chance be that of another cue.
        const auto anchors =
            stretch.pairs() <= kMostPairs ? std::vector<Pair>() : onceInEach(stretch, hash, same);
        between(stretch, anchors, [this](const Stretch& part) { matchAlike(part); });
    }

    void matchAlike(Stretch stretch) {
        strip(stretch);
        if (stretch.isDone()) return;
        if (stretch.pairs() <= kMostPairs) return weigh(stretch);
        walk(stretch);
    }

    double likeness(const Key& a, const Key& b) const {
        const double text = a.text == b.text ? kSameText : textLikeness(a.text, b.text);
        return text + timeLikeness(a, b);
    }

    double timeLikeness(const Key& a, const Key& b) const {
        if (kind_ == MatchKind::Converted) {
            const double apart = std::abs((a.start - b.start).seconds()) / kRounding.seconds();
            return std::max(0.0, 1 - apart);
        }
        if (a.sameTimes(b)) return 1;
        if (a.start == b.start || (a.hasEnd && b.hasEnd && a.end == b.end)) return 0.6;
        const Time shared = std::min(a.end, b.end) - std::max(a.start, b.start);
        const Time whole = std::max(a.end, b.end) - std::min(a.start, b.start);
        return shared > Time() && whole > Time() ? 0.5 * (shared.seconds() / whole.seconds()) : 0;
    }

    /// The pairs of `stretch` in one order that are the most alike altogether (Needleman and
    /// Wunsch, 1970).
    void weigh(const Stretch& stretch) {
        const std::size_t rows = stretch.firstEnd - stretch.firstBegin;
        const std::size_t columns = stretch.secondEnd - stretch.secondBegin;
        std::vector<double> best((rows + 1) * (columns + 1), 0);
        std::vector<bool> pairs(best.size(), false);
        const auto at = [&](std::size_t row, std::size_t column) {
            return row * (columns + 1) + column;
        };
        for (std::size_t r = 1; r <= rows; ++r) {
            for (std::size_t c = 1; c <= columns; ++c) {
                const double value = likeness(first_[stretch.firstBegin + r - 1],
                                              second_[stretch.secondBegin + c - 1]);
                const double paired = best[at(r - 1, c - 1)] + value;
                const double skipped = std::max(best[at(r - 1, c)], best[at(r, c - 1)]);
                const bool pair = value >= kLeastLikeness && paired > skipped;
                best[at(r, c)] = pair ? paired : skipped;
                pairs[at(r, c)] = pair;
            }
        }
        for (std::size_t r = rows, c = columns; r > 0 && c > 0;) {
            if (pairs[at(r, c)])
                match(stretch.firstBegin + --r, stretch.secondBegin + --c);
            else if (best[at(r, c)] == best[at(r - 1, c)])
                --r;
            else
                --c;
        }
    }

    /// One after the other in the order of time, where there is too much to be weighed.
    void walk(const Stretch& stretch) {
        std::size_t i = stretch.firstBegin;
        std::size_t j = stretch.secondBegin;
        const auto likenessAt = [&](std::size_t first, std::size_t second) {
            const bool isInside = first < stretch.firstEnd && second < stretch.secondEnd;
            return isInside ? likeness(first_[first], second_[second]) : 0;
        };
        while (i < stretch.firstEnd && j < stretch.secondEnd) {
            const double here = likenessAt(i, j);
            const bool isLikely =
                kind_ == MatchKind::Edited ? here >= kLeastLikeness : isSame(i, j);
            const bool isSecondMore =
                isLikely ? likenessAt(i, j + 1) > here : second_[j].start < first_[i].start;
            if (isLikely && likenessAt(i + 1, j) > here)
                ++i;
            else if (isSecondMore)
                ++j;
            else if (isLikely)
                match(i++, j++);
            else
                ++i;
        }
    }

    /// By cue of the first list.
    std::vector<bool> areTaken() const {
        std::vector<bool> areTaken(first_.size(), false);
        for (const std::uint32_t match : matches_)
            if (match != kNoMatch) areTaken[match] = true;
        return areTaken;
    }

    /// Cues that stand elsewhere now.
    void matchMoved() {
        const std::vector<bool> isTaken = areTaken();
        std::unordered_map<std::string_view, std::vector<std::size_t>> left;
        // From the last to the first, so that the first are taken off at the end.
        for (std::size_t i = first_.size(); i-- > 0;)
            if (!isTaken[i] && !first_[i].text.empty()) left[first_[i].text].push_back(i);
        for (std::size_t j = 0; j < second_.size(); ++j) {
            const auto found = matches_[j] == kNoMatch ? left.find(second_[j].text) : left.end();
            if (found == left.end() || found->second.empty()) continue;
            std::vector<std::size_t>& places = found->second;
            const auto from =
                places.end() - static_cast<std::ptrdiff_t>(std::min(places.size(), kMostOfOneText));
            const auto nearest = std::ranges::min_element(from, places.end(), {}, [&](auto at) {
                return std::abs((first_[at].start - second_[j].start).flicks());
            });
            match(*nearest, j);
            places.erase(nearest);
        }
    }

    /// Cues that stand elsewhere with another text: of what is left, the only ones at their times.
    void matchMovedAndEdited() {
        constexpr std::size_t kMany = static_cast<std::size_t>(-1);
        using Edges = std::pair<Time, Time>;
        std::array<std::map<Edges, std::size_t>, 2> only;
        const auto note = [&](std::size_t list, const Key& key, std::size_t place) {
            const auto [at, isNew] = only.at(list).try_emplace({key.start, key.end}, place);
            if (!isNew) at->second = kMany;
        };
        const std::vector<bool> isTaken = areTaken();
        for (std::size_t i = 0; i < first_.size(); ++i)
            if (!isTaken[i] && first_[i].hasEnd) note(0, first_[i], i);
        for (std::size_t j = 0; j < second_.size(); ++j)
            if (matches_[j] == kNoMatch && second_[j].hasEnd) note(1, second_[j], j);
        for (const auto& [edges, place] : only[1]) {
            const auto found = only[0].find(edges);
            if (place != kMany && found != only[0].end() && found->second != kMany)
                match(found->second, place);
        }
    }

    MatchKind kind_;
    std::vector<Key> first_;
    std::vector<Key> second_;
    std::vector<std::uint32_t> matches_;
};

}  // namespace

std::vector<std::uint32_t> matchedCues(std::span<const Cue> first,
                                       std::span<const Cue> second,
                                       MatchKind kind) {
    return Matcher(first, second, kind).run();
}

}  // namespace subs
