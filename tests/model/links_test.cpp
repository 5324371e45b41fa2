// SPDX-License-Identifier: MIT
#include <subs/model/links.h>

#include "catch.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <random>
#include <utility>
#include <vector>

using namespace subs;

namespace {

using Times = std::vector<std::pair<int, int>>;  // In milliseconds; ids count from 1.

Document trackOf(const Times& times) {
    Document document;
    for (const auto& [start, end] : times) {
        Cue cue;
        cue.id = document.newId();
        cue.start = Time::fromMilliseconds(start);
        cue.end = Time::fromMilliseconds(end);
        document.cues.push_back(cue);
    }
    return document;
}

Link link(std::vector<std::uint32_t> first, std::vector<std::uint32_t> second) {
    Link made;
    for (const auto id : first)
        made.first.push_back(CueId{id});
    for (const auto id : second)
        made.second.push_back(CueId{id});
    return made;
}

std::vector<Link> linksOf(const Times& first, const Times& second) {
    return linksByOverlap(trackOf(first), trackOf(second));
}

using Links = std::vector<Link>;

}  // namespace

TEST_CASE("cues of equal times are linked one to one", "[model][links]") {
    CHECK(linksOf({{0, 1000}, {2000, 3000}}, {{0, 1000}, {2000, 3000}}) ==
          Links{link({1}, {1}), link({2}, {2})});
}

TEST_CASE("one cue beside two that share its time is one to two", "[model][links]") {
    CHECK(linksOf({{0, 4000}}, {{0, 1900}, {2000, 4000}}) == Links{link({1}, {1, 2})});
    CHECK(linksOf({{0, 1900}, {2000, 4000}}, {{0, 4000}}) == Links{link({1, 2}, {1})});
}

TEST_CASE("a cue without shared time stands alone", "[model][links]") {
    CHECK(linksOf({{0, 1000}, {5000, 6000}}, {{2000, 3000}, {5100, 6100}}) ==
          Links{link({1}, {}), link({}, {1}), link({2}, {2})});
    CHECK(linksOf({}, {{0, 1}}) == Links{link({}, {1})});
    CHECK(linksOf({}, {}).empty());
}

TEST_CASE("less than a third of the shorter cue is no link", "[model][links]") {
    // 299 of 900 ms are less than a third, 300 are one.
    CHECK(linksOf({{0, 1000}}, {{701, 1601}}) == Links{link({1}, {}), link({}, {1})});
    CHECK(linksOf({{0, 1000}}, {{700, 1600}}) == Links{link({1}, {1})});
}

TEST_CASE("contiguous cues are not linked across their common edge", "[model][links]") {
    CHECK(
        linksOf({{0, 1000}, {1000, 2000}, {2000, 3000}}, {{0, 1000}, {1000, 2000}, {2000, 3000}}) ==
        Links{link({1}, {1}), link({2}, {2}), link({3}, {3})});
    CHECK(linksOf({{0, 1000}}, {{1000, 2000}}) == Links{link({1}, {}), link({}, {1})});
}

TEST_CASE("several cues at the same times are paired in their order", "[model][links]") {
    CHECK(linksOf({{0, 1000}, {0, 1000}}, {{0, 1000}, {0, 1000}}) ==
          Links{link({1}, {1}), link({2}, {2})});
    CHECK(linksOf({{0, 1000}, {0, 1000}}, {{0, 1000}}) == Links{link({1, 2}, {1})});
}

TEST_CASE("a cue prefers the partner that it shares the most time with", "[model][links]") {
    // The second cue of the first track shares 400 ms with one and 1000 ms with the other.
    CHECK(linksOf({{0, 1000}, {1000, 2400}}, {{0, 1400}, {1400, 2400}}) ==
          Links{link({1}, {1}), link({2}, {2})});
}

TEST_CASE("a link never joins several cues of both sides", "[model][links]") {
    // The second cue of each track lies mostly in the first one of the other; only the larger share
    // joins.
    CHECK(linksOf({{0, 3000}, {3000, 4000}}, {{0, 3500}, {3500, 4000}}) ==
          Links{link({1}, {1}), link({2}, {2})});
    CHECK(linksOf({{0, 2000}, {2100, 2700}}, {{100, 1000}, {1100, 2900}}).size() == 2);
}

TEST_CASE("a sign over many lines does not take their partners", "[model][links]") {
    CHECK(linksOf({{0, 9000}, {1000, 2000}, {3000, 4000}}, {{1000, 2000}, {3000, 4000}}) ==
          Links{link({1}, {}), link({2}, {1}), link({3}, {2})});
}

TEST_CASE("cues without length are linked only where their times are equal", "[model][links]") {
    CHECK(linksOf({{500, 500}, {3000, 2000}}, {{500, 500}, {3000, 2000}}) ==
          Links{link({1}, {1}), link({2}, {2})});
    CHECK(linksOf({{500, 500}}, {{0, 1000}}) == Links{link({}, {1}), link({1}, {})});
}

TEST_CASE("comments are in no link", "[model][links]") {
    Document first = trackOf({{0, 1000}, {0, 1000}});
    first.cues[0].kind = CueKind::Comment;
    CHECK(linksByOverlap(first, trackOf({{0, 1000}})) == Links{link({2}, {1})});
}

