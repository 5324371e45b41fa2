// SPDX-License-Identifier: MIT
#include <subs/text/digits.h>
#include <subs/text/doubts.h>
#include <subs/text/newline.h>
#include <subs/text/punctuation.h>
#include <subs/text/quotes.h>
#include <subs/text/script.h>
#include <subs/text/settled_spelling.h>

#include <algorithm>

namespace subs {
namespace {

DoubtKind doubtOf(PunctuationKind kind) {
    switch (kind) {
        case PunctuationKind::Colon:
            return DoubtKind::Colon;
        case PunctuationKind::WrongFinal:
            return DoubtKind::WrongFinal;
        case PunctuationKind::LineStart:
            return DoubtKind::LineStart;
        case PunctuationKind::FinalStop:
            return DoubtKind::FinalStop;
        case PunctuationKind::RepeatedMark:
            break;
    }
    return DoubtKind::RepeatedMark;
}

/// Takes what is found on lines, placed in the text that they are of.
class DoubtTaker {
public:
    void takeLine(std::string_view line, std::size_t begin) {
        begin_ = static_cast<std::uint32_t>(begin);
        for (const PunctuationIssue& issue : punctuationIssuesIn(line))
            add(doubtOf(issue.kind), issue);
        for (const WrittenNumber& number : numbersIn(line))
            if (number.digits == NumberDigits::Mixed) add(DoubtKind::MixedDigits, number);
        for (const MixedQuote& quote : mixedQuotesIn(line))
            add(DoubtKind::MixedQuotes, quote);
        for (const UnsettledSpelling& word : unsettledSpellingsIn(line, segmenter_))
            add(DoubtKind::Spelling, word);
        for (const LookAlike& one : lookAlikesIn(line))
            add(DoubtKind::LookAlike, one);
    }

    void takeBalance(const std::vector<std::string_view>& lines,
                     const std::vector<std::uint32_t>& begins) {
        for (const BalanceIssue& issue : unbalancedIn(lines)) {
            begin_ = begins[issue.text];
            if (hasKhmer(lines[issue.text])) add(DoubtKind::UnbalancedQuote, issue);
        }
    }

    std::vector<Doubt> taken() {
        std::ranges::stable_sort(doubts_, {}, &Doubt::begin);
        return std::move(doubts_);
    }

private:
    template <class Found>
    void add(DoubtKind kind, const Found& found) {
        doubts_.push_back({kind, begin_ + found.begin, begin_ + found.end});
    }

    std::uint32_t begin_ = 0;  ///< Of the line at hand.
    Segmenter segmenter_{"km"};
    std::vector<Doubt> doubts_;
};

}  // namespace

std::string_view nameOf(DoubtKind kind) {
    switch (kind) {
        case DoubtKind::Colon:
            return "colon";
        case DoubtKind::WrongFinal:
            return "wrong-final";
        case DoubtKind::LineStart:
            return "line-start";
        case DoubtKind::FinalStop:
            return "final-stop";
        case DoubtKind::RepeatedMark:
            return "repeated-mark";
        case DoubtKind::MixedDigits:
            return "mixed-digits";
        case DoubtKind::MixedQuotes:
            return "mixed-quotes";
        case DoubtKind::UnbalancedQuote:
            return "unbalanced-quotes";
        case DoubtKind::Spelling:
            return "spelling";
        case DoubtKind::LookAlike:
            break;
    }
    return "look-alike";
}

std::string_view sentenceOf(DoubtKind kind) {
    switch (kind) {
        case DoubtKind::Colon:
            return "behind Khmer it is probably \u17D6";
        case DoubtKind::WrongFinal:
            return "no word that is known is written so: \u17C7, \u17C8 or \u17D6 is meant";
        case DoubtKind::LineStart:
            return "no line begins with it";
        case DoubtKind::FinalStop:
            return "a Khmer sentence ends with \u17D4";
        case DoubtKind::RepeatedMark:
            return "one mark is enough";
        case DoubtKind::MixedDigits:
            return "a number is written in one kind of digits";
        case DoubtKind::MixedQuotes:
            return "quotations of one text are marked in one way";
        case DoubtKind::UnbalancedQuote:
            return "its partner is missing";
        case DoubtKind::Spelling:
            return "word lists have it with the other one of the subscripts \u178A and \u178F";
        case DoubtKind::LookAlike:
            break;
    }
    return "it is of another script and only looks like Khmer";
}

std::vector<Doubt> doubtsIn(std::string_view text) {
    DoubtTaker taker;
    std::vector<std::string_view> lines;
    std::vector<std::uint32_t> begins;
    for (LineReader reader(text); reader.next();) {
        lines.push_back(reader.line());
        begins.push_back(static_cast<std::uint32_t>(reader.begin()));
        if (hasKhmer(reader.line())) taker.takeLine(reader.line(), reader.begin());
    }
    taker.takeBalance(lines, begins);
    return taker.taken();
}

}  // namespace subs
