// SPDX-License-Identifier: MIT
#include "qc/rule.h"

#include <array>

namespace subs {
namespace {

constexpr std::array<Rule, 8> kRules{{
    {{"line-length", "Lines are not too long", Severity::Warning}, rules_of::lineLength},
    {{"line-width", "Lines are not drawn too wide", Severity::Warning}, rules_of::lineWidth},
    {{"line-count", "There are not too many lines", Severity::Warning}, rules_of::lineCount},
    {{"reading-speed", "There is time to read", Severity::Warning}, rules_of::readingSpeed},
    {{"duration-short", "Cues last long enough", Severity::Warning}, rules_of::durationShort},
    {{"duration-long", "Cues do not last too long", Severity::Warning}, rules_of::durationLong},
    {{"gap", "There is a gap between cues", Severity::Warning}, rules_of::gap},
    {{"overlap", "Cues do not overlap", Severity::Error}, rules_of::overlap},
}};

constexpr auto kInfos = [] {
    std::array<RuleInfo, kRules.size()> infos{};
    for (std::size_t i = 0; i < infos.size(); ++i)
        infos[i] = kRules[i].info;
    return infos;
}();

}  // namespace

std::span<const Rule> ruleTable() {
    return kRules;
}
std::span<const RuleInfo> rules() {
    return kInfos;
}

}  // namespace subs
