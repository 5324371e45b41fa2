// SPDX-License-Identifier: MIT
#include "qc/file_rule.h"
#include "qc/rule.h"

#include <array>

namespace subs {
namespace {

constexpr auto kRules = std::to_array<Rule>({
    {{"line-length", "Lines are not too long", Severity::Warning}, rules_of::lineLength},
    {{"line-width", "Lines are not drawn too wide", Severity::Warning}, rules_of::lineWidth},
    {{"line-count", "There are not too many lines", Severity::Warning}, rules_of::lineCount},
    {{"reading-speed", "There is time to read", Severity::Warning}, rules_of::readingSpeed},
    {{"duration-short", "Cues last long enough", Severity::Warning}, rules_of::durationShort},
    {{"duration-long", "Cues do not last too long", Severity::Warning}, rules_of::durationLong},
    {{"gap", "There is a gap between cues", Severity::Warning}, rules_of::gap},
    {{"overlap", "Cues do not overlap", Severity::Error}, rules_of::overlap},
    {{"khmer.encoding", "Khmer signs are in their order"}, rules_of::khmerEncoding},
    {{"khmer.invisibles", "No invisible character is needless", Severity::Info},
     rules_of::khmerInvisibles},
    {{"khmer.mixed-digits", "A number has one kind of digits"}, rules_of::khmerMixedDigits},
    {{"khmer.look-alike", "No other script stands for Khmer"}, rules_of::khmerLookAlike},
    {{"khmer.unbalanced-quotes", "Quotes and brackets are pairs"}, rules_of::khmerUnbalancedQuotes},
    {{"khmer.mixed-quotes", "A cue has one kind of quotes"}, rules_of::khmerMixedQuotes},
    {{"khmer.line-start", "No line begins with \u17D7 or a stop"}, rules_of::khmerLineStart},
    {{"khmer.final-stop", "Khmer sentences end with a Khmer stop"}, rules_of::khmerFinalStop},
    {{"khmer.wrong-final", "\u17C7 and \u17C8 are as words have them"}, rules_of::khmerWrongFinal},
    {{"khmer.colon", "\u17D6 stands behind Khmer", Severity::Info}, rules_of::khmerColon},
    {{"khmer.repeated-mark", "No mark is repeated", Severity::Info}, rules_of::khmerRepeatedMark},
    {{"khmer.spaces", "Spaces are plain and where they belong", Severity::Info},
     rules_of::khmerSpaces},
    {{"font.missing-glyph", "There is a font for each character", Severity::Warning},
     rules_of::fontMissingGlyph},
    {{"font.fallback", "One font has all characters of a line", Severity::Info},
     rules_of::fontFallback},
    {{"font.dotted-circle", "No sign is drawn on a dotted circle", Severity::Warning},
     rules_of::fontDottedCircle},
    {{"font.letter-spacing", "Khmer letters are not spaced", Severity::Warning},
     rules_of::fontLetterSpacing},
    {{"font.ink-collision", "Lines do not run into each other", Severity::Warning},
     rules_of::fontInkCollision},
    {{"font.outside-safe-area", "Lines stay inside the safe area", Severity::Warning},
     rules_of::fontOutsideSafeArea},
});

constexpr auto kFileRules = std::to_array<FileRule>({
    {{"khmer.digits-in-file", "A file has one kind of digits", Severity::Info},
     rules_of::khmerDigitsInFile},
    {{"khmer.number-marks-in-file", "Numbers of a file have the same marks", Severity::Info},
     rules_of::khmerNumberMarksInFile},
    {{"khmer.quotes-in-file", "A file has one kind of quotes", Severity::Info},
     rules_of::khmerQuotesInFile},
    {{"khmer.zwsp-in-file", "All cues have U+200B, or none", Severity::Info},
     rules_of::khmerZwspInFile},
    {{"khmer.spelling", "Subscript DA and TA are as words have them", Severity::Info},
     rules_of::khmerSpelling},
    {{"khmer.variants", "A word is spelt in one way", Severity::Info}, rules_of::khmerVariants},
    {{"font.missing", "The font that is named is installed", Severity::Warning},
     rules_of::fontMissing},
});

constexpr auto kInfos = [] {
    std::array<RuleInfo, kRules.size() + kFileRules.size()> infos{};
    for (std::size_t i = 0; i < kRules.size(); ++i)
        infos[i] = kRules[i].info;
    for (std::size_t i = 0; i < kFileRules.size(); ++i)
        infos[kRules.size() + i] = kFileRules[i].info;
    return infos;
}();

}  // namespace

std::span<const Rule> ruleTable() {
    return kRules;
}
std::span<const FileRule> fileRuleTable() {
    return kFileRules;
}
std::span<const RuleInfo> rules() {
    return kInfos;
}

}  // namespace subs
