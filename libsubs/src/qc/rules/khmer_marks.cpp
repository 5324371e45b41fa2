// SPDX-License-Identifier: MIT
#include <subs/text/digits.h>
#include <subs/text/quotes.h>

#include "qc/mark_findings.h"
#include "qc/rule.h"

namespace subs::rules_of {

void khmerColon(const RuleContext& context, Violations& violations) {
    addByLine(context,
              context.marks.punctuation(PunctuationKind::Colon),
              "behind Khmer it is probably \u17D6",
              violations);
}

void khmerWrongFinal(const RuleContext& context, Violations& violations) {
    addByLine(context,
              context.marks.punctuation(PunctuationKind::WrongFinal),
              "no word that is known is written so: \u17C7, \u17C8 or \u17D6 is meant",
              violations);
}

void khmerLineStart(const RuleContext& context, Violations& violations) {
    addByLine(context,
              context.marks.punctuation(PunctuationKind::LineStart),
              "no line begins with it",
              violations);
}

void khmerFinalStop(const RuleContext& context, Violations& violations) {
    addByLine(context,
              context.marks.punctuation(PunctuationKind::FinalStop),
              "a Khmer sentence ends with \u17D4",
              violations);
}

void khmerRepeatedMark(const RuleContext& context, Violations& violations) {
    addByLine(context,
              context.marks.punctuation(PunctuationKind::RepeatedMark),
              "one mark is enough",
              violations);
}

void khmerMixedDigits(const RuleContext& context, Violations& violations) {
    if (!context.marks.hasKhmer()) return;
    std::vector<MarkPlace> places;
    for (const WrittenNumber& number : numbersIn(context.cue.text.plain))
        if (number.digits == NumberDigits::Mixed) places.push_back({number.begin, number.end});
    addByLine(context, places, "a number is written in one kind of digits", violations);
}

void khmerMixedQuotes(const RuleContext& context, Violations& violations) {
    if (!context.marks.hasKhmer()) return;
    std::vector<MarkPlace> places;
    for (const MixedQuote& quote : mixedQuotesIn(context.cue.text.plain))
        places.push_back({quote.begin, quote.end});
    addByLine(context, places, "quotations of one cue are marked in one way", violations);
}

void khmerLookAlike(const RuleContext& context, Violations& violations) {
    if (!context.marks.hasKhmer()) return;
    std::vector<MarkPlace> places;
    for (const LookAlike& one : lookAlikesIn(context.cue.text.plain))
        places.push_back({one.begin, one.end});
    addByLine(context, places, "it is of another script and only looks like Khmer", violations);
}

void khmerSpaces(const RuleContext& context, Violations& violations) {
    if (!context.marks.hasKhmer()) return;
    std::vector<MarkPlace> places;
    for (const TextEdit& edit : withTidySpaces(context.cue.text.plain).edits)
        places.push_back({edit.begin, edit.end});
    addByLine(context, places, "single plain spaces, none before closing marks", violations);
}

}  // namespace subs::rules_of
