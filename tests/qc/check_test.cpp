// SPDX-License-Identifier: MIT
#include "catch.h"
#include "qc/judged.h"

#include <algorithm>
#include <ctime>
#include <random>
#include <set>

using namespace subs;
using namespace judged;

namespace {

Profile strictProfile() {
    Profile profile;
    profile.maxLineCount = 10;
    profile.maxLines = 1;
    profile.maxSpeed = 10;
    profile.minDuration = ms(900);
    profile.maxDuration = ms(3000);
    profile.minGapFrames = 2;
    return profile;
}

std::vector<std::string> idsOf(const std::vector<Finding>& findings) {
    std::vector<std::string> ids;
    for (const Finding& finding : findings)
        ids.push_back(finding.id);
    return ids;
}

/// Cues with many faults, in no order of time.
Document faultyDocument(unsigned seed) {
    std::mt19937 random(seed);
    std::vector<Cue> cues;
    for (int i = 0; i < 60; ++i) {
        const Time start = ms(random() % 60'000);
        Cue cue = cueOf(start,
                        start + ms(random() % 5000),
                        std::string(random() % 15, 'a') + (random() % 2 ? "\nb" : ""));
        if (random() % 8 == 0) cue.end.reset();
        if (random() % 8 == 0) cue.kind = CueKind::Comment;
        cues.push_back(std::move(cue));
    }
    return documentOf(std::move(cues));
}

bool alike(const Finding& a, const Finding& b) {
    return a.id == b.id && a.rule == b.rule && a.cue == b.cue && a.index == b.index &&
           a.message == b.message;
}

}  // namespace

TEST_CASE("an empty profile finds nothing but overlaps", "[qc]") {
    CHECK(findingsIn(documentOf({cueOf(ms(0), ms(10), std::string(500, 'a'))}), Profile()).empty());
    CHECK(findingsIn(Document(), strictProfile()).empty());
}

TEST_CASE("findings name their cue and come in its order", "[qc]") {
    const Document document = documentOf(
        {cueOf(ms(5000), ms(6000), std::string(11, 'a')), cueOf(ms(0), ms(2000), "a\nb")});
    const auto findings = findingsIn(document, strictProfile());
    REQUIRE(findings.size() == 3);
    CHECK(findings[0].rule == "line-length");
    CHECK(findings[0].cue == document.cues[0].id);
    CHECK(findings[0].index == 0);
    CHECK(findings[1].rule == "reading-speed");
    CHECK(findings[2].rule == "line-count");
    CHECK(findings[2].cue == document.cues[1].id);
    CHECK(findings[2].index == 1);
}

TEST_CASE("comments are not checked and do not stand before a cue", "[qc]") {
    Cue comment = cueOf(ms(0), ms(10'000), std::string(50, 'a'));
    comment.kind = CueKind::Comment;
    CHECK(findingsIn(documentOf({comment, cueOf(ms(1000), ms(2000))}), strictProfile()).empty());
}

TEST_CASE("a profile decides how grave a rule is", "[qc]") {
    Profile profile = strictProfile();
    profile.severities["line-count"] = Severity::Error;
    profile.severities["overlap"] = Severity::Info;
    const auto findings = findingsIn(
        documentOf({cueOf(ms(0), ms(2000), "a\nb"), cueOf(ms(1900), ms(3500))}), profile);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].severity == Severity::Error);
    CHECK(findings[1].severity == Severity::Info);
}

TEST_CASE("a finding keeps its id when cues before it come and go", "[qc]") {
    Document document = faultyDocument(1);
    const auto before = findingsIn(document, strictProfile());
    std::set<std::string> known;
    for (const Finding& finding : before) {
        if (finding.rule != "gap" && finding.rule != "overlap") known.insert(finding.id);
    }
    for (Cue& cue : document.cues) {
        cue.id = CueId{cue.id.value + 100};
        cue.label = "renumbered";
    }
    document.cues.erase(document.cues.begin(), document.cues.begin() + 5);
    std::ranges::reverse(document.cues);
    for (const Finding& finding : findingsIn(document, strictProfile())) {
        if (finding.rule != "gap" && finding.rule != "overlap") CHECK(known.count(finding.id) == 1);
    }
}

TEST_CASE("ids are told apart by rule, text, times and line", "[qc]") {
    const Cue cue = cueOf(ms(0), ms(500), std::string(20, 'a') + "\n" + std::string(20, 'b'));
    std::vector<std::string> ids = idsOf(findingsIn(documentOf({cue}), strictProfile()));
    REQUIRE(ids.size() == 5);
    Cue moved = cue;
    moved.start = ms(1);
    Cue reworded = cue;
    reworded.text.plain[0] = 'c';
    for (const Cue& other : {moved, reworded}) {
        for (const std::string& id : idsOf(findingsIn(documentOf({other}), strictProfile())))
            ids.push_back(id);
    }
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
    CHECK(ids == [&] {
        std::vector<std::string> again = idsOf(findingsIn(documentOf({cue}), strictProfile()));
        for (const Cue& other : {moved, reworded}) {
            for (const std::string& id : idsOf(findingsIn(documentOf({other}), strictProfile())))
                again.push_back(id);
        }
        return again;
    }());
}

TEST_CASE("checking cue by cue finds what checking all does", "[qc]") {
    const FrameTimeline film = filmOf("25");
    for (unsigned seed = 0; seed < 30; ++seed) {
        const Document document = faultyDocument(seed);
        Checker checker(strictProfile(), {.timeline = seed % 2 == 0 ? &film : nullptr});
        std::vector<Finding> one;
        for (std::size_t i = 0; i < document.cues.size(); ++i)
            std::ranges::move(checker.checkCue(document, i), std::back_inserter(one));
        const std::vector<Finding> all = checker.check(document);
        REQUIRE(all.size() > 20);
        CHECK(std::ranges::equal(one, all, alike));
    }
}

TEST_CASE("every finding belongs to a listed rule and names a limit", "[qc]") {
    std::set<std::string_view> ids;
    for (const RuleInfo& rule : rules()) {
        ids.insert(rule.id);
        CHECK_FALSE(rule.title.empty());
    }
    CHECK(ids == std::set<std::string_view>{"line-length",
                                            "line-width",
                                            "line-count",
                                            "reading-speed",
                                            "duration-short",
                                            "duration-long",
                                            "gap",
                                            "overlap",
                                            "khmer.encoding",
                                            "khmer.invisibles",
                                            "khmer.mixed-digits",
                                            "khmer.look-alike",
                                            "khmer.unbalanced-quotes",
                                            "khmer.mixed-quotes",
                                            "khmer.line-start",
                                            "khmer.final-stop",
                                            "khmer.wrong-final",
                                            "khmer.colon",
                                            "khmer.repeated-mark",
                                            "khmer.spaces",
                                            "khmer.digits-in-file",
                                            "khmer.number-marks-in-file",
                                            "khmer.quotes-in-file",
                                            "khmer.zwsp-in-file",
                                            "khmer.spelling",
                                            "khmer.variants",
                                            "font.missing",
                                            "font.missing-glyph",
                                            "font.fallback",
                                            "font.dotted-circle",
                                            "font.letter-spacing",
                                            "font.ink-collision",
                                            "font.outside-safe-area"});
    for (const Finding& finding : findingsIn(faultyDocument(3), strictProfile())) {
        CHECK(ids.count(finding.rule) == 1);
        CHECK(finding.id.size() == 16);
        CHECK_FALSE(finding.unit.empty());
        CHECK(finding.message.find("; ") != std::string::npos);
    }
}

TEST_CASE("a checker keeps its profile and can be moved", "[qc]") {
    Profile profile = strictProfile();
    profile.id = "strict";
    Checker checker(profile);
    Checker moved = std::move(checker);
    CHECK(moved.profile().id == "strict");
    CHECK(moved.check(documentOf({textOf("a\nb")})).size() == 2);
}

TEST_CASE("findings in each of many lines take no time for all of the text", "[qc]") {
    constexpr std::size_t kLines = 20'000;
    std::string text;
    for (std::size_t i = 0; i < kLines; ++i)
        text += "more than ten\n";
    text.pop_back();
    Profile profile;
    profile.maxLineCount = 10;
    const std::clock_t begin = std::clock();
    const auto ids = idsOf(findingsIn(documentOf({textOf(text)}), profile));
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == kLines);
    // The whole text for each finding took 6 s and more.
    CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 4);
}
