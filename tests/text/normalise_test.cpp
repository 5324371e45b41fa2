// SPDX-License-Identifier: MIT
#include <subs/text/clusters.h>
#include <subs/text/normalise.h>

#include "catch.h"
#include "text/khmer_text.h"

#include <algorithm>
#include <ctime>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace subs;
using testing::issueNames;
using testing::ofCodes;

namespace {

std::string safe(std::string_view text) {
    return normalised(text).text;
}
std::string full(std::string_view text) {
    return normalised(text, {NormalisePolicy::Full, CoengDa::Keep}).text;
}
std::string folded(std::string_view text) {
    return normalised(text, {NormalisePolicy::Safe, CoengDa::FoldToTa}).text;
}

/// Pairs of a spelling and the right one, in code points.
using CodePairs = std::vector<std::pair<std::string, std::string>>;

/// Texts of up to 12 code points that are mostly malformed Khmer with other scripts strewn in.
std::vector<std::string> strangeTexts() {
    const std::u32string letters =
        U"កខរដតបអ\u17A3\u17A4ាិីុើេំះៈ៉៊់័៌\u17B4\u17B5\u17D3\u17DD្្្្។១៣ៗ\u17D8 \n\r\u200B\u200B"
        U"\u200C\u200D\u2060\uFEFF\u00ADa«.\u0301\u0E31\u0600\u25CC👩";
    std::mt19937 random(29);  // NOLINT: the same texts every time
    std::vector<std::string> texts;
    for (int i = 0; i < 6000; ++i) {
        std::string text;
        for (std::size_t n = random() % 12 + 1; n > 0; --n)
            appendUtf8(text, letters[random() % letters.size()]);
        if (i % 10 == 0) text.insert(random() % text.size(), "\xE1\x9E");
        texts.push_back(std::move(text));
    }
    return texts;
}

std::vector<NormaliseOptions> allOptions() {
    std::vector<NormaliseOptions> all;
    for (const auto policy : {NormalisePolicy::Safe, NormalisePolicy::Full})
        for (const auto da : {CoengDa::Keep, CoengDa::FoldToTa})
            for (const auto invisibles :
                 {InvisiblePolicy::InClusters, InvisiblePolicy::Tidy, InvisiblePolicy::Strip})
                all.push_back({policy, da, invisibles});
    return all;
}

bool hasFix(const Issue& issue, IssueFix fix) {
    return fixOf(issue.kind) == fix;
}

}  // namespace

TEST_CASE("the reference's spellings are put right", "[text][khmer][normalise]") {
    const CodePairs pairs = {
        {"179F 17D2 179A 17D2 178F 17B8", "179F 17D2 178F 17D2 179A 17B8"},
        {"1780 17D2 179A 17D2 1798", "1780 17D2 1798 17D2 179A"},
        {"179B 17C1 17B6 1780", "179B 17C4 1780"},
        {"179B 17C1 17B8", "179B 17BE"},
        {"179F 17CA 17C1 17B8 1794", "179F 17CA 17BE 1794"},
        {"179F 17BE 17BB 1794", "179F 17CA 17BE 1794"},
        {"179F 17C1 17BB 17B8 1794", "179F 17CA 17BE 1794"},
        {"1780 17C6 17BB", "1780 17BB 17C6"},
        {"178F 17C6 17B6", "178F 17B6 17C6"},
        {"1798 17C9 17D2 1799 17B6 1784", "1798 17D2 1799 17C9 17B6 1784"},
        {"1781 17C2 17D2 1798 179A", "1781 17D2 1798 17C2 179A"},
        {"1780 17D2 17D2 1798", "1780 17D2 1798"},
        {"1780 200B 17D2 1798", "1780 17D2 1798"},
        {"1780 17D2 200B 1798", "1780 17D2 1798"},
        {"1780 17DD 17D2 1799", "1780 17D2 1799 17DD"},
        {"179F 17BB 17B8", "179F 17CA 17B8"},
        {"1794 17BB 17D0 1784", "1794 17C9 17D0 1784"},
        {"1789 17BB 17B8", "1789 17C9 17B8"},
        {"17A3", "17A2"},
        {"17A4", "17A2 17B6"},
        {"17D8", "17D4 179B 17D4"},
    };
    for (const auto& [wrong, right] : pairs) {
        INFO(wrong);
        CHECK(safe(ofCodes(wrong)) == ofCodes(right));
        CHECK(full(ofCodes(wrong)) == ofCodes(right));
        CHECK(issueNames(ofCodes(right)).empty());
        CHECK_FALSE(issueNames(ofCodes(wrong)).empty());
    }
    CHECK(safe("ប្រតិ្តបត្តិ") == "ប្រត្តិបត្តិ");
    CHECK(safe("ព្រះ៎") == "ព្រ៎ះ");
}

