// SPDX-License-Identifier: MIT
#include "catch.h"
#include "qc/judged.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace subs;
using namespace judged;

namespace {

std::vector<Finding> findingsOf(const std::vector<std::string>& texts,
                                const Profile& profile = {}) {
    std::vector<Cue> cues;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Time start = ms(static_cast<std::int64_t>(i) * 10'000);
        cues.push_back(cueOf(start, start + ms(9000), texts[i]));
    }
    return findingsIn(documentOf(std::move(cues)), profile);
}

/// The rules that find something, each once for each finding.
std::string told(const std::vector<std::string>& texts) {
    std::string rules;
    for (const Finding& finding : findingsOf(texts))
        rules += (rules.empty() ? "" : " ") + finding.rule;
    return rules;
}

}  // namespace

TEST_CASE("each rule of Khmer marks finds its own", "[qc][khmer]") {
    CHECK(told({"ខ្ញុំមាន ៣0 នាក់"}) == "khmer.mixed-digits");
    CHECK(told({"មាន ២៥o នាក់"}) == "khmer.look-alike");
    CHECK(told({"គាត់ថា “ទៅ"}) == "khmer.unbalanced-quotes");
    CHECK(told({"«ទៅ» “មក”"}) == "khmer.mixed-quotes khmer.quotes-in-file");
    CHECK(told({"ផ្សេង\nៗ គ្នា"}) == "khmer.line-start");
    CHECK(told({"ខ្ញុំទៅ."}) == "khmer.final-stop");
    CHECK(told({"គណះកម្មការ"}) == "khmer.wrong-final");
    CHECK(told({"ស្រី: ទៅ"}) == "khmer.colon");
    CHECK(told({"ទៅ??"}) == "khmer.repeated-mark");
    CHECK(told({"ខ្ញុំ  ទៅ"}) == "khmer.spaces");
}

TEST_CASE("Khmer that is encoded otherwise than it looks is found", "[qc][khmer]") {
    // Subscript RO first, a split vowel, ំ before ុ, a vowel for a shifter (reference/khmer.md, §5).
    for (const char* const text : {"ស្រ្តី", "លេាក", "កំុ", "សុី", "ម៉្យាង", "កាា", "្ក", "ក្"})
        CHECK(told({text}).starts_with("khmer.encoding"));
    CHECK(told({"ស្ត្រី លោក កុំ ស៊ី ម្យ៉ាង"}).empty());
    const auto findings = findingsOf({"លោក\nលេាក លេាក"});
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == Severity::Warning);
    CHECK(findings[0].line == 1);
    CHECK(findings[0].message.starts_with("line 2 has \"េា\" and 1 more; "));
}

TEST_CASE("invisible characters that do nothing are told as an info", "[qc][khmer]") {
    CHECK(told({"ខ្ញុំ\u200B\u200Bទៅ"}) == "khmer.invisibles");
    CHECK(told({"ខ្ញុំទៅ\u200B"}) == "khmer.invisibles");
    CHECK(told({"ខ្ញុំ\u200Bទៅ"}).empty());
    CHECK(findingsOf({"ខ្ញុំទៅ\u200B"})[0].severity == Severity::Info);
}

TEST_CASE("a finding of marks says what, where and what is due", "[qc][khmer]") {
    const auto findings = findingsOf({"ខ្ញុំទៅ\nមាន ៣0 និង 1២ ឬ ៤4"});
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == Severity::Warning);
    CHECK(findings[0].line == 1);
    CHECK(findings[0].column == 4);
    CHECK(findings[0].measured == 3);
    CHECK(findings[0].limit == 0);
    CHECK(findings[0].unit == "places");
    CHECK(findings[0].message ==
          "line 2 has \"៣0\" and 2 more; a number is written in one kind of digits");
    const auto starts = findingsOf({"ទៅ\n\u200Bៗ"});
    REQUIRE(starts.size() == 2);
    CHECK(starts[0].rule == "khmer.invisibles");
    CHECK(starts[1].message == "line 2 has \"ៗ\"; no line begins with it");
    CHECK(starts[1].column == 1);
}

TEST_CASE("other scripts are not judged by rules of Khmer", "[qc][khmer]") {
    CHECK(told({"“Go  there ??", "(Room 5: ok", "? What", "5.", "ไทย ๆ"}).empty());
    CHECK(told({"", "\xE1\x9E", "\xFF"}).empty());
}

TEST_CASE("a quotation may go on over cues", "[qc][khmer]") {
    CHECK(told({"គាត់ថា “ខ្ញុំ", "នឹងទៅ", "ហើយ”។"}).empty());
    CHECK(told({"ទៅ”", "“មក"}) == "khmer.unbalanced-quotes khmer.unbalanced-quotes");
    std::vector<std::string> far(20, "ទៅ");
    far.front() = "«ទៅ";
    far.back() = "ទៅ»";
    CHECK(told(far) == "khmer.unbalanced-quotes khmer.unbalanced-quotes");
}

