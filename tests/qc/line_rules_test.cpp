// SPDX-License-Identifier: MIT
#include "catch.h"
#include "qc/judged.h"

using namespace subs;
using namespace judged;

namespace {

Profile lengthProfile(double most, CountUnit unit) {
    Profile profile;
    profile.maxLineCount = most;
    profile.lineUnit = unit;
    return profile;
}

std::vector<Finding> byLength(std::string text,
                              double most,
                              CountUnit unit = CountUnit::Graphemes) {
    return found("line-length", documentOf({textOf(std::move(text))}), lengthProfile(most, unit));
}

std::vector<Finding> byLines(std::string text, int most) {
    Profile profile;
    profile.maxLines = most;
    return findingsIn(documentOf({textOf(std::move(text))}), profile);
}

}  // namespace

TEST_CASE("a line of the allowed length is let pass", "[qc]") {
    CHECK(byLength(std::string(42, 'a'), 42).empty());
    CHECK(byLength(std::string(42, 'a') + "\n" + std::string(42, 'b'), 42).empty());
    CHECK(byLength("", 42).empty());
    CHECK(byLength(std::string(40, 'a') + "e\u0301\u200B\u2060e\u0301", 42).empty());
}

TEST_CASE("a line that is one too long is found", "[qc]") {
    const auto findings = byLength(std::string(43, 'a'), 42);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "line-length");
    CHECK(findings[0].severity == Severity::Warning);
    CHECK(findings[0].line == 0);
    CHECK(findings[0].measured == 43);
    CHECK(findings[0].limit == 42);
    CHECK(findings[0].unit == "graphemes");
    CHECK(findings[0].message == "line 1 is 43 characters long; 42 are allowed");
}

TEST_CASE("each line is judged on its own", "[qc]") {
    const auto findings =
        byLength("short\n" + std::string(50, 'b') + "\n" + std::string(60, 'c'), 42);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].line == 1);
    CHECK(findings[1].line == 2);
    CHECK(findings[1].message == "line 3 is 60 characters long; 42 are allowed");
    CHECK(findings[0].id != findings[1].id);
}

TEST_CASE("Khmer lines are counted in the profile's unit", "[qc][khmer]") {
    // 4 clusters of 9 code points.
    CHECK(byLength("ភាសាខ្មែរ", 4, CountUnit::Clusters).empty());
    const auto byCluster = byLength("ភាសាខ្មែរ", 3, CountUnit::Clusters);
    REQUIRE(byCluster.size() == 1);
    CHECK(byCluster[0].unit == "clusters");
    CHECK(byCluster[0].message == "line 1 is 4 clusters long; 3 are allowed");
    const auto byCodePoint = byLength("ភាសាខ្មែរ", 8, CountUnit::CodePoints);
    REQUIRE(byCodePoint.size() == 1);
    CHECK(byCodePoint[0].message == "line 1 is 9 code points long; 8 are allowed");
    const auto byColumn = byLength("日本", 3, CountUnit::Columns);
    REQUIRE(byColumn.size() == 1);
    CHECK(byColumn[0].message == "line 1 is 4 columns long; 3 are allowed");
    CHECK(byLength("ab", 1)[0].message == "line 1 is 2 characters long; 1 is allowed");
}

TEST_CASE("markup is not counted", "[qc]") {
    Cue cue = textOf("12345");
    cue.text.spans.push_back({SpanKind::Italic, 0, 5, ""});
    cue.text.spans.push_back({SpanKind::Opaque, 0, 0, "\\pos(100,100)"});
    CHECK(findingsIn(documentOf({cue}), lengthProfile(5, CountUnit::Graphemes)).empty());
}

TEST_CASE("as many lines as are allowed are let pass", "[qc]") {
    CHECK(byLines("one\ntwo", 2).empty());
    CHECK(byLines("one", 1).empty());
    CHECK(byLines("", 1).empty());
}

TEST_CASE("too many lines are found", "[qc]") {
    const auto three = byLines("one\ntwo\nthree", 2);
    REQUIRE(three.size() == 1);
    CHECK(three[0].rule == "line-count");
    CHECK_FALSE(three[0].line);
    CHECK(three[0].measured == 3);
    CHECK(three[0].limit == 2);
    CHECK(three[0].unit == "lines");
    CHECK(three[0].message == "has 3 lines; 2 are allowed");
    CHECK(byLines("one\ntwo", 1)[0].message == "has 2 lines; 1 is allowed");
    CHECK(byLines("one\n\nthree", 2).size() == 1);
}