TEST_CASE("what has no right answer stays and is named", "[text][khmer][normalise]") {
    for (const auto& [text, names] :
         std::vector<std::pair<std::string, std::string>>{{"កាា", "repeated-sign"},
                                                          {"កិិ", "repeated-sign"},
                                                          {"កំំ", "repeated-sign"},
                                                          {"ជីវិា", "two-vowels"},
                                                          {"ម៉ូនីីកា", "repeated-sign"},
                                                          {"្រពះគម្ពីរ", "orphan-sign"},
                                                          {"្ក", "orphan-sign"},
                                                          {"ា", "orphan-sign"},
                                                          {"៊ស", "orphan-sign"},
                                                          {"កើា", "two-vowels"},
                                                          {"ក្", "dangling-coeng"}}) {
        INFO(text);
        CHECK(safe(text) == text);
        CHECK(full(text) == text);
        CHECK(issueNames(text) == names);
    }
}

TEST_CASE("a subscript DA stays unless it is to be folded", "[text][khmer][normalise]") {
    for (const char* text : {"ម្ដង", "កណ្ដាល", "សាស្ដ្រា"})
        CHECK(full(text) == text);
    CHECK(folded("ម្ដង") == "ម្តង");
    CHECK(folded("កណ្ដាល") == "កណ្តាល");
    CHECK(folded("ដំដ") == "ដំដ");
    CHECK(safe(ofCodes("179F 17D2 179A 17D2 178A 17B8")) ==
          ofCodes("179F 17D2 178A 17D2 179A 17B8"));
}