TEST_CASE("what differs over a file is told once, where the rarer way is", "[qc][khmer]") {
    const auto digits = findingsOf({"ខ ១", "ខ 2", "ខ ៣ ៤", "ខ 5"});
    REQUIRE(digits.size() == 1);
    CHECK(digits[0].rule == "khmer.digits-in-file");
    CHECK(digits[0].severity == Severity::Info);
    CHECK(digits[0].index == 1);
    CHECK(digits[0].measured == 2);
    CHECK(digits[0].message ==
          "numbers of the file have Khmer digits 3 times, Latin digits 2 times; one way is enough");
    CHECK(told({"ខ ១.២៣៤,៥", "ខ ១,២៣៤.៥"}) == "khmer.number-marks-in-file");
    CHECK(told({"ខ ១.២៣៤,៥", "ខ ១២,៥"}).empty());
    CHECK(told({"«ទៅ»", "«មក»", "\"ទៅ\""}) == "khmer.quotes-in-file");
    const std::string sentence = "ខ្ញុំមិនចង់ទៅផ្ទះវិញទេថ្ងៃនេះ";
    CHECK(told({sentence, "ខ្ញុំ\u200Bទៅ", "ទៅ"}) == "khmer.zwsp-in-file");
    CHECK(told({sentence, sentence}).empty());
}

TEST_CASE("a word that no list spells so is told once", "[qc][khmer]") {
    const auto found = findingsOf({"ទៅខេត្ដ", "មកខេត្ដ"});
    REQUIRE(found.size() == 1);
    CHECK(found[0].rule == "khmer.spelling");
    CHECK(found[0].index == 0);
    CHECK(found[0].message == "\"ខេត្ដ\" stands 2 times; word lists have \"ខេត្ត\" only");
    CHECK(findingsOf({"ទៅខេត្ត"}).empty());
}

TEST_CASE("a word that is spelt in two ways is told once", "[qc][khmer]") {
    const auto found = findingsOf({"ឲ្យខ្ញុំ", "ឱ្យគាត់", "ឲ្យយើង", "ផ្ដល់ឲ្យ", "ផ្តល់ឲ្យ"});
    REQUIRE(found.size() == 2);
    CHECK(found[0].rule == "khmer.variants");
    CHECK(found[0].index == 1);
    CHECK(found[0].message == "one word is spelt \"ឲ្យ\" 4 times, \"ឱ្យ\" 1 time; one way is enough");
    CHECK(found[1].rule == "khmer.variants");
    CHECK(found[0].id != found[1].id);
}

TEST_CASE("a profile turns rules off and says how grave they are", "[qc][khmer]") {
    Profile profile;
    profile.off = {"khmer.colon", "khmer.digits-in-file"};
    profile.severities["khmer.mixed-digits"] = Severity::Error;
    const auto findings = findingsOf({"ស្រី: ៣0", "ខ ១ 2"}, profile);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "khmer.mixed-digits");
    CHECK(findings[0].severity == Severity::Error);
}

TEST_CASE("marks are judged cue by cue as in the whole", "[qc][khmer]") {
    std::vector<Cue> cues;
    for (const char* plain : {"“ទៅ", "មក”", "ទៅ”", "៣0:", "ផ្សេង\nៗ", "ខ្ញុំទៅ.", "(ក", "១ 2 «ក» “ខ”"})
        cues.push_back(
            cueOf(ms(static_cast<std::int64_t>(cues.size()) * 1000), std::nullopt, plain));
    const Document document = documentOf(cues);
    Checker checker{Profile()};
    std::vector<std::string> one;
    for (std::size_t i = 0; i < cues.size(); ++i)
        for (const Finding& finding : checker.checkCue(document, i))
            one.push_back(finding.id);
    std::vector<std::string> all;
    for (const Finding& finding : checker.check(document))
        if (!finding.rule.ends_with("-in-file")) all.push_back(finding.id);
    CHECK(one == all);
    CHECK(one.size() >= 6);
}

TEST_CASE("thousands of cues and marks without a partner are judged", "[qc][khmer]") {
    std::vector<std::string> alone;
    for (int i = 0; i < 1'000; ++i) {
        alone.emplace_back("«ទៅ");
        alone.emplace_back("មក”");
    }
    CHECK(findingsOf(alone).size() >= 1'000);
    // A quotation that goes on is told where it begins.
    CHECK(told({"«ទៅ", "«មក", "«ទៅ"}) == "khmer.unbalanced-quotes");
    std::string marks = "ក";
    for (int i = 0; i < 10'000; ++i)
        marks += "“:។";
    CHECK(findingsOf({marks}).size() < 10);
}
