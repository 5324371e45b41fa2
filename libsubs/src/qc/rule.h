// SPDX-License-Identifier: MIT
#pragma once

#include <subs/qc/check.h>

#include "qc/khmer_marks.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

class CueDrawing;

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
    CueDrawing& drawing;  ///< The lines as they are drawn, each measured once for all rules.
    std::size_t index;    ///< Of the cue in the document.
    KhmerMarks& marks;
};

/// A finding before it is told which cue and rule it belongs to.
struct Violation {
    std::optional<std::size_t> line;
    double measured = 0;
    double limit = 0;
    std::string unit;
    std::string message;
    std::optional<std::size_t> column = {};  ///< Code points of the line before the place.
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
// In rules/khmer_encoding.cpp, rules/khmer_marks.cpp and rules/khmer_unbalanced_quotes.cpp.
void khmerEncoding(const RuleContext& context, Violations& violations);
void khmerInvisibles(const RuleContext& context, Violations& violations);
void khmerColon(const RuleContext& context, Violations& violations);
void khmerWrongFinal(const RuleContext& context, Violations& violations);
void khmerLineStart(const RuleContext& context, Violations& violations);
void khmerFinalStop(const RuleContext& context, Violations& violations);
void khmerRepeatedMark(const RuleContext& context, Violations& violations);
void khmerMixedDigits(const RuleContext& context, Violations& violations);
void khmerMixedQuotes(const RuleContext& context, Violations& violations);
void khmerUnbalancedQuotes(const RuleContext& context, Violations& violations);
void khmerLookAlike(const RuleContext& context, Violations& violations);
void khmerSpaces(const RuleContext& context, Violations& violations);
void fontMissingGlyph(const RuleContext& context, Violations& violations);
void fontFallback(const RuleContext& context, Violations& violations);
void fontDottedCircle(const RuleContext& context, Violations& violations);
void fontLetterSpacing(const RuleContext& context, Violations& violations);
void fontInkCollision(const RuleContext& context, Violations& violations);
void fontOutsideSafeArea(const RuleContext& context, Violations& violations);

}  // namespace rules_of

}  // namespace subs