// The pairs of the fixtures `bad.txt` and `good.txt` of sillsdev/khmer-normalizer 1.0.2 (MIT).
TEST_CASE("spellings that people type come out as SIL's program has them",
          "[text][khmer][normalise]") {
    const std::vector<std::pair<std::string, std::vector<std::string>>> groups = {
        {"ស៊ី", {"ស៊ី", "សីុ", "សុី"}},
        {"ស៉ី", {"ស៉ី"}},
        {"ម៉ី", {"ម៉ី", "មីុ", "មុី"}},
        {"ម៊ី", {"ម៊ី"}},
        {"កណ្តាល", {"កណ្ដាល", "កណ្តាល"}},
        {"បន្ត", {"បន្ត", "បន្ដ"}},
        {"ខ្មែរ", {"ខ្មែរ", "ខែ្មរ"}},
        {"ស្ត្រី", {"ស្ត្រី", "ស្រ្តី", "ស្ដ្រី", "ស្រ្ដី", "ស្ដី្រ", "ស្តី្រ", "ស្រី្ដ", "ស្រី្ត"}},
        {"កុំ", {"កុំ", "កំុ"}},
        {"ចាំ", {"ចាំ", "ចំា"}},
        {"លោក", {"លោក", "លេាក", "លាេក"}},
        {"ធ្វើ", {"ធ្វើ", "ធើ្វ", "ធ្វេី", "ធ្វីេ"}},
        {"ម្យ៉ាង", {"ម្យ៉ាង", "ម៉្យាង"}},
        {"ស្រ៊ី", {"ស្រ៊ី", "ស៊្រី", "ស្រុី", "ស្រីុ", "សុី្រ", "សីុ្រ"}},
        {"ស្រ៉ី", {"ស្រ៉ី"}},
        {"ស៊ើប", {"ស៊ើប", "ស៊េីប", "ស៊ីេប", "សុើប", "សើុប", "សុេីប", "សុីេប", "សីុេប", "សីេុប", "សេុីប", "សេីុប"}},
        {"ស៉ើប", {"ស៉េីប", "ស៉ីេប"}},
        {"ស៊ាំ", {"ស៊ាំ", "សំុា", "សុំា", "សាុំ", "សុាំ", "សាំុ"}},
        {"ស៉ាំ", {"ស៉ាំ"}},
    };
    for (const auto& [right, spellings] : groups)
        for (const std::string& spelling : spellings) {
            INFO(spelling);
            CHECK(folded(spelling) == right);
        }
    // Letters that only look like others stay.
    for (const char* letters : {"ឡ",  "ទ្ប", "ឫ",  "ប្ញ", "ឬ", "ប្ញុ", "ញ", "ឭា", "ឮា", "ព្ញា", "ឭ",
                                "ព្ញ", "ឮ",  "ព្ញុ", "ឭុ",  "ឰ", "ព្ឋ", "ឱ", "ឧិ",  "ឧ៌",  "ឧ៍"})
        CHECK(folded(letters) == letters);
    // From `tests.txt` there.
    for (const auto& [wrong, right] :
         std::vector<std::pair<std::string, std::string>>{{"អាជា្ញធរ", "អាជ្ញាធរ"},
                                                          {"បា្រស់", "ប្រាស់"},
                                                          {"ចុះឈេា្មះ", "ចុះឈ្មោះ"},
                                                          {"ឆ្ពេាះ", "ឆ្ពោះ"},
                                                          {"កី្ដ", "ក្តី"},
                                                          {"សាស្ដា្រចារ្យ", "សាស្ត្រាចារ្យ"},
                                                          {"គីទ្បូកា្រម៕", "គីទ្បូក្រាម៕"}})
        CHECK(folded(wrong) == right);
}

TEST_CASE("u stays where no shifter was meant", "[text][khmer][normalise]") {
    for (const char* codes : {"1780 17BB 17C6",       // កុំ
                              "1780 17BB 17B6",       // two vowels
                              "179F 17CA 17BB 17B8",  // there is a shifter
                              "1780 17BB 17B7 17B6",  // three vowels
                              "1780 17BB 17C6 17D0"}) {
        INFO(codes);
        CHECK(safe(ofCodes(codes)) == ofCodes(codes));
    }
    // A BA anywhere makes it weak, a first series subscript strong.
    CHECK(safe(ofCodes("179F 17D2 1794 17BB 17B8")) == ofCodes("179F 17D2 1794 17C9 17B8"));
    CHECK(safe(ofCodes("1798 17D2 179F 17BB 17B8")) == ofCodes("1798 17D2 179F 17CA 17B8"));
    CHECK(safe(ofCodes("1780 17C2 17BB 17D0")) == ofCodes("1780 17CA 17C2 17D0"));
    CHECK(safe(ofCodes("1780 17BB 17DD")) == ofCodes("1780 17CA 17DD"));
}

