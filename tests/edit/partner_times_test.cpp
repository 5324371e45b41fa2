// SPDX-License-Identifier: MIT
#include <subs/edit/partner_times.h>

#include "catch.h"

#include <string>
#include <utility>
#include <vector>

using namespace subs;

namespace {

using Times = std::vector<std::pair<std::int64_t, std::int64_t>>;
using Places = std::vector<std::size_t>;

Document trackOf(const Times& times) {
    Document document;
    for (const auto& [start, end] : times) {
        Cue cue;
        cue.id = document.newId();
        cue.start = Time::fromMilliseconds(start);
        cue.end = Time::fromMilliseconds(end);
        cue.text.plain = "text";
        document.cues.push_back(std::move(cue));
    }
    return document;
}

Times timesOf(const Document& document) {
    Times times;
    for (const Cue& cue : document.cues)
        times.emplace_back(cue.start.nearestMilliseconds(),
                           cue.end.value_or(Time()).nearestMilliseconds());
    return times;
}

Document shifted(Document document, std::int64_t by) {
    for (Cue& cue : document.cues) {
        cue.start += Time::fromMilliseconds(by);
        *cue.end += Time::fromMilliseconds(by);
    }
    return document;
}

}  // namespace

TEST_CASE("a cue takes the times of its partner", "[edit][stack]") {
    const PartnerTimes kept =
        withPartnerTimes(trackOf({{1100, 2100}, {5000, 6000}}), trackOf({{1000, 2000}}));
    CHECK(timesOf(kept.document) == Times{{1000, 2000}, {5000, 6000}});
    CHECK(kept.moved == Places{0});
}

TEST_CASE("a cue with karaoke keeps its own times", "[edit][stack]") {
    Document sung = trackOf({{1100, 2100}});
    sung.cues[0].text.spans = {{SpanKind::Karaoke, 0, 0, "\\k20"}};
    const PartnerTimes kept = withPartnerTimes(sung, trackOf({{1000, 2000}}));
    CHECK(timesOf(kept.document) == Times{{1100, 2100}});
    CHECK(kept.moved.empty());
}

TEST_CASE("several cues last as long as the one they are partners of", "[edit][stack]") {
    CHECK(timesOf(withPartnerTimes(trackOf({{1200, 2900}, {3000, 4000}, {5500, 7500}}),
                                   trackOf({{1000, 8000}}))
                      .document) == Times{{1000, 3000}, {3000, 4000}, {5500, 8000}});
}

TEST_CASE("one cue lasts as long as all that it is the partner of", "[edit][stack]") {
    CHECK(timesOf(withPartnerTimes(trackOf({{900, 4100}}), trackOf({{1000, 2000}, {2500, 4000}}))
                      .document) == Times{{1000, 4000}});
}

TEST_CASE("cues without a partner are found in both tracks", "[edit][stack]") {
    const auto alone = withoutPartners(trackOf({{1000, 2000}, {8000, 9000}}),
                                       trackOf({{1000, 2000}, {4000, 5000}, {6000, 7000}}));
    CHECK(alone[0] == Places{1});
    CHECK(alone[1] == Places{1, 2});
}

TEST_CASE("a track that is late as a whole is told by how much", "[edit][stack]") {
    const Document first =
        trackOf({{1000, 2000}, {2700, 4000}, {6100, 7000}, {9500, 11000}, {12300, 13000}});
    CHECK(shiftBetween(first, shifted(first, 1300)) == Time::fromMilliseconds(1300));
    CHECK(shiftBetween(shifted(first, 2500), first) == Time::fromMilliseconds(-2500));
    CHECK_FALSE(shiftBetween(first, first));
    CHECK_FALSE(shiftBetween(first, shifted(first, 80)));
    CHECK_FALSE(shiftBetween(first, shifted(first, 11000)));
    CHECK_FALSE(shiftBetween(trackOf({{0, 1}, {5000, 5001}}), trackOf({{300, 400}, {5300, 5400}})));
    CHECK_FALSE(shiftBetween(first, trackOf({})));
    // Made-up starts are no agreement.
    const Document late = shifted(first, 1300);
    CHECK_FALSE(shiftBetween(
        first, late, {{{}, {late.cues[0].id, late.cues[1].id, late.cues[2].id, late.cues[3].id}}}));
}
