// SPDX-License-Identifier: MIT
#include <subs/text/conformance.h>

#include "catch.h"
#include "text/khmer_text.h"

#include <set>
#include <string>
#include <utility>

using namespace subs;
using testing::issueNames;
using testing::ofCodes;

namespace {

/// "name 3-9" of the only issue of `text`.
std::string onlyIssue(std::string_view text) {
    const auto issues = issuesIn(text);
    if (issues.size() != 1) return "there are " + std::to_string(issues.size());
    const Issue& issue = issues.front();
    return std::string(nameOf(issue.kind)) + " " + std::to_string(issue.begin) + "-" +
           std::to_string(issue.end);
}

}  // namespace

TEST_CASE("well-formed Khmer has no issue", "[text][khmer][normalise]") {
    for (const char* text : {"ខ្មែរ",
                             "ស្ត្រី",
                             "កម្ពុជា",
                             "ភាសាខ្មែរ",
                             "ខ្ញុំ",
                             "ហ្វ្រ៊ី",
                             "ណ៌ា",
                             "កាំ",
                             "ពត៌មាន",
                             "ព្រ៎ះជា",
                             "លក្ខណៈ",
                             "ម្ដង",
                             "ម្តង",
                             "ទៅ ។",
                             "។ល។",
                             "ផ្សេងៗ",
                             "«ទេ»៕",
                             "៥០០០៛",
                             "Hello, world",
                             "e\u0301 \u0E17\u0E35\u0E48",
                             "ខ្ញុំ\u200Bស្រលាញ់",
                             "ក\u2060ខ",
                             "x\u200Dy \u00ADa",
                             ""}) {
        INFO(text);
        CHECK(issueNames(text).empty());
    }
}

TEST_CASE("each kind of issue is found with its bytes", "[text][khmer][normalise]") {
    // Offsets are counted by hand: each Khmer code point has three bytes.
    CHECK(onlyIssue("ខែ្មរ") == "sign-order 3-12");
    CHECK(onlyIssue("ម៉្យាង") == "sign-order 3-12");
    CHECK(onlyIssue(ofCodes("178F 17C6 17B6")) == "nikahit-first 3-9");
    CHECK(onlyIssue(ofCodes("1780 17C6 17BB")) == "nikahit-first 3-9");
    CHECK(onlyIssue(ofCodes("1780 17D2 17D2 1798")) == "doubled-coeng 6-9");
    CHECK(onlyIssue(ofCodes("179B 17C1 17B6 1780")) == "split-vowel 3-9");
    CHECK(onlyIssue(ofCodes("1780 17D2 179A 17D2 1798")) == "ro-first 3-15");
    CHECK(onlyIssue(ofCodes("179F 17BB 17B8")) == "u-for-shifter 3-6");
    CHECK(onlyIssue(ofCodes("1780 17A3")) == "deprecated-character 3-6");
    CHECK(onlyIssue(ofCodes("17A4")) == "deprecated-character 0-3");
    CHECK(onlyIssue(ofCodes("1780 17D2 17A3")) == "deprecated-character 6-9");
    CHECK(onlyIssue(ofCodes("1780 17D8")) == "deprecated-character 3-6");
    CHECK(onlyIssue(ofCodes("1780 17B5")) == "inherent-vowel 3-6");
    CHECK(onlyIssue(ofCodes("1780 200B 17D2 1798")) == "invisible-in-cluster 3-6");
    CHECK(onlyIssue(ofCodes("1780 17D2 200B 1798")) == "invisible-in-cluster 6-9");
    CHECK(onlyIssue(ofCodes("1780 200C 1781")) == "stray-joiner 3-6");
    CHECK(onlyIssue(ofCodes("1780 200D")) == "stray-joiner 3-6");
    CHECK(onlyIssue(ofCodes("1780 FEFF 1781")) == "byte-order-mark 3-6");
    CHECK(onlyIssue(ofCodes("1780 AD 1781")) == "soft-hyphen 3-5");
    CHECK(onlyIssue(ofCodes("1780 200B 200B 1781")) == "doubled-zwsp 6-9");
    CHECK(onlyIssue(ofCodes("17E3 17D2 17D4")) == "lunar-date 0-9");
    CHECK(onlyIssue(ofCodes("1780 17D2")) == "dangling-coeng 3-6");
    CHECK(onlyIssue(" \u17B6") == "orphan-sign 1-4");
    CHECK(onlyIssue("a\u17D2\u1780\u17B6") == "orphan-sign 1-4");
    CHECK(onlyIssue("កាា") == "repeated-sign 6-9");
    CHECK(onlyIssue(ofCodes("1780 17D2 1798 17D2 1798")) == "repeated-sign 9-15");
    CHECK(onlyIssue(ofCodes("1780 17D2 1798 17D2 1799 17D2 179A")) == "three-coengs 3-21");
    CHECK(onlyIssue(ofCodes("1780 17C9 17CA")) == "two-shifters 3-9");
    CHECK(onlyIssue("កើា") == "two-vowels 3-9");
    CHECK(onlyIssue(ofCodes("1780 17CB 17CD 17CE")) == "too-many-signs 3-12");
    CHECK(onlyIssue(ofCodes("1780 17C7 17C8")) == "two-finals 3-9");
    CHECK(onlyIssue(ofCodes("1780 17C9 17BB 17D0")) == "sign-after-u 9-12");
    CHECK(onlyIssue(ofCodes("1780 17CA 200C 17B6")) == "needless-joiner 3-9");
    CHECK(onlyIssue(ofCodes("1780 17D3")) == "deprecated-sign 3-6");
    CHECK(onlyIssue(ofCodes("1780 30A")) == "foreign-mark 3-5");
}

