// SPDX-License-Identifier: MIT
#include <subs/text/conformance.h>

#include "text/khmer_walk.h"

#include <algorithm>

namespace subs {
namespace {

struct IssueInfo {
    IssueKind kind;
    IssueFix fix;
    std::string_view name;
    std::string_view sentence;
};

using enum IssueKind;

/// In the order of `IssueKind`.
constexpr std::array<IssueInfo, kIssueKinds> kIssues{{
    {SignOrder, IssueFix::Safe, "sign-order", "the signs of a syllable are out of order"},
    {NikahitFirst, IssueFix::Safe, "nikahit-first", "\u17C6 stands before the vowel"},
    {DoubledCoeng, IssueFix::Safe, "doubled-coeng", "U+17D2 stands twice before a letter"},
    {SplitVowel, IssueFix::Safe, "split-vowel", "a vowel is written in two parts"},
    {CoengRoFirst, IssueFix::Safe, "ro-first", "a subscript RO stands before another subscript"},
    {UForShifter, IssueFix::Safe, "u-for-shifter", "\u17BB is written for a shifter"},
    {DeprecatedCharacter,
     IssueFix::Safe,
     "deprecated-character",
     "a deprecated character is written for others"},
    {InherentVowel, IssueFix::Safe, "inherent-vowel", "there is an inherent vowel, U+17B4 or 17B5"},
    {InvisibleInCluster,
     IssueFix::Safe,
     "invisible-in-cluster",
     "there is an invisible character inside a syllable"},
    {StrayJoiner, IssueFix::Safe, "stray-joiner", "there is a joiner that joins nothing"},
    {ByteOrderMark, IssueFix::Safe, "byte-order-mark", "there is a byte order mark in the text"},
    {SoftHyphen, IssueFix::Safe, "soft-hyphen", "there is a soft hyphen in Khmer text"},
    {DoubledSpace, IssueFix::Safe, "doubled-zwsp", "U+200B stands twice"},
    {NeedlessSpace,
     IssueFix::Safe,
     "needless-zwsp",
     "there is U+200B at an end of a line, beside a space or beside punctuation"},
    {LunarDate,
     IssueFix::Full,
     "lunar-date",
     "a lunar date is written with U+17D2 instead of its symbol"},
    {DanglingCoeng, IssueFix::None, "dangling-coeng", "U+17D2 has no letter after it"},
    {OrphanSign, IssueFix::None, "orphan-sign", "a sign has no letter to stand on"},
    {RepeatedSign, IssueFix::None, "repeated-sign", "a sign stands twice in a syllable"},
    {ThreeCoengs, IssueFix::None, "three-coengs", "a syllable has more than two subscripts"},
    {TwoShifters, IssueFix::None, "two-shifters", "a syllable has two shifters"},
    {TwoVowels, IssueFix::None, "two-vowels", "a syllable has more than one vowel"},
    {TooManySigns, IssueFix::None, "too-many-signs", "a syllable has more than two signs above"},
    {TwoFinals, IssueFix::None, "two-finals", "a syllable has two finals"},
    {SignAfterU, IssueFix::None, "sign-after-u", "\u17D0 or U+17DD follows \u17BB"},
    {NeedlessJoiner,
     IssueFix::None,
     "needless-joiner",
     "U+200C changes nothing after this shifter"},
    {DeprecatedSign, IssueFix::None, "deprecated-sign", "U+17D3 is deprecated"},
    {ForeignMark,
     IssueFix::None,
     "foreign-mark",
     "a mark of another script stands on a Khmer letter"},
}};

constexpr bool isInOrder() {
    for (std::size_t i = 0; i < kIssueKinds; ++i)
        if (static_cast<std::size_t>(kIssues[i].kind) != i) return false;
    return true;
}
static_assert(isInOrder());

const IssueInfo& infoOf(IssueKind kind) {
    return kIssues.at(static_cast<std::size_t>(kind));
}

class IssueCollector final : public KhmerVisitor {
public:
    void syllable(const KhmerSyllable& syllable) override {
        issues_.insert(issues_.end(), syllable.issues.begin(), syllable.issues.end());
    }
    void surplus(IssueKind kind, std::uint32_t begin, std::uint32_t end) override {
        issues_.push_back({kind, begin, end});
    }
    void orphan(std::uint32_t begin, std::uint32_t end) override {
        issues_.push_back({OrphanSign, begin, end});
    }
    void lunarDate(char32_t, std::uint32_t begin, std::uint32_t end) override {
        issues_.push_back({LunarDate, begin, end});
    }
    void beyyal(std::uint32_t begin, std::uint32_t end) override {
        issues_.push_back({DeprecatedCharacter, begin, end});
    }

    std::vector<Issue> taken() {
        std::ranges::stable_sort(issues_, {}, &Issue::begin);
        return std::move(issues_);
    }

private:
    std::vector<Issue> issues_;
};

}  // namespace

std::string_view nameOf(IssueKind kind) {
    return infoOf(kind).name;
}

std::string_view sentenceOf(IssueKind kind) {
    return infoOf(kind).sentence;
}

IssueFix fixOf(IssueKind kind) {
    return infoOf(kind).fix;
}

std::vector<Issue> issuesIn(std::string_view text) {
    IssueCollector collector;
    walkKhmer(text, {}, collector);
    return collector.taken();
}

}  // namespace subs