TEST_CASE("invisible characters go by policy", "[text][khmer][normalise]") {
    CHECK(safe("ខ្មែរ\u200B\u200Bជា") == "ខ្មែរ\u200Bជា");
    CHECK(safe("\u200Bខ្មែរ \u200Bជា") == "ខ្មែរ ជា");
    CHECK(safe("ខ្មែរ\u200B\uFEFF\u200Bជា") == "ខ្មែរ\u200Bជា");
    CHECK(safe("ក\u200Cខ\u200Dគ\u00ADឃ\uFEFFង") == "កខគឃង");
    CHECK(safe("ក\u2060ខ") == "ក\u2060ខ");
    CHECK(safe("ក\u200B\u2060\u200D\uFEFF\u00ADា") == "កា");
    CHECK(safe("ស៊\u200Cី") == "ស៊\u200Cី");
    CHECK(safe("ស៊\u200D\u200C\u200Cី") == "ស៊\u200Cី");
    CHECK(safe("ស៊\u200C្រី") == "ស្រ៊\u200Cី");
    CHECK(safe("ក\u17B4្\u17B5ម") == "ក្ម");
    CHECK(safe("👩\u200D👩 co\u00ADop x\u200Cy") == "👩\u200D👩 co\u00ADop x\u200Cy");
    const auto withPolicy = [](std::string_view text, InvisiblePolicy policy) {
        return normalised(text, {NormalisePolicy::Safe, CoengDa::Keep, policy}).text;
    };
    const std::string text = "\u200Bក\u200Bា\u200Bខ\u2060គ\u200Cឃ ";
    CHECK(withPolicy(text, InvisiblePolicy::InClusters) == "\u200Bកា\u200Bខ\u2060គ\u200Cឃ ");
    CHECK(withPolicy(text, InvisiblePolicy::Tidy) == "កា\u200Bខ\u2060គឃ ");
    CHECK(withPolicy(text, InvisiblePolicy::Strip) == "កាខគឃ ");
}

TEST_CASE("nothing goes from between bytes that could become a character",
          "[text][khmer][normalise]") {
    for (const char* hidden : {"\u200B", "\uFEFF", "\u17B4", "\u2060"}) {
        const std::string text = std::string("\xE1\x9F") + hidden + "\x92";
        for (const NormaliseOptions& options : allOptions())
            CHECK(normalised(text, options).text == text);
    }
    CHECK(safe("\xE1\x9F\u200B ក") == "\xE1\x9F ក");
}

TEST_CASE("lunar dates get their symbols in full only", "[text][khmer][normalise]") {
    CHECK(full("៣្។") == "\u19E3");
    CHECK(full("១៥្។") == "\u19EF");
    CHECK(full("០្។") == "\u19E0");
    CHECK(full("។្៨") == "\u19F8");
    CHECK(full("។្១០") == "\u19FA");
    CHECK(full("។្។") == "\u19F0");
    CHECK(full("។្\u17B5៣") == "\u19F3");
    CHECK(safe("។្\u17B5៣") == "។្៣");
    for (const char* text : {"១៦្។", "២៣្។", "។្១៦", "។្២៣", "២០២៤។", "១្។ល។", "។ល។្៣"})
        CHECK(full(text) == text);
    CHECK(safe("៣្។") == "៣្។");
}

TEST_CASE("other scripts are NFC on their own, Khmer never is", "[text][khmer][normalise]") {
    CHECK(safe("e\u0301 \u212B") == "e\u0301 \u212B");
    CHECK(withNfcOutsideKhmer("e\u0301 \u212Bក").text == "\u00E9 \u00C5ក");
    // U+17DD and U+17D2 would change places, U+0958 would be taken apart in its own script only.
    CHECK(withNfcOutsideKhmer("ក\u17DD\u17D2យe\u0301").text == "ក\u17DD\u17D2យ\u00E9");
    CHECK(withNfcOutsideKhmer("\u0958\xFFk\u030A").text == "\u0915\u093C\xFFk\u030A");
    std::string marks = "a";
    for (int i = 0; i < 10000; ++i)
        marks += i % 2 == 0 ? "\u0301" : "\u0323";
    CHECK(withNfcOutsideKhmer(marks).text.size() <= marks.size());
}

TEST_CASE("normalising twice is normalising once, whatever the text", "[text][khmer][normalise]") {
    for (const std::string& text : strangeTexts())
        for (const NormaliseOptions& options : allOptions()) {
            const Normalised once = normalised(text, options);
            INFO(text);
            REQUIRE(normalised(once.text, options).edits.empty());
            REQUIRE(withEdits(text, once.edits) == once.text);
        }
}