TEST_CASE("a joiner keeps a shifter above where it would step down", "[text][khmer][normalise]") {
    CHECK(issueNames(ofCodes("179F 17CA 200C 17B8")).empty());
    CHECK(issueNames(ofCodes("179F 17CA 200C 17B6 17C6")).empty());
    CHECK(issueNames(ofCodes("1798 17C9 200C 17B8")).empty());
    CHECK(issueNames(ofCodes("1794 17C9 200C 17D0 1784")).empty());
    CHECK(issueNames(ofCodes("1794 17D2 179A 17C9 200C 17BE")).empty());
    CHECK(issueNames(ofCodes("179F 17C9 200C 17B8")) == "needless-joiner");
    CHECK(issueNames(ofCodes("1798 17CA 200C 17B8")) == "needless-joiner");
    CHECK(issueNames(ofCodes("179F 17CA 200C 17D0")) == "needless-joiner");
}

TEST_CASE("U+200B is needless where there is a break or must be none", "[text][khmer][normalise]") {
    CHECK(issueNames("\u200Bខ្មែរ \u200Bជា") == "needless-zwsp needless-zwsp");
    CHECK(issueNames("ខ្មែរ\u200B\nជា\r\n\u200Bក") == "needless-zwsp needless-zwsp");
    CHECK(issueNames("ទៅ\u200B។") == "needless-zwsp");
    CHECK(issueNames("«\u200Bទៅ\u200B»") == "needless-zwsp needless-zwsp");
    CHECK(issueNames("ទៅ\u200B") == "needless-zwsp");
    // Beside a letter, a digit, a no-break space, and in an address, it is the author's.
    CHECK(issueNames("ទៅ\u200Babc\u200B៥\u200Bក").empty());
    CHECK(issueNames("ទៅ\u200B\u00A0ក").empty());
    CHECK(issueNames("a.example/\u200Bpath").empty());
}

TEST_CASE("lunar dates have a number from 0 to 15 that stands alone", "[text][khmer][normalise]") {
    CHECK(issueNames("១៥្។ ។្៨ ។្។") == "lunar-date lunar-date lunar-date");
    CHECK(issueNames("១៦្។") == "orphan-sign");
    CHECK(issueNames("២៣្។") == "orphan-sign");
    CHECK(issueNames("។្១៦") == "orphan-sign");
    CHECK(issueNames("។្១២៣") == "orphan-sign");
}

TEST_CASE("issues have stable names of their own and a sentence", "[text][khmer][normalise]") {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < kIssueKinds; ++i) {
        const auto kind = static_cast<IssueKind>(i);
        names.insert(nameOf(kind));
        CHECK_FALSE(sentenceOf(kind).empty());
    }
    CHECK(names.size() == kIssueKinds);
    CHECK(fixOf(IssueKind::SignOrder) == IssueFix::Safe);
    CHECK(fixOf(IssueKind::LunarDate) == IssueFix::Full);
    CHECK(fixOf(IssueKind::TwoVowels) == IssueFix::None);
}

TEST_CASE("issues come by their beginnings and whatever the bytes", "[text][khmer][normalise]") {
    const std::string text = "\xE1\x9E" + ofCodes("17B6 1780 200B 17B6 17D2") + "\xFF" +
                             ofCodes("17B6") + "\xED\xA0\x80";
    const auto issues = issuesIn(text);
    CHECK(issueNames(text) == "orphan-sign invisible-in-cluster dangling-coeng orphan-sign");
    for (std::size_t i = 0; i < issues.size(); ++i) {
        CHECK(issues[i].begin < issues[i].end);
        CHECK(issues[i].end <= text.size());
        if (i > 0) CHECK(issues[i - 1].begin <= issues[i].begin);
    }
}