TEST_CASE("links are in the order of time whatever the order of the file", "[model][links]") {
    CHECK(linksOf({{4000, 5000}, {0, 1000}}, {{0, 1000}, {4000, 5000}}) ==
          Links{link({2}, {1}), link({1}, {2})});
}

TEST_CASE("times at the ends of their range are linked without harm", "[model][links]") {
    Document first = trackOf({{0, 1}});
    first.cues[0].start = Time::fromFlicks(std::numeric_limits<std::int64_t>::min());
    first.cues[0].end = Time::fromFlicks(std::numeric_limits<std::int64_t>::max());
    CHECK(linksByOverlap(first, trackOf({{0, 1000}})).size() == 1);
}

namespace {

Times randomTimes(std::mt19937& random) {
    Times times;
    const auto count = static_cast<int>(random() % 30);
    for (int i = 0; i < count; ++i) {
        const int start = static_cast<int>(random() % 200) * 50;
        times.emplace_back(start, start + static_cast<int>(random() % 40) * 50 - 100);
    }
    return times;
}

/// How often each cue of one side is in a link.
std::map<std::uint32_t, int> uses(const Links& links, std::vector<CueId> Link::*side) {
    std::map<std::uint32_t, int> counts;
    for (const Link& each : links)
        for (const CueId id : each.*side)
            ++counts[id.value];
    return counts;
}

std::int64_t sharedTime(const Cue& a, const Cue& b) {
    return std::min(a.end->flicks(), b.end->flicks()) -
           std::max(a.start.flicks(), b.start.flicks());
}

}  // namespace

TEST_CASE("every cue is in exactly one link and no link is many to many", "[model][links]") {
    std::mt19937 random(11);
    for (int round = 0; round < 500; ++round) {
        const Document first = trackOf(randomTimes(random));
        const Document second = trackOf(randomTimes(random));
        const Links links = linksByOverlap(first, second);
        const auto firstUses = uses(links, &Link::first);
        const auto secondUses = uses(links, &Link::second);
        REQUIRE(firstUses.size() == first.cues.size());
        REQUIRE(secondUses.size() == second.cues.size());
        for (const auto& [id, count] : firstUses)
            REQUIRE(count == 1);
        for (const auto& [id, count] : secondUses)
            REQUIRE(count == 1);
        for (const Link& each : links) {
            REQUIRE(each.first.size() + each.second.size() > 0);
            REQUIRE((each.first.size() <= 1 || each.second.size() <= 1));
        }
    }
}

TEST_CASE("linked cues share at least a third of the shorter one or have equal times",
          "[model][links]") {
    std::mt19937 random(13);
    for (int round = 0; round < 500; ++round) {
        const Document first = trackOf(randomTimes(random));
        const Document second = trackOf(randomTimes(random));
        for (const Link& each : linksByOverlap(first, second))
            for (const CueId a : each.first)
                for (const CueId b : each.second) {
                    const Cue& one = first.cues[a.value - 1];
                    const Cue& other = second.cues[b.value - 1];
                    const bool isEqual = one.start == other.start && one.end == other.end;
                    const auto shorter = std::min(one.duration(), other.duration()).flicks();
                    REQUIRE((isEqual || sharedTime(one, other) * 3 >= shorter));
                }
    }
}

TEST_CASE("a cue left alone has no free partner that it shares its most time with",
          "[model][links]") {
    std::mt19937 random(17);
    for (int round = 0; round < 300; ++round) {
        const Document first = trackOf(randomTimes(random));
        const Document second = trackOf(randomTimes(random));
        std::vector<const Cue*> aloneFirst;
        std::vector<const Cue*> aloneSecond;
        for (const Link& each : linksByOverlap(first, second)) {
            if (each.second.empty()) aloneFirst.push_back(&first.cues[each.first[0].value - 1]);
            if (each.first.empty()) aloneSecond.push_back(&second.cues[each.second[0].value - 1]);
        }
        // Two cues that are both alone may share time only where one of them shares more with a
        // third.
        for (const Cue* a : aloneFirst)
            for (const Cue* b : aloneSecond) {
                const std::int64_t shared = sharedTime(*a, *b);
                if (shared <= 0 || shared * 3 < std::min(a->duration(), b->duration()).flicks())
                    continue;
                const bool aHasBetter =
                    std::any_of(second.cues.begin(), second.cues.end(), [&](const Cue& c) {
                        return &c != b && sharedTime(*a, c) >= shared;
                    });
                const bool bHasBetter =
                    std::any_of(first.cues.begin(), first.cues.end(), [&](const Cue& c) {
                        return &c != a && sharedTime(c, *b) >= shared;
                    });
                REQUIRE((aHasBetter || bHasBetter));
            }
    }
}

TEST_CASE("a hundred thousand cues that all lie over each other are linked in time",
          "[model][links]") {
    Times times;
    for (int i = 0; i < 100'000; ++i)
        times.emplace_back(i, 200'000 + i);
    CHECK(linksOf(times, times).size() == 100'000);
}