TEST_CASE("what can be put right is put right, and only that", "[text][khmer][normalise]") {
    for (const std::string& text : strangeTexts()) {
        INFO(text);
        const auto issues = issuesIn(text);
        const auto has = [](const std::vector<Issue>& list, IssueFix fix) {
            return std::ranges::any_of(list, [fix](const Issue& i) { return hasFix(i, fix); });
        };
        const Normalised once = normalised(text);
        REQUIRE(has(issues, IssueFix::Safe) == !once.edits.empty());
        REQUIRE_FALSE(has(issuesIn(once.text), IssueFix::Safe));
        const auto left = issuesIn(full(text));
        REQUIRE_FALSE((has(left, IssueFix::Safe) || has(left, IssueFix::Full)));
    }
}

TEST_CASE("offsets follow the edits and carets stay between clusters", "[text][khmer][normalise]") {
    const std::string text = "a ខែ្មរ\u200B\u200Bជា";  // clusters end at 1 2 14 17 20 23 29
    const Normalised result = normalised(text);
    REQUIRE(result.edits.size() == 2);
    CHECK(result.edits[0] == TextEdit{2, 14, "ខ្មែ"});
    CHECK(result.edits[1] == TextEdit{20, 23, ""});
    const OffsetMap map = result.map();
    CHECK(map.after(0) == 0);
    CHECK(map.after(2) == 2);
    CHECK(map.after(8) == 14);
    CHECK(map.after(8, EditSide::Begin) == 2);
    CHECK(map.after(14) == 14);
    CHECK(map.after(20) == 20);
    CHECK(map.after(23) == 20);
    CHECK(map.after(29) == 26);
    CHECK(map.before(20, EditSide::Begin) == 23);
    CHECK(map.before(20, EditSide::End) == 20);
    CHECK(map.before(14, EditSide::End) == 14);
    for (const std::string& strange : strangeTexts()) {
        const Normalised other = normalised(strange, allOptions()[strange.size() % 12]);
        const OffsetMap offsets = other.map();
        std::size_t last = 0;
        for (std::size_t old = 0; old <= strange.size(); ++old) {
            const std::size_t now = offsets.after(old);
            INFO(strange);
            REQUIRE(now >= last);
            REQUIRE(now <= other.text.size());
            const std::size_t caret = caretAfter(other, old);
            REQUIRE(snappedToCluster(other.text, caret) == caret);
            last = now;
        }
        REQUIRE(offsets.after(0) == 0);
        REQUIRE(offsets.after(strange.size()) == other.text.size());
    }
}

TEST_CASE("a strange text takes time in proportion to its length", "[text][khmer][normalise]") {
    const auto repeated = [](const std::string& first, const std::string& part, int times) {
        std::string text = first;
        for (int i = 0; i < times; ++i)
            text += part;
        return text;
    };
    const auto timeOf = [](const std::string& text) {
        std::clock_t least = 0;
        for (int i = 0; i < 3; ++i) {
            const std::clock_t begin = std::clock();
            CHECK(normalised(text).text.size() <= text.size());
            CHECK(issuesIn(text).size() <= text.size());
            const std::clock_t time = std::clock() - begin;
            least = i == 0 ? time : std::min(least, time);
        }
        return static_cast<double>(least) + 1;
    };
    for (const auto& [first, part] :
         std::vector<std::pair<std::string, std::string>>{{"ក", "ំា"},
                                                          {"ក", "្រ"},
                                                          {"ក", "្"},
                                                          {"ក", "េី"},
                                                          {"ក", "\u200B\u200C"},
                                                          {"", "ា"},
                                                          {"", "្"},
                                                          {"ក", "ខ្ញុំ"},
                                                          {"", "\u200B"},
                                                          {"", "១្"},
                                                          {"", "\xE1"}}) {
        INFO(part);
        const double once = timeOf(repeated(first, part, 10000));
        const double eight = timeOf(repeated(first, part, 80000));
        // Eight times as much, and as much again for a machine that does other things too.
        CHECK(eight < once * 24);
    }
}
