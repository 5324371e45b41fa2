// SPDX-License-Identifier: MIT
#pragma once

#include <subs/qc/check.h>

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

class DrawnLines;

/// What a rule sees of the cue that it judges.
struct RuleContext {
    const Profile& profile;
    const CheckOptions& options;
    const Document& document;
    const Cue& cue;
    /// Of the cues that begin before this one, the one that ends last; null where there is none
    /// with an end.
    const Cue* before = nullptr;
    std::span<const std::string_view> lines;
    DrawnLines& drawn;
};

/// A finding before it is told which cue and rule it belongs to.
struct Violation {
    std::optional<std::size_t> line;
    double measured = 0;
    double limit = 0;
    std::string unit;
    std::string message;
};

using Violations = std::vector<Violation>;

/// A rule appends what it finds wrong with the cue.
struct Rule {
    RuleInfo info;
    void (*judge)(const RuleContext& context, Violations& violations);
};

/// All rules, in the order in which they are listed.
std::span<const Rule> ruleTable();

namespace rules_of {

// One file each in rules/.
void lineLength(const RuleContext& context, Violations& violations);
void lineWidth(const RuleContext& context, Violations& violations);
void lineCount(const RuleContext& context, Violations& violations);
void readingSpeed(const RuleContext& context, Violations& violations);
void durationShort(const RuleContext& context, Violations& violations);
void durationLong(const RuleContext& context, Violations& violations);
void gap(const RuleContext& context, Violations& violations);
void overlap(const RuleContext& context, Violations& violations);

}  // namespace rules_of

}  // namespace subs
