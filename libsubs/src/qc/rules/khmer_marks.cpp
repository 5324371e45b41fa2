// SPDX-License-Identifier: MIT
#include <subs/text/digits.h>
#include <subs/text/doubts.h>
#include <subs/text/quotes.h>

#include "qc/mark_findings.h"
#include "qc/rule.h"

namespace subs::rules_of {

void khmerColon(const RuleContext& context, Violations& violations) {
    addByLine(context,
              context.marks.punctuation(PunctuationKind::Colon),
              sentenceOf(DoubtKind::Colon),
              violations);
}

void khmerWrongFinal(const RuleContext& context, Violations& violations) {
    addByLine(context,
              context.marks.punctuation(PunctuationKind::WrongFinal),
              sentenceOf(DoubtKind::WrongFinal),
              violations);
}

void khmerLineStart(const RuleContext& context, Violations& violations) {
    addByLine(context,
              context.marks.punctuation(PunctuationKind::LineStart),
              sentenceOf(DoubtKind::LineStart),
              violations);
}

void khmerFinalStop(const RuleContext& context, Violations& violations) {
    addByLine(context,
              context.marks.punctuation(PunctuationKind::FinalStop),
              sentenceOf(DoubtKind::FinalStop),
              violations);
}

void khmerRepeatedMark(const RuleContext& context, Violations& violations) {
    addByLine(context,
              context.marks.punctuation(PunctuationKind::RepeatedMark),
              sentenceOf(DoubtKind::RepeatedMark),
              violations);
}

void khmerMixedDigits(const RuleContext& context, Violations& violations) {
    if (!context.marks.hasKhmer()) return;
    std::vector<MarkPlace> places;
    for (const WrittenNumber& number : numbersIn(context.cue.text.plain))
        if (number.digits == NumberDigits::Mixed) places.push_back({number.begin, number.end});
    addByLine(context, places, sentenceOf(DoubtKind::MixedDigits), violations);
}

void khmerMixedQuotes(const RuleContext& context, Violations& violations) {
    if (!context.marks.hasKhmer()) return;
    std::vector<MarkPlace> places;
    for (const MixedQuote& quote : mixedQuotesIn(context.cue.text.plain))
        places.push_back({quote.begin, quote.end});
    addByLine(context, places, sentenceOf(DoubtKind::MixedQuotes), violations);
}

void khmerLookAlike(const RuleContext& context, Violations& violations) {
    if (!context.marks.hasKhmer()) return;
    std::vector<MarkPlace> places;
    for (const LookAlike& one : lookAlikesIn(context.cue.text.plain))
        places.push_back({one.begin, one.end});
    addByLine(context, places, sentenceOf(DoubtKind::LookAlike), violations);
}

void khmerSpaces(const RuleContext& context, Violations& violations) {
    if (!context.marks.hasKhmer()) return;
    std::vector<MarkPlace> places;
    for (const TextEdit& edit : withTidySpaces(context.cue.text.plain).edits)
        places.push_back({edit.begin, edit.end});
    addByLine(context, places, "single plain spaces, none before closing marks", violations);
}

}  // namespace subs::rules_of
