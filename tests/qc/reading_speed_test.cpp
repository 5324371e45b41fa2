// SPDX-License-Identifier: MIT
#include "catch.h"
#include "qc/judged.h"

using namespace subs;
using namespace judged;

namespace {

std::vector<Finding> bySpeed(const Cue& cue, double most, CountUnit unit = CountUnit::Graphemes) {
    Profile profile;
    profile.maxSpeed = most;
    profile.speedUnit = unit;
    return findingsIn(documentOf({cue}), profile);
}

}  // namespace

TEST_CASE("a text that can be read in its time is let pass", "[qc]") {
    const std::string twenty(20, 'a');
    CHECK(bySpeed(cueOf(ms(500), ms(1500), twenty), 20).empty());
    CHECK(bySpeed(cueOf(ms(0), ms(1000), "12345678901\n234567890"), 20).empty());
    CHECK(bySpeed(cueOf(ms(0), ms(1000), twenty + "\u200B"), 20).empty());
    CHECK(bySpeed(cueOf(ms(0), ms(1000), ""), 20).empty());
}

TEST_CASE("a text that is too much for its time is found", "[qc]") {
    const auto findings = bySpeed(cueOf(ms(0), ms(1000), std::string(21, 'a')), 20);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "reading-speed");
    CHECK(findings[0].measured == 21);
    CHECK(findings[0].limit == 20);
    CHECK(findings[0].unit == "graphemes/s");
    CHECK(findings[0].message == "is to be read at 21 characters a second; 20 are allowed");
}

TEST_CASE("a speed is above its limit by a single flick", "[qc]") {
    const std::string twenty(20, 'a');
    CHECK(bySpeed(cueOf(flicks(0), flicks(Time::kPerSecond), twenty), 20).empty());
    const auto findings = bySpeed(cueOf(flicks(0), flicks(Time::kPerSecond - 1), twenty), 20);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].message == "is to be read at 20.01 characters a second; 20 are allowed");
}

TEST_CASE("Khmer is read in clusters", "[qc][khmer]") {
    // 4 clusters in 0.4 s are 10 a second.
    CHECK(bySpeed(cueOf(ms(0), ms(400), "ភាសាខ្មែរ"), 10, CountUnit::Clusters).empty());
    const auto findings = bySpeed(cueOf(ms(0), ms(320), "ភាសាខ្មែរ"), 10, CountUnit::Clusters);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].unit == "clusters/s");
    CHECK(findings[0].measured == Approx(12.5));
    CHECK(findings[0].message == "is to be read at 12.5 clusters a second; 10 are allowed");
}

TEST_CASE("a cue without a length has no reading speed", "[qc]") {
    CHECK(bySpeed(cueOf(ms(1000), std::nullopt, "a long text"), 1).empty());
    CHECK(bySpeed(cueOf(ms(1000), ms(1000), "a long text"), 1).empty());
    CHECK(bySpeed(cueOf(ms(1000), ms(900), "a long text"), 1).empty());
}
